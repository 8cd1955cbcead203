import { civilDay, dayNumber, daysInMonth } from './calendar.ts';
import { referenceFor, type Scope } from './scope.ts';

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
  if (relation === '' && previous !== null && (narrative || reference === null))
    return civilDay(previous.day).year;
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
