import { RowIndex } from './row-index.ts';

/** Distributional word classes by the hash of the lower-case form. Immutable. */
export class ClusterTable {
  readonly #index: RowIndex;
  readonly #classes: Uint16Array;
  readonly #coarse: Uint8Array;

  /** @param coarse the coarse class of each class */
  constructor(keys: Int32Array, classes: Uint16Array, coarse: Uint8Array) {
    this.#index = new RowIndex(keys);
    this.#classes = classes;
    this.#coarse = coarse;
  }

  /** The class, or -1 of an unknown word. */
  find(hash: number): number {
    const row = this.#index.find(hash, -1);
    return row < 0 ? -1 : this.#classes[row]!;
  }

  coarse(cluster: number): number {
    return this.#coarse[cluster] ?? 0;
  }
}

export const NO_CLUSTERS = new ClusterTable(new Int32Array(0), new Uint16Array(0), new Uint8Array(0));
