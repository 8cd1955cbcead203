import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedIndex } from '../../src/language/sorted-index.ts';

describe('SortedIndex', () => {
  it('finds the row of every key and no other, also of keys that are negative as signed numbers', () => {
    const key = fc.oneof(
      fc.integer({ min: 1, max: 40 }),
      fc.integer(),
      fc.constantFrom(-1, 2 ** 31 - 1, -(2 ** 31)),
    );
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 300 }), fc.array(key), (keys, others) => {
        const sorted = Int32Array.from(keys.sort((a, b) => (a >>> 0) - (b >>> 0)));
        const index = new SortedIndex(sorted);
        expect([...sorted].map((value) => index.find(value))).toEqual([...sorted.keys()]);
        for (const value of others) expect(index.find(value)).toBe(sorted.indexOf(value));
      }),
    );
  });

  it('takes keys of few bits', () => {
    const index = new SortedIndex(Int32Array.of(1, 2, 0x1000000), 25);
    expect([1, 2, 3, 0xffffff, 0x1000000].map((key) => index.find(key))).toEqual([0, 1, -1, -1, 2]);
  });
});
