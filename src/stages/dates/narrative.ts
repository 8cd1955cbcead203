import { civilDay } from './calendar.ts';
import type { Reference } from './scope.ts';

/**
 * The text tells of a time of its own, as histories and obituaries do: years well before its publication
 * outnumber what is near. In such a text a bare `in May` is May of the year told of.
 */
export function isNarrative(text: string, reference: Reference | null): boolean {
  if (reference === null) return true;
  const { year } = civilDay(reference.day);
  let old = 0;
  let near = 0;
  for (const match of text.matchAll(/\b(?:1[1-9]\d\d|20\d\d)\b(?!,\d|%)/g)) {
    if (Number(match[0]) < year - 1) old++;
    else if (Number(match[0]) <= year + 1) near++;
  }
  if (old < 4) return false;
  for (const _ of text.matchAll(
    /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|(?:last|this|next) (?:week|month|year))\b/g,
  ))
    near++;
  return old > 3 * near;
}
