// An assembler for just the WebAssembly that the kernels need (webassembly.github.io/spec/core/binary). The module is put
// together from its instructions at load time, so the package ships no binary.

export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;

interface WebAssemblyLike {
  Memory: new (descriptor: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
}

/** Bytes of a page of memory. */
export const PAGE = 65_536;

/**
 * The module at work over a memory of so many pages; null where there is no WebAssembly SIMD or code generation is
 * forbidden, so that loops in TypeScript must do the same.
 */
export function instantiate(
  module: Uint8Array,
  pages: number,
): { readonly buffer: ArrayBuffer; readonly exports: Readonly<Record<string, unknown>> } | null {
  const engine = (globalThis as { WebAssembly?: WebAssemblyLike }).WebAssembly;
  if (engine === undefined) return null;
  try {
    const memory = new engine.Memory({ initial: pages, maximum: pages });
    const { exports } = new engine.Instance(new engine.Module(module), { m: { m: memory } });
    return { buffer: memory.buffer, exports };
  } catch {
    return null;
  }
}

export type Code = readonly number[];

export interface WasmFunction {
  readonly name: string;
  /** Types of the parameters. */
  readonly parameters: readonly number[];
  /** Locals that follow the parameters: so many integers, then so many vectors. */
  readonly integers: number;
  readonly vectors: number;
  readonly body: Code;
}

export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];
export const constant = (value: number): Code => [0x41, ...signed(value)];

export const ADD = 0x6a;
export const SUBTRACT = 0x6b;
export const MULTIPLY = 0x6c;
export const SHIFT_RIGHT = 0x75;
const LESS = 0x48;

const simd = (op: number): Code => [0xfd, ...unsigned(op)];
/** Loads and stores take the address from the stack, and an offset to it. */
export const load = (offset: number): Code => [...simd(0x00), 0x02, ...unsigned(offset)];
export const load32Splat = (offset: number): Code => [...simd(0x09), 0x02, ...unsigned(offset)];
export const store = (offset: number): Code => [...simd(0x0b), 0x02, ...unsigned(offset)];
export const F32X4 = {
  splat: simd(0x13),
  floor: simd(0x68),
  abs: simd(0xe0),
  add: simd(0xe4),
  subtract: simd(0xe5),
  multiply: simd(0xe6),
  divide: simd(0xe7),
  max: simd(0xe9),
  fromI32: simd(0xfa),
} as const;
export const I32X4 = { add: simd(0xae), dotI16: simd(0xba), fromF32: simd(0xf8) } as const;
export const I16X8 = { narrow: simd(0x85) } as const;

/** Four times the same number. */
export function splatF32(value: number): Code {
  const bytes = new Uint8Array(Float32Array.of(value).buffer);
  return [0x43, ...bytes, ...F32X4.splat];
}

export const add = (local: number, amount: Code): Code => [...get(local), ...amount, ADD, ...set(local)];

/** Repeats the body while `local < limit`, tested at the end; the body runs at least once. */
export const repeat = (body: Code, local: number, limit: Code): Code => [
  ...[0x03, 0x40],
  ...body,
  ...get(local),
  ...limit,
  LESS,
  ...[0x0d, 0x00, 0x0b],
];

/** Runs the body for as long as `less < more`. */
export const loopWhileLess = (less: Code, more: Code, body: Code): Code => [
  ...[...less, ...more, LESS, 0x04, 0x40],
  ...[0x03, 0x40, ...body, ...less, ...more, LESS, 0x0d, 0x00, 0x0b],
  0x0b,
];

/** A module that takes its memory as `m` of module `m` and exports the functions, which return nothing. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array {
  const indexes = functions.map((_, i) => i);
  const codes = functions.map(({ integers, vectors, body }) => {
    const code = [2, ...unsigned(integers), I32, ...unsigned(vectors), V128, ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      functions.map(({ parameters }) => [0x60, parameters.length, ...parameters, 0]),
    ),
    // at least one page of memory, at most all
    ...section(2, [[...text('m'), ...text('m'), 0x02, 0x01, 1, ...unsigned(65_536)]]),
    ...section(
      3,
      indexes.map((i) => [i]),
    ),
    ...section(
      7,
      functions.map(({ name }, i) => [...text(name), 0x00, i]),
    ),
    ...section(10, codes),
  ]);
}

function section(id: number, items: readonly Code[]): number[] {
  const content = [...unsigned(items.length), ...items.flat()];
  return [id, ...unsigned(content.length), ...content];
}

function text(name: string): number[] {
  return [name.length, ...Array.from(name, (char) => char.charCodeAt(0))];
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
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const byte = rest & 127;
    rest >>= 7;
    if ((rest === 0 && (byte & 64) === 0) || (rest === -1 && (byte & 64) !== 0)) return [...bytes, byte];
    bytes.push(byte | 128);
  }
}
