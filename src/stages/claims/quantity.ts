import type { Quantity } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import { CURRENCY_SIGNS, CURRENCY_WORDS, UNITS } from '../../lexicon/measure-units.ts';
import { FRACTIONS, MULTIPLIERS, NUMERALS } from '../../lexicon/numerals.ts';
import { type ClaimContext, mentionsIn, tokenRange, touching } from './context.ts';
import type { Tree } from './tree.ts';

/** Words before a number that bound it; longest first. */
const COMPARATORS: readonly (readonly [words: readonly string[], comparator: Quantity['comparator']])[] = [
  [['no', 'more', 'than'], '<='],
  [['no', 'fewer', 'than'], '>='],
  [['no', 'less', 'than'], '>='],
  [['not', 'more', 'than'], '<='],
  [['more', 'than'], '>'],
  [['less', 'than'], '<'],
  [['fewer', 'than'], '<'],
  [['at', 'least'], '>='],
  [['at', 'most'], '<='],
  [['as', 'many', 'as'], '<='],
  [['as', 'much', 'as'], '<='],
  [['up', 'to'], '<='],
  [['close', 'to'], '~'],
  [['some'], '~'],
  [['about'], '~'],
  [['around'], '~'],
  [['approximately'], '~'],
  [['roughly'], '~'],
  [['nearly'], '~'],
  [['almost'], '~'],
  [['over'], '>'],
  [['above'], '>'],
  [['exceeding'], '>'],
  [['under'], '<'],
  [['below'], '<'],
];

/** A run of number words as it was read. */
interface NumberRun {
  readonly value: number;
  readonly last: number;
}

/** The amounts that stand in the spans, in text order; dates, ages of names and ordinals are none. */
export function quantitiesIn(context: ClaimContext, spans: readonly Span[]): Quantity[] {
  const { tree } = context;
  const out: Quantity[] = [];
  for (const span of spans) {
    const [first, last] = tokenRange(tree, span);
    for (let at = first; at < last; at++) {
      const run = numberAt(tree, at, last);
      if (run === null || isScore(tree, at, run.last)) continue;
      if (!isOther(context, at, run.last)) {
        const quantity = quantityFrom(context, at, run, span, last);
        if (!out.some((one) => one.start <= quantity.start && quantity.end <= one.end)) out.push(quantity);
        at = Math.max(run.last, tree.tokens.tokenAt(quantity.end - 1));
      } else at = run.last;
    }
  }
  return out.sort((a, b) => a.start - b.start);
}

/** `a 5-4 decision`: two numbers tied by a hyphen without blanks that do not rise are no amount. */
function isScore(tree: Tree, first: number, last: number): boolean {
  const tied = (a: number, b: number) => a >= 0 && b < tree.length && tree.end(a) === tree.start(b);
  if (
    tied(first - 1, first) &&
    /^\d+$/.test(tree.form(first)) &&
    /^[-–]$/.test(tree.form(first - 1)) &&
    tied(first - 2, first - 1)
  ) {
    return /^\d+$/.test(tree.form(first - 2)) && Number(tree.form(first - 2)) >= Number(tree.form(first));
  }
  if (
    /^[-–]\d/.test(tree.form(first)) ||
    (tied(last, last + 1) && /^[-–]\d/.test(tree.form(Math.min(tree.length - 1, last + 1))))
  )
    return true;
  const dash = last + 1;
  if (!tied(last, dash) || !/^[-–]$/.test(tree.form(dash)) || !tied(dash, dash + 1)) return false;
  return /^\d+$/.test(tree.form(dash + 1)) && Number(tree.form(dash + 1)) <= Number(tree.form(last));
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
  run: NumberRun,
  bound: Span,
  limit: number,
): Quantity {
  const { tree, text } = context;
  let from = first;
  let to = run.last;
  let unit = 'count';
  let max: number | undefined;
  const sign = from > 0 ? CURRENCY_SIGNS[tree.form(from - 1)] : undefined;
  if (sign !== undefined) {
    unit = sign;
    from--;
  }
  const joint = to + 1 < limit ? tree.form(to + 1) : '';
  const between = from > 0 && tree.form(from - 1) === 'between' && joint === 'and';
  if (between || joint === '-' || joint === '–' || joint === 'to') {
    let next = to + 2;
    if (CURRENCY_SIGNS[tree.form(Math.min(next, limit - 1))] !== undefined) next++;
    const second = next < limit ? numberAt(tree, next, limit) : null;
    if (second !== null && second.value > run.value) {
      max = second.value;
      to = second.last;
    }
  }
  const after = to + 1 < limit ? tree.form(to + 1) : '';
  const hyphenated = after === '-' && to + 2 < limit ? tree.form(to + 2) : '';
  const named = UNITS[after] ?? CURRENCY_WORDS[after] ?? UNITS[hyphenated];
  if (unit === 'count' && named !== undefined) {
    unit = named;
    to += UNITS[after] === undefined && CURRENCY_WORDS[after] === undefined ? 2 : 1;
    if (unit === 'percent' && to + 1 < limit && /^points?$/.test(tree.form(to + 1))) {
      unit = 'percentage point';
      to++;
    }
  } else if (unit === 'count' && after === 'per' && to + 2 < limit && tree.form(to + 2) === 'cent') {
    unit = 'percent';
    to += 2;
  }
  let comparator: Quantity['comparator'] = '=';
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
  const span = { start: tree.start(from), end: tree.end(to) };
  const of = countedBy(tree, text, first, to, bound);
  return {
    ...span,
    text: text.slice(span.start, span.end),
    value: run.value,
    ...(max === undefined ? {} : { max }),
    unit,
    ...(of === null ? {} : { of }),
    comparator,
  };
}

