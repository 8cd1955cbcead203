import type { Span } from '../../core/span.ts';

/**
 * Borders inside a text that stands on one line: after the end of a sentence, before and after a date line or a
 * byline, at runs of blanks and at bars. Pieces are units to be labelled; `blocks` joins the article's own again.
 */
const BORDERS: readonly RegExp[] = [
  // A sentence ends: a mark after a lower-case word, digit or closing mark, then a capital.
  /(?<!\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Col|Gen|Lt|Sgt|Capt|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|Prof|Rev|St|No|vs|Inc|Co|Corp|\s\d{1,2})\.)(?<=[\p{Ll}\p{N}%)][.!?…]["'”’)]{0,2})\s+(?=["'“‘(]?[\p{Lu}\p{N}])/gu,
  // Three or more blanks, a bar or a bullet between items.
  /\s{3,}|\s[|•·»]\s/gu,
  // Before a copyright line.
  /(?<!\s)\s+(?=(?:Copyright\s)?©|Copyright\s\d{4})/gu,
  // Before a weekday's or month's full date that begins a line: `Friday, February 27, 2026`.
  /(?<!\s)\s+(?=(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2},?\s\d{4})/gu,
  // After a full date when a capital follows.
  /(?<=(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2},\s\d{4})\s+(?=[\p{Lu}"“])/gu,
  // Around the lines that close an article.
  /(?<!\s)\s+(?=(?:Written By|Related (?:Posts|Articles|Stories)|Share this|Sign up for|Read more:|Follow us on|Subscribe to)\b)/gu,
];

/** Words that open a sentence and are not written with a capital inside one. */
const OPENER =
  /(?<=[\p{Ll}\p{N})]\s)(?:The|A|An|In|On|At|It|He|She|They|We|This|That|These|Those|There|When|While|After|Before|As|For|But|If|With|By|From|More|Two|Three|Police|Officials|Hundreds|Thousands|Nearly|About)\s(?=["'“‘]?[\p{L}\p{N}])/gu;

/** Words that no headline ends in, and that names beginning with an article follow: `in The Hague`. */
const NO_END = /^(?:in|of|at|from|by|to|the|and|or|for|with|on|as|than|via|near|into|read|told|called)$/i;

/**
 * A menu, a headline and the first sentence that ran into one piece, cut where a sentence opens: before a capital
 * function word, as long as what stands before it has mostly capitals or the length of a headline (`Sport Board shuts
 * pier The board voted`).
 */
function cutOpening(text: string, piece: Span): Span[] {
  const own = text.slice(piece.start, piece.end);
  for (const match of own.slice(0, 2000).matchAll(OPENER)) {
    const words = own.slice(0, match.index).trim().split(/\s+/);
    if (words.length < 4) continue;
    const before = words.at(-1)!;
    if (NO_END.test(before)) continue;
    const capitals = words.filter((word) => /^["'“‘(]?[\p{Lu}\p{N}]/u.test(word)).length;
    if (capitals < words.length * 0.4 && (words.length < 6 || words.length > 30)) return [piece];
    const rest = own.slice(match.index).split(/\s+/, 12);
    if (rest.length < 8 || rest.filter((word) => /^\p{Ll}/u.test(word)).length < rest.length * 0.5) continue;
    return [
      { start: piece.start, end: piece.start + match.index - 1 },
      { start: piece.start + match.index, end: piece.end },
    ];
  }
  return [piece];
}

/** Cuts `text[span]` into pieces without blanks at their ends. */
export function cutLine(text: string, span: Span): Span[] {
  const line = text.slice(span.start, span.end);
  const cuts: Span[] = [];
  for (const border of BORDERS) {
    for (const match of line.matchAll(border)) {
      cuts.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  cuts.sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Span[] = [];
  let from = 0;
  for (const cut of cuts) {
    if (cut.start > from) pieces.push({ start: span.start + from, end: span.start + cut.start });
    from = Math.max(from, cut.end);
  }
  if (from < line.length) pieces.push({ start: span.start + from, end: span.end });
  return pieces.flatMap((piece) => cutOpening(text, piece));
}
