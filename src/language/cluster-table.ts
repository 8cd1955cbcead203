/** Distributional word classes by the hash of the lower-case form. Immutable. */
export class ClusterTable {
  readonly #keys: Int32Array;
  readonly #values: Uint16Array;
  readonly #coarse: Uint8Array;
  readonly #mask: number;

  /** @param coarse the coarse class of each class */
  constructor(keys: Int32Array, classes: Uint16Array, coarse: Uint8Array) {
    let capacity = 16;
    while (capacity < keys.length * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(capacity);
    this.#values = new Uint16Array(capacity);
    this.#coarse = coarse;
    for (let j = 0; j < keys.length; j++) {
      let i = keys[j]! & this.#mask;
      while (this.#keys[i] !== 0) i = (i + 1) & this.#mask;
      this.#keys[i] = keys[j]!;
      this.#values[i] = classes[j]!;
    }
  }

  /** The class, or -1 of an unknown word. */
  find(hash: number): number {
    for (let i = hash & this.#mask; ; i = (i + 1) & this.#mask) {
      const key = this.#keys[i]!;
      if (key === hash) return this.#values[i]!;
      if (key === 0) return -1;
    }
  }

  coarse(cluster: number): number {
    return this.#coarse[cluster] ?? 0;
  }
}

export const NO_CLUSTERS = new ClusterTable(new Int32Array(0), new Uint16Array(0), new Uint8Array(0));
