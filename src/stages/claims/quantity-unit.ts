import {
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  GLUED_UNITS,
  NATIONAL_CURRENCIES,
  UNITS,
} from '../../lexicon/measure-units.ts';
import type { ReadNumber } from './number.ts';
import type { Tree } from './tree.ts';

/** The currency written before a number: `$`, `Rs`, `Sh` glued to its digits, `US$` as a token of its own. */
export function signBefore(
  tree: Tree,
  first: number,
  number: ReadNumber | null,
): { readonly unit: string; readonly first: number } | null {
  const glued = number?.before === undefined ? undefined : CURRENCY_SIGNS[number.before];
  if (glued !== undefined) return { unit: glued, first };
  if (first === 0) return null;
  const form = tree.form(first - 1);
  // `A$30` is three tokens
  if (form === '$' && first > 1 && tree.end(first - 2) === tree.start(first - 1)) {
    const national = CURRENCY_SIGNS[`${tree.form(first - 2)}$`];
    if (national !== undefined) return { unit: national, first: first - 2 };
  }
  const apart = CURRENCY_SIGNS[form] ?? CURRENCY_SIGNS[form.replace(/\.$/, '')];
  return apart === undefined ? null : { unit: apart, first: first - 1 };
}

/**
 * The unit behind a number and its last token: `km`, `percent`, `per cent`, `percentage points`, `degrees Celsius`, `Swedish crowns`,
 * `-year`, `mph` glued to the digits. Null for plain counts.
 *
 * @param limit one past the last token that may be read
 */
export function readUnit(
  tree: Tree,
  number: ReadNumber,
  limit: number,
): { readonly unit: string; readonly last: number } | null {
  const glued = number.after === undefined ? undefined : GLUED_UNITS[number.after];
  if (glued !== undefined) return { unit: glued, last: number.last };
  const at = number.last + 1;
  const form = (token: number) => (token < limit ? tree.form(token) : '');
  const after = form(at);
  if (after === 'per' && form(at + 1) === 'cent') return points(form, 'percent', at + 1);
  if (after === '-' && UNITS[form(at + 1)] !== undefined) return { unit: UNITS[form(at + 1)]!, last: at + 1 };
  const unit = UNITS[after];
  if (unit === 'percentage point') return { unit, last: /^points?$/.test(form(at + 1)) ? at + 1 : at };
  if (unit === 'percent') return points(form, unit, at);
  if (unit === 'degree') {
    const scale = /^(?:celsius|fahrenheit|c|f)$/.exec(form(at + 1))?.[0];
    if (scale !== undefined)
      return { unit: scale.startsWith('c') ? 'degree Celsius' : 'degree Fahrenheit', last: at + 1 };
  }
  if (unit !== undefined) return currencyOrWeight(form, unit, at);
  const money = CURRENCY_WORDS[after];
  if (money !== undefined) return { unit: money, last: at };
  return nationalCurrency(form, at);
}

/** `4 percent points` tell a difference, `4 percent` a share. */
function points(form: (token: number) => string, unit: string, last: number): { unit: string; last: number } {
  return /^points?$/.test(form(last + 1)) ? { unit: 'percentage point', last: last + 1 } : { unit, last };
}

const currencyOrWeight = (
  form: (token: number) => string,
  unit: string,
  at: number,
): { unit: string; last: number } =>
  unit === 'pound' && form(at + 1) === 'sterling' ? { unit: 'GBP', last: at + 1 } : { unit, last: at };

/** `Swedish crowns`, `Hong Kong dollars` */
function nationalCurrency(
  form: (token: number) => string,
  at: number,
): { unit: string; last: number } | null {
  for (const length of [1, 2]) {
    const word = form(at + length);
    const name =
      CURRENCY_WORDS[word] === 'USD'
        ? 'dollar'
        : CURRENCY_WORDS[word] === 'CHF'
          ? 'franc'
          : (CURRENCY_WORDS[word] ?? UNITS[word]);
    const country = Array.from({ length }, (_, k) => form(at + k)).join(' ');
    const codes = name === undefined ? undefined : NATIONAL_CURRENCIES[name];
    if (codes !== undefined && Object.hasOwn(codes, country))
      return { unit: codes[country]!, last: at + length };
  }
  return null;
}
