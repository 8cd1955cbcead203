// Matrix products in 32-bit floats, four at a time where WebAssembly SIMD is there. The module is assembled here from
// its instructions, so the package ships no binary; without WebAssembly a loop in TypeScript gives the same bits.

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

interface WebAssemblyLike {
  Memory: new (descriptor: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
}

const PAGE = 65_536;

/** @param bytes size of the arena, rounded up to 64 KiB */
export function createArena(bytes: number, { scalar = false } = {}): Arena {
  const pages = Math.ceil(bytes / PAGE);
  const fast = scalar ? null : instantiate(pages);
  const buffer = fast?.buffer ?? new ArrayBuffer(pages * PAGE);
  let used = 64;
  return {
    buffer,
    product: fast?.product ?? scalarProduct(new Float32Array(buffer)),
    allocate(length) {
      const array = new Float32Array(buffer, used, length);
      used = Math.ceil((used + length * 4) / 16) * 16;
      return array;
    },
  };
}

function instantiate(pages: number): { buffer: ArrayBuffer; product: MatrixProduct } | null {
  const engine = (globalThis as { WebAssembly?: WebAssemblyLike }).WebAssembly;
  if (engine === undefined) return null;
  try {
    const memory = new engine.Memory({ initial: pages, maximum: pages });
    const module = new engine.Module(assemble());
    const { exports } = new engine.Instance(module, { m: { m: memory } });
    return { buffer: memory.buffer, product: exports.p as MatrixProduct };
  } catch {
    // no SIMD, or code generation is forbidden: the loop below does the same
    return null;
  }
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

// --- assembler: just the instructions that the product needs (webassembly.github.io/spec/core/binary) ---

const I32 = 0x7f;
const V128 = 0x7b;

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

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const constant = (value: number): number[] => [0x41, ...signed(value)];
const ADD = 0x6a;
const SUBTRACT = 0x6b;
const MULTIPLY = 0x6c;
const LESS = 0x48;
const vector = (op: number): number[] => [0xfd, ...unsigned(op)];
const load = (offset: number): number[] => [...vector(0x00), 0x02, ...unsigned(offset)];
const splat = [...vector(0x09), 0x02, 0x00];
const store = (offset: number): number[] => [...vector(0x0b), 0x02, ...unsigned(offset)];
const PLUS = vector(0xe4);
const TIMES = vector(0xe6);

const add = (local: number, amount: number[]): number[] => [...get(local), ...amount, ADD, ...set(local)];
/** Repeats the body while `local < limit`, tested at the end; the body runs at least once. */
const repeat = (body: number[], local: number, limit: number[]): number[] => [
  ...[0x03, 0x40],
  ...body,
  ...get(local),
  ...limit,
  LESS,
  ...[0x0d, 0x00, 0x0b],
];
const when = (condition: number[], body: number[]): number[] => [...condition, 0x04, 0x40, ...body, 0x0b];

/** Sums of `height` rows by 8 columns, kept in registers while the inner dimension runs. */
function tile(height: number): number[] {
  const sum = (row: number, half: number): number => FIRST_SUM + row * 2 + half;
  const rows = Array.from({ length: height }, (_, row) => row);
  const strideC = [...get(COLUMNS), ...constant(4), MULTIPLY];
  const each = (use: (row: number) => number[]): number[] => [
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
          ...[...get(POINTER_A), ...splat, ...set(FACTOR)],
          ...[...get(sum(row, 0)), ...get(FACTOR), ...get(LEFT), ...TIMES, ...PLUS, ...set(sum(row, 0))],
          ...[...get(sum(row, 1)), ...get(FACTOR), ...get(RIGHT), ...TIMES, ...PLUS, ...set(sum(row, 1))],
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
function band(height: number): number[] {
  return [
    ...[...constant(0), ...set(COLUMN)],
    ...repeat([...tile(height), ...add(COLUMN, constant(32))], COLUMN, get(STRIDE_B)),
    ...add(A, [...get(STRIDE_A), ...constant(height), MULTIPLY]),
    ...add(C, [...get(STRIDE_B), ...constant(height), MULTIPLY]),
    ...[...get(ROWS), ...constant(height), SUBTRACT, ...set(ROWS)],
  ];
}

function assemble(): Uint8Array {
  const body = [
    ...[...get(INNER), ...constant(4), MULTIPLY, ...set(STRIDE_A)],
    ...[...get(COLUMNS), ...constant(4), MULTIPLY, ...set(STRIDE_B)],
    ...when(
      [...constant(3), ...get(ROWS), LESS],
      [0x03, 0x40, ...band(4), ...constant(3), ...get(ROWS), LESS, 0x0d, 0x00, 0x0b],
    ),
    ...when(
      [...constant(0), ...get(ROWS), LESS],
      [0x03, 0x40, ...band(1), ...constant(0), ...get(ROWS), LESS, 0x0d, 0x00, 0x0b],
    ),
    0x0b,
  ];
  const locals = [2, ...unsigned(FIRST_SUM - STRIDE_A), I32, ...unsigned(FACTOR - FIRST_SUM + 1), V128];
  const code = [...locals, ...body];
  const parameters = [6, I32, I32, I32, I32, I32, I32];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, ...parameters, 0]),
    // memory "m" of module "m", at least one page, at most all
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 0x02, 0x01, 1, ...unsigned(65_536)]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x70, 0x00, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return [...bytes, rest];
}

function signed(value: number): number[] {
  // non-negative values only: one more byte where the sign bit would be set
  const bytes = unsigned(value);
  const last = bytes.length - 1;
  if ((bytes[last]! & 64) === 0) return bytes;
  return [...bytes.slice(0, last), bytes[last]! | 128, 0];
}
