import { SortedIndex } from './sorted-index.ts';

/** Kinds that a word's name type is told by, in the order of their bits: two bits each, how likely the word is of the kind. */
export const WORD_KINDS = ['given', 'surname', 'place', 'organization', 'other', 'common'] as const;

/** Code of a word that the table does not hold. */
export const UNKNOWN_KIND = 0xffff;

/** Bits of a key: 24, and the one that is added to 0xffffff. */
const KEY_BITS = 25;

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
  readonly #index: SortedIndex;
  readonly #codes: Uint8Array;
  readonly #palette: Uint16Array;

  /**
   * @param keys of `kindKey`, each once, ascending
   * @param codes index into the palette
   * @param palette two bits for each of `WORD_KINDS`, from never (0) to mostly (3)
   */
  constructor(keys: Int32Array, codes: Uint8Array, palette: Uint16Array) {
    this.#index = new SortedIndex(keys, KEY_BITS);
    this.#codes = codes;
    this.#palette = palette;
  }

  find(hash: number): number {
    const row = this.#index.find(kindKey(hash));
    return row < 0 ? UNKNOWN_KIND : this.#palette[this.#codes[row]!]!;
  }
}
