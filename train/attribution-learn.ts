import type { FeatureModelColumns, FeatureScorer } from '../src/language/feature-model.ts';
import { shuffle } from './random.ts';

/** Features by hash, numbered in order of appearance; those seen fewer times than `least` are dropped on freezing. */
export class FeatureIndex {
  #keys = new Int32Array(1 << 22);
  #slots = new Int32Array(1 << 22);
  #counts = new Int32Array(1 << 20);
  #mask = (1 << 22) - 1;
  size = 0;
  frozen = false;

  /** The feature's number, -1 of a new one once frozen. */
  of(key: number): number {
    let i = (key ^ (key >>> 15)) & this.#mask;
    for (;;) {
      const found = this.#keys[i]!;
      if (found === key) return this.#slots[i]!;
      if (found === 0) break;
      i = (i + 1) & this.#mask;
    }
    if (this.frozen) return -1;
    this.#keys[i] = key;
    this.#slots[i] = this.size;
    if (this.size * 2 > this.#mask) {
      this.size++;
      this.#grow();
      return this.size - 1;
    }
    return this.size++;
  }

  count(slot: number): void {
    if (slot >= this.#counts.length) {
      const larger = new Int32Array(Math.max(slot + 1, this.#counts.length * 2));
      larger.set(this.#counts);
      this.#counts = larger;
    }
    this.#counts[slot]!++;
  }

  seen(slot: number): number {
    return this.#counts[slot] ?? 0;
  }

  /** key and slot of every feature */
  *entries(): Generator<[number, number]> {
    for (let i = 0; i < this.#keys.length; i++)
      if (this.#keys[i] !== 0) yield [this.#keys[i]!, this.#slots[i]!];
  }

  #grow(): void {
    const old = [...this.entries()];
    this.#keys = new Int32Array(this.#keys.length * 2);
    this.#slots = new Int32Array(this.#keys.length);
    this.#mask = this.#keys.length - 1;
    for (const [key, slot] of old) {
      let i = (key ^ (key >>> 15)) & this.#mask;
      while (this.#keys[i] !== 0) i = (i + 1) & this.#mask;
      this.#keys[i] = key;
      this.#slots[i] = slot;
    }
  }
}

/** A growing list of lists of feature numbers, flat. */
export class FeatureLists {
  #values = new Int32Array(1 << 20);
  #length = 0;
  readonly starts: number[] = [0];
  readonly index: FeatureIndex;

  constructor(index: FeatureIndex) {
    this.index = index;
  }

  get size(): number {
    return this.starts.length - 1;
  }

  push(features: Int32Array, length: number): number {
    for (let i = 0; i < length; i++) {
      const slot = this.index.of(features[i]!);
      if (slot < 0) continue;
      this.index.count(slot);
      if (this.#length === this.#values.length) {
        const larger = new Int32Array(this.#values.length * 2);
        larger.set(this.#values);
        this.#values = larger;
      }
      this.#values[this.#length++] = slot;
    }
    this.starts.push(this.#length);
    return this.size - 1;
  }

  /** Drops rare features from all lists. */
  prune(least: number): void {
    let to = 0;
    for (let list = 0; list < this.size; list++) {
      const from = this.starts[list]!;
      const end = this.starts[list + 1]!;
      this.starts[list] = to;
      for (let i = from; i < end; i++) {
        const slot = this.#values[i]!;
        if (this.index.seen(slot) >= least) this.#values[to++] = slot;
      }
    }
    this.starts[this.size] = to;
    this.#length = to;
  }

  get values(): Int32Array {
    return this.#values;
  }
}

/** Logistic regression by AdaGrad (Duchi et al. 2011) with L2; @returns weights by feature number */
export function trainLogistic(
  lists: FeatureLists,
  labels: ArrayLike<number>,
  rows: number[],
  random: () => number,
  { epochs = 6, rate = 0.03, l2 = 2e-6 } = {},
): Float32Array {
  const weights = new Float32Array(lists.index.size);
  const squares = new Float32Array(lists.index.size).fill(1e-2);
  const { values, starts } = lists;
  const order = [...rows];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const row of order) {
      const from = starts[row]!;
      const end = starts[row + 1]!;
      let sum = 0;
      for (let i = from; i < end; i++) sum += weights[values[i]!]!;
      const error = 1 / (1 + Math.exp(-sum)) - labels[row]!;
      if (Math.abs(error) < 1e-4) continue;
      for (let i = from; i < end; i++) {
        const slot = values[i]!;
        const gradient = error + l2 * weights[slot]! * 1000;
        squares[slot]! += gradient * gradient;
        weights[slot]! -= (rate * gradient) / Math.sqrt(squares[slot]!);
      }
    }
  }
  return weights;
}

/** Sums of weights by feature list. */
export function logit(lists: FeatureLists, weights: Float32Array, row: number): number {
  let sum = 0;
  for (let i = lists.starts[row]!; i < lists.starts[row + 1]!; i++) sum += weights[lists.values[i]!]!;
  return sum;
}

/** Weights of `classes` per feature as a model's columns; the greatest `limit` of them, in 8 bits. */
export function columnsOf(
  index: FeatureIndex,
  weights: Float32Array,
  classes: number,
  limit = Number.POSITIVE_INFINITY,
): FeatureModelColumns {
  const entries = [...index.entries()].sort(([a], [b]) => (a >>> 0) - (b >>> 0));
  const sizes = weights.map(Math.abs).sort();
  const scale = Math.fround(sizes.at(-1) ?? 1);
  const threshold = sizes.length > limit ? sizes[sizes.length - limit]! : 0;
  const keys: number[] = [];
  const counts: number[] = [];
  const classOf: number[] = [];
  const out: number[] = [];
  for (const [key, slot] of entries) {
    let kept = 0;
    for (let c = 0; c < classes; c++) {
      const value = weights[slot * classes + c] ?? 0;
      const size = Math.abs(value);
      const q = size < threshold ? 0 : Math.round(127 * Math.sqrt(size / scale));
      if (q === 0) continue;
      classOf.push(c);
      out.push(value < 0 ? -q : q);
      kept++;
    }
    if (kept === 0) continue;
    keys.push(key);
    counts.push(kept);
  }
  return {
    classes,
    keys: Int32Array.from(keys),
    counts: Uint8Array.from(counts),
    classOf: Uint8Array.from(classOf),
    weights: Int8Array.from(out),
    scale,
  };
}

/** Scores by weights still in training. */
export function scorerOf(index: FeatureIndex, weights: Float32Array, classes: number): FeatureScorer {
  return {
    score(features, from, to, scores) {
      scores.fill(0);
      for (let i = from; i < to; i++) {
        const slot = index.of(features[i]!);
        if (slot < 0) continue;
        for (let c = 0; c < classes; c++) scores[c]! += weights[slot * classes + c] ?? 0;
      }
    },
  };
}
