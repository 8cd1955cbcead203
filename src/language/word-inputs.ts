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
