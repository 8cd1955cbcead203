import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levenshteinDistance, withinOneEdit } from '../../src/language/string-distance.ts';

describe('withinOneEdit', () => {
  it.each([
    ['', '', true],
    ['', 'a', true],
    ['maduro', 'maduros', true],
    ['sheinbaum', 'scheinbaum', true],
    ['reed', 'read', true],
    ['reed', 'deer', false],
    ['lind', 'lindow', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(withinOneEdit(a, b)).toBe(expected);
    expect(withinOneEdit(b, a)).toBe(expected);
  });

  it('agrees with the distance', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(withinOneEdit(a, b)).toBe(levenshteinDistance(a, b) <= 1);
      }),
    );
  });
});
