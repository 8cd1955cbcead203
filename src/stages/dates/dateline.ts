import { extentOf } from './intervals.ts';
import type { Reference } from './scope.ts';

/** The place that opens a dateline: `LONDON, `, `NEW YORK (AP), `, `KIGALI, Rwanda, `. */
const PLACE =
  /(?:^|\n)\s*[A-Z][A-Z'’.-]+(?:\s[A-Z][A-Z'’.-]+){0,3}(?:,\s[A-Z][A-Za-z'’. ]{1,24})?(?:\s\([^()\n]{2,30}\))?,?\s$/;
/** What closes it: an agency, a dash. */
const CLOSE = /^,?\s*(?:\([^()\n]{2,40}\)\s*)?(?:--|—|–|-|_|:)/;

/** Days that a dateline may lie before the publication and still be the day its text speaks from. */
const REACH = 60;

/**
 * The reference that the date at `[start, end)` sets for what follows, when it stands in a dateline
 * (`LONDON, Feb. 12 (Agency) — ...`); null elsewhere.
 */
export function datelineReference(
  text: string,
  start: number,
  end: number,
  value: string,
  publication: Reference | null,
): Reference | null {
  const { day, granularity } = extentOf(value);
  if (day === null || granularity !== 'day') return null;
  if (
    publication !== null &&
    publication.unit === 'day' &&
    (day > publication.day || publication.day - day > REACH)
  )
    return null;
  if (!CLOSE.test(text.slice(end, end + 50))) return null;
  if (!PLACE.test(text.slice(Math.max(0, start - 90), start))) return null;
  return { day, unit: 'day', value, dateline: true };
}
