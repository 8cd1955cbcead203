// chrono reads numbers generously; news is full of scores, prices and verses.

const NUMERIC_DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)$)/;

/** The match is a whole numeric date (`2026-02-27`, `2/27/2026`), not `24/7` or `9/11`. */
export const isNumericDate = (match: string): boolean => NUMERIC_DATE.test(match);

const MARKED = /\d\s?[ap]\.?\s?m\b|o['’]?\s?clock|noon|midnight/i;
const ZONE =
  /^,?\s(?:\(?(?:GMT|UTC|BST|[ECMP][SD]?T|CES?T|IST|JST)\b|local|hours?\b|hrs\b|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|[A-Z][a-z]{2,8}\.?\s\d)|[ap]\.?m)/;
const LEAD =
  /(?:^|\n|\b(?:at|by|from|until|till|since|around|about|before|after|between|and|to|on|time:?|past)\s|[(–-])$/i;

/** The numbers at `[start, end)` tell the time: am or pm, or `hh:mm` where a time is expected. */
export function isClockTime(text: string, start: number, end: number): boolean {
  const match = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 12), start);
  if (/[$£€]\s?$/.test(before)) return false;
  if (MARKED.test(match)) return true;
  if (!/^(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:\s*\(?[A-Z]{2,4}\)?)?$/.test(match)) return false;
  if (/[A-Z]{3}\)?$/.test(match)) return true;
  if (/^\d\d?:\d\d:\d\d$/.test(match)) return /\bat\s$/i.test(before);
  return (
    (LEAD.test(before) || ZONE.test(text.slice(end, end + 12))) && !/^[-:.]\d/.test(text.slice(end, end + 2))
  );
}
