import { extentOf } from './intervals.ts';
import type { Reference } from './scope.ts';

/** The place that opens a dateline: `LONDON, `, `NEW YORK (AP), `, `KIGALI, Rwanda, `. */
const PLACE =
  /(?:^|\n)\s*[A-Z][A-Z'’.-]+(?:\s[A-Z][A-Z'’.-]+){0,3}(?:,\s[A-Z][A-Za-z'’. ]{1,24})?(?:\s\([^()\n]{2,30}\))?,?\s$/;
/** The same in small letters, which needs an agency in brackets or a spaced dash behind it: `Oslo, March 3 (Agency) —`. */
const NAMED_PLACE = /(?:^|\n)\s*[A-Z][a-z’'.-]+(?:\s[A-Z][a-z’'.-]+){0,2}(?:,\s[A-Z][A-Za-z. ]{1,24})?,\s$/;
const CLEAR_CLOSE = /^,?\s*(?:\([^()\n]{2,40}\)\s*)?\s(?:--|—|–|-)\s/;
/** A line of its own at the head of the text: `Tuesday, June 19, 2018`. */
const HEAD = 400;

/** What closes it: an agency, a dash. */
const CLOSE = /^,?\s*(?:\([^()\n]{2,40}\)\s*)?(?:--|—|–|-|_|:)/;

/** Days that a dateline may lie before the publication and still be the day its text speaks from. */
const REACH = 60;

/**
 * The reference that the date at `[start, end)` sets for what follows, when it stands in a dateline
 * (`LONDON, Feb. 12 (Agency) — ...`) or on a line of its own at the head; null elsewhere.
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
  const ahead = publication !== null && publication.unit === 'day' ? day - publication.day : 0;
  // A page may bear the date of the day after its publication, in another zone.
  if (ahead > 1 || -ahead > REACH) return null;
  const found: Reference = { day, unit: 'day', value, dateline: true };
  if (start < HEAD && /\d{4}/.test(text.slice(start, end)) && isOwnLine(text, start, end)) return found;
  if (ahead > 0) return null;
  if (
    NAMED_PLACE.test(text.slice(Math.max(0, start - 70), start)) &&
    CLEAR_CLOSE.test(text.slice(end, end + 50))
  )
    return found;
  if (!CLOSE.test(text.slice(end, end + 50))) return null;
  if (!PLACE.test(text.slice(Math.max(0, start - 90), start))) return null;
  return found;
}

const isOwnLine = (text: string, start: number, end: number): boolean =>
  /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 20), start)) &&
  /^\s*(?:\n|$)/.test(text.slice(end, end + 20));
