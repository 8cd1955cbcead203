import { XPOS_CODE } from '../core/labels.ts';
import { GAZETTEER_BIT } from './gazetteer.ts';
import { hashString } from './hash.ts';
import { FLAG, type Lexeme } from './lexeme.ts';
import { NAME_TYPES, typeOf } from './name-labels.ts';

const hashes = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashString));

const IN = hashString('in');
const THE = hashString('the');
const COMMA = hashString(',');
const POSSESSIVE = hashes("'s '");
const WHO = hashes('who whose whom');
const AT = hashes('at from near to');
/** Nouns that stand before the name of a body, and what only bodies have. */
const BODY = hashes(
  'airline bank broadcaster brand carmaker chain charity club company firm giant group insurer magazine maker manufacturer network newspaper operator platform publisher regulator retailer service site startup store supplier union website',
);
const OF_BODY = hashes(
  'board brand ceo customers employees executive executives fans fighters headquarters investors league members militants officials players profit profits revenue sales shareholders shares spokesman spokeswoman spokesperson staff stock stores troops users workers',
);

/** Number of usage bits. */
const USES = 16;

/** The columns that the memory reads, for the whole document. */
export interface MemoryInput {
  readonly words: readonly Lexeme[];
  readonly xpos: Uint8Array;
  readonly single: Int32Array;
  readonly sentenceFirst: Int32Array;
  /** Style of each sentence. */
  readonly styles: Uint8Array;
}

/**
 * How each word is used elsewhere in the document, as bits: 0 without a capital, 1 with one within a sentence, 2 after
 * a title or role, 3 after a first name, 4 before an organisation word, 5 after "in", 6 before a finite verb, 7 after
 * a capitalised word, 8 before one, 9 after "the", 10 before a possessive, 11 before a comma and "who", 12 after "at" or
 * "from", 13 after a noun for a body, 14 before what a body has, 15 between commas. So a name that is clear in one place helps where it is not.
 */
export function documentUsage(input: MemoryInput): Int32Array {
  const { words } = input;
  const own = ownUses(input);
  const counts = new Map<number, Uint16Array>();
  for (let i = 0; i < words.length; i++) {
    let row = counts.get(words[i]!.lower);
    if (row === undefined) counts.set(words[i]!.lower, (row = new Uint16Array(USES)));
    for (let bit = 0; bit < USES; bit++) if ((own[i]! & (1 << bit)) !== 0 && row[bit]! < 65535) row[bit]!++;
  }
  const usage = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const row = counts.get(words[i]!.lower)!;
    let bits = 0;
    for (let bit = 0; bit < USES; bit++) {
      const mine = (own[i]! >> bit) & 1;
      if (row[bit]! > mine) bits |= 1 << bit;
    }
    usage[i] = bits;
  }
  return usage;
}

function ownUses({ words, xpos, single, sentenceFirst, styles }: MemoryInput): Int32Array {
  const own = new Int32Array(words.length);
  for (let s = 0; s + 1 < sentenceFirst.length; s++) {
    if (styles[s] !== 0) continue;
    const first = sentenceFirst[s]!;
    const end = sentenceFirst[s + 1]!;
    for (let i = first; i < end; i++) {
      const capital = (words[i]!.flags & FLAG.capital) !== 0;
      if (!capital) {
        own[i] = 1;
        continue;
      }
      let bits = 0;
      if (i > first) {
        const before = words[i - 1]!;
        bits |= 2;
        if ((single[i - 1]! & (GAZETTEER_BIT.honorific | GAZETTEER_BIT.role)) !== 0) bits |= 4;
        const beforeCapital = (before.flags & FLAG.capital) !== 0;
        if (beforeCapital && (single[i - 1]! & GAZETTEER_BIT.firstName) !== 0) bits |= 8;
        if (before.lower === IN) bits |= 32;
        if (beforeCapital && i - 1 > first) bits |= 128;
        if (before.lower === THE) bits |= 512;
        if (AT.has(before.lower)) bits |= 4096;
        if (BODY.has(before.lower)) bits |= 8192;
        if (before.lower === COMMA && words[i + 1]?.lower === COMMA && i + 1 < end) bits |= 32768;
      }
      if (i + 1 < end) {
        const afterCapital = (words[i + 1]!.flags & FLAG.capital) !== 0;
        if (afterCapital && (single[i + 1]! & GAZETTEER_BIT.orgWord) !== 0) bits |= 16;
        const next = xpos[i + 1]!;
        if (next === XPOS_CODE.VBD || next === XPOS_CODE.VBZ || next === XPOS_CODE.MD) bits |= 64;
        if (afterCapital) bits |= 256;
        const { lower } = words[i + 1]!;
        const second = i + 2 < end ? words[i + 2]!.lower : 0;
        if (POSSESSIVE.has(lower)) {
          bits |= 1024;
          if (OF_BODY.has(second)) bits |= 16384;
        } else if (OF_BODY.has(lower)) bits |= 16384;
        if (lower === COMMA && WHO.has(second)) bits |= 2048;
      }
      own[i] = bits;
    }
  }
  return own;
}

/**
 * What each capitalised word was labelled elsewhere in the document at a first pass: 0 it does not occur elsewhere,
 * 1 mostly outside names, 2 + 2t mostly in names of type t, 3 + 2t the same, seen more than once.
 */
export function labelMemory(words: readonly Lexeme[], labels: Uint8Array): Int32Array {
  const kinds = 1 + NAME_TYPES.length;
  const counts = new Map<number, Uint16Array>();
  for (let i = 0; i < words.length; i++) {
    if ((words[i]!.flags & FLAG.capital) === 0) continue;
    let row = counts.get(words[i]!.lower);
    if (row === undefined) counts.set(words[i]!.lower, (row = new Uint16Array(kinds)));
    const kind = 1 + typeOf(labels[i]!);
    if (row[kind]! < 65535) row[kind]!++;
  }
  const memory = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    if ((words[i]!.flags & FLAG.capital) === 0) continue;
    const row = counts.get(words[i]!.lower)!;
    const mine = 1 + typeOf(labels[i]!);
    let best = -1;
    let most = 0;
    for (let kind = 0; kind < kinds; kind++) {
      const count = row[kind]! - (kind === mine ? 1 : 0);
      if (count > most) {
        most = count;
        best = kind;
      }
    }
    if (best === 0) memory[i] = 1;
    else if (best > 0) memory[i] = 2 * best + (most > 1 ? 1 : 0);
  }
  return memory;
}
