import { describe, expect, it } from 'vitest';
import { ACRONYM_WORDS } from '../../../src/lexicon/acronym-words.ts';
import { CITIES } from '../../../src/lexicon/cities.ts';
import { COUNTRIES } from '../../../src/lexicon/countries.ts';
import * as givenNames from '../../../src/lexicon/given-names.ts';
import * as organizations from '../../../src/lexicon/organization-words.ts';
import * as nouns from '../../../src/lexicon/person-nouns.ts';
import * as titles from '../../../src/lexicon/person-titles.ts';
import * as places from '../../../src/lexicon/place-words.ts';
import { REGION_DEMONYMS, REGIONS, STATES } from '../../../src/lexicon/regions.ts';
import { fold } from '../../../src/stages/entities/fold.ts';
import { GIVEN_NAME, gazetteerBits, PLACE_NAME } from '../../../src/stages/entities/gazetteer.ts';

const lists: Record<string, readonly string[]> = { ACRONYM_WORDS, CITIES, REGIONS, REGION_DEMONYMS };
for (const module of [givenNames, organizations, nouns, titles, places])
  for (const [name, list] of Object.entries(module))
    if (Array.isArray(list) && list.every((entry) => typeof entry === 'string'))
      lists[name] = list as string[];

describe('word lists', () => {
  it.each(Object.entries(lists))('%s is sorted and unique', (_name, list) => {
    expect(list.length).toBeGreaterThan(0);
    expect(list).toEqual([...new Set(list)].sort());
  });

  it('lists countries and states once, in order', () => {
    for (const rows of [COUNTRIES, STATES]) {
      const names = rows.map(({ name }) => name);
      expect(names).toEqual([...new Set(names)].sort());
    }
  });

  it('folds accents, dots, quotes and possessives', () => {
    expect(['U.S.', 'Va.', 'São', 'O’Neill’s', 'Øre'].map(fold)).toEqual([
      'us',
      'va',
      'sao',
      "o'neill",
      'ore',
    ]);
  });

  it('joins the lists with the lexicon of compromise', () => {
    expect(gazetteerBits('united kingdom') & PLACE_NAME).not.toBe(0);
    expect(gazetteerBits('maria') & GIVEN_NAME).not.toBe(0);
    expect(gazetteerBits('qzxv')).toBe(0);
  });
});
