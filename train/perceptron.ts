import type { FeatureModelColumns, FeatureScorer } from '../src/language/feature-model.ts';

/**
 * The model in training: an averaged perceptron whose features grow as they are met, each with the weights of
 * the classes that it was ever updated for. Averages by the trick of Daumé (2006): w - u / t.
 */
export class Perceptron implements FeatureScorer {
  readonly classes: number;
  #size = 0;
  #capacity = 1 << 18;
  #mask = this.#capacity * 2 - 1;
  #keys = new Int32Array(this.#capacity * 2);
  #slots = new Int32Array(this.#capacity * 2);
  #start = new Int32Array(this.#capacity);
  #length = new Uint8Array(this.#capacity);
  #room = new Uint8Array(this.#capacity);
  #poolSize = 0;
  #poolCapacity = 1 << 20;
  #classOf = new Uint8Array(this.#poolCapacity);
  #weights = new Float32Array(this.#poolCapacity);
  #totals = new Float64Array(this.#poolCapacity);
  /** Number of examples seen, which the averages divide by. */
  steps = 1;

  constructor(classes: number) {
    this.classes = classes;
  }

  get features(): number {
    return this.#size;
  }

  score(features: Int32Array, from: number, to: number, scores: Float64Array): void {
    const keys = this.#keys;
    const mask = this.#mask;
    scores.fill(0);
    for (let f = from; f < to; f++) {
      const key = features[f]!;
      let i = (key ^ (key >>> 15)) & mask;
      for (;;) {
        const found = keys[i]!;
        if (found === key) {
          const slot = this.#slots[i]!;
          const first = this.#start[slot]!;
          const end = first + this.#length[slot]!;
          for (let p = first; p < end; p++) scores[this.#classOf[p]!]! += this.#weights[p]!;
          break;
        }
        if (found === 0) break;
        i = (i + 1) & mask;
      }
    }
  }

  /** Rewards class `good` and punishes class `bad` (either may be -1). */
  update(features: Int32Array, from: number, to: number, good: number, bad: number, amount = 1): void {
    for (let f = from; f < to; f++) {
      const slot = this.#slot(features[f]!);
      if (good >= 0) this.#add(slot, good, amount);
      if (bad >= 0) this.#add(slot, bad, -amount);
    }
  }

  /** Adds the averaged weights of another; the sum of several is as good as their mean. Not to be trained further. */
  addAverages(other: Perceptron): void {
    this.steps = 0;
    for (let j = 0; j < other.#keys.length; j++) {
      if (other.#keys[j] === 0) continue;
      const from = other.#slots[j]!;
      const slot = this.#slot(other.#keys[j]!);
      for (let p = other.#start[from]!, end = p + other.#length[from]!; p < end; p++)
        this.#add(slot, other.#classOf[p]!, other.#weights[p]! - other.#totals[p]! / other.steps);
    }
    this.steps = 1;
  }

  #slot(key: number): number {
    if (this.#size >= this.#capacity) this.#grow();
    let i = (key ^ (key >>> 15)) & this.#mask;
    for (;;) {
      const found = this.#keys[i]!;
      if (found === key) return this.#slots[i]!;
      if (found === 0) break;
      i = (i + 1) & this.#mask;
    }
    this.#keys[i] = key;
    const slot = this.#size++;
    this.#start[slot] = -1;
    this.#slots[i] = slot;
    return slot;
  }

  #add(slot: number, category: number, amount: number): void {
    let first = this.#start[slot]!;
    const length = this.#length[slot]!;
    for (let p = first; p < first + length; p++) {
      if (this.#classOf[p] === category) {
        this.#weights[p]! += amount;
        this.#totals[p]! += amount * this.steps;
        return;
      }
    }
    if (first < 0 || length >= this.#room[slot]!) {
      const room = first < 0 ? 2 : Math.min(this.#room[slot]! * 2, 255);
      const moved = this.#allocate(room);
      for (let p = 0; p < length; p++) {
        this.#classOf[moved + p] = this.#classOf[first + p]!;
        this.#weights[moved + p] = this.#weights[first + p]!;
        this.#totals[moved + p] = this.#totals[first + p]!;
      }
      first = moved;
      this.#start[slot] = moved;
      this.#room[slot] = room;
    }
    this.#classOf[first + length] = category;
    this.#weights[first + length] = amount;
    this.#totals[first + length] = amount * this.steps;
    this.#length[slot] = length + 1;
  }

  #allocate(room: number): number {
    while (this.#poolSize + room > this.#poolCapacity) {
      this.#poolCapacity *= 2;
      this.#classOf = extended(this.#classOf, new Uint8Array(this.#poolCapacity));
      this.#weights = extended(this.#weights, new Float32Array(this.#poolCapacity));
      this.#totals = extended(this.#totals, new Float64Array(this.#poolCapacity));
    }
    const at = this.#poolSize;
    this.#poolSize += room;
    return at;
  }

  #grow(): void {
    const keys = this.#keys;
    const slots = this.#slots;
    this.#capacity *= 2;
    this.#mask = this.#capacity * 2 - 1;
    this.#keys = new Int32Array(this.#capacity * 2);
    this.#slots = new Int32Array(this.#capacity * 2);
    for (let j = 0; j < keys.length; j++) {
      const key = keys[j]!;
      if (key === 0) continue;
      let i = (key ^ (key >>> 15)) & this.#mask;
      while (this.#keys[i] !== 0) i = (i + 1) & this.#mask;
      this.#keys[i] = key;
      this.#slots[i] = slots[j]!;
    }
    this.#start = extended(this.#start, new Int32Array(this.#capacity));
    this.#length = extended(this.#length, new Uint8Array(this.#capacity));
    this.#room = extended(this.#room, new Uint8Array(this.#capacity));
  }

  /** The averaged weights, the greatest `limit` of them, quantised to 8 bits. */
  columns(limit = Number.POSITIVE_INFINITY): FeatureModelColumns {
    const cells: number[] = [];
    for (let j = 0; j < this.#keys.length; j++) if (this.#keys[j] !== 0) cells.push(j);
    cells.sort((a, b) => (this.#keys[a]! >>> 0) - (this.#keys[b]! >>> 0));
    const average = (p: number): number => this.#weights[p]! - this.#totals[p]! / this.steps;
    const sizes = new Float32Array(this.#poolSize);
    let used = 0;
    let scale = 0;
    for (const cell of cells) {
      const slot = this.#slots[cell]!;
      for (let p = this.#start[slot]!, end = p + this.#length[slot]!; p < end; p++) {
        const size = Math.abs(average(p));
        sizes[used++] = size;
        scale = Math.max(scale, size);
      }
    }
    scale = Math.fround(scale);
    const sorted = sizes.subarray(0, used).slice().sort();
    const threshold = used > limit ? sorted[used - limit]! : 0;
    const keys: number[] = [];
    const counts: number[] = [];
    const classOf: number[] = [];
    const weights: number[] = [];
    for (const cell of cells) {
      const slot = this.#slots[cell]!;
      const before = weights.length;
      const kept: [number, number][] = [];
      for (let p = this.#start[slot]!, end = p + this.#length[slot]!; p < end; p++) {
        const value = average(p);
        const size = Math.fround(Math.abs(value));
        if (size < threshold) continue;
        const q = Math.round(127 * Math.sqrt(size / scale));
        if (q > 0) kept.push([this.#classOf[p]!, value < 0 ? -q : q]);
      }
      kept.sort((a, b) => a[0] - b[0]);
      for (const [category, q] of kept) {
        classOf.push(category);
        weights.push(q);
      }
      if (weights.length === before) continue;
      keys.push(this.#keys[cell]!);
      counts.push(weights.length - before);
    }
    return {
      classes: this.classes,
      keys: Int32Array.from(keys),
      counts: Uint8Array.from(counts),
      classOf: Uint8Array.from(classOf),
      weights: Int8Array.from(weights),
      scale,
    };
  }
}

function extended<T extends Int32Array | Uint8Array | Float32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
