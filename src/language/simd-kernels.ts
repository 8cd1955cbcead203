import {
  ADD,
  add,
  assemble,
  type Code,
  constant,
  F32,
  F32X4,
  get,
  I16X8,
  I32,
  I32X4,
  load,
  load32Splat,
  loopWhileLess,
  MULTIPLY,
  repeat,
  SHIFT_RIGHT,
  SUBTRACT,
  set,
  splatF32,
  store,
  type WasmFunction,
} from './wasm.ts';

/** The kernels of `kernels.ts` in WebAssembly SIMD. */
export function simdKernels(): Uint8Array {
  return assemble([AFFINE, PRODUCT, SUM, pool('pool', false), pool('poolOnto', true), RECTIFIED_SUM]);
}

/** Four inputs of 4 bytes (two 16-bit integers, or a float) at a time meet 8 columns. */
interface Multiplication {
  readonly times: Code;
  readonly plus: Code;
  /** Turns a sum on the stack into what is stored. */
  readonly finish: (half: number) => Code;
}

/** Locals of the two products. Their parameters differ, so that these follow. */
function multiply(
  name: string,
  parameters: readonly number[],
  places: Readonly<Record<'a' | 'b' | 'out' | 'rows' | 'columns' | 'bytesA', number>>,
  prologue: (next: number, vector: number) => Code,
  panelStart: (vector: number) => (column: number) => Code,
  how: (vector: number) => Multiplication,
): WasmFunction {
  const { a, b, out, rows, columns, bytesA } = places;
  const first = parameters.length;
  const [STRIDE_OUT, COLUMN, PANEL, POINTER_A, POINTER_B, POINTER_OUT, ROW_A, ROW_OUT, REST, COUNT] =
    Array.from({ length: 10 }, (_, k) => first + k) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
  const vector = first + 10;
  const SUMS = vector + 3;
  const [LEFT, RIGHT, FACTOR] = [SUMS + 8, SUMS + 9, SUMS + 10];
  const { times, plus, finish } = how(vector);
  const sum = (row: number, half: number): number => SUMS + row * 2 + half;

  /** `height` rows by 8 columns, the sums kept in registers. */
  const tile = (height: number): Code => {
    const all = Array.from({ length: height }, (_, row) => row);
    return [
      ...all.flatMap((row) => [
        ...[...splatF32(0), ...set(sum(row, 0))],
        ...[...splatF32(0), ...set(sum(row, 1))],
      ]),
      ...[...get(PANEL), ...set(POINTER_B)],
      ...[...constant(0), ...set(COUNT)],
      ...repeat(
        [
          ...[...get(POINTER_B), ...load(0), ...set(LEFT)],
          ...[...get(POINTER_B), ...load(16), ...set(RIGHT)],
          ...[...get(ROW_A), ...get(COUNT), ADD, ...set(POINTER_A)],
          ...all.flatMap((row) => [
            ...[...get(POINTER_A), ...load32Splat(0), ...set(FACTOR)],
            ...[...get(sum(row, 0)), ...get(FACTOR), ...get(LEFT), ...times, ...plus, ...set(sum(row, 0))],
            ...[...get(sum(row, 1)), ...get(FACTOR), ...get(RIGHT), ...times, ...plus, ...set(sum(row, 1))],
            ...(row + 1 < height ? add(POINTER_A, get(bytesA)) : []),
          ]),
          ...add(POINTER_B, constant(32)),
          ...add(COUNT, constant(4)),
        ],
        COUNT,
        get(bytesA),
      ),
      ...[...get(ROW_OUT), ...set(POINTER_OUT)],
      ...all.flatMap((row) => [
        ...[...get(POINTER_OUT), ...get(sum(row, 0)), ...finish(0), ...store(0)],
        ...[...get(POINTER_OUT), ...get(sum(row, 1)), ...finish(1), ...store(16)],
        ...add(POINTER_OUT, get(STRIDE_OUT)),
      ]),
      ...[...get(POINTER_OUT), ...set(ROW_OUT)],
      ...add(ROW_A, [...get(bytesA), ...constant(height), MULTIPLY]),
      ...[...get(REST), ...constant(height), SUBTRACT, ...set(REST)],
    ];
  };
  const band = (height: number): Code => loopWhileLess(constant(height - 1), get(REST), tile(height));
  return {
    name,
    parameters,
    integers: 10,
    vectors: 14,
    body: [
      ...prologue(first, vector),
      ...[...get(columns), ...constant(4), MULTIPLY, ...set(STRIDE_OUT)],
      ...[...get(b), ...set(PANEL)],
      ...repeat(
        [
          ...panelStart(vector)(COLUMN),
          ...[...get(a), ...set(ROW_A)],
          ...[...get(out), ...get(COLUMN), ADD, ...set(ROW_OUT)],
          ...[...get(rows), ...set(REST)],
          ...band(4),
          ...band(1),
          ...add(PANEL, [...get(bytesA), ...constant(8), MULTIPLY]),
          ...add(COLUMN, constant(32)),
        ],
        COLUMN,
        get(STRIDE_OUT),
      ),
    ],
  };
}

