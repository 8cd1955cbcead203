import type { RawBlock } from '../../core/layers.ts';
import { type LineRule, ruleFor } from './line-rules.ts';

/** A raw block with what its words say, computed once. */
export interface BlockView {
  readonly raw: RawBlock;
  readonly text: string;
  /** Lower-case letters and digits alone, for comparison. */
  readonly key: string;
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
  const words = own.split(/\s+/).filter((word) => word !== '');
  let lower = 0;
  let upper = 0;
  let stop = 0;
  for (const word of words) {
    const bare = word.replace(/^["'“‘([]+/, '');
    if (LOWER.test(bare)) lower++;
    else if (UPPER.test(bare)) upper++;
    if (STOP.has(bare.toLowerCase().replace(/[^a-z]+$/, ''))) stop++;
  }
  const count = words.length;
  return {
    raw,
    text: own,
    key: own
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
    words: count,
    sentences: countMatches(own, /[.!?…]["'”’)\]]{0,2}(?=\s|$)/g),
    commas: countMatches(own, /,/g),
    lowerShare: count === 0 ? 0 : lower / count,
    upperWords: upper,
    digits: countMatches(own, /\d/g),
    stopShare: count === 0 ? 0 : stop / count,
    endsSentence: /[.!?…:;]["'”’)\]]{0,2}$|["”]$/.test(own),
    quoted: /["“”]/.test(own),
    gaps: countMatches(own, /\S(?:[ \u00a0]{3,}|\s[|•·›»/]\s)(?=\S)/g),
    rule: ruleFor(own, count),
  };
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
