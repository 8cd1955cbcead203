import { finish, hashCode } from './hash.ts';
import type { Lexeme } from './lexeme.ts';
import { AFFIX_ROWS } from './network-shape.ts';

const SALTS = Int32Array.from({ length: 12 }, (_, k) => hashCode(0xca000 + k));

/** Rows of the table of affix vectors whose sum describes a form: its ends, its beginnings and its shape. */
export function affixRows(lexeme: Lexeme): number[] {
  const parts = [
    lexeme.suffix1,
    lexeme.suffix2,
    lexeme.suffix3,
    lexeme.suffix4,
    lexeme.prefix1,
    lexeme.prefix2,
    lexeme.prefix3,
    lexeme.shape,
    hashCode(lexeme.flags),
  ];
  return parts.map((part, k) => finish(part ^ SALTS[k]!) & (AFFIX_ROWS - 1));
}

/** Row numbers by hash. Immutable. */
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
