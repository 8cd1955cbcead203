import { describe, expect, it } from 'vitest';
import { HIDDEN_SCALE, Kernels, type PoolOptions } from '../../src/language/kernels.ts';
import { randomSource } from '../../train/random.ts';

const SIZES = [
  [1, 8, 4],
  [3, 8, 12],
  [4, 16, 8],
  [7, 24, 20],
  [30, 40, 64],
] as const;

const both = <T>(run: (kernels: Kernels) => T): [T, T] => [
  run(new Kernels(1 << 18)),
  run(new Kernels(1 << 18, { scalar: true })),
];

const fill = (array: Float32Array, seed: number, bound = 1): Float32Array => {
  const random = randomSource(seed);
  for (let i = 0; i < array.length; i++) array[i] = (random() * 2 - 1) * bound;
  return array;
};

describe('kernels', () => {
  it.each(SIZES)('map %i rows to %i columns from %i inputs', (rows, columns, inner) => {
    const values = fill(new Float32Array(inner * columns), 1);
    const bias = fill(new Float32Array(columns), 2);
    const inputs = fill(new Float32Array(rows * inner), 3);
    const [fast, slow] = both((kernels) => {
      const weights = kernels.weights(values, bias, columns, 1000, 1000);
      const x = kernels.shorts(rows * inner);
      x.set(inputs.map((value) => value * 1000));
      const out = kernels.floats(rows * columns);
      kernels.affine(x, weights, out, rows);
      return out;
    });
    expect([...fast]).toEqual([...slow]);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = bias[j]!;
        for (let p = 0; p < inner; p++) sum += inputs[i * inner + p]! * values[p * columns + j]!;
        expect(Math.abs(fast[i * columns + j]! - sum)).toBeLessThan(0.002 * inner);
      }
    }
  });

  it('never overflow the sums', () => {
    const [fast] = both((kernels) => {
      const weights = kernels.weights(new Float32Array(512 * 8).fill(1), null, 8, 32_767, 32_767);
      const out = kernels.floats(8);
      kernels.affine(kernels.shorts(512).fill(32_767), weights, out, 1);
      return out;
    });
    for (const value of fast) expect(value).toBeCloseTo(512, 0);
  });

  it.each(SIZES)('multiply %i rows by %i columns with %i between', (rows, columns, inner) => {
    const a = fill(new Float32Array(rows * inner), 4);
    const b = fill(new Float32Array(inner * columns), 5);
    const [fast, slow] = both((kernels) => {
      const left = kernels.floats(a.length);
      const right = kernels.floats(b.length);
      left.set(a);
      right.set(b);
      const out = kernels.floats(rows * columns);
      kernels.product(left, right, out, rows, columns, inner);
      return out;
    });
    expect([...fast]).toEqual([...slow]);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let p = 0; p < inner; p++) sum += a[i * inner + p]! * b[(j >> 3) * inner * 8 + p * 8 + (j & 7)]!;
        expect(fast[i * columns + j]).toBeCloseTo(sum, 4);
      }
    }
  });

  it('add three rows and a bias', () => {
    const [fast, slow] = both((kernels) => {
      const bias = fill(kernels.floats(8), 6);
      const rows = fill(kernels.floats(32), 7);
      const out = kernels.floats(24);
      kernels.sum(bias, rows, [0, 8, 24], out, 16, 8);
      expect(out[17]).toBeCloseTo(bias[1]! + rows[1]! + rows[9]! + rows[25]!, 5);
      return out;
    });
    expect([...fast]).toEqual([...slow]);
  });

  const units = 8;
  const options = (rest: Partial<PoolOptions>): PoolOptions => ({
    ...{ first: 1, words: 3, units, backward: false, shortcut: false },
    ...rest,
  });
  it.each([
    ['forwards', options({})],
    ['backwards', options({ backward: true })],
    ['onto what is there', options({ shortcut: true })],
    ['one word', options({ words: 1, backward: true, shortcut: true })],
  ])('pool %s', (_, how) => {
    const [fast, slow] = both((kernels) => {
      const gates = fill(kernels.floats(5 * 6 * units), 8, 4);
      const hidden = fill(kernels.floats(5 * 2 * units), 9);
      const before = Float32Array.from(hidden);
      const quantised = kernels.shorts(5 * 2 * units);
      kernels.pool(gates, hidden, quantised, kernels.floats(units), how);
      return { gates, before, hidden, quantised };
    });
    expect([...fast.hidden]).toEqual([...slow.hidden]);
    expect([...fast.quantised]).toEqual([...slow.quantised]);
    const softsign = (x: number): number => x / (1 + Math.abs(x));
    const gate = (x: number): number => 0.5 + 0.5 * softsign(x);
    const order = Array.from({ length: how.words }, (_, i) =>
      how.backward ? how.first + how.words - 1 - i : how.first + i,
    );
    const side = how.backward ? units : 0;
    for (let d = side; d < side + units; d++) {
      let cell = 0;
      for (const t of order) {
        const row = t * 6 * units + d;
        const f = gate(fast.gates[row + 2 * units]!);
        cell = f * cell + (1 - f) * softsign(fast.gates[row]!);
        const at = t * 2 * units + d;
        const h = gate(fast.gates[row + 4 * units]!) * cell + (how.shortcut ? fast.before[at]! : 0);
        expect(fast.hidden[at]).toBeCloseTo(h, 5);
        expect(Math.abs(fast.quantised[at]! - h * HIDDEN_SCALE)).toBeLessThan(1);
      }
    }
    const untouched = how.first * 2 * units;
    expect([...fast.hidden.subarray(0, untouched)]).toEqual([...fast.before.subarray(0, untouched)]);
  });

  it('keep what is positive of a sum, within 16 bits', () => {
    const [fast, slow] = both((kernels) => {
      const a = fill(kernels.floats(16), 10, 50);
      const b = fill(kernels.floats(8), 11, 50);
      const out = kernels.shorts(16);
      kernels.rectifiedSum(a, 8, b, 0, out, 8, 8, 512);
      return { a, b, out };
    });
    expect([...fast.out]).toEqual([...slow.out]);
    for (let i = 0; i < 8; i++) {
      const wanted = Math.min(32_767, Math.max(0, fast.a[8 + i]! + fast.b[i]!) * 512);
      expect(Math.abs(fast.out[8 + i]! - wanted)).toBeLessThanOrEqual(0.51);
    }
    expect([...fast.out.subarray(0, 8)]).toEqual(Array(8).fill(0));
  });
});