const AFFINE = multiply(
  'affine',
  [I32, I32, I32, I32, I32, I32, I32, F32],
  { a: 0, b: 1, out: 3, rows: 4, columns: 5, bytesA: 6 },
  // the inner dimension in bytes of a row; the scale four times
  (_, vector) => [
    ...[...get(6), ...constant(2), MULTIPLY, ...set(6)],
    ...[...get(7), ...F32X4.splat, ...set(vector)],
  ],
  (vector) => (column) => [
    ...[...get(2), ...get(column), ADD, ...load(0), ...set(vector + 1)],
    ...[...get(2), ...get(column), ADD, ...load(16), ...set(vector + 2)],
  ],
  (vector) => ({
    times: I32X4.dotI16,
    plus: I32X4.add,
    finish: (half) => [
      ...F32X4.fromI32,
      ...get(vector),
      ...F32X4.multiply,
      ...get(vector + 1 + half),
      ...F32X4.add,
    ],
  }),
);

const PRODUCT = multiply(
  'product',
  [I32, I32, I32, I32, I32, I32],
  { a: 0, b: 1, out: 2, rows: 3, columns: 4, bytesA: 5 },
  () => [...get(5), ...constant(4), MULTIPLY, ...set(5)],
  () => () => [],
  () => ({ times: F32X4.multiply, plus: F32X4.add, finish: () => [] }),
);

const SUM: WasmFunction = {
  name: 'sum',
  parameters: [I32, I32, I32, I32, I32, I32],
  integers: 1,
  vectors: 0,
  body: [
    ...[...get(5), ...constant(4), MULTIPLY, ...set(5)],
    ...repeat(
      [
        ...[...get(4), ...get(6), ADD],
        ...[...get(0), ...get(6), ADD, ...load(0)],
        ...[...get(1), ...get(6), ADD, ...load(0), ...F32X4.add],
        ...[...get(2), ...get(6), ADD, ...load(0), ...F32X4.add],
        ...[...get(3), ...get(6), ADD, ...load(0), ...F32X4.add],
        ...store(0),
        ...add(6, constant(16)),
      ],
      6,
      get(5),
    ),
  ],
};

/** Rounds two vectors of floats, of which the code gives one each, to one of 8 short integers. */
function quantised(half: (k: number) => Code, scale: number): Code {
  const one = (k: number): Code => [
    ...half(k),
    ...[...get(scale), ...F32X4.multiply],
    ...[...splatF32(0.5), ...F32X4.add, ...F32X4.floor, ...I32X4.fromF32],
  ];
  return [...one(0), ...one(1), ...I16X8.narrow];
}

