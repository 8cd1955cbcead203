import type { TimexMod } from '../../core/layers.ts';
import { MONTHS, WEEKDAYS } from '../../lexicon/time-words.ts';
import type { Unit } from './calendar.ts';
import { readCount } from './numbers.ts';

// Pieces that recognisers' patterns are put together from. A blank in a pattern stands for white space.

export const UNIT =
  '(?:second|minute|hour|day|weekend|week|month|quarter|year|decade|centur(?:y|ie)|fortnight|millenni(?:um|a))';

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['second', 'second'],
  ['minute', 'minute'],
  ['hour', 'hour'],
  ['day', 'day'],
  ['week', 'week'],
  ['weekend', 'weekend'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
  ['century', 'century'],
  ['centurie', 'century'],
  ['centur', 'century'],
  ['fortnight', 'week'],
  ['millennium', 'millennium'],
  ['millennia', 'millennium'],
]);

/** The unit that `UNIT` matched, singular or plural. */
export function readUnit(source: string): Unit {
  const text = source.toLowerCase().replace(/s$/, '');
  return UNITS.get(text) ?? 'day';
}

/** Units that a word counts as: a fortnight is two weeks. */
export const unitSize = (source: string): number => (/^fortnight/i.test(source) ? 2 : 1);

const ABBREVIATED = 'jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
/** A month name or its abbreviation with or without full stop. */
export const MONTH = `(?:${[...MONTHS.keys()].join('|')}|(?:${ABBREVIATED})\\b\\.?)`;

export function readMonth(source: string): number {
  const head = source.toLowerCase().slice(0, 3);
  for (const [name, number] of MONTHS) if (name.startsWith(head)) return number;
  return 0;
}

export const WEEKDAY = [...WEEKDAYS.keys()].join('|');
export const WEEKDAY_ABBREVIATED = '(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\\b\\.?';

export function readWeekday(source: string): number {
  const head = source.toLowerCase().slice(0, 3);
  for (const [name, number] of WEEKDAYS) if (name.startsWith(head)) return number;
  return 0;
}

export const YEAR = '(?:1[1-9]\\d\\d|20\\d\\d)';
export const BC_YEAR = '(?:\\d{1,4} (?:BCE?|B\\.C\\.(?:E\\.)?))';

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const ONES = 'one|two|three|four|five|six|seven|eight|nine';
/** A year of the last century in words, after a month or a season. */
export const SPOKEN_YEAR = `(?:nineteen (?:${TENS})(?:[- ](?:${ONES}))?)`;

/** A year that `YEAR`, `BC_YEAR` or `SPOKEN_YEAR` matched, as in a value: `1944`, `BC0490`. */
export function readYear(source: string): string {
  if (/^nineteen/i.test(source)) return String(1900 + (readCount(source.slice(8).trim()) ?? 0));
  const digits = /\d+/.exec(source)![0];
  return /B/i.test(source) ? `BC${digits.padStart(4, '0')}` : digits;
}

export const DAY_OF_MONTH = '(?:[12]\\d|3[01]|0?[1-9])';

/** Words before a date that say which part of it: `early`, `the end of`. */
export const PART =
  '(?:(?:the )?(?:very )?(?:early|mid|middle|late)(?: part of(?: the)?)?(?:[- ](?:to[- ](?:mid|late)[- ])?)(?:in )?|(?:the )?(?:very )?(?:beginning|start|middle|end|close|turn|first half|second half|last half|latter half|rest|remainder)(?: of |-of-)(?:the )?)';

export function readPart(source: string | undefined): TimexMod | undefined {
  if (source === undefined) return undefined;
  const text = source.toLowerCase();
  if (/\b(?:early|beginning|start|first half|turn)\b/.test(text)) return 'START';
  if (/\bmid(?:dle)?\b/.test(text)) return 'MID';
  if (/\b(?:late|end|close|second half|last half|latter half)\b/.test(text)) return 'END';
  return undefined;
}

/** Words before a count that bound or blur it. */
export const BOUND =
  '(?:(?:more than|less than|fewer than|no (?:more|less|fewer|later) than|at least|at most|up to|over|under|about|around|approximately|roughly|nearly|almost|well over|some) )';

/** `over the past year`: before a determiner these are prepositions. */
export const isPreposition = (bound: string | undefined): boolean =>
  bound !== undefined && /^(?:over|about|around|under|some)\s/i.test(bound);

export function readBound(source: string | undefined): TimexMod | undefined {
  if (source === undefined) return undefined;
  const text = source.toLowerCase().trim().replace(/\s+/g, ' ');
  if (/^(?:no less|no fewer|at least)/.test(text)) return 'EQUAL_OR_MORE';
  if (/^(?:no more|no later|at most|up to)/.test(text)) return 'EQUAL_OR_LESS';
  if (/^(?:more|over|well over)/.test(text)) return 'MORE_THAN';
  if (/^(?:less|fewer|under|nearly|almost)/.test(text)) return 'LESS_THAN';
  return 'APPROX';
}

/**
 * A recogniser's pattern: case-insensitive, whole words. A blank in `source` is up to three characters of white
 * space, ` ?` none to three, a blank in a character class one.
 */
export function compile(source: string): RegExp {
  let inClass = false;
  const spaced = source.replace(/\\.|[[\]]| \??/g, (piece) => {
    if (piece === '[') inClass = true;
    else if (piece === ']') inClass = false;
    else if (piece.startsWith(' '))
      return inClass ? `\\s${piece.slice(1)}` : piece === ' ' ? '\\s{1,3}' : '\\s{0,3}';
    return piece;
  });
  return new RegExp(`(?<![\\w$£€])(?:${spaced})(?!\\w)`, 'i');
}
