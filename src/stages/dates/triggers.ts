import { DAY_PARTS, MONTHS, SEASONS, WEEKDAYS } from '../../lexicon/time-words.ts';

/** Bit set of the kinds of words that a piece of text has. */
export type TriggerMask = number;

const KINDS = [
  'month',
  'weekday',
  'unit',
  'dayPart',
  'season',
  /** Four digits, or two behind an apostrophe or a dash. */
  'year',
  'digits',
  /** `today` and its like. */
  'dayWord',
  'quarter',
  'fiscal',
  /** `every`, `each`, `per`. */
  'every',
  /** `daily` and its like. */
  'frequency',
  /** The first word of a year in words. */
  'spoken',
  /** `1990s`, `nineties`. */
  'decade',
  'century',
  /** `ago`, `earlier`, `later` and other ends of a distance in time. */
  'distance',
  'now',
  'recent',
  'past',
  'once',
  'future',
  'time',
  'holiday',
  /** A digit before `:`, `a` or `p`; `GMT`, `o'clock`. */
  'clock',
  /** A digit before `/`, `.` or `-` and another one. */
  'slash',
  /** Figures before `st`, `nd`, `rd`, `th`. */
  'ordinal',
  /** `BC`, `AD`. */
  'era',
  /** A weekday shortened with a full stop. */
  'shortDay',
] as const;

export const TRIGGER = Object.freeze(
  Object.fromEntries(KINDS.map((kind, bit) => [kind, 1 << bit])),
) as Readonly<Record<(typeof KINDS)[number], TriggerMask>>;

const words = new Map<string, TriggerMask>();
const add = (mask: TriggerMask, list: Iterable<string>): void => {
  for (const word of list) words.set(word, (words.get(word) ?? 0) | mask);
};
const plural = (list: Iterable<string>): string[] => [...list].flatMap((word) => [word, `${word}s`]);
const split = (list: string): string[] => list.split(' ');

add(TRIGGER.month, MONTHS.keys());
add(TRIGGER.month, split('jan feb mar apr jun jul aug sep sept oct nov dec'));
add(TRIGGER.weekday, plural(WEEKDAYS.keys()));
add(TRIGGER.shortDay, split('mon tue tues wed thu thur thurs fri sat sun'));
add(
  TRIGGER.unit,
  plural(split('second minute hour day week weekend month quarter year decade fortnight century')),
);
add(TRIGGER.unit, split('centuries millennium millennia daylong weeklong monthlong yearlong hourlong'));
add(TRIGGER.century, split('century centuries'));
add(TRIGGER.dayPart, plural(DAY_PARTS.keys()));
add(
  TRIGGER.dayPart,
  split('noon midnight midday dawn daybreak dusk sunrise sunset nightfall lunchtime weekends'),
);
add(TRIGGER.season, SEASONS.keys());
add(TRIGGER.dayWord, split('today yesterday tomorrow tonight overnight'));
add(TRIGGER.quarter, split('quarter half period'));
add(TRIGGER.fiscal, split('fiscal financial fy full calendar tax'));
add(TRIGGER.every, split('every each per'));
add(TRIGGER.frequency, split('daily nightly weekly fortnightly monthly annually yearly hourly'));
add(TRIGGER.frequency, split('biweekly bimonthly biannually semiannually semimonthly semiweekly'));
add(TRIGGER.spoken, split('nineteen twenty thousand'));
add(TRIGGER.decade, split('twenties thirties forties fifties sixties seventies eighties nineties'));
add(
  TRIGGER.distance,
  split('ago earlier later before previously afterward afterwards after from hence prior back'),
);
add(TRIGGER.now, split('now nowadays currently current presently present moment days time point'));
add(TRIGGER.recent, split('recent recently lately'));
add(TRIGGER.past, split('past'));
add(TRIGGER.once, split('once'));
add(TRIGGER.future, split('future soon term possible date'));
add(TRIGGER.time, split('time while period'));
add(
  TRIGGER.holiday,
  split(
    'christmas easter thanksgiving halloween hallowe eve day fourth independence memorial labor labour veterans good black palm ash mardi shrove maundy holy pentecost whit epiphany juneteenth cyber year',
  ),
);
add(TRIGGER.clock, split('am pm gmt utc bst cet est edt hours hrs clock m local'));
add(TRIGGER.era, split('bc bce ad b'));

const ZERO = 48;
const NINE = 57;

/** The kinds of time words in the text. One pass. */
export function triggersIn(text: string): TriggerMask {
  const lower = text.toLowerCase();
  const { length } = lower;
  let mask = 0;
  let at = 0;
  while (at < length) {
    const first = lower.charCodeAt(at);
    if (first >= ZERO && first <= NINE) {
      let end = at + 1;
      while (end < length && lower.charCodeAt(end) >= ZERO && lower.charCodeAt(end) <= NINE) end++;
      mask |= TRIGGER.digits;
      if (end - at === 4 || (end - at === 2 && at > 0)) mask |= TRIGGER.year;
      const next = lower.charCodeAt(end);
      // `1990s`, `5pm`, `3Q`.
      if (next === 115 || next === 39 || next === 0x2019) mask |= TRIGGER.decade;
      if (next === 97 || next === 112 || next === 58) mask |= TRIGGER.clock;
      // `s`, `n`, `r`, `t`: 1st, 2nd, 3rd, 4th.
      if (next === 115 || next === 110 || next === 114 || next === 116) mask |= TRIGGER.ordinal;
      if (next === 47 || next === 45 || next === 46) mask |= TRIGGER.slash;
      if (next === 113) mask |= TRIGGER.quarter;
      at = end;
    } else if (first >= 97 && first <= 122) {
      let end = at + 1;
      while (end < length && lower.charCodeAt(end) >= 97 && lower.charCodeAt(end) <= 122) end++;
      if (end - at === 1 && (first === 113 || first === 104)) {
        const next = lower.charCodeAt(end);
        if (next >= 49 && next <= 52) mask |= TRIGGER.quarter;
      } else mask |= words.get(lower.slice(at, end)) ?? 0;
      at = end;
    } else at++;
  }
  return mask;
}