/** What is counted: the noun that the number modifies with what stands between, or the noun after `of`. */
function countedBy(tree: Tree, text: string, number: number, last: number, bound: Span): string | null {
  let noun = tree.head(number);
  for (let climb = 0; climb < 3 && noun >= 0 && (noun <= last || tree.upos(noun) === 'NUM'); climb++)
    noun = tree.head(noun);
  const after = last + 1;
  if (
    after < tree.length &&
    tree.form(after) === 'of' &&
    tree.sentenceOf(after) === tree.sentenceOf(number)
  ) {
    const head = tree.head(after);
    if (head > after && tree.isNominal(head)) return cut(tree, text, after + 1, head, bound);
  }
  if (noun > last && tree.isNominal(noun) && tree.sentenceOf(noun) === tree.sentenceOf(number)) {
    return cut(tree, text, last + 1, noun, bound);
  }
  return null;
}

function cut(tree: Tree, text: string, first: number, head: number, bound: Span): string | null {
  if (tree.end(head) > bound.end || head - first > 8) return null;
  const words = text
    .slice(tree.start(first), tree.end(head))
    .replace(/^(the|a|an|his|her|its|their)\s+/i, '');
  return words === '' ? null : words;
}

/** The number that starts at the token, in digits or words. */
function numberAt(tree: Tree, first: number, limit: number): NumberRun | null {
  let value = simple(tree.form(first));
  if (value === null) {
    // `a dozen`, `half`: only with a multiplier or fraction of their own.
    if (
      tree.form(first) === 'a' &&
      first + 1 < limit &&
      MULTIPLIERS[tree.form(first + 1)] !== undefined &&
      tree.form(first + 1).length > 2
    ) {
      return { value: MULTIPLIERS[tree.form(first + 1)]!, last: first + 1 };
    }
    if (tree.form(first) === 'dozens') return null;
    const fraction = tree.form(first) === 'half' ? FRACTIONS.half! : null;
    return fraction === null || tree.upos(first) === 'ADV' ? null : { value: fraction, last: first };
  }
  if (tree.form(first) === 'one' && tree.upos(first) !== 'NUM') return null;
  if (tree.form(first) === 'one' && first + 1 < limit && tree.form(first + 1) === 'of') return null;
  let last = first;
  const spelt = NUMERALS[tree.form(first)] !== undefined;
  for (let at = first + 1; at < limit && at < first + 8; at++) {
    const form = tree.form(at);
    const digit = NUMERALS[form];
    if (MULTIPLIERS[form] !== undefined && (form.length > 1 || !spelt)) {
      value = value >= 1000 && spelt ? value + MULTIPLIERS[form]! : value * MULTIPLIERS[form]!;
      last = at;
    } else if (FRACTIONS[form] !== undefined && spelt && value < 10) {
      value *= FRACTIONS[form]!;
      last = at;
      break;
    } else if (spelt && digit !== undefined && digit < value && value % 10 === 0) {
      value += digit;
      last = at;
    } else if (
      (form === '-' || form === 'and') &&
      spelt &&
      at + 1 < limit &&
      NUMERALS[tree.form(at + 1)] !== undefined &&
      value % 10 === 0 &&
      (form === '-' || value % 100 === 0)
    ) {
    } else break;
  }
  return { value, last };
}

function simple(form: string): number | null {
  if (NUMERALS[form] !== undefined) return NUMERALS[form]!;
  if (/^\d{1,3}(,\d{3}){1,5}(\.\d{1,4})?$/.test(form)) return Number(form.replaceAll(',', ''));
  if (/^\d{1,12}(\.\d{1,4})?$/.test(form)) return Number(form);
  const suffixed = /^(\d{1,6}(?:\.\d{1,4})?)(k|m|mn|bn|b|tn)$/.exec(form);
  if (suffixed !== null) return Number(suffixed[1]) * MULTIPLIERS[suffixed[2]!]!;
  return null;
}
