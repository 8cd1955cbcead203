import { FRACTIONS, MULTIPLIERS, NUMERALS, VAGUE_COUNTS } from '../../lexicon/numerals.ts';
import { wordTable } from '../../lexicon/word-table.ts';

/** Lower-case forms of the tokens that a number is read from. */
export interface Forms {
  form(token: number): string;
}

/** A number as it was read, in digits, words or both. */
export interface ReadNumber {
  readonly value: number;
  /** Its last token. */
  readonly last: number;
  /** A part of one: `a third`, `one in five`, `half`. */
  readonly share?: boolean;
  /** `hundreds`, `tens of thousands`: the value is the least that is meant. */
  readonly vague?: boolean;
  /** The power of ten that words behind the digits set: 6 for `1.5 million`. */
  readonly exponent: number;
  /** What is glued to the digits: `km` of `5km`, `rs` of `Rs500`, lower case. */
  readonly before?: string;
  readonly after?: string;
}

const POWERS = wordTable<number>({
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  k: 3,
  m: 6,
  mn: 6,
  mln: 6,
  bn: 9,
  bln: 9,
  b: 9,
  tn: 12,
  lakh: 5,
  crore: 7,
});

/** `Rs500`, `1,200`, `4.1`, `5km`, `$3bn`: what stands before, the digits, what stands behind. */
const DIGITS =
  /^([^\d\s.,-]{0,4})(\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?)([\p{L}°%]{0,4})$/u;

/** `2nd`, `1990s` */
const ORDINAL = /^(?:st|nd|rd|th|s)$/;

/**
 * The cardinal that starts at a token: `1,200`, `4.1 million`, `two hundred and forty`, `a dozen`, `three quarters`, `one in
 * five`, `hundreds`. Values are exact decimals (no product of floats). Null where none starts there.
 *
 * @param limit one past the last token that may be read
 */
export function readNumber(words: Forms, first: number, limit: number): ReadNumber | null {
  const form = words.form(first);
  const next = first + 1 < limit ? words.form(first + 1) : '';
  if (VAGUE_COUNTS[form] !== undefined) return vague(words, first, limit);
  if (form === 'a' || form === 'an') return withArticle(words, first, limit);
  if (form === 'half')
    return next === '-' ? null : { value: FRACTIONS.half!, last: first, share: true, exponent: 0 };
  const digits = DIGITS.exec(form);
  if (digits !== null) return ORDINAL.test(digits[3]!) ? null : inDigits(words, first, limit, digits);
  if (NUMERALS[form] === undefined) return null;
  const spelt = inWords(words, first, limit);
  const after = spelt.last + 1 < limit ? words.form(spelt.last + 1) : '';
  if (after === 'in' || (after === 'out' && words.form(spelt.last + 2) === 'of')) {
    const share = oneIn(words, spelt, spelt.last + (after === 'in' ? 2 : 3), limit);
    if (share !== null) return share;
  }
  const dashed =
    after === '-' && FRACTIONS[spelt.last + 2 < limit ? words.form(spelt.last + 2) : ''] !== undefined;
  const fraction = FRACTIONS[dashed ? words.form(spelt.last + 2) : after];
  const name = dashed ? words.form(spelt.last + 2) : after;
  // `two thirds`, `one quarter`; not `two quarter-point cuts`
  if (fraction !== undefined && spelt.value < 10 && (spelt.value === 1 || name.endsWith('s')))
    return { value: spelt.value * fraction, last: spelt.last + (dashed ? 2 : 1), share: true, exponent: 0 };
  return spelt;
}

