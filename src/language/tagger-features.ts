import { finish, hashCode } from './hash.ts';
import { boundaryLexeme, type Lexeme } from './lexeme.ts';

/** Room for the features of one position. */
export const TAGGER_FEATURES = 64;

export const BEFORE = boundaryLexeme('<s>');
export const AFTER = boundaryLexeme('</s>');

const SEEDS = Int32Array.from({ length: 64 }, (_, id) => hashCode(0x7a000 + id));
const CODES = Int32Array.from({ length: 256 }, (_, code) => hashCode(code));

function one(id: number, a: number): number {
  return finish(a ^ SEEDS[id]!);
}

function two(id: number, a: number, b: number): number {
  return finish(Math.imul(a ^ SEEDS[id]!, 0x9e3779b1) + b);
}

function three(id: number, a: number, b: number, c: number): number {
  return finish(Math.imul(Math.imul(a ^ SEEDS[id]!, 0x9e3779b1) + b, 0x85ebca6b) + c);
}

/**
 * Features of one word for the tagger: the word, its parts and class, two words to each side, and the two
 * tags just given (Ratnaparkhi 1996, with word classes after Koo et al. 2008).
 *
 * @param tag1 hash of the tag before, `tag2` of the one before that
 * @returns the number of features written to `out`
 */
export function taggerFeatures(
  out: Int32Array,
  words: readonly Lexeme[],
  i: number,
  tag1: number,
  tag2: number,
): number {
  const x = words[i]!;
  const a = words[i - 1] ?? BEFORE;
  const b = words[i - 2] ?? BEFORE;
  const y = words[i + 1] ?? AFTER;
  const z = words[i + 2] ?? AFTER;
  const flags = CODES[x.flags]!;
  const edge = i === 0 ? CODES[1]! : CODES[0]!;
  let k = 0;
  out[k++] = SEEDS[0]!;
  out[k++] = one(1, x.word);
  out[k++] = one(2, x.lower);
  out[k++] = one(3, x.suffix1);
  out[k++] = one(4, x.suffix2);
  out[k++] = one(5, x.suffix3);
  out[k++] = one(6, x.suffix4);
  out[k++] = one(7, x.prefix1);
  out[k++] = one(8, x.prefix2);
  out[k++] = one(9, x.prefix3);
  out[k++] = one(10, x.shape);
  out[k++] = two(11, flags, edge);
  out[k++] = one(12, tag1);
  out[k++] = two(13, tag1, tag2);
  out[k++] = two(14, tag1, x.lower);
  out[k++] = two(15, tag2, x.lower);
  out[k++] = two(16, tag1, y.lower);
  out[k++] = one(17, a.lower);
  out[k++] = one(18, b.lower);
  out[k++] = one(19, y.lower);
  out[k++] = one(20, z.lower);
  out[k++] = two(21, a.lower, x.lower);
  out[k++] = two(22, x.lower, y.lower);
  out[k++] = two(23, y.lower, z.lower);
  out[k++] = two(24, a.lower, y.lower);
  out[k++] = two(25, a.lower, b.lower);
  out[k++] = one(26, y.suffix3);
  out[k++] = one(27, y.suffix2);
  out[k++] = one(28, a.suffix3);
  out[k++] = two(29, x.suffix3, tag1);
  out[k++] = two(30, x.suffix2, y.suffix2);
  out[k++] = two(31, x.shape, y.shape);
  out[k++] = two(32, x.shape, tag1);
  out[k++] = one(33, y.shape);
  out[k++] = one(34, x.cluster);
  out[k++] = two(35, x.cluster, tag1);
  out[k++] = two(36, x.cluster, y.cluster);
  out[k++] = two(37, a.cluster, x.cluster);
  out[k++] = one(38, y.cluster);
  out[k++] = one(39, a.cluster);
  out[k++] = one(40, z.cluster);
  out[k++] = three(41, tag1, x.suffix3, y.cluster);
  out[k++] = two(42, x.coarse, y.coarse);
  out[k++] = three(43, tag1, tag2, x.cluster);
  out[k++] = two(44, tag1, y.cluster);
  out[k++] = three(45, edge, flags, CODES[y.flags]!);
  out[k++] = two(46, x.suffix3, x.cluster);
  out[k++] = two(47, x.suffix2, x.coarse);
  return k;
}
