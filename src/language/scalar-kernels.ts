/** The kernels by address: all addresses in bytes, all sizes in values. What they do is said in `kernels.ts`. */
export interface KernelFunctions {
  affine(
    x: number,
    weights: number,
    bias: number,
    out: number,
    rows: number,
    columns: number,
    inner: number,
    scale: number,
  ): void;
  product(a: number, b: number, out: number, rows: number, columns: number, inner: number): void;
  sum(bias: number, a: number, b: number, c: number, out: number, length: number): void;
  pool: Pool;
  poolOnto: Pool;
  rectifiedSum(a: number, b: number, out: number, length: number, scale: number): void;
}

type Pool = (
  gates: number,
  hidden: number,
  quantised: number,
  cell: number,
  words: number,
  units: number,
  step: number,
  scale: number,
) => void;

/** The kernels as loops, every operation rounded as the vector instructions round it. */
export function scalarKernels(buffer: ArrayBuffer): KernelFunctions {
  const F = new Float32Array(buffer);
  const S = new Int16Array(buffer);
  const round = Math.fround;
  const short = (value: number): number =>
    Math.max(-32_768, Math.min(32_767, Math.floor(round(value + 0.5))));
  const softsign = (x: number): number => round(x / round(1 + Math.abs(x)));
  const gate = (x: number): number => round(0.5 + round(0.5 * softsign(x)));
  const pool =
    (onto: boolean): Pool =>
    (gates, hidden, quantised, cell, words, units, step, scale) => {
      for (let t = 0; t < words; t++) {
        const g = gates / 4 + 3 * t * step;
        const h = hidden / 4 + t * step;
        const q = quantised / 2 + t * step;
        for (let d = 0; d < units; d++) {
          const z = softsign(F[g + d]!);
          const f = gate(F[g + 2 * units + d]!);
          const c = round(z + round(f * round(F[cell / 4 + d]! - z)));
          F[cell / 4 + d] = c;
          const output = round(gate(F[g + 4 * units + d]!) * c);
          const value = onto ? round(output + F[h + d]!) : output;
          F[h + d] = value;
          S[q + d] = short(round(value * round(scale)));
        }
      }
    };
  return {
    affine(x, weights, bias, out, rows, columns, inner, scale) {
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          const row = x / 2 + i * inner;
          const column = weights / 2 + (j >> 3) * inner * 8 + (j & 7) * 2;
          let sum = 0;
          for (let p = 0; p < inner; p += 2)
            sum = (sum + S[row + p]! * S[column + p * 8]! + S[row + p + 1]! * S[column + p * 8 + 1]!) | 0;
          F[out / 4 + i * columns + j] = round(round(round(sum) * round(scale)) + F[bias / 4 + j]!);
        }
      }
    },
    product(a, b, out, rows, columns, inner) {
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          let sum = 0;
          for (let p = 0; p < inner; p++)
            sum = round(
              sum + round(F[a / 4 + i * inner + p]! * F[b / 4 + (j >> 3) * inner * 8 + p * 8 + (j & 7)]!),
            );
          F[out / 4 + i * columns + j] = sum;
        }
      }
    },
    sum(bias, a, b, c, out, length) {
      for (let i = 0; i < length; i++)
        F[out / 4 + i] = round(
          round(round(F[bias / 4 + i]! + F[a / 4 + i]!) + F[b / 4 + i]!) + F[c / 4 + i]!,
        );
    },
    pool: pool(false),
    poolOnto: pool(true),
    rectifiedSum(a, b, out, length, scale) {
      for (let i = 0; i < length; i++)
        S[out / 2 + i] = short(round(Math.max(0, round(F[a / 4 + i]! + F[b / 4 + i]!)) * round(scale)));
    },
  };
}
