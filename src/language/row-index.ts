/** Row numbers by hash, in open addressing. No key is 0. Immutable. */
export class RowIndex {
  readonly #keys: Int32Array;
  readonly #rows: Int32Array;
  readonly #mask: number;

  /** The key at `i` has row `i + first`. */
  constructor(keys: Int32Array, first = 0) {
    let capacity = 16;
    while (capacity < keys.length * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(capacity);
    this.#rows = new Int32Array(capacity);
    for (let j = 0; j < keys.length; j++) {
      let i = keys[j]! & this.#mask;
      while (this.#keys[i] !== 0) i = (i + 1) & this.#mask;
      this.#keys[i] = keys[j]!;
      this.#rows[i] = j + first;
    }
  }

  /** The row, or `missing`. */
  find(hash: number, missing: number): number {
    for (let i = hash & this.#mask; ; i = (i + 1) & this.#mask) {
      const key = this.#keys[i]!;
      if (key === hash) return this.#rows[i]!;
      if (key === 0) return missing;
    }
  }
}
