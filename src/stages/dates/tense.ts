import type { Tense } from './scope.ts';

// Surface cues of tense: the verb form nearest before an expression in its clause, else the first one after it.

const FUTURE =
  /\b(?:will|shall|would|won['’]t|(?:is|are|was|were|be|been) (?:expected|scheduled|slated|due|set|planned|going|likely|about) (?:to|for|on)|(?:expects?|plans?|planned|intends?|aims?|hopes?|wants?|agreed|vowed|promised|pledged|decided|refused|threatened|has|have|had|is|are|due|set|going|able|ready|scheduled|slated|expected|likely|required|forced) to|to (?:be|begin|meet|start|vote|visit|hold|take|discuss|open|travel|arrive|return|go|decide|appear|face|play|attend|announce|report|continue|end|expire|leave|run|step|resign|launch|release|speak|make|give|address|deliver|publish)|scheduled for|until|till|by the end of|no later than|upcoming|deadline)\b|['’]ll\b/gi;

const PAST =
  /\b(?:said|was|were|had|did|told|fell|rose|came|went|made|took|found|began|since|ended|met|won|lost|sent|held|left|shot|cut|hit|broke|gave|led|saw|dropped|closed|ago|has|have|became|brought|fought|got|grew|heard|kept|knew|paid|ran|sold|spent|spoke|stood|struck|taught|thought|threw|wrote|chose|flew|drew|wore|sank|sat|set out|[a-z]{2,14}ed)\b/gi;

const BOUNDARY = /[.;!?](?=\s+["“‘']?[A-Z])|\n/;

/** Words before the expression in its sentence, at most `limit` characters. */
function leftOf(text: string, start: number, limit: number): string {
  let left = text.slice(Math.max(0, start - limit), start);
  for (;;) {
    const boundary = BOUNDARY.exec(`${left}`);
    if (boundary === null) return left;
    left = left.slice(boundary.index + 1);
  }
}

function rightOf(text: string, end: number, limit: number): string {
  const right = text.slice(end, end + limit);
  const boundary = /[.;!?](?=\s|$)|\n/.exec(right);
  return boundary === null ? right : right.slice(0, boundary.index);
}

function lastIndex(pattern: RegExp, text: string): number {
  let index = -1;
  for (const match of text.matchAll(pattern)) index = match.index + match[0].length;
  return index;
}

function firstIndex(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  pattern.lastIndex = 0;
  return match === null ? Number.POSITIVE_INFINITY : match.index;
}

/** Which way the clause around `[start, end)` looks, by its surface verb forms. */
export function surfaceTense(text: string, start: number, end: number): Tense {
  const left = leftOf(text, start, 110);
  const future = lastIndex(FUTURE, left);
  const past = lastIndex(PAST, left);
  if (future >= 0 || past >= 0) return future >= past ? 'future' : 'past';
  const right = rightOf(text, end, 70);
  const nextFuture = firstIndex(FUTURE, right);
  const nextPast = firstIndex(PAST, right);
  if (nextFuture < nextPast && nextFuture < 45) return 'future';
  return nextPast < Number.POSITIVE_INFINITY ? 'past' : 'none';
}
