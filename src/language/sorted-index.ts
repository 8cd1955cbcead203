/**
 * Row numbers by key, for keys that are stored in ascending order: where the rows of each value of the keys' upper bits begin.
 * Made in one pass over the keys, much faster than a hash table. For keys that are spread evenly, as hashes are. Immutable.
 */
export class SortedIndex {
  readonly #keys: Int32Array;
  /** First row of each bucket, and at the end the number of rows. */
  readonly #starts: Uint32Array;
  readonly #shift: number;

  /**
   * @param keys ascending as unsigned numbers
   * @param bits that the keys have, at most 32
   */
  constructor(keys: Int32Array, bits = 32) {
    let buckets = 4;
    while (2 ** buckets < keys.length) buckets++;
    buckets = Math.min(buckets, bits);
    this.#keys = keys;
    this.#shift = bits - buckets;
    this.#starts = new Uint32Array(2 ** buckets + 1);
    const starts = this.#starts;
    let bucket = 0;
    for (let row = 0; row < keys.length; row++) {
      const own = keys[row]! >>> this.#shift;
      while (bucket < own) starts[++bucket] = row;
    }
    while (bucket < 2 ** buckets) starts[++bucket] = keys.length;
  }

  /** The row, or -1. */
  find(key: number): number {
    const bucket = key >>> this.#shift;
    const end = this.#starts[bucket + 1]!;
    for (let row = this.#starts[bucket]!; row < end; row++) if (this.#keys[row] === key) return row;
    return -1;
  }
}
