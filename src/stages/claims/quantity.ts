import type { Quantity } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import { type ClaimContext, mentionsIn, tokenRange, touching } from './context.ts';
import { type ReadNumber, readNumber } from './number.ts';
import { readUnit, signBefore } from './quantity-unit.ts';
import type { Tree } from './tree.ts';

type Comparator = Quantity['comparator'];

/** Words before a number that bound it; longest first. */
const COMPARATORS: readonly (readonly [words: readonly string[], comparator: Comparator])[] = [
  [['no', 'more', 'than'], '<='],
  [['no', 'fewer', 'than'], '>='],
  [['no', 'less', 'than'], '>='],
  [['not', 'more', 'than'], '<='],
  [['in', 'excess', 'of'], '>'],
  [['as', 'many', 'as'], '<='],
  [['as', 'much', 'as'], '<='],
  [['as', 'few', 'as'], '>='],
  [['as', 'little', 'as'], '>='],
  [['more', 'than'], '>'],
  [['less', 'than'], '<'],
  [['fewer', 'than'], '<'],
  [['well', 'over'], '>'],
  [['just', 'over'], '>'],
  [['just', 'under'], '<'],
  [['at', 'least'], '>='],
  [['at', 'most'], '<='],
  [['up', 'to'], '<='],
  [['close', 'to'], '~'],
  [['an', 'estimated'], '~'],
  [['some'], '~'],
  [['about'], '~'],
  [['around'], '~'],
  [['approximately'], '~'],
  [['roughly'], '~'],
  [['nearly'], '~'],
  [['almost'], '~'],
  [['estimated'], '~'],
  [['over'], '>'],
  [['above'], '>'],
  [['exceeding'], '>'],
  [['under'], '<'],
  [['below'], '<'],
];

/** Words behind a number, its unit or what it counts that bound it. */
const BOUNDS_BEHIND: readonly (readonly [words: readonly string[], comparator: Comparator])[] = [
  [['or', 'more'], '>='],
  [['or', 'fewer'], '<='],
  [['or', 'less'], '<='],
  [['or', 'so'], '~'],
  [['and', 'over'], '>='],
];

