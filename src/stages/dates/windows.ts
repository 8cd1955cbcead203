import type { Span } from '../../core/span.ts';

const STOP = /[.!?]["”’')\]]{0,2}\s{1,8}(?=["“‘'([]?[A-Z])|\n/g;

/** Full stops within a time expression: `5 p.m. Friday`, `Jan. Monday`. */
const WITHIN =
  /(?:^|[^A-Za-z])(?:[A-Za-z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun|St|Ste|Mt|Jr|Sr|Dr|Mr|Mrs|Ms|Gov|Sen|Rep|Gen|Col|Lt|Sgt|No)$/;

const LONGEST = 4000;

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
    push(spans, text, start, end);
    start = end;
  }
  if (start < text.length) push(spans, text, start, text.length);
  return spans;
}

/** Adds a piece, cut at blanks where it is longer than any sentence, so that the time it takes stays bounded. */
function push(spans: Span[], text: string, start: number, end: number): void {
  let from = start;
  while (end - from > LONGEST) {
    const blank = text.lastIndexOf(' ', from + LONGEST);
    const to = blank > from ? blank + 1 : from + LONGEST;
    spans.push({ start: from, end: to });
    from = to;
  }
  spans.push({ start: from, end });
}