function pool(name: string, onto: boolean): WasmFunction {
  const [GATES, HIDDEN, QUANTISED, CELL, WORDS, UNITS, STEP, SCALE, D, G, H] = Array.from(
    { length: 11 },
    (_, k) => k,
  ) as [number, number, number, number, number, number, number, number, number, number, number];
  const F = H + 1;
  const O = H + 2;
  const C = H + 3;
  const Q = H + 4;
  const SCALES = H + 5;
  const Z = SCALES + 1;
  const X = SCALES + 2;
  const VALUE = SCALES + 3;
  const softsign = (address: number, offset: number): Code => [
    ...[...get(address), ...load(offset), ...set(X)],
    ...[...get(X), ...splatF32(1), ...get(X), ...F32X4.abs, ...F32X4.add, ...F32X4.divide],
  ];
  const gate = (address: number, offset: number): Code => [
    ...splatF32(0.5),
    ...[...splatF32(0.5), ...softsign(address, offset), ...F32X4.multiply],
    ...F32X4.add,
  ];
  const half = (k: number): Code => [
    ...[...softsign(G, 16 * k), ...set(Z)],
    ...get(C),
    ...get(Z),
    ...gate(F, 16 * k),
    ...[...get(C), ...load(16 * k), ...get(Z), ...F32X4.subtract],
    ...F32X4.multiply,
    ...F32X4.add,
    ...[...set(VALUE), ...get(VALUE), ...store(16 * k)],
    ...[...gate(O, 16 * k), ...get(VALUE), ...F32X4.multiply],
    ...(onto ? [...get(H), ...load(16 * k), ...F32X4.add] : []),
    ...set(VALUE + 1 + k),
    ...[...get(H), ...get(VALUE + 1 + k), ...store(16 * k)],
  ];
  return {
    name,
    parameters: [I32, I32, I32, I32, I32, I32, I32, F32],
    integers: SCALES - D,
    vectors: 6,
    body: [
      ...[...get(SCALE), ...F32X4.splat, ...set(SCALES)],
      // units and step in bytes of floats
      ...[...get(UNITS), ...constant(4), MULTIPLY, ...set(UNITS)],
      ...[...get(STEP), ...constant(4), MULTIPLY, ...set(STEP)],
      ...loopWhileLess(constant(0), get(WORDS), [
        ...[...constant(0), ...set(D)],
        ...repeat(
          [
            ...[...get(GATES), ...get(D), ADD, ...set(G)],
            ...[...get(G), ...get(UNITS), ADD, ...get(UNITS), ADD, ...set(F)],
            ...[...get(F), ...get(UNITS), ADD, ...get(UNITS), ADD, ...set(O)],
            ...[...get(HIDDEN), ...get(D), ADD, ...set(H)],
            ...[...get(CELL), ...get(D), ADD, ...set(C)],
            ...[...get(QUANTISED), ...get(D), ...constant(1), SHIFT_RIGHT, ADD, ...set(Q)],
            ...half(0),
            ...half(1),
            ...[...get(Q), ...quantised((k) => get(VALUE + 1 + k), SCALES), ...store(0)],
            ...add(D, constant(32)),
          ],
          D,
          get(UNITS),
        ),
        ...add(GATES, [...get(STEP), ...constant(3), MULTIPLY]),
        ...add(HIDDEN, get(STEP)),
        ...add(QUANTISED, [...get(STEP), ...constant(1), SHIFT_RIGHT]),
        ...[...get(WORDS), ...constant(1), SUBTRACT, ...set(WORDS)],
      ]),
    ],
  };
}

const RECTIFIED_SUM: WasmFunction = {
  name: 'rectifiedSum',
  parameters: [I32, I32, I32, I32, F32],
  integers: 1,
  vectors: 1,
  body: [
    ...[...get(4), ...F32X4.splat, ...set(6)],
    ...[...get(3), ...constant(4), MULTIPLY, ...set(3)],
    ...repeat(
      [
        ...[...get(2), ...get(5), ...constant(1), SHIFT_RIGHT, ADD],
        ...quantised(
          (k) => [
            ...[...get(0), ...get(5), ADD, ...load(16 * k)],
            ...[...get(1), ...get(5), ADD, ...load(16 * k), ...F32X4.add],
            ...[...splatF32(0), ...F32X4.max],
          ],
          6,
        ),
        ...store(0),
        ...add(5, constant(32)),
      ],
      5,
      get(3),
    ),
  ],
};
