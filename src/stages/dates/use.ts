import type { TimexUse } from '../../core/layers.ts';

/** A time expression already read, for the range that this one may end. */
interface Earlier {
  readonly end: number;
  readonly use?: TimexUse | undefined;
}

const LEAD = '(?:(?:in|on|at|for|during|the|that of|those of|about|early|late|mid)\\s){0,3}';
/** `than in March`, `compared with 2019`. */
const COMPARED = new RegExp(
  `\\b(?:than|compared (?:with|to)|in comparison (?:with|to)|versus|vs\\.?|against|unlike|as in)\\s${LEAD}$`,
  'i',
);
const AMOUNT =
  '(?:[$£€¥]\\d[\\w.,]*|\\d[\\d.,]*(?:%|bn|tn|m|k)|\\d{1,3}(?:,\\d{3})+|\\d+\\.\\d+|\\d[\\d.,]*\\s(?:million|billion|trillion|percent|per cent|percentage points?|cents?|pence))';
/** `from 890m a year earlier`, `from 61,000 in 2015`; not `visitors from 9 countries in 2019`. */
const FROM_AMOUNT = new RegExp(
  `\\b(?:from|than|against|versus)\\s(?:(?:about|around|some|nearly|just|only|over|under|a|the|its)\\s){0,2}${AMOUNT}(?:\\s[a-z]{1,12}){0,3}\\s?$`,
  'i',
);
/** `up 58% from the previous year`, `down from 2019`. */
const MOVED_FROM =
  /\b(?:up|down|higher|lower|unchanged|increase[sd]?|decrease[sd]?|rise|rose|risen|fall|fell|fallen|drop(?:ped)?|declined?|grew|grown|jump(?:ed)?|climb(?:ed)?|improvement|change[sd]?|percent|per cent|%)\s(?:[^\s.;]{1,12}\s){0,4}from\s(?:the\s)?$/i;
/** `the highest since 2008`, `the first woman since March`; not `under arrest since March`. */
const RANKED_SINCE =
  /\b(?:the|its|their|his|her|at|a)\s(?:[\w-]+\s)?(?:(?!arrest|protest|west|interest|request|forest|contest|inquest|unrest)[a-z]{3,}est|most|least|worst|best|first|only)\b[^.;:]{0,60}\bsince\s(?:at least\s)?$/i;
const SINCE = /\bsince\s(?:at least\s)?$/i;
const UNTIL = /\b(?:until|till|through|up to)\s(?:at least\s)?$/i;
const FROM = /\b(?:from|between)\s$/i;
const RANGE_GAP = /^\s?(?:to|until|till|through|and|-|–|—)\s?$/;

/**
 * How the words right before a time expression put it to use: as what something is compared with, or as an end of
 * a stretch. Undefined where no word says so.
 */
export function useOf(
  text: string,
  start: number,
  rule: string,
  earlier: Earlier | undefined,
): TimexUse | undefined {
  const before = text.slice(Math.max(0, start - 90), start);
  if (earlier !== undefined && start - earlier.end < 10) {
    const gap = text.slice(earlier.end, start);
    if (RANGE_GAP.test(gap) && (earlier.use === 'from' || /^\s?[-–—]\s?$/.test(gap))) return 'to';
  }
  if (COMPARED.test(before) || MOVED_FROM.test(before)) return 'comparison';
  if (FROM_AMOUNT.test(before)) return 'comparison';
  if (RANKED_SINCE.test(before)) return 'comparison';
  if (SINCE.test(before)) return 'since';
  if (UNTIL.test(before)) return 'until';
  if (FROM.test(before)) return 'from';
  return rule === 'year-ago' && /\b(?:than|from|compared|against|versus)\b[^.;]{0,50}$/i.test(before)
    ? 'comparison'
    : undefined;
}
