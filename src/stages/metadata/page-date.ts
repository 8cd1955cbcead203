import type { PageDate } from '../../core/layers.ts';
import { wordTable } from '../../lexicon/word-table.ts';

/** A date as written on a page, without its origin. */
export type WrittenDate = Pick<PageDate, 'value' | 'precision'>;

/** Beginnings of month names in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const MONTH_STEMS: readonly (readonly [stem: string, month: number])[] = [
  ['jan', 1],
  ['jän', 1],
  ['ene', 1],
  ['gen', 1],
  ['feb', 2],
  ['fév', 2],
  ['fev', 2],
  ['mar', 3],
  ['mär', 3],
  ['mrz', 3],
  ['maa', 3],
  ['mrt', 3],
  ['apr', 4],
  ['avr', 4],
  ['abr', 4],
  ['may', 5],
  ['mai', 5],
  ['mag', 5],
  ['mei', 5],
  ['jun', 6],
  ['juin', 6],
  ['giu', 6],
  ['jul', 7],
  ['juil', 7],
  ['lug', 7],
  ['aug', 8],
  ['aoû', 8],
  ['aou', 8],
  ['ago', 8],
  ['sep', 9],
  ['set', 9],
  ['oct', 10],
  ['okt', 10],
  ['ott', 10],
  ['out', 10],
  ['nov', 11],
  ['dec', 12],
  ['dez', 12],
  ['déc', 12],
  ['dic', 12],
];

/** Hours from UTC of the zone names that English news use. */
const ZONES = wordTable<string>({
  UTC: 'Z',
  GMT: 'Z',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  IST: '+05:30',
  SGT: '+08:00',
  HKT: '+08:00',
  JST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
});

const ISO =
  /(?<![\d.])(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,4}\b)?)?(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
const NAME =
  'jan(?:uar[yi]?|vier|eiro)?|jänner|enero|ene|gen(?:naio)?|feb(?:ruar[yi]?|rero|braio)?|févr?(?:ier)?|fev(?:ereiro)?|mar(?:ch|s|zo|ço|et)?|märz|mrz|maart|mrt|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|may|mayo|mai|maio|mag(?:gio)?|mei|june?|juin|juni[o]?|junho|giu(?:gno)?|july?|juillet|juil|julio?|julho|lug(?:lio)?|aug(?:ust|ustus)?|août|aout|ago(?:sto)?|sept?(?:ember|embre|iembre|tembre)?|set(?:embro|tembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|ott(?:obre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:embre|iembre)?';
const MONTH_DAY = new RegExp(
  `\\b(${NAME})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?(?:,|\\s)\\s{0,3}(\\d{4})(?!\\d)`,
  'i',
);
const DAY_MONTH = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º)?(?:\\s(?:of|de|di))?[\\s.-]{1,3}(${NAME})\\.?(?:\\sde)?[,\\s-]{1,3}(\\d{4})(?!\\d)`,
  'i',
);
const YEAR_FIRST = /(?<![\d/.])(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?![\d/])/;
const SLASHED = /(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/;
const CLOCK =
  /(?<![\d:./-])(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))?\s?(?:([ap])\.?m\b\.?)?(?:\s?\(?\b(UTC|GMT|BST|CES?T|[ECMP][SD]T|[ECMP]T|IST|SGT|HKT|JST|AE[SD]T|NZ[SD]T)\b)?(?![\d:/])/gi;

/**
 * The first date in `text`, with its time of day and zone when they stand beside it. `dayFirst` settles `3/4/2031`;
 * the default is the American order, unless the first number is no month.
 */
export function parsePageDate(text: string, dayFirst = false): WrittenDate | null {
  const head = text.slice(0, 400).trim();
  const compact = COMPACT.exec(head);
  if (compact)
    return build(compact[1], compact[2], compact[3], [compact[4], compact[5], compact[6], compact[7]]);
  if (/^1\d{9}(?:\d{3})?$/.test(head)) return fromEpoch(Number(head.slice(0, 10)));
  const iso = ISO.exec(head);
  if (iso) return build(iso[1], iso[2], iso[3], [iso[4], iso[5], iso[6], iso[7]]);
  const found = firstOf(head, dayFirst);
  if (!found) return null;
  const rest = `${head.slice(Math.max(0, found.start - 32), found.start)}\u0001${head.slice(found.end, found.end + 32)}`;
  return build(found.year, found.month, found.day, clockOf(rest));
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function firstOf(text: string, dayFirst: boolean): Found | null {
  const found: Found[] = [];
  const put = (match: RegExpExecArray | null, pick: (m: RegExpExecArray) => [string, string, string]) => {
    if (!match) return;
    const [year, month, day] = pick(match);
    found.push({ start: match.index, end: match.index + match[0].length, year, month, day });
  };
  put(MONTH_DAY.exec(text), (m) => [m[3]!, monthNumber(m[1]!), m[2]!]);
  put(DAY_MONTH.exec(text), (m) => [m[3]!, monthNumber(m[2]!), m[1]!]);
  put(YEAR_FIRST.exec(text), (m) => [m[1]!, m[2]!, m[3]!]);
  put(SLASHED.exec(text), (m) => {
    const [a, b] = [m[1]!, m[3]!];
    const dotted = m[2] === '.';
    const swap = Number(a) > 12 || ((dayFirst || dotted) && Number(b) <= 12);
    return [m[4]!.length === 2 ? `20${m[4]}` : m[4]!, swap ? b : a, swap ? a : b];
  });
  found.sort((a, b) => a.start - b.start);
  return found[0] ?? null;
}

function monthNumber(name: string): string {
  const lower = name.toLowerCase();
  return String(MONTH_STEMS.findLast(([stem]) => lower.startsWith(stem))?.[1] ?? 0);
}

type Clock = readonly (string | undefined)[];

function clockOf(text: string): Clock {
  for (const match of text.matchAll(CLOCK)) {
    const [, hour, minute, second, half, zone] = match;
    if (minute === undefined && half === undefined) continue;
    let hours = Number(hour);
    if (half !== undefined) hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    return [String(hours), minute ?? '00', second, zone];
  }
  return [];
}

function build(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  clock: Clock,
): WrittenDate | null {
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  if (!(y >= 1900 && y < 2100 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m))) return null;
  const date = `${y}-${pad(m)}-${pad(d)}`;
  const [hour, minute, second, zone] = clock;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59)
    return { value: date, precision: 'day' };
  const offset = zoneOffset(zone);
  const time = `${pad(Number(hour))}:${minute}`;
  return second === undefined
    ? { value: `${date}T${time}${offset}`, precision: 'minute' }
    : { value: `${date}T${time}:${second}${offset}`, precision: 'second' };
}

function zoneOffset(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (/^z$/i.test(zone)) return 'Z';
  if (/^[+-]/.test(zone)) return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return ZONES[zone.toUpperCase()] ?? '';
}

function fromEpoch(seconds: number): WrittenDate {
  return { value: new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z'), precision: 'second' };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** The calendar day of a date, as written in its own zone. */
export function dayOf(value: string): string {
  return value.slice(0, 10);
}
