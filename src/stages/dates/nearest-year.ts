import { type CivilDay, civilDay, dayNumber, daysInMonth, weekdayOf } from './calendar.ts';
import { MONTH, readMonth, YEAR } from './patterns.ts';
import { type Anchor, referenceFor, type Scope, type Tense } from './scope.ts';
import { hasVerb } from './tense.ts';

/** Days ahead that a bare date may lie without any cue of future tense: a diary note, a caption. */
const NEAR = 45;

/** A year found for a date, and whether the text's own story gives it. */
export interface FoundYear {
  readonly year: number;
  readonly anchor: 'explicit' | 'publication' | 'previous';
}

/**
 * The year of a month (and day) named without one: `In December` said in January is the December before,
 * `will meet in December` the one to come. Null when there is nothing to count from.
 */
export function nearestYear(
  scope: Scope,
  month: number,
  day: number | null,
  relation: string,
  weekday = 0,
): FoundYear | null {
  const found = yearOf(scope, month, day, relation);
  if (found === null || day === null) return found;
  // `Friday, July 18` names its year by its weekday; the 29th of February needs a leap year.
  const fits = (year: number): boolean =>
    day <= daysInMonth(year, month) && (weekday === 0 || weekdayOf(dayNumber(year, month, day)) === weekday);
  const step = found.anchor === 'publication' && scope.tense() === 'future' ? 1 : -1;
  for (let distance = 0; distance <= 6; distance++) {
    if (fits(found.year + step * distance)) return { ...found, year: found.year + step * distance };
    if (weekday !== 0 && fits(found.year - step * distance))
      return { ...found, year: found.year - step * distance };
  }
  return found;
}

function yearOf(scope: Scope, month: number, day: number | null, relation: string): FoundYear | null {
  const { previous, narrative } = scope;
  const reference = referenceFor(scope, day === null ? 'month' : 'day') ?? referenceFor(scope, 'year');
  if (relation === '') {
    const shared = sharedYear(scope, month);
    if (shared !== null) return { year: shared, anchor: 'explicit' };
    if (previous !== null && (reference === null || (narrative && !scope.ahead())))
      return { year: storyYear(previous, month), anchor: 'previous' };
    const since = /\bsince\s$/i.test(scope.before(6));
    const listed = reference === null || since ? null : listedYear(scope, month);
    if (listed !== null) return { year: listed, anchor: 'previous' };
  }
  if (reference === null) return null;
  const now = civilDay(reference.day);
  const year = newsYear(scope, now, reference.unit === 'year', month, day, relation);
  if (year === null) return { year: storyYear(previous!, month), anchor: 'previous' };
  return { year, anchor: 'publication' };
}

/** The year by relation word, tense and nearness to the publication; null when an aside gives it. */
function newsYear(
  scope: Scope,
  now: CivilDay,
  yearOnly: boolean,
  month: number,
  day: number | null,
  relation: string,
): number | null {
  if (yearOnly || /this/.test(relation)) return now.year;
  if (/last|past|previous/.test(relation)) return month < now.month ? now.year : now.year - 1;
  if (/next|coming|following/.test(relation)) return month <= now.month ? now.year + 1 : now.year;
  const later = month > now.month || (month === now.month && day !== null && day > now.day);
  const tense = scope.tense();
  // A present says little of dates far ahead: the nearer of the last and the next one.
  if (tense === 'future' && scope.isPresent()) return presentYear(now, month, day);
  if (tense !== 'future' && !scope.present && isAside(scope, now, month)) return null;
  if (tense === 'future' || isDeadline(scope, tense, (month - now.month + 12) % 12))
    return later || month === now.month ? now.year : now.year + 1;
  if (day !== null) {
    // The next one may lie in the next year: `the Feb. 7 game` said at Christmas.
    const next = later || (month === now.month && day === now.day) ? now.year : now.year + 1;
    if ((later || tense !== 'past') && daysAhead(now, month, day, next) < NEAR) return next;
  }
  return later ? now.year - 1 : now.year;
}

/** Days ahead that a date in a clause of the present may lie. */
const PROGRAMME = 200;

function presentYear(now: CivilDay, month: number, day: number | null): number {
  if (day === null && month === now.month) return now.year;
  const ahead = daysAhead(now, month, day ?? 15);
  if (ahead > PROGRAMME) return now.year - 1;
  return ahead < PROGRAMME - 365 ? now.year + 1 : now.year;
}

