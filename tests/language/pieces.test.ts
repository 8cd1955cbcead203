import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPREL } from '../../src/core/labels.ts';
import { piecesOf } from '../../src/language/pieces.ts';
import { tokenOffsets } from '../../src/language/tokenise.ts';

const formsOf = (text: string) => tokenOffsets(text).map(([start, end]) => text.slice(start, end));

/** The pieces as words, the main one first; each other one with its relation. */
function pieces(text: string): string[] {
  const forms = formsOf(text);
  return piecesOf(forms, 0, forms.length).map(({ words, relation }, at) => {
    const own = words.map((word) => forms[word]).join(' ');
    return at === 0 ? own : `${DEPREL[relation]}: ${own}`;
  });
}

describe('piecesOf', () => {
  it.each([
    [
      'BERN, May 2 (Alpine Wire) — The council met.',
      ['The council met .', 'parataxis: BERN , May 2 ( Alpine Wire )'],
    ],
    ['Accra, Ghana — The court sat on Friday.', ['The court sat on Friday .', 'parataxis: Accra , Ghana']],
    ['OSLO - Prices fell in May.', ['Prices fell in May .', 'parataxis: OSLO']],
  ])('takes off the dateline: %s', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it.each([
    'NATO — the alliance — met in May.',
    'Ana Ruiz — a nurse — resigned.',
    'The UN-backed court sat in May.',
    'Sales, costs and prices — all of them — rose.',
  ])('leaves what is no dateline: %s', (text) => {
    expect(pieces(text)).toHaveLength(1);
  });

  it('parses brackets and ages apart', () => {
    expect(pieces('The Office of Mines (OM) closed the pit (which it owns).')).toEqual([
      'The Office of Mines closed the pit .',
      'appos: OM',
      'appos: which it owns',
    ]);
    expect(pieces('Ana Ruiz, 41, resigned.')).toEqual(['Ana Ruiz resigned .', 'appos: 41']);
    expect(pieces('Ana Ruiz, aged 41, a nurse, resigned.')).toEqual([
      'Ana Ruiz , a nurse , resigned .',
      'appos: aged 41',
    ]);
    expect(pieces('In May, 41, then 50 homes burnt.')).toHaveLength(1);
  });

  it.each([
    ['"We lost the boat," the captain said.', ['the captain said .', 'ccomp: We lost the boat']],
    ['We lost the boat,” she said.', ['she said .', 'ccomp: We lost the boat']],
    ['She said: "We lost the boat."', ['She said .', 'ccomp: We lost the boat']],
    ['"The boat," she said, "was lost at sea."', ['she said .', 'ccomp: The boat was lost at sea']],
    [
      '"We lost the boat," she said. "It sank in May."',
      ['she said .', 'ccomp: It sank in May', 'ccomp: We lost the boat'],
    ],
  ])('parses quotations apart from who says them: %s', (text, expected) => {
    expect(pieces(text).sort()).toEqual([...expected].sort());
  });

  it.each([
    '"The Boat," a novel, won.',
    'The "old" mill and the "new" one closed.',
    'The film, "Black Water Rising."',
  ])('leaves words in quotation marks that nobody speaks: %s', (text) => {
    expect(pieces(text)).toHaveLength(1);
  });

  it.each([
    ['The mill burnt down, the fire service said on Monday.', 'the fire service said on Monday .'],
    [
      'The mill burnt down, two people close to the firm told reporters.',
      'two people close to the firm told reporters .',
    ],
    ['The mill burnt down, said Ana Ruiz, a nurse.', 'said Ana Ruiz , a nurse .'],
    ['The mill burnt down, according to a note seen by the paper.', 'The mill burnt down .'],
  ])('parses the clause that says who speaks apart: %s', (text, main) => {
    expect(pieces(text)[0]).toBe(main);
  });

  it.each([
    'The mill burnt down, which nobody said.',
    'The mill burnt down, as the owner said.',
    'In March, the bank said.',
    'The mayor came in, said nothing and left.',
  ])('leaves what is no such clause: %s', (text) => {
    expect(pieces(text)).toHaveLength(1);
  });

  it('puts every word into exactly one piece, and none is without words', () => {
    const word = fc.constantFrom(
      '"',
      '“',
      '”',
      ',',
      '(',
      ')',
      '—',
      '-',
      ':',
      '.',
      'said',
      'Ana',
      '41',
      'the',
      'OSLO',
      'ran',
      'aged',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (forms) => {
        const found = piecesOf(forms, 0, forms.length);
        expect(found.flatMap(({ words, marks }) => [...words, ...marks]).sort((a, b) => a - b)).toEqual(
          forms.map((_, at) => at),
        );
        expect(found.every(({ words }) => words.length > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
