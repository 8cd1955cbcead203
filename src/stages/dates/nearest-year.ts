import { civilDay, dayNumber, daysInMonth } from './calendar.ts';
import { MONTH, readMonth, YEAR } from './patterns.ts';
import { type Anchor, referenceFor, type Scope } from './scope.ts';
import { hasVerb } from './tense.ts';

/** Days ahead that a bare date may lie without any cue of future tense: a diary note, a caption. */
const NEAR = 45;

/**
 * The year of a month (and day) named without one: `In December` said in January is the December before,
 * `will meet in December` the one to come. Null when there is nothing to count from.
 */
export function nearestYear(
  scope: Scope,
  month: number,
  day: number | null,
  relation: string,
): number | null {
  const { previous, narrative } = scope;
  const reference = referenceFor(scope, day === null ? 'month' : 'day') ?? referenceFor(scope, 'year');
  const shared = relation === '' ? sharedYear(scope, month) : null;
  if (shared !== null) return shared;
  if (relation === '' && previous !== null && (narrative || reference === null))
    return storyYear(previous, month);
  const listed = relation === '' && reference !== null ? listedYear(scope, month) : null;
  if (listed !== null) return listed;
  if (reference === null) return null;
  const now = civilDay(reference.day);
  if (reference.unit === 'year') return now.year;
  const later = month > now.month || (month === now.month && day !== null && day > now.day);
  const same = month === now.month;
  if (/last|past|previous/.test(relation)) return month < now.month ? now.year : now.year - 1;
  if (/next|coming|following/.test(relation)) return month <= now.month ? now.year + 1 : now.year;
  if (/this/.test(relation)) return now.year;
  const tense = scope.tense();
  if (tense === 'future') return later || same ? now.year : now.year + 1;
  if (!later) return now.year;
  if (
    day !== null &&
    dayNumber(now.year, month, Math.min(day, daysInMonth(now.year, month))) - reference.day < NEAR
  )
    return now.year;
  return now.year - 1;
}

/** The year of the date that this one is joined to: `between March and June 2019`, `5 May - 3 June 1944`. */
function sharedYear(scope: Scope, month: number): number | null {
  const match = SHARED.exec(scope.after(48));
  if (match === null) return null;
  const later = readMonth(match[1]!);
  if (later === 0) return null;
  return later < month ? Number(match[2]) - 1 : Number(match[2]);
}

const SHARED = new RegExp(
  `^\\s?(?:,|and|or|to|until|till|through|-|–|—)\\s?(?:(?:early|mid|late)[ -])?(?:\\d{1,2}\\s)?(${MONTH})(?:\\s\\d{1,2})?,?\\s(${YEAR})(?!\\d)`,
  'i',
);

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
  if (!LISTED.test(gap) || hasVerb(gap)) return null;
  const { year, month: last } = civilDay(previous.day);
  return month >= last ? year : year + 1;
}

/** A story goes on: January after a December is that of the next year, December after a January that of the last. */
function storyYear(previous: Anchor, month: number): number {
  const { year, month: last } = civilDay(previous.day);
  if (previous.unit === 'year' || previous.unit === 'decade' || previous.unit === 'century') return year;
  if (month - last <= -9) return year + 1;
  return month - last >= 10 ? year - 1 : year;
}