function daysAhead(now: CivilDay, month: number, day: number, year = now.year): number {
  return (
    dayNumber(year, month, Math.min(day, daysInMonth(year, month))) - dayNumber(now.year, now.month, now.day)
  );
}

/** Months ahead that a date after `by` or `until` may lie in a clause of the past. */
const AHEAD = 4;

/** `by February`, `through January`: a date to come, unless the clause is over (`had left by February`). */
function isDeadline(scope: Scope, tense: Tense, monthsAhead: number): boolean {
  const before = scope.before(60);
  if (!/\b(?:by|until|till|through)\s(?:(?:the|early|late|mid)[\s-])?$/i.test(before)) return false;
  // `But until April, there was no legal way`
  if (/^,?\s[^.;]{0,25}\b(?:had|was|were)\b/.test(scope.after(34))) return false;
  return (
    tense === 'none' || (monthsAhead > 0 && monthsAhead <= AHEAD && !/\b(?:had|was|were)\b/.test(before))
  );
}

/** Characters that a bare month may stand behind a dated event of years ago and still belong to its story. */
const ASIDE = 220;
/** Months back that are news, unless the text goes on as a chronicle: `In October ... In January ...`. */
const RECENT = 4;

/** The sentences just before tell of an earlier year: `The war ended in May 1945. In June the troops left.` */
function isAside({ previous, text, start }: Scope, now: CivilDay, month: number): boolean {
  if (previous === null || !previous.explicit || start - previous.end > ASIDE) return false;
  if (previous.unit !== 'month' && previous.unit !== 'day' && previous.unit !== 'quarter') return false;
  if (civilDay(previous.day).year >= now.year - 1) return false;
  const between = text.slice(previous.end, start);
  if (between.includes('\n')) return false;
  return (
    (now.month - month + 12) % 12 > RECENT || /(?:[.!?]\s+(?:In|On|By)|,? and (?:in|on|by))\s$/.test(between)
  );
}

/** The year of the date that this one is joined to: `between March and June 2019`, `5 May - 3 June 1944`. */
function sharedYear(scope: Scope, month: number): number | null {
  const match = SHARED.exec(scope.after(48));
  if (match === null) return null;
  const later = readMonth(match[1]!);
  const year = match[2] === undefined ? yearBeside(scope, match[3]!) : Number(match[2]);
  if (later === 0 || year === null) return null;
  return later < month ? year - 1 : year;
}

/** `last year`, counted from the publication. */
function yearBeside(scope: Scope, relation: string): number | null {
  const reference = referenceFor(scope, 'year');
  if (reference === null) return null;
  const shift = /last/i.test(relation) ? -1 : /next/i.test(relation) ? 1 : 0;
  return civilDay(reference.day).year + shift;
}

const SHARED = new RegExp(
  `^\\s?(?:,|and|or|to|until|till|through|-|–|—)\\s?(?:(?:early|mid|late)[ -])?(?:\\d{1,2}\\s)?(${MONTH})(?:\\s\\d{1,2})?(?:,?\\s(${YEAR})(?!\\d)|(?: of)? (last|this|next) year\\b)`,
  'i',
);

const NAMED = new RegExp(MONTH, 'i');
/** What stands between months of one list or range. */
const LISTED = /^\s?(?:and|or|to|through|until|-|–)\s?$|^,(?: and)?\s[^.;:!?\n]{0,50}$/;

/** The year of the next item of a list or range of months: `in December, in Mexico in January`. */
function listedYear({ previous, text, start }: Scope, month: number): number | null {
  if (
    previous === null ||
    start - previous.end > 60 ||
    (previous.unit !== 'month' && previous.unit !== 'day')
  )
    return null;
  const gap = text.slice(previous.end, start);
  if (!LISTED.test(gap) || hasVerb(gap) || !NAMED.test(text.slice(previous.start, previous.end))) return null;
  const { year, month: last } = civilDay(previous.day);
  return month >= last ? year : year + 1;
}

/** A story goes on: January after a December is that of the next year, December after a January that of the last. */
function storyYear(previous: Anchor, month: number): number {
  const { year, month: last } = civilDay(previous.day);
  if (previous.unit === 'year' || previous.unit === 'decade' || previous.unit === 'century') return year;
  if (month - last <= -8) return year + 1;
  return month - last >= 10 ? year - 1 : year;
}
