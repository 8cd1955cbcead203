/** Kinds that a word's name type is told by, in the order of their bits: two bits each, how likely the word is of the kind. */
export const WORD_KINDS = ['given', 'surname', 'place', 'organization', 'other', 'common'] as const;

/** Code of a word that the table does not hold. */
export const UNKNOWN_KIND = 0xffff;

/**
 * The key of a word's hash: 24 bits of it, which halve the size of the table. One in fifty words that the table does not hold is taken
 * for one that it does, in training as at work.
 */
export function kindKey(hash: number): number {
  return (hash >>> 8) + 1;
}

/**
 * What kind of name or word a word type mostly is, by the hash of its lower-case form: a prior learnt from word vectors,
 * for words that no gazetteer holds. Immutable.
 */
export class WordTypes {
  readonly #keys: Int32Array;
  readonly #codes: Uint16Array;
  readonly #mask: number;

  /**
   * @param keys of `kindKey`, each once
   * @param codes index into the palette
   * @param palette two bits for each of `WORD_KINDS`, from never (0) to mostly (3)
   */
  constructor(keys: Int32Array, codes: Uint8Array, palette: Uint16Array) {
    let capacity = 16;
    while (capacity < keys.length * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(capacity);
    this.#codes = new Uint16Array(capacity);
    for (let j = 0; j < keys.length; j++) {
      let i = keys[j]! & this.#mask;
      while (this.#keys[i] !== 0) i = (i + 1) & this.#mask;
      this.#keys[i] = keys[j]!;
      this.#codes[i] = palette[codes[j]!]!;
    }
  }

  find(hash: number): number {
    const wanted = kindKey(hash);
    for (let i = wanted & this.#mask; ; i = (i + 1) & this.#mask) {
      const key = this.#keys[i]!;
      if (key === wanted) return this.#codes[i]!;
      if (key === 0) return UNKNOWN_KIND;
    }
  }
}
