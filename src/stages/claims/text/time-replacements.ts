import type { Timex } from '../../../core/layers.ts';
import type { Span } from '../../../core/span.ts';
import { type ClaimContext, tokenRange, topToken, touching } from '../context.ts';
import { isAfter } from '../placed-timex.ts';
import type { Tree } from '../tree.ts';
import { absoluteTime, dayInWords } from './absolute-time.ts';
import type { Replacement } from './replacement.ts';

/** Relative times and dates without a year in the span, written as what they stand for. */
export function timeReplacements(context: ClaimContext, span: Span): Replacement[] {
  const out: Replacement[] = [];
  const found = touching(context.timexes, span);
  for (const [at, timex] of found.entries()) {
    const next = found[at + 1];
    // `between March and May last year`: a start after its end is no reading
    if (timex.use === 'from' && next !== undefined && isAfter(timex.value, next.value)) continue;
    if (timex.start < span.start || timex.end > span.end) continue;
    if ((timex.type !== 'DATE' && timex.type !== 'TIME') || timex.anchor.kind === 'explicit') continue;
    const written = context.text.slice(timex.start, timex.end);
    if (/\d{4}/.test(written)) continue;
    const replaced = isModifier(context, timex)
      ? asModifier(context, timex)
      : asAdverbial(context, timex, written);
    if (replaced !== null) out.push({ ...replaced, reason: 'absolute-date' });
  }
  return out;
}

/** Times of day that a clock time is given by; `at dawn on Monday` keeps them. */
const HOURS = /\b(?:dawn|daybreak|dusk|lunchtime|midday|nightfall|noon|sunrise|sunset)\b/i;

type Written = Omit<Replacement, 'reason'>;

/** `March's edition` as `the March 2025 edition`, `Friday's vote` as `the May 2, 2025 vote`; a part of a day or a week has no such form. */
function asModifier(context: ClaimContext, timex: Timex): Written | null {
  const { tree } = context;
  const [first, last] = tokenRange(tree, timex);
  const inside = last - 1 > first && tree.form(last - 1) === "'s";
  const owns = inside || (last < tree.length && tree.form(last) === "'s");
  if (!owns || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(timex.value)) return null;
  const absolute = absoluteTime(timex.value);
  if (absolute === null) return null;
  const end = inside ? timex.end : tree.end(last);
  return { start: timex.start, end, to: `the ${absolute.text}` };
}

/** `on Monday night` as `on the night of March 10, 2025`, `at 3 a.m. on Sunday` as `at 3 a.m. on September 7, 2025`. */
function asAdverbial(context: ClaimContext, timex: Timex, written: string): Written | null {
  const { tree } = context;
  const governed = isGoverned(tree, tokenRange(tree, timex));
  const { start, end } = timex;
  if (/T\d/.test(timex.value) || (HOURS.test(written) && timex.value.includes('T'))) {
    const to = withDay(written, timex.value, governed);
    return to === null ? null : { start, end, to };
  }
  const absolute = absoluteTime(timex.value);
  if (absolute === null) return null;
  const { preposition, text } = absolute;
  const within = /\b(?:the )?(start|beginning|middle|end) of\b/i.exec(written)?.[1]?.toLowerCase();
  if (within !== undefined) {
    const whole = `the ${within} of ${text}`;
    return { start, end, to: governed ? whole : `at ${whole}` };
  }
  if (/^mid[- ]/i.test(written) && /^\d{4}(?:-\d{2})?$/.test(timex.value))
    return { start, end, to: governed ? `mid-${text}` : `in mid-${text}` };
  const side = /^(early|earlier|late|later)\b/i.exec(written)?.[1]?.toLowerCase();
  if (side !== undefined && timex.value.length <= 10) {
    // `by late last year` has its preposition before the side already
    return { start, end, to: governed ? `${side} ${text}` : `${side} ${preposition} ${text}` };
  }
  // `in the spring`, of which the timex may be the noun alone
  const article = start > 4 && /\bthe\s$/i.test(context.text.slice(start - 4, start));
  const bare = article ? text.replace(/^the /, '') : text;
  return { start, end, to: governed || article ? bare : `${preposition} ${bare}` };
}

/** The day of a clock time: a weekday, `yesterday`, `Feb. 3`, `3 February`. */
const DAY_WORD =
  /\b(?:(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|febr?|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)\b|\b(?:(?:last|this|next) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tues?|wed|thurs?|fri|sat|sun)\.?(?=\s|$)|\b(?:yesterday|today|tomorrow)\b/i;

/** The clock time as it stands, with the day that it is on; null for the midnight between two days. */
function withDay(written: string, value: string, governed: boolean): string | null {
  const day = dayInWords(value);
  if (day === null || value.includes('T24')) return null;
  const word = DAY_WORD.exec(written);
  if (word === null) return `${written} on ${day}`;
  const before = written.slice(0, word.index).replace(/(?:,?\s*\bon\s+)$/i, ' ');
  const after = written.slice(word.index + word[0].length);
  if (before.trim() === '') return `${governed ? '' : 'on '}${day}${after}`;
  return `${before.trimEnd()} on ${day}${after}`;
}

/** The time has a preposition or another word before it that it completes: `by March`, `between May 2 and May 5`. */
function isGoverned(tree: Tree, [first, last]: readonly [number, number]): boolean {
  const before = first - 1;
  if (before < 0) return false;
  const upos = tree.upos(before);
  if (upos === 'ADP') return tree.form(before) !== 'as' && tree.rel(before) !== 'compound:prt';
  if (upos === 'CCONJ' || upos === 'PUNCT') {
    const top = topToken(tree, first, last);
    return tree.rel(top) === 'conj' && tree.has(tree.head(top), 'case');
  }
  return upos === 'DET' || upos === 'ADJ' || upos === 'SCONJ' || upos === 'PART';
}

/** The time modifies a noun after it: `last week's vote`, `a wider third-quarter loss`. */
function isModifier(context: ClaimContext, timex: Span): boolean {
  const { tree } = context;
  const [first, last] = tokenRange(tree, timex);
  if (last < tree.length && tree.form(last) === "'s") return true;
  for (let at = first; at < last; at++) {
    const head = tree.head(at);
    if (head >= last && tree.isNominal(head) && tree.upos(head) !== 'PRON') return true;
  }
  return false;
}