/** Nouns whose number is a name, wherever it hangs: `Chapter 11 protection`, `type 2 diabetes`. */
const LABELLED = new Set([
  'amendment',
  'article',
  'chapter',
  'episode',
  'flight',
  'highway',
  'interstate',
  'level',
  'page',
  'phase',
  'proposition',
  'room',
  'route',
  'schedule',
  'section',
  'stage',
  'title',
  'type',
  'version',
  'volume',
]);
const NOMINAL = new Set(['NOUN', 'PROPN']);
/** Relations of a number to the noun before it that it names: `Boeing 737`. */
const LABELS = new Set(['nummod', 'flat', 'appos']);
/** What makes a time of day of the number before it. */
const CLOCK = /^(?:a\.?m\.?|p\.?m\.?|gmt|utc|bst|cet|e[sd]?t|p[sd]?t|c[sd]t|o['’]clock)$/;

/** The amounts that stand in the spans, in text order; dates, ages beside names, scores, ordinals and numbers of things are none. */
export function quantitiesIn(context: ClaimContext, spans: readonly Span[]): Quantity[] {
  const { tree } = context;
  const out: Quantity[] = [];
  for (const span of spans) {
    const [first, last] = tokenRange(tree, span);
    for (let at = first; at < last; at++) {
      const number = readNumber(tree, at, last);
      if (number === null) continue;
      if (
        !isScore(tree, at, number.last) &&
        !isLabel(tree, at, number) &&
        !isOther(context, at, number.last)
      ) {
        const quantity = quantityFrom(context, at, number, span, last);
        if (quantity !== null && !out.some((one) => one.start <= quantity.start && quantity.end <= one.end))
          out.push(quantity);
        at = Math.max(number.last, quantity === null ? at : tree.tokens.tokenAt(quantity.end - 1));
      } else at = number.last;
    }
  }
  return out.sort((a, b) => a.start - b.start);
}

/** `a 5-4 decision`: two numbers tied by a hyphen without blanks that do not rise are no amount. */
function isScore(tree: Tree, first: number, last: number): boolean {
  const tied = (a: number, b: number) => a >= 0 && b < tree.length && tree.end(a) === tree.start(b);
  const isDash = (token: number) => /^[-–]$/.test(tree.form(token));
  const digits = (token: number) => /^\d+$/.test(tree.form(token));
  if (tied(first - 1, first) && digits(first) && isDash(first - 1) && tied(first - 2, first - 1))
    return digits(first - 2) && Number(tree.form(first - 2)) >= Number(tree.form(first));
  if (
    /^[-–]\d/.test(tree.form(first)) ||
    (tied(last, last + 1) && /^[-–]\d/.test(tree.form(Math.min(tree.length - 1, last + 1))))
  )
    return true;
  const dash = last + 1;
  if (!tied(last, dash) || !isDash(dash) || !tied(dash, dash + 1)) return false;
  return digits(dash + 1) && Number(tree.form(dash + 1)) <= Number(tree.form(last));
}

/** The number names something (`Route 66`), tells the time (`1015 GMT`), or stands for itself (`one of them`). */
function isLabel(tree: Tree, first: number, number: ReadNumber): boolean {
  const form = tree.form(first);
  const next = number.last + 1 < tree.length ? tree.form(number.last + 1) : '';
  if (CLOCK.test(next)) return true;
  if (form === 'one' && number.share !== true && (tree.upos(first) !== 'NUM' || next === 'of')) return true;
  if (form === 'half' && (tree.upos(first) === 'ADV' || isTail(tree, first))) return true;
  // `a one-off payment`
  if (form === 'one' && number.last + 2 < tree.length && isTail(tree, number.last + 2)) return true;
  const before = first - 1;
  if (before < 0 || number.before !== undefined || number.after !== undefined || number.exponent > 0)
    return false;
  if (tree.form(before) === 'no.' || tree.form(before) === 'number' || tree.form(before) === '#') return true;
  if (!/^\d/.test(form) || !NOMINAL.has(tree.upos(before))) return false;
  return LABELLED.has(tree.form(before)) || (tree.head(first) === before && LABELS.has(tree.rel(first)));
}

/** The word hangs on a hyphen without blanks: `the fly-half`; `two-and-a-half` is read from its `two`. */
function isTail(tree: Tree, token: number): boolean {
  return (
    token >= 2 &&
    tree.form(token - 1) === '-' &&
    tree.end(token - 2) === tree.start(token - 1) &&
    tree.end(token - 1) === tree.start(token)
  );
}

/** The number belongs to a time expression or a name. */
function isOther(context: ClaimContext, first: number, last: number): boolean {
  const { tree } = context;
  const span = { start: tree.start(first), end: tree.end(last) };
  const name = mentionsIn(context, { start: span.start - 60, end: span.end + 60 }).some(
    (one) => one.kind === 'name' && one.start <= span.start && span.end <= one.end,
  );
  if (name) return true;
  return touching(context.timexes, span).some(
    (timex) => timex.type !== 'DURATION' || timex.start < span.start || timex.end > span.end,
  );
}

function quantityFrom(
  context: ClaimContext,
  first: number,
  number: ReadNumber,
  bound: Span,
  limit: number,
): Quantity | null {
  const { tree, text } = context;
  const sign = signBefore(tree, first, number);
  let from = sign?.first ?? first;
  let measure = readUnit(tree, number, limit);
  let to = measure?.last ?? number.last;
  let value = number.value;
  let max: number | undefined;
  const joint = to + 1 < limit ? tree.form(to + 1) : '';
  const between = from > 0 && tree.form(from - 1) === 'between' && joint === 'and';
  if (between || joint === '-' || joint === '–' || joint === 'to' || joint === 'or') {
    const second = upperEnd(tree, to + 2, limit);
    // `$7-9 billion`: what sets the size of the upper end sets that of the lower
    const scaled =
      second !== null &&
      number.exponent === 0 &&
      second.number.exponent > 0 &&
      value < second.number.value / 10 ** second.number.exponent
        ? Number(`${value}e${second.number.exponent}`)
        : value;
    const alike = measure === null || second?.unit === undefined || second.unit === measure.unit;
    const near = joint !== 'or' || (second !== null && second.number.value <= scaled * 2);
    if (second !== null && second.number.value > scaled && alike && near && number.share !== true) {
      value = scaled;
      max = second.number.value;
      to = second.last;
      if (measure === null && second.unit !== undefined) measure = { unit: second.unit, last: second.last };
    }
  }
  const unit = sign?.unit ?? measure?.unit ?? (number.share === true ? 'share' : 'count');
  let comparator: Comparator = number.vague === true ? '>=' : '=';
  const early = between ? from - 1 : from;
  for (const [words, sense] of COMPARATORS) {
    const begin = early - words.length;
    if (
      begin >= 0 &&
      words.every((word, k) => tree.form(begin + k) === word) &&
      tree.start(begin) >= bound.start
    ) {
      comparator = sense;
      from = begin;
      break;
    }
  }
  if (between) from = Math.min(from, early);
  const behind = BOUNDS_BEHIND.find(([words]) =>
    words.every((word, k) => to + 1 + k < limit && tree.form(to + 1 + k) === word),
  );
  if (behind !== undefined) {
    comparator = behind[1];
    to += behind[0].length;
  }
  const span = { start: tree.start(from), end: tree.end(to) };
  const of = countedBy(tree, text, first, to, bound, unit);
  return {
    ...span,
    text: text.slice(span.start, span.end),
    value,
    ...(max === undefined ? {} : { max }),
    unit,
    ...(of === null ? {} : { of }),
    comparator,
  };
}

/** The second number of a range, with its unit. */
function upperEnd(
  tree: Tree,
  at: number,
  limit: number,
): { readonly number: ReadNumber; readonly last: number; readonly unit?: string } | null {
  if (at >= limit) return null;
  const signed = signBefore(tree, at + 1, null);
  const start = signed !== null && signed.first === at ? at + 1 : at;
  const number = start < limit ? readNumber(tree, start, limit) : null;
  if (number === null || number.share === true || number.vague === true) return null;
  const measure = readUnit(tree, number, limit);
  return { number, last: measure?.last ?? number.last, ...(measure === null ? {} : { unit: measure.unit }) };
}

/** What is counted: the noun that the number modifies with what stands between, or the noun after `of`. */
function countedBy(
  tree: Tree,
  text: string,
  number: number,
  last: number,
  bound: Span,
  unit: string,
): string | null {
  let noun = tree.head(number);
  for (let climb = 0; climb < 3 && noun >= 0 && (noun <= last || tree.upos(noun) === 'NUM'); climb++)
    noun = tree.head(noun);
  let after = last + 1;
  if (after >= tree.length || tree.sentenceOf(after) !== tree.sentenceOf(number)) return null;
  if (tree.form(after) === 'of') {
    const head = tree.head(after);
    if (head > after && tree.isNominal(head)) return cut(tree, text, after + 1, head, bound);
  }
  // `7% to 3 billion`: a preposition leads away from what is counted
  if (unit === 'percent' || tree.upos(after) === 'ADP' || tree.upos(after) === 'PUNCT') {
    if (tree.form(after) !== '-') return null;
    after++;
  }
  if (noun >= after && tree.isNominal(noun) && tree.sentenceOf(noun) === tree.sentenceOf(number))
    return cut(tree, text, after, noun, bound);
  return null;
}

function cut(tree: Tree, text: string, first: number, head: number, bound: Span): string | null {
  if (tree.end(head) > bound.end || head - first > 8) return null;
  const words = text
    .slice(tree.start(first), tree.end(head))
    .replace(/^(the|a|an|his|her|its|their)\s+/i, '');
  return words === '' ? null : words;
}
