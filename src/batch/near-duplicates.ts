// Near-duplicates by MinHash over word shingles (Broder 1997), found through banded signatures
// (locality-sensitive hashing, Indyk and Motwani 1998).

const HASHES = 64;
/** Two texts meet in some band with probability 1 - (1 - s^4)^16: .64 at s = .5, .99 at s = .7. */
const BANDS = 16;
const ROWS = HASHES / BANDS;
const SHINGLE_WORDS = 4;
/** A text of fewer shingles is too short to be told a copy. */
const MIN_SHINGLES = 20;

const FACTORS = new Uint32Array(HASHES);
const OFFSETS = new Uint32Array(HASHES);
for (let i = 0, state = 0x9e3779b9; i < HASHES; i++) {
  FACTORS[i] = (state = scramble(state + 0x6d2b79f5)) | 1;
  OFFSETS[i] = state = scramble(state + 0x6d2b79f5);
}

/** The signature of a text, null when it is too short. Case and punctuation do not count. */
export function sketchText(text: string): Uint32Array | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashWord);
  if (hashes.length < MIN_SHINGLES + SHINGLE_WORDS - 1) return null;
  const sketch = new Uint32Array(HASHES).fill(0xffffffff);
  for (let at = 0; at + SHINGLE_WORDS <= hashes.length; at++) {
    let shingle = 0;
    for (let i = at; i < at + SHINGLE_WORDS; i++) shingle = scramble(Math.imul(shingle, 31) + hashes[i]!);
    for (let i = 0; i < HASHES; i++) {
      const value = (Math.imul(FACTORS[i]!, shingle) + OFFSETS[i]!) >>> 0;
      if (value < sketch[i]!) sketch[i] = value;
    }
  }
  return sketch;
}

/** The share of equal places of two signatures estimates the Jaccard similarity of the texts' shingles. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let i = 0; i < HASHES; i++) if (a[i] === b[i]) equal++;
  return equal / HASHES;
}

export interface Copy {
  /** The first article of the group. */
  readonly of: string;
  readonly similarity: number;
}

/** Remembers articles, and tells of each new one whether it is a copy of one before. About 1 KB an article. */
export class NearDuplicates {
  readonly #threshold: number;
  readonly #ids: string[] = [];
  readonly #sketches: Uint32Array[] = [];
  /** Band and its rows to the first article that had them. */
  readonly #bands: Map<number, number>[] = Array.from({ length: BANDS }, () => new Map());

  /** @param threshold least similarity of a copy, 0 to 1 */
  constructor(threshold = 0.7) {
    this.#threshold = threshold;
  }

  /**
   * The first article that this one is a copy of; null when it is new, and then it is remembered. Another state of
   * the same article is no copy.
   */
  add(articleId: string, sketch: Uint32Array): Copy | null {
    const keys = this.#bands.map((_, band) => bandKey(sketch, band));
    const seen = new Set(keys.map((key, band) => this.#bands[band]!.get(key)));
    let best: Copy | null = null;
    for (const index of seen) {
      if (index === undefined || this.#ids[index] === articleId) continue;
      const score = similarity(sketch, this.#sketches[index]!);
      if (score >= this.#threshold && score > (best?.similarity ?? 0)) {
        best = { of: this.#ids[index]!, similarity: score };
      }
    }
    if (best !== null) return best;
    const index = this.#ids.push(articleId) - 1;
    this.#sketches.push(sketch);
    for (const [band, key] of keys.entries()) {
      if (!this.#bands[band]!.has(key)) this.#bands[band]!.set(key, index);
    }
    return null;
  }
}

function bandKey(sketch: Uint32Array, band: number): number {
  let key = 0;
  for (let row = 0; row < ROWS; row++) key = scramble(Math.imul(key, 31) + sketch[band * ROWS + row]!);
  return key;
}

/** FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3. */
function scramble(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
