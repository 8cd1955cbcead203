import type { Span } from '../../core/span.ts';

const STOP = /[.!?]["”’')\]]{0,2}\s+(?=["“‘'([]?[A-Z])|\n/g;

/** Full stops within a time expression: `5 p.m. Friday`, `Jan. Monday`. */
const WITHIN =
  /(?:^|[^A-Za-z])(?:[A-Za-z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)$/;

/** Pieces of a block that no time expression crosses: roughly its sentences. They cover it, in order. */
export function windows(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  STOP.lastIndex = 0;
  for (let stop = STOP.exec(text); stop !== null; stop = STOP.exec(text)) {
    if (stop[0] !== '\n' && WITHIN.test(text.slice(Math.max(0, stop.index - 6), stop.index))) continue;
    const end = stop.index + stop[0].length;
    // A line that breaks in the middle of a sentence is no end of one.
    if (stop[0] === '\n' && /^[a-z\d]/.test(text.charAt(end))) continue;
    spans.push({ start, end });
    start = end;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
