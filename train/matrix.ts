// Matrix products in 32-bit floats, four at a time where WebAssembly SIMD is there. The module is assembled here from
// its instructions, so the package ships no binary; without WebAssembly a loop in TypeScript gives the same bits.

import {
  ADD,
  add,
  assemble,
  type Code,
  constant,
  F32X4,
  get,
  I32,
  instantiate,
  load,
  load32Splat,
  loopWhileLess,
  MULTIPLY,
  PAGE,
  repeat,
  SUBTRACT,
  set,
  store,
} from '../src/language/wasm.ts';

/** Multiplies row-major matrices in one arena of memory: `c += a b`. Sizes in values, addresses in bytes. */
export type MatrixProduct = (
  a: number,
  b: number,
  c: number,
  rows: number,
  columns: number,
  inner: number,
) => void;

/** Memory that matrices live in, and the product over it. */
export interface Arena {
  readonly buffer: ArrayBuffer;
  /** `columns` must be a multiple of 8; all addresses multiples of 4. */
  readonly product: MatrixProduct;
  /** A zeroed array; never given back. @throws RangeError when the arena is full */
  allocate(length: number): Float32Array;
}

/** @param bytes size of the arena, rounded up to 64 KiB */
export function createArena(bytes: number, { scalar = false } = {}): Arena {
  const pages = Math.ceil(bytes / PAGE);
  const fast = scalar ? null : instantiate(productModule(), pages);
  const buffer = fast?.buffer ?? new ArrayBuffer(pages * PAGE);
  let used = 64;
  return {
    buffer,
    product: (fast?.exports.p as MatrixProduct | undefined) ?? scalarProduct(new Float32Array(buffer)),
    allocate(length) {
      const array = new Float32Array(buffer, used, length);
      used = Math.ceil((used + length * 4) / 16) * 16;
      return array;
    },
  };
}

function scalarProduct(memory: Float32Array): MatrixProduct {
  return (a, b, c, rows, columns, inner) => {
    const fround = Math.fround;
    for (let i = 0; i < rows; i++) {
      const rowA = a / 4 + i * inner;
      const rowC = c / 4 + i * columns;
      for (let j = 0; j < columns; j++) {
        let sum = memory[rowC + j]!;
        for (let p = 0, at = b / 4 + j; p < inner; p++, at += columns)
          sum = fround(sum + fround(memory[rowA + p]! * memory[at]!));
        memory[rowC + j] = sum;
      }
    }
  };
}

// parameters and locals of the function
const A = 0;
const B = 1;
const C = 2;
const ROWS = 3;
const COLUMNS = 4;
const INNER = 5;
const STRIDE_A = 6;
const STRIDE_B = 7;
const COLUMN = 8;
const POINTER_A = 9;
const POINTER_B = 10;
const POINTER_C = 11;
const COUNT = 12;
const FIRST_SUM = 13;
const LEFT = FIRST_SUM + 8;
const RIGHT = LEFT + 1;
const FACTOR = RIGHT + 1;

/** Sums of `height` rows by 8 columns, kept in registers while the inner dimension runs. */
function tile(height: number): Code {
  const sum = (row: number, half: number): number => FIRST_SUM + row * 2 + half;
  const rows = Array.from({ length: height }, (_, row) => row);
  const strideC = [...get(COLUMNS), ...constant(4), MULTIPLY];
  const each = (use: (row: number) => Code): Code => [
    ...get(C),
    ...get(COLUMN),
    ADD,
    ...set(POINTER_C),
    ...rows.flatMap((row) => [...use(row), ...(row + 1 < height ? add(POINTER_C, strideC) : [])]),
  ];
  return [
    ...each((row) => [
      ...[...get(POINTER_C), ...load(0), ...set(sum(row, 0))],
      ...[...get(POINTER_C), ...load(16), ...set(sum(row, 1))],
    ]),
    ...[...get(B), ...get(COLUMN), ADD, ...set(POINTER_B)],
    ...[...constant(0), ...set(COUNT)],
    ...repeat(
      [
        ...[...get(POINTER_B), ...load(0), ...set(LEFT)],
        ...[...get(POINTER_B), ...load(16), ...set(RIGHT)],
        ...[...get(A), ...get(COUNT), ADD, ...set(POINTER_A)],
        ...rows.flatMap((row) => [
          ...[...get(POINTER_A), ...load32Splat(0), ...set(FACTOR)],
          ...[
            ...get(sum(row, 0)),
            ...get(FACTOR),
            ...get(LEFT),
            ...F32X4.multiply,
            ...F32X4.add,
            ...set(sum(row, 0)),
          ],
          ...[
            ...get(sum(row, 1)),
            ...get(FACTOR),
            ...get(RIGHT),
            ...F32X4.multiply,
            ...F32X4.add,
            ...set(sum(row, 1)),
          ],
          ...(row + 1 < height ? add(POINTER_A, get(STRIDE_A)) : []),
        ]),
        ...add(POINTER_B, get(STRIDE_B)),
        ...add(COUNT, constant(4)),
      ],
      COUNT,
      get(STRIDE_A),
    ),
    ...each((row) => [
      ...[...get(POINTER_C), ...get(sum(row, 0)), ...store(0)],
      ...[...get(POINTER_C), ...get(sum(row, 1)), ...store(16)],
    ]),
  ];
}

/** All tiles of `height` rows, going down and consuming rows; then the addresses stand behind them. */
function band(height: number): Code {
  return [
    ...[...constant(0), ...set(COLUMN)],
    ...repeat([...tile(height), ...add(COLUMN, constant(32))], COLUMN, get(STRIDE_B)),
    ...add(A, [...get(STRIDE_A), ...constant(height), MULTIPLY]),
    ...add(C, [...get(STRIDE_B), ...constant(height), MULTIPLY]),
    ...[...get(ROWS), ...constant(height), SUBTRACT, ...set(ROWS)],
  ];
}

function productModule(): Uint8Array {
  return assemble([
    {
      name: 'p',
      parameters: [I32, I32, I32, I32, I32, I32],
      integers: FIRST_SUM - STRIDE_A,
      vectors: FACTOR - FIRST_SUM + 1,
      body: [
        ...[...get(INNER), ...constant(4), MULTIPLY, ...set(STRIDE_A)],
        ...[...get(COLUMNS), ...constant(4), MULTIPLY, ...set(STRIDE_B)],
        ...loopWhileLess(constant(3), get(ROWS), band(4)),
        ...loopWhileLess(constant(0), get(ROWS), band(1)),
      ],
    },
  ]);
}
