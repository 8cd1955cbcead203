import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../../src/core/layers.ts';
import { isAcronymOf } from '../../../src/stages/entities/acronyms.ts';
import { clusterNames } from '../../../src/stages/entities/aliases.ts';
import { spansOf } from './helper.ts';

/** The names of each cluster, in order. */
function clusters(text: string, ...names: (readonly [string, EntityType])[]): string[][] {
  const spans = spansOf(text, names);
  const out: string[][] = [];
  clusterNames(text, spans).cluster.forEach((c, i) => {
    (out[c] ??= []).push(names[i]![0]);
  });
  return out;
}

const P = 'PERSON';
const O = 'ORGANIZATION';
const L = 'PLACE';

describe('acronyms', () => {
  it.each([
    ['cia', 'central intelligence agency'],
    ['un', 'united nations'],
    ['doj', 'department of justice'],
    ['eln', 'national liberation army'],
    ['farc', 'revolutionary armed forces of colombia'],
    ['pri', 'institutional revolutionary party'],
  ])('%s stands for %s', (letters, words) => {
    expect(isAcronymOf(letters, words.split(' '))).toBe(true);
  });

  it.each([
    ['cia', 'central bank'],
    ['un', 'nations united'],
    ['abc', 'xylophone yard zoo'],
    ['who', 'hope'],
  ])('%s does not stand for %s', (letters, words) => {
    expect(isAcronymOf(letters, words.split(' '))).toBe(false);
  });
});

describe('aliases', () => {
  it('joins a surname to the full name, also when the surname comes first', () => {
    expect(
      clusters(
        'Ruiz wins. Carla Ruiz beat Tom Hale. Ruiz smiled.',
        ['Ruiz', P],
        ['Carla Ruiz', P],
        ['Tom Hale', P],
        ['Ruiz', P],
      ),
    ).toEqual([['Ruiz', 'Carla Ruiz', 'Ruiz'], ['Tom Hale']]);
  });

  it('keeps two people of one surname apart by honorific, else takes the one introduced first', () => {
    expect(
      clusters(
        'Laura Webb met David Webb. Mr. Webb left. Mrs. Webb stayed.',
        ['Laura Webb', P],
        ['David Webb', P],
        ['Mr. Webb', P],
        ['Mrs. Webb', P],
      ),
    ).toEqual([
      ['Laura Webb', 'Mrs. Webb'],
      ['David Webb', 'Mr. Webb'],
    ]);
    expect(
      clusters(
        'Laura Webb spoke. David Webb was silent. Webb left.',
        ['Laura Webb', P],
        ['David Webb', P],
        ['Webb', P],
      ),
    ).toEqual([['Laura Webb', 'Webb'], ['David Webb']]);
  });

  it('keeps different given and middle names apart, joins initials and short forms', () => {
    expect(clusters('Anna Moss and Peter Moss', ['Anna Moss', P], ['Peter Moss', P])).toHaveLength(2);
    expect(clusters('Michael D. Tran is Mike Tran', ['Michael D. Tran', P], ['Mike Tran', P])).toHaveLength(
      1,
    );
    expect(clusters('Paul A. Reyes, Paul B. Reyes', ['Paul A. Reyes', P], ['Paul B. Reyes', P])).toHaveLength(
      2,
    );
  });

  it('takes family names that stand first', () => {
    expect(clusters('Zhang Meiling said. Zhang left.', ['Zhang Meiling', P], ['Zhang', P])).toHaveLength(1);
  });

  it('joins nicknames that the text declares', () => {
    expect(
      clusters(
        'Pedro Lima, known as "The Fox," fled. The Fox hid.',
        ['Pedro Lima', P],
        ['The Fox', P],
        ['The Fox', P],
      ),
    ).toHaveLength(1);
  });

  it('joins declared and derivable acronyms and shortened names, not heads alone', () => {
    expect(
      clusters(
        'The Global Seed Council (GSC) and the River Bank of Kent met. The GSC won.',
        ['Global Seed Council', O],
        ['GSC', O],
        ['River Bank of Kent', O],
        ['GSC', O],
      ),
    ).toEqual([['Global Seed Council', 'GSC', 'GSC'], ['River Bank of Kent']]);
    expect(
      clusters(
        'Norsk Telecom Group sued. Norsk Telecom won.',
        ['Norsk Telecom Group', O],
        ['Norsk Telecom', O],
      ),
    ).toHaveLength(1);
    expect(
      clusters('the U.S. Air Force and the Air Force', ['U.S. Air Force', O], ['Air Force', O]),
    ).toHaveLength(1);
    expect(clusters('the Bank of England in England', ['Bank of England', O], ['England', L])).toHaveLength(
      2,
    );
  });

  it('joins the head alone to the only body of that kind', () => {
    const text = 'The Bank of Norvia acted. The Bank cut rates.';
    expect(clusters(text, ['Bank of Norvia', O], ['Bank', O])).toHaveLength(1);
    const two = 'Norvia Bank and Helm Bank merged. The Bank cut rates.';
    expect(clusters(two, ['Norvia Bank', O], ['Helm Bank', O], ['Bank', O])).toHaveLength(3);
  });

  it('joins the acronym in brackets that the name does not explain, when the text goes on to call it so', () => {
    const text = 'Doctors Without Borders (MSF) left. MSF said so.';
    expect(clusters(text, ['Doctors Without Borders', O], ['MSF', O], ['MSF', O])).toHaveLength(1);
    const small = 'Transport for London (TfL) agreed.';
    expect(clusters(small, ['Transport for London', O], ['TfL', O])).toHaveLength(1);
    // the code of a country
    expect(clusters('Norvia Athletic (EGY) won.', ['Norvia Athletic', O], ['EGY', O])).toHaveLength(2);
    expect(
      clusters('Norvia Bank (Oslo) won. Oslo fell.', ['Norvia Bank', O], ['Oslo', L], ['Oslo', L]),
    ).toHaveLength(2);
  });

  it('knows the names of countries and keeps capitals apart from them and from their states', () => {
    expect(
      clusters('the U.S., the United States and America', ['U.S.', L], ['United States', L], ['America', L]),
    ).toHaveLength(1);
    expect(clusters('Mexico and Mexico City', ['Mexico', L], ['Mexico City', L])).toHaveLength(2);
    expect(clusters('Korea, North Korea', ['Korea', L], ['North Korea', L])).toHaveLength(2);
  });

  it('sees spelling variants and accents', () => {
    expect(
      clusters('José Peñalver and Jose Penalver', ['José Peñalver', P], ['Jose Penalver', P]),
    ).toHaveLength(1);
    expect(clusters('Dmitri Volkonsky. Volkonski', ['Dmitri Volkonsky', P], ['Volkonski', P])).toHaveLength(
      1,
    );
  });
});