function inDigits(
  words: Forms,
  first: number,
  limit: number,
  [, before, digits, after]: RegExpExecArray,
): ReadNumber | null {
  const plain = digits!.replaceAll(',', '');
  let exponent = 0;
  let glued = after!;
  if (POWERS[glued] !== undefined) {
    exponent = POWERS[glued]!;
    glued = '';
  }
  let last = first;
  if (glued === '' && exponent === 0) {
    for (let at = first + 1; at < limit && at < first + 3; at++) {
      const power = POWERS[words.form(at)];
      if (power === undefined) break;
      exponent += power;
      last = at;
    }
  }
  const number = {
    value: Number(`${plain}e${exponent}`),
    last,
    exponent,
    ...(before === '' ? {} : { before: before! }),
    ...(glued === '' ? {} : { after: glued }),
  };
  const at = last + 1;
  if (exponent === 0 && glued === '' && before === '' && at < limit && words.form(at) === 'in')
    return oneIn(words, number, at + 1, limit) ?? number;
  return number;
}

/** `two hundred and forty thousand`, `forty-two`, `five million` */
function inWords(words: Forms, first: number, limit: number): ReadNumber {
  let total = 0;
  let current = 0;
  let last = first;
  let exponent = 0;
  for (let at = first; at < limit && at < first + 12; at++) {
    const form = words.form(at);
    const value = NUMERALS[form];
    const power = POWERS[form];
    if (value !== undefined) {
      // `five seven` are two numbers
      const fits =
        current === 0 ||
        (current % 100 === 0 && value < 100) ||
        (current % 10 === 0 && current % 100 >= 20 && value < 10);
      if (!fits) break;
      current += value;
    } else if (form === 'dozen' && current > 0) {
      current *= MULTIPLIERS.dozen!;
    } else if (power !== undefined && form.length > 2 && current > 0) {
      if (power === 2) current *= 100;
      else {
        total += current * 10 ** power;
        current = 0;
        exponent = power;
      }
    } else if (
      (form === 'and' || form === '-') &&
      at + 1 < limit &&
      NUMERALS[words.form(at + 1)] !== undefined
    ) {
      const open =
        form === '-'
          ? current % 10 === 0 && current >= 20
          : (current === 0 && total > 0) || (current > 0 && current % 100 === 0);
      if (!open) break;
      continue;
    } else break;
    last = at;
  }
  return { value: total + current, last, exponent };
}

/** `a dozen`, `a third`, `a quarter of`, `a million`; not `a half-hour` */
function withArticle(words: Forms, first: number, limit: number): ReadNumber | null {
  if (first + 1 >= limit) return null;
  const form = words.form(first + 1);
  const after = first + 2 < limit ? words.form(first + 2) : '';
  if (after === '-') return null;
  if (FRACTIONS[form] !== undefined) {
    // `a third man` counts, `a third of the men` is a share
    if (after !== 'of') return null;
    return { value: FRACTIONS[form]!, last: first + 1, share: true, exponent: 0 };
  }
  if (MULTIPLIERS[form] === undefined || form.length < 3) return null;
  return { value: MULTIPLIERS[form]!, last: first + 1, exponent: POWERS[form] ?? 0 };
}

/** `hundreds`, `tens of thousands` */
function vague(words: Forms, first: number, limit: number): ReadNumber {
  let value = VAGUE_COUNTS[words.form(first)]!;
  let last = first;
  while (
    last + 2 < limit &&
    words.form(last + 1) === 'of' &&
    VAGUE_COUNTS[words.form(last + 2)] !== undefined
  ) {
    value *= VAGUE_COUNTS[words.form(last + 2)]!;
    last += 2;
  }
  return { value, last, vague: true, exponent: 0 };
}

/** `one in five`, `3 out of 10`: a small number, then a greater one. */
function oneIn(words: Forms, part: ReadNumber, at: number, limit: number): ReadNumber | null {
  if (at >= limit) return null;
  const form = words.form(at);
  const whole = NUMERALS[form] ?? (/^\d{1,3}$/.test(form) ? Number(form) : undefined);
  if (whole === undefined || whole <= part.value || part.value > 99 || whole > 100) return null;
  return { value: part.value / whole, last: at, share: true, exponent: 0 };
}
