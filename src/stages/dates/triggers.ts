import { CARDINALS, DAY_PARTS, MONTHS, SEASONS, WEEKDAYS } from '../../lexicon/time-words.ts';

/** Bit set of the kinds of words that a piece of text has. */
export type TriggerMask = number;

export const TRIGGER = {
  month: 1,
  weekday: 2,
  unit: 4,
  dayPart: 8,
  season: 16,
  year: 32,
  digits: 64,
  dayWord: 128,
  reference: 256,
  quarter: 512,
  frequency: 1024,
  numberWord: 2048,
  decade: 4096,
  holiday: 8192,
  clock: 16384,
  timeWord: 32768,
} as const;

const words = new Map<string, TriggerMask>();
const add = (mask: TriggerMask, list: Iterable<string>): void => {
  for (const word of list) words.set(word, (words.get(word) ?? 0) | mask);
};

add(TRIGGER.month, MONTHS.keys());
add(TRIGGER.month, ['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec']);
for (const day of WEEKDAYS.keys()) add(TRIGGER.weekday, [day, `${day}s`]);
for (const unit of [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'semester',
  'fortnight',
  'season',
  'century',
  'millennium',
  'summer',
  'winter',
])
  add(TRIGGER.unit, [unit, `${unit}s`, `${unit}long`]);
add(TRIGGER.unit, ['centuries', 'millennia', 'yr', 'yrs', 'hrs', 'mins']);
for (const part of DAY_PARTS.keys()) add(TRIGGER.dayPart, [part, `${part}s`]);
add(TRIGGER.dayPart, [
  'noon',
  'midnight',
  'midday',
  'dawn',
  'dusk',
  'sunrise',
  'sunset',
  'lunchtime',
  'daytime',
  'daybreak',
  'nightfall',
]);
for (const season of SEASONS.keys()) add(TRIGGER.season, [season, `${season}s`]);
add(TRIGGER.dayWord, ['today', 'yesterday', 'tomorrow', 'tonight', 'overnight']);
add(TRIGGER.reference, [
  'now',
  'nowadays',
  'currently',
  'current',
  'present',
  'presently',
  'recently',
  'recent',
  'past',
  'future',
  'previously',
  'formerly',
  'former',
  'once',
  'soon',
  'shortly',
  'lately',
  'already',
  'moment',
  'term',
  'date',
  'point',
]);
add(TRIGGER.quarter, ['quarter', 'quarters', 'half', 'fiscal', 'period', 'q1', 'q2', 'q3', 'q4', 'h1', 'h2']);
add(TRIGGER.frequency, [
  'every',
  'each',
  'daily',
  'weekly',
  'biweekly',
  'monthly',
  'bimonthly',
  'quarterly',
  'annual',
  'annually',
  'yearly',
  'hourly',
  'nightly',
  'semiannual',
  'semiannually',
  'biannual',
  'biannually',
  'per',
  'fortnightly',
]);
add(TRIGGER.numberWord, CARDINALS.keys());
add(TRIGGER.decade, [
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties',
  'seventies',
  'eighties',
  'nineties',
]);
add(TRIGGER.holiday, [
  'christmas',
  'easter',
  'thanksgiving',
  'halloween',
  "year's",
  'year’s',
  'eve',
  'independence',
  'memorial',
  'labor',
  'labour',
  'veterans',
  "valentine's",
  'valentine’s',
  "patrick's",
  'patrick’s',
  'boxing',
  'inauguration',
  'election',
  'friday',
  'monday',
]);
add(TRIGGER.clock, ['am', 'pm', 'a', 'p', "o'clock", 'o’clock', 'gmt', 'hrs']);
add(TRIGGER.timeWord, [
  'time',
  'times',
  'while',
  'period',
  'era',
  'today',
  'then',
  'so',
  'ever',
  'ago',
  'long',
  'some',
]);

const DIGIT = /\d/;

/** The kinds of time words in the text; one pass. */
export function triggersIn(text: string): TriggerMask {
  let mask = 0;
  for (const word of text.toLowerCase().split(/[^a-z0-9'’]+/)) {
    if (word === '') continue;
    mask |= words.get(word) ?? 0;
    const first = word.charCodeAt(0);
    if (DIGIT.test(word)) {
      mask |= TRIGGER.digits;
      if (/^['’]?\d{2,4}/.test(word)) mask |= TRIGGER.year;
      if (/s$/.test(word)) mask |= TRIGGER.decade;
      if (/[ap]m$/.test(word)) mask |= TRIGGER.clock;
      if (/^[qh]\d$/.test(word)) mask |= TRIGGER.quarter;
    } else if (
      (first === 39 || first === 0x2019 || word.endsWith("'s") || word.endsWith('’s')) &&
      mask !== -1
    ) {
      mask |= words.get(word.replace(/^['’]|['’]s?$/g, '')) ?? 0;
    }
  }
  return mask;
}
