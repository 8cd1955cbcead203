import type { RawBlock } from '../../core/layers.ts';
import { type LineRule, ruleFor } from './line-rules.ts';

/** A raw block with what its words say, computed once. */
export interface BlockView {
  readonly raw: RawBlock;
  readonly text: string;
  /** Lower-case letters and digits alone, for comparison. */
  readonly key: string;
  /** The words of the key that are long enough to tell of a subject. */
  readonly longWords: readonly string[];
  readonly words: number;
  /** Marks that end a sentence and are followed by a blank or by the end. */
  readonly sentences: number;
  readonly commas: number;
  /** Words that begin with a lower-case letter, by all words. */
  readonly lowerShare: number;
  readonly upperWords: number;
  readonly digits: number;
  readonly stopShare: number;
  readonly endsSentence: boolean;
  readonly quoted: boolean;
  /** Several items with gaps or bars between them: a menu flattened into a line. */
  readonly gaps: number;
  readonly rule: LineRule | null;
}

/** The commonest function words; running text has them, menus do not. */
const STOP = new Set(
  'a about after all also an and are as at be been but by can could for from had has have he her his if in into is it its more not of on one or our out said she so than that the their them there they this to up was we were what when which who will with would you'.split(
    ' ',
  ),
);

const LOWER = /^\p{Ll}/u;
const UPPER = /^\p{Lu}/u;

export function viewBlock(text: string, raw: RawBlock): BlockView {
  const own = text.slice(raw.start, raw.end);
  let count = 0;
  let lower = 0;
  let upper = 0;
  let stop = 0;
  for (const word of own.split(/\s+/)) {
    if (word === '') continue;
    count++;
    const first = word.codePointAt(0)!;
    // Letters of ASCII are by far the commonest.
    const bare =
      first > 122 || (first < 97 && (first < 65 || first > 90)) ? word.replace(/^["'“‘([]+/, '') : word;
    if (isLower(bare)) lower++;
    else if (isUpper(bare)) upper++;
    if (bare.length <= 12 && STOP.has(bare.toLowerCase().replace(/[^a-z]+$/, ''))) stop++;
  }
  const key = keyOf(own);
  return {
    raw,
    text: own,
    key,
    longWords: key.split(' ').filter((word) => word.length > 4),
    words: count,
    sentences: countMatches(own, /[.!?…]["'”’)\]]{0,2}(?=\s|$)/g),
    commas: countCodes(own, 44, 44),
    lowerShare: count === 0 ? 0 : lower / count,
    upperWords: upper,
    digits: countCodes(own, 48, 57),
    stopShare: count === 0 ? 0 : stop / count,
    endsSentence: /[.!?…:;]["'”’)\]]{0,2}$|["”]$/.test(own.slice(-4)),
    quoted: /["“”]/.test(own),
    gaps: countMatches(own, /\S(?:[ \u00a0]{3,}|\s[|•·›»/]\s)(?=\S)/g),
    rule: ruleFor(own, count),
  };
}

/** Letters and digits alone, lower-case, one blank between words: what two texts are compared by. */
export function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isLower(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 97 && code <= 122 : LOWER.test(word);
}

function isUpper(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : UPPER.test(word);
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  while (pattern.exec(text) !== null) count++;
  return count;
}

function countCodes(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= from && code <= to) count++;
  }
  return count;
}
