import { KNOWN_BITS } from './gazetteer.ts';
import { finish, hashCode } from './hash.ts';
import { AFTER_SENTENCE as AFTER, BEFORE_SENTENCE as BEFORE, FLAG, type Lexeme } from './lexeme.ts';

/** Room for the features of one word. */
export const NAME_FEATURES = 220;

const SEEDS = Int32Array.from({ length: 128 }, (_, id) => hashCode(0xba000 + id));
const CODES = Int32Array.from({ length: 4096 }, (_, code) => hashCode(code));

function one(id: number, a: number): number {
  return finish(a ^ SEEDS[id]!);
}

function two(id: number, a: number, b: number): number {
  return finish(Math.imul(a ^ SEEDS[id]!, 0x9e3779b1) + b);
}

function three(id: number, a: number, b: number, c: number): number {
  return finish(Math.imul(Math.imul(a ^ SEEDS[id]!, 0x9e3779b1) + b, 0x85ebca6b) + c);
}

/** What the features of a word are made of. All columns have one value per word of the sentence. */
export interface NameContext {
  readonly words: readonly Lexeme[];
  readonly xpos: Uint8Array;
  /** Gazetteer bits of the word alone, and of entries of several words. */
  readonly single: Int32Array;
  readonly several: Int32Array;
  /** How the word is used elsewhere in the document (see `DocumentMemory`). */
  readonly usage: Int32Array;
  /** What the word was part of elsewhere in the document at the first pass; 0 when unknown. */
  readonly memory: Int32Array;
  /** What kind of name or word each word mostly is (see `WordTypes`). */
  readonly kinds: Int32Array;
  /** 0 mixed case, 1 title case (a headline), 2 all capitals. */
  readonly style: number;
}

/** How the words of a sentence are capitalised: 0 as in running text, 1 like a title, 2 all in capitals. */
export function sentenceStyle(words: readonly Lexeme[]): number {
  let letters = 0;
  let capitals = 0;
  let lower = 0;
  for (const { flags } of words) {
    if ((flags & FLAG.symbols) === 0) letters++;
    if ((flags & FLAG.capital) !== 0) capitals++;
    if ((flags & FLAG.noLower) === 0) lower++;
  }
  if (letters > 0 && lower === 0) return 2;
  return letters > 3 && capitals / letters > 0.7 ? 1 : 0;
}

/**
 * Features of one word for the name tagger: words, shapes, classes and tags around it, what the gazetteers say,
 * and its use in the rest of the document (Ratinov & Roth 2009).
 *
 * @returns the end of the features written to `out` from `from`
 */
