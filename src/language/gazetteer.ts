import { combine, finish } from './hash.ts';

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
  readonly #keys: Int32Array;
  readonly #bits: Uint16Array;
  readonly #mask: number;

  constructor(keys: Int32Array, bits: Uint16Array) {
    let capacity = 16;
    while (capacity < keys.length * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(capacity);
    this.#bits = new Uint16Array(capacity);
    for (let j = 0; j < keys.length; j++) {
      let i = keys[j]! & this.#mask;
      while (this.#keys[i] !== 0) i = (i + 1) & this.#mask;
      this.#keys[i] = keys[j]!;
      this.#bits[i] = bits[j]!;
    }
  }

  #find(key: number): number {
    for (let i = key & this.#mask; ; i = (i + 1) & this.#mask) {
      const found = this.#keys[i]!;
      if (found === key) return this.#bits[i]!;
      if (found === 0) return 0;
    }
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
