import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTree } from '../../src/language/spanning-tree.ts';

/** Heads of every tree over n words with one root. */
function* allTrees(n: number): Generator<number[]> {
  const total = (n + 1) ** n;
  for (let code = 0; code < total; code++) {
    const heads = Array.from({ length: n }, (_, i) => Math.floor(code / (n + 1) ** i) % (n + 1));
    const rooted = heads.filter((head) => head === n).length === 1;
    const leads = heads.every((_, i) => {
      let at = i;
      for (let step = 0; step < n; step++) if (at !== n) at = heads[at]!;
      return at === n;
    });
    if (rooted && leads) yield heads;
  }
}

describe('bestTree', () => {
  it('keeps the best heads when they are a tree', () => {
    // word 1 is the root, 0 and 2 hang on it
    const scores = Float32Array.from([0, 5, 1, 2, 0, 0, 0, 9, 1, 7, 0, 0]);
    expect([...bestTree(scores, 3, 4)]).toEqual([1, 3, 1]);
  });

  it('finds the greatest of all trees of four words', () => {
    const trees = [...allTrees(4)];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 20, maxLength: 20 }), (values) => {
        const scores = Float32Array.from(values);
        const total = (heads: ArrayLike<number>): number =>
          Array.from(heads).reduce((sum, head, i) => sum + scores[i * 5 + head]!, 0);
        const found = bestTree(scores, 4, 5);
        expect(trees.some((heads) => heads.join() === [...found].join())).toBe(true);
        expect(total(found)).toBe(Math.max(...trees.map(total)));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer for scores that make one small cycle after another', () => {
    // Every word prefers its left neighbour, the first one the second: each contraction leaves a cycle of two.
    const n = 2000;
    const columns = n + 1;
    const scores = new Float32Array(n * columns);
    for (let i = 0; i < n; i++) {
      scores.fill(-9, i * columns, (i + 1) * columns);
      for (let h = 0; h < n; h++) scores[i * columns + h] = -Math.abs(h - i);
    }
    const heads = bestTree(scores, n, columns);
    expect(heads.filter((head) => head === n)).toHaveLength(1);
    expect([...heads].every((head, i) => head === n || Math.abs(head - i) === 1)).toBe(true);
  });

  it('gives a tree for long rows of equal scores', () => {
    const heads = bestTree(new Float32Array(300 * 304), 300, 304);
    expect(heads.filter((head) => head === 300)).toHaveLength(1);
  });
});
