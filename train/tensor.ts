import { type Arena, createArena } from './matrix.ts';
import { randomSource } from './random.ts';

/** The memory of a training run; activations are taken from `scratch`, which is reset for each batch. */
export class Workspace {
  readonly arena: Arena;
  readonly #scratch: Float32Array;
  #used = 0;

  constructor(bytes: number, scratchValues: number) {
    this.arena = createArena(bytes);
    this.#scratch = this.arena.allocate(scratchValues);
  }

  reset(): void {
    this.#used = 0;
  }

  /** Zeroed values that live until `reset`. */
  take(length: number): Float32Array {
    const rounded = (length + 7) & ~7;
    if (this.#used + rounded > this.#scratch.length) throw new RangeError('the batch is too large');
    const array = this.#scratch.subarray(this.#used, this.#used + length);
    this.#used += rounded;
    array.fill(0);
    return array;
  }

  /** `c += a b`, row-major. */
  product(
    a: Float32Array,
    b: Float32Array,
    c: Float32Array,
    rows: number,
    columns: number,
    inner: number,
  ): void {
    if (a.length < rows * inner || b.length < inner * columns || c.length < rows * columns)
      throw new RangeError('the sizes of a matrix product do not fit');
    this.arena.product(a.byteOffset, b.byteOffset, c.byteOffset, rows, columns, inner);
  }

  /** The transpose of a rows x columns matrix. */
  transpose(a: Float32Array, rows: number, columns: number): Float32Array {
    const out = this.take(rows * columns);
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) out[j * rows + i] = a[i * columns + j]!;
    return out;
  }
}

/** Weights with their gradient and the moments of Adam (Kingma & Ba 2015). */
export class Parameter {
  readonly value: Float32Array;
  readonly gradient: Float32Array;
  readonly #first: Float32Array;
  readonly #second: Float32Array;
  /** Width of a row where only touched rows are updated; 0 for dense weights. */
  readonly #row: number;
  readonly #touched = new Set<number>();

  constructor(arena: Arena, length: number, row = 0) {
    this.value = arena.allocate(length);
    this.gradient = arena.allocate(length);
    this.#first = new Float32Array(length);
    this.#second = new Float32Array(length);
    this.#row = row;
  }

  /** Uniform values within +-bound. */
  fillRandom(bound: number, seed: number): this {
    const random = randomSource(seed);
    for (let i = 0; i < this.value.length; i++) this.value[i] = (random() * 2 - 1) * bound;
    return this;
  }

  touch(row: number): void {
    this.#touched.add(row);
  }

  squaredNorm(): number {
    let sum = 0;
    this.#ranges((from, to) => {
      for (let i = from; i < to; i++) sum += this.gradient[i]! ** 2;
    });
    return sum;
  }

  /** One step of Adam, after which the gradient is zero again. */
  step(
    rate: number,
    scale: number,
    decay1: number,
    decay2: number,
    correction1: number,
    correction2: number,
  ): void {
    const { value, gradient } = this;
    const first = this.#first;
    const second = this.#second;
    this.#ranges((from, to) => {
      for (let i = from; i < to; i++) {
        const g = gradient[i]! * scale;
        gradient[i] = 0;
        const m = (first[i] = decay1 * first[i]! + (1 - decay1) * g);
        const v = (second[i] = decay2 * second[i]! + (1 - decay2) * g * g);
        value[i]! -= (rate * (m / correction1)) / (Math.sqrt(v / correction2) + 1e-8);
      }
    });
    this.#touched.clear();
  }

  /** Weights and moments, in that order. */
  get state(): readonly Float32Array[] {
    return [this.value, this.#first, this.#second];
  }

  #ranges(use: (from: number, to: number) => void): void {
    if (this.#row === 0) use(0, this.value.length);
    else for (const row of this.#touched) use(row * this.#row, (row + 1) * this.#row);
  }
}

/** One step of Adam on all weights of a network, its gradient cut to a norm of 5. `number` counts from 1. */
export function step(parameters: Readonly<Record<string, Parameter>>, rate: number, number: number): void {
  const all = Object.values(parameters);
  let norm = 0;
  for (const parameter of all) norm += parameter.squaredNorm();
  const scale = Math.min(1, 5 / (Math.sqrt(norm) || 1));
  const correction1 = 1 - 0.9 ** number;
  const correction2 = 1 - 0.98 ** number;
  for (const parameter of all) parameter.step(rate, scale, 0.9, 0.98, correction1, correction2);
}
