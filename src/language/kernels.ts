import { type KernelFunctions, scalarKernels } from './scalar-kernels.ts';
import { simdKernels } from './simd-kernels.ts';
import { instantiate, PAGE } from './wasm.ts';

/** Weights of an affine map as the dot kernel reads them. */
export interface PackedWeights {
  /** A multiple of 4. */
  readonly inner: number;
  /** A multiple of 8. */
  readonly columns: number;
  /** Panels of 8 columns; in each, pair by pair of inputs, the 8 columns' two weights. */
  readonly packed: Int16Array;
  readonly bias: Float32Array;
  /** What one unit of the sum of products is worth. */
  readonly scale: number;
}

/**
 * The network's arithmetic over one memory: sums of products of 16-bit integers, which are exact, and single operations on
 * 32-bit floats in a fixed order. Where WebAssembly SIMD is there it does the work; loops in TypeScript give the same bits.
 */
export class Kernels {
  readonly #buffer: ArrayBuffer;
  readonly #run: KernelFunctions;
  #used = 64;

  /** @param bytes size of the memory, rounded up to 64 KiB */
  constructor(bytes: number, { scalar = false } = {}) {
    const pages = Math.ceil(bytes / PAGE);
    const fast = scalar ? null : instantiate(simdKernels(), pages);
    this.#buffer = fast?.buffer ?? new ArrayBuffer(pages * PAGE);
    this.#run = (fast?.exports as unknown as KernelFunctions | undefined) ?? scalarKernels(this.#buffer);
  }

  /** Zeroed values; never given back. @throws RangeError when the memory is full */
  floats(length: number): Float32Array {
    return new Float32Array(this.#buffer, this.#take(length * 4), length);
  }

  /** Zeroed values; never given back. @throws RangeError when the memory is full */
  shorts(length: number): Int16Array {
    return new Int16Array(this.#buffer, this.#take(length * 2), length);
  }

  /**
   * Stores the weights of `x * weights + bias`, quantised so finely that no sum can overflow.
   * @param values row-major, `inner` rows
   * @param inputScale what quantised inputs were multiplied by
   * @param most greatest quantised input
   */
  weights(
    values: Float32Array,
    bias: Float32Array | null,
    columns: number,
    inputScale: number,
    most: number,
  ): PackedWeights {
    const inner = values.length / columns;
    const sums = new Float64Array(columns);
    let greatest = 1e-9;
    for (let i = 0, j = 0; i < values.length; i++) {
      const size = Math.abs(values[i]!);
      sums[j]! += size;
      if (size > greatest) greatest = size;
      if (++j === columns) j = 0;
    }
    // half a unit of rounding for each weight is room enough
    const room = (2 ** 31 - 1) / most - inner;
    const scale = Math.min(32_767 / greatest, room / sums.reduce((a, b) => Math.max(a, b), 1e-9));
    const packed = this.shorts(values.length);
    for (let p = 0; p < inner; p++)
      for (let j = 0; j < columns; j++)
        packed[(j >> 3) * inner * 8 + (p >> 1) * 16 + (j & 7) * 2 + (p & 1)] = Math.round(
          values[p * columns + j]! * scale,
        );
    const ownBias = this.floats(columns);
    if (bias !== null) ownBias.set(bias);
    return { inner, columns, packed, bias: ownBias, scale: 1 / (scale * inputScale) };
  }

  /** `out = x * weights + bias` for rows of quantised inputs. */
  affine(
    x: Int16Array,
    { inner, columns, packed, bias, scale }: PackedWeights,
    out: Float32Array,
    rows: number,
  ): void {
    if (x.length < rows * inner || out.length < rows * columns) throw new RangeError('the sizes do not fit');
    if (rows === 0) return;
    this.#run.affine(
      x.byteOffset,
      packed.byteOffset,
      bias.byteOffset,
      out.byteOffset,
      rows,
      columns,
      inner,
      scale,
    );
  }

  /**
   * `out = a b` for rows of floats; `inner` even.
   * @param b panels of 8 columns; in each, input by input, the 8 columns' values
   */
  product(
    a: Float32Array,
    b: Float32Array,
    out: Float32Array,
    rows: number,
    columns: number,
    inner: number,
  ): void {
    if (a.length < rows * inner || out.length < rows * columns) throw new RangeError('the sizes do not fit');
    if (rows === 0) return;
    this.#run.product(a.byteOffset, b.byteOffset, out.byteOffset, rows, columns, inner);
  }

  /** `out` = the sum of a bias and three rows of floats; `length` a multiple of 4. */
  sum(
    bias: Float32Array,
    rows: Float32Array,
    [a, b, c]: readonly [number, number, number],
    out: Float32Array,
    at: number,
    length: number,
  ): void {
    const base = rows.byteOffset;
    this.#run.sum(bias.byteOffset, base + a * 4, base + b * 4, base + c * 4, out.byteOffset + at * 4, length);
  }

  /**
   * Pools pre-activations along a piece in one direction, as a quasi-recurrent layer does (Bradbury et al. 2017,
   * fo-pooling), with softsign for tanh and for the gates: c = z + f (c' - z), h = o c. Adds h to what `hidden` holds,
   * or puts it there, and writes it quantised by `HIDDEN_SCALE` too.
   *
   * @param gates rows of candidate, forget and output pre-activations, each for both directions
   * @param cell room for `units` values
   */
  pool(
    gates: Float32Array,
    hidden: Float32Array,
    quantised: Int16Array,
    cell: Float32Array,
    { first, words, units, backward, shortcut }: PoolOptions,
  ): void {
    if (words === 0) return;
    cell.fill(0, 0, units);
    const start = backward ? first + words - 1 : first;
    const side = backward ? units : 0;
    const step = (backward ? -2 : 2) * units;
    const run = shortcut ? this.#run.poolOnto : this.#run.pool;
    run(
      gates.byteOffset + (start * 6 * units + side) * 4,
      hidden.byteOffset + (start * 2 * units + side) * 4,
      quantised.byteOffset + (start * 2 * units + side) * 2,
      cell.byteOffset,
      words,
      units,
      step,
      HIDDEN_SCALE,
    );
  }

  /** `out` = what is positive of `a + b`, quantised by `scale`; `length` a multiple of 8. */
  rectifiedSum(
    a: Float32Array,
    aAt: number,
    b: Float32Array,
    bAt: number,
    out: Int16Array,
    at: number,
    length: number,
    scale: number,
  ): void {
    this.#run.rectifiedSum(
      a.byteOffset + aAt * 4,
      b.byteOffset + bAt * 4,
      out.byteOffset + at * 2,
      length,
      scale,
    );
  }

  #take(bytes: number): number {
    const at = this.#used;
    this.#used = Math.ceil((at + bytes) / 16) * 16;
    return at;
  }
}

export interface PoolOptions {
  /** First word of the piece, and how many it has. */
  readonly first: number;
  readonly words: number;
  /** A multiple of 8. */
  readonly units: number;
  readonly backward: boolean;
  readonly shortcut: boolean;
}

/** What the layers' outputs are multiplied by as 16-bit integers. A layer adds less than 1 to the one below. */
export const HIDDEN_SCALE = 8192;
