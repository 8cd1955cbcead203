import { describe, expect, it } from 'vitest';
import { type Arena, createArena } from '../../train/matrix.ts';
import { randomSource } from '../../train/random.ts';

interface Product {
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly before: Float32Array;
  readonly c: Float32Array;
}

function run(arena: Arena, rows: number, columns: number, inner: number): Product {
  const random = randomSource(rows * 1000 + columns);
  const fill = (array: Float32Array): Float32Array => array.map(() => random() * 2 - 1);
  const a = arena.allocate(rows * inner);
  const b = arena.allocate(inner * columns);
  const c = arena.allocate(rows * columns);
  for (const array of [a, b, c]) array.set(fill(array));
  const before = Float32Array.from(c);
  arena.product(a.byteOffset, b.byteOffset, c.byteOffset, rows, columns, inner);
  return { a, b, before, c };
}

const SIZES = [
  [1, 8, 1],
  [3, 8, 5],
  [4, 16, 7],
  [7, 24, 13],
  [30, 40, 64],
] as const;

describe('matrix product', () => {
  it.each(SIZES)('of %i x %i with %i between is the sum of products', (rows, columns, inner) => {
    const { a, b, before, c } = run(createArena(1 << 16), rows, columns, inner);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = before[i * columns + j]!;
        for (let p = 0; p < inner; p++) sum += a[i * inner + p]! * b[p * columns + j]!;
        expect(c[i * columns + j]).toBeCloseTo(sum, 4);
      }
    }
  });

  it.each(SIZES)(
    'of %i x %i with %i between has the same bits without WebAssembly',
    (rows, columns, inner) => {
      const fast = run(createArena(1 << 16), rows, columns, inner);
      const slow = run(createArena(1 << 16, { scalar: true }), rows, columns, inner);
      expect([...fast.c]).toEqual([...slow.c]);
    },
  );
});
