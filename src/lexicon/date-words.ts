// Closed class of the English calendar; patterns for use inside larger ones.

/** Full and short month names, any case when used with the `i` flag. */
export const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sep(?:t(?:ember)?|\\.)?\\.?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';

export const WEEKDAY =
  '(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\\.?';

/** `February 27, 2026`, `27 Feb 2026`, `2026-02-27`, `27/02/2026`, `Dec 20th 2023`. */
export const FULL_DATE = `(?:${MONTH}\\s{1,2}\\d{1,2}(?:st|nd|rd|th)?,?\\s{1,2}\\d{4}|\\d{1,2}(?:st|nd|rd|th)?[\\s-]{1,2}${MONTH}[,\\s-]{1,2}\\d{4}|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4})`;

/** `9:45 a.m. EST`, `13:25 GMT`, `9.45pm`. */
export const CLOCK =
  '(?:\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s?(?:[ap]\\.?m\\.?)?|\\d{1,2}\\s?[ap]\\.?m\\.?)(?:\\s?\\(?(?:[A-Z]{2,4}|UTC[+-]\\d{1,2})\\)?)?';