export function nameFeatures(out: Int32Array, from: number, context: NameContext, i: number): number {
  const { words, xpos, single, several, usage, memory, kinds, style } = context;
  const x = words[i]!;
  const a = words[i - 1] ?? BEFORE;
  const b = words[i - 2] ?? BEFORE;
  const y = words[i + 1] ?? AFTER;
  const z = words[i + 2] ?? AFTER;
  const place = CODES[style * 2 + (i === 0 ? 1 : 0)]!;
  const flags = CODES[x.flags]!;
  const flagsPlace = CODES[64 + x.flags * 8 + style * 2 + (i === 0 ? 1 : 0)]!;
  const capital = CODES[x.flags & FLAG.capital]!;
  const t = CODES[xpos[i]!]!;
  const ta = CODES[i > 0 ? xpos[i - 1]! : 100]!;
  const tb = CODES[i > 1 ? xpos[i - 2]! : 100]!;
  const ty = CODES[i + 1 < words.length ? xpos[i + 1]! : 101]!;
  const tz = CODES[i + 2 < words.length ? xpos[i + 2]! : 101]!;
  let k = from;
  out[k++] = SEEDS[0]!;
  out[k++] = one(1, x.word);
  out[k++] = one(2, x.lower);
  out[k++] = two(3, x.shape, place);
  out[k++] = two(4, flags, place);
  out[k++] = one(5, x.suffix2);
  out[k++] = one(6, x.suffix3);
  out[k++] = one(7, x.suffix4);
  out[k++] = one(8, x.prefix2);
  out[k++] = one(9, x.prefix3);
  out[k++] = one(10, x.prefix4);
  out[k++] = one(11, x.suffix1);
  out[k++] = one(12, a.lower);
  out[k++] = one(13, y.lower);
  out[k++] = one(14, b.lower);
  out[k++] = one(15, z.lower);
  out[k++] = two(16, a.lower, x.lower);
  out[k++] = two(17, x.lower, y.lower);
  out[k++] = two(18, a.lower, y.lower);
  out[k++] = two(19, a.lower, flagsPlace);
  out[k++] = two(20, y.lower, flagsPlace);
  out[k++] = two(21, a.shape, x.shape);
  out[k++] = two(22, x.shape, y.shape);
  out[k++] = three(23, a.shape, x.shape, y.shape);
  out[k++] = two(24, b.lower, a.lower);
  out[k++] = two(25, y.lower, z.lower);
  out[k++] = one(26, a.suffix3);
  out[k++] = one(27, y.suffix3);
  out[k++] = three(28, CODES[b.flags]!, CODES[a.flags]!, CODES[x.flags * 64 + y.flags]!);
  out[k++] = two(29, x.suffix3, CODES[y.flags]!);
  out[k++] = two(30, x.suffix3, CODES[a.flags]!);
  // word classes
  out[k++] = one(40, x.cluster);
  out[k++] = one(41, a.cluster);
  out[k++] = one(42, y.cluster);
  out[k++] = two(43, a.cluster, x.cluster);
  out[k++] = two(44, x.cluster, y.cluster);
  out[k++] = two(45, a.cluster, flagsPlace);
  out[k++] = two(46, y.cluster, flagsPlace);
  out[k++] = one(47, b.cluster);
  out[k++] = one(48, z.cluster);
  out[k++] = two(49, x.coarse, y.coarse);
  out[k++] = three(50, a.cluster, x.shape, y.cluster);
  out[k++] = two(51, a.lower, y.cluster);
  out[k++] = two(52, a.cluster, y.lower);
  out[k++] = two(53, x.cluster, flagsPlace);
  out[k++] = two(54, x.coarse, flagsPlace);
  out[k++] = three(55, a.coarse, x.coarse, y.coarse);
  // parts of speech
  out[k++] = one(60, t);
  out[k++] = one(61, ta);
  out[k++] = one(62, ty);
  out[k++] = two(63, ta, t);
  out[k++] = two(64, t, ty);
  out[k++] = three(65, ta, t, ty);
  out[k++] = two(66, x.lower, t);
  out[k++] = two(67, a.lower, t);
  out[k++] = two(68, y.lower, t);
  out[k++] = one(69, tz);
  out[k++] = one(70, tb);
  out[k++] = two(71, t, flagsPlace);
  // gazetteers
  const g = single[i]!;
  const ga = i > 0 ? single[i - 1]! : 0;
  const gy = i + 1 < words.length ? single[i + 1]! : 0;
  for (let bit = 0; bit < KNOWN_BITS; bit++) {
    if ((g & (1 << bit)) !== 0) out[k++] = two(80, CODES[bit]!, flags);
    if ((ga & (1 << bit)) !== 0) out[k++] = two(81, CODES[bit]!, flags);
    if ((gy & (1 << bit)) !== 0) out[k++] = two(82, CODES[bit]!, flags);
  }
  out[k++] = one(83, hashCode(g));
  out[k++] = three(84, hashCode(ga), hashCode(g), hashCode(gy));
  out[k++] = two(85, hashCode(several[i]!), capital);
  out[k++] = three(86, hashCode(several[i]!), hashCode(g), capital);
  // what the words mostly are
  const q = hashCode(kinds[i]!);
  const qa = hashCode(i > 0 ? kinds[i - 1]! : -1);
  const qy = hashCode(i + 1 < words.length ? kinds[i + 1]! : -1);
  out[k++] = two(100, q, flagsPlace);
  out[k++] = two(101, qa, flagsPlace);
  out[k++] = two(102, qy, flagsPlace);
  out[k++] = three(103, qa, q, capital);
  out[k++] = three(104, q, qy, capital);
  for (let kind = 0; kind < 6; kind++) {
    const level = (kinds[i]! >> (2 * kind)) & 3;
    if (level === 0) continue;
    const code = CODES[kind * 4 + level]!;
    out[k++] = two(105, code, flagsPlace);
    out[k++] = three(106, code, a.lower, capital);
    out[k++] = three(107, code, y.lower, capital);
    out[k++] = three(108, code, ta, ty);
  }
  // the rest of the document
  const u = usage[i]!;
  for (let bit = 0; bit < 16; bit++) if ((u & (1 << bit)) !== 0) out[k++] = two(90, CODES[bit]!, flagsPlace);
  out[k++] = two(91, hashCode(u & 1023), capital);
  out[k++] = two(97, hashCode(u), capital);
  return memory[i] === 0 ? k : memoryFeatures(out, k, context, i);
}

/**
 * The features of a word that tell what it was part of elsewhere in the document at the first pass: all that differs between
 * the passes. None where `memory` is 0.
 */
export function memoryFeatures(out: Int32Array, from: number, context: NameContext, i: number): number {
  const { words, memory, style } = context;
  let k = from;
  if (memory[i] !== 0) {
    const x = words[i]!;
    const capital = CODES[x.flags & FLAG.capital]!;
    const flagsPlace = CODES[64 + x.flags * 8 + style * 2 + (i === 0 ? 1 : 0)]!;
    out[k++] = two(92, hashCode(memory[i]!), capital);
    out[k++] = two(93, hashCode(memory[i]!), flagsPlace);
    out[k++] = two(94, hashCode(memory[i]!), x.cluster);
    out[k++] = two(95, hashCode(memory[i]!), hashCode(i > 0 ? memory[i - 1]! : 0));
    out[k++] = two(96, hashCode(memory[i]!), hashCode(i + 1 < words.length ? memory[i + 1]! : 0));
  }
  return k;
}
