import { combine, finish } from './hash.ts';
import { SortedIndex } from './sorted-index.ts';

/** Bits of a gazetteer entry. `prefix` says that longer entries start with these words. */
export const GAZETTEER_BIT = {
  firstName: 1,
  lastName: 2,
  person: 4,
  city: 8,
  country: 16,
  organization: 32,
  demonym: 64,
  honorific: 128,
  role: 256,
  calendar: 512,
  largeCity: 1024,
  smallCity: 2048,
  orgWord: 4096,
  placeWord: 8192,
  prefix: 16384,
} as const;

/** Bits that tell a kind of entry: all but `prefix`. */
export const KNOWN_BITS = 14;

/** Longest entry in words. */
export const LONGEST_ENTRY = 5;

/** Starts the hash of an entry from its first word's hash. */
export function entryStart(word: number): number {
  return finish(word ^ 0x6c8e9cf5);
}

/** Adds a word to the hash of an entry. */
export function entryNext(hash: number, word: number): number {
  return finish(combine(hash, word));
}

/** Names and name words by the hashes of their lower-case words. Immutable. */
export class Gazetteer {
  readonly #index: SortedIndex;
  readonly #bits: Uint16Array;

  /** @param keys ascending as unsigned numbers */
  constructor(keys: Int32Array, bits: Uint16Array) {
    this.#index = new SortedIndex(keys);
    this.#bits = bits;
  }

  #find(key: number): number {
    const row = this.#index.find(key);
    return row < 0 ? 0 : this.#bits[row]!;
  }

  /** Bits of the entry of a single word, 0 where it has none. */
  single(word: number): number {
    return this.#find(entryStart(word)) & ~GAZETTEER_BIT.prefix;
  }

  /**
   * Bits of single words into `single`, and of entries of several words into `several` (bits of all the entries
   * that cover the word, and `prefix` on their first words).
   */
  mark(words: Int32Array, single: Int32Array, several: Int32Array): void {
    const n = words.length;
    single.fill(0, 0, n);
    several.fill(0, 0, n);
    for (let i = 0; i < n; i++) {
      let hash = entryStart(words[i]!);
      let bits = this.#find(hash);
      single[i] = bits & ~GAZETTEER_BIT.prefix;
      for (let j = i + 1; (bits & GAZETTEER_BIT.prefix) !== 0 && j < n && j < i + LONGEST_ENTRY; j++) {
        hash = entryNext(hash, words[j]!);
        bits = this.#find(hash);
        const own = bits & ~GAZETTEER_BIT.prefix;
        if (own === 0) continue;
        several[i]! |= own | GAZETTEER_BIT.prefix;
        for (let k = i + 1; k <= j; k++) several[k]! |= own;
      }
    }
  }
}
