import type { Span } from '../core/span.ts';

/** What may follow the name that heads a phrase: its end, a comma or bracket, a preposition, a relative clause. */
const BEHIND =
  /^(?:['’]s?\s{0,2})?$|^\s{0,3}[,(]|^\s{1,3}(?:about|and|at|by|for|from|himself|herself|in|itself|of|on|or|to|who|whose|with)\b/;

/** A name after one of these is part of what describes the noun before it. */
const DEPENDENT =
  /(?:^|[^\p{L}])(?:about|against|at|by|for|from|in|into|of|on|over|than|that|to|under|which|who|whose|with)(?![\p{L}])/u;

/** Names further inside a phrase than this do not say who its head is. */
const WINDOW = 160;

/**
 * Whether a name inside a noun phrase says who the phrase's head is: `Ana Vega` in `Peru's trade minister Ana Vega`, in
 * `Ana Vega, the minister` and in `the minister of trade, Ana Vega`; not `Peru` in the first, nor a name in the place
 * of a modifier or complement (`the Vega campaign`, `a lawyer for Ana Vega`).
 */
export function namesHead(text: string, phrase: Span, name: Span): boolean {
  if (name.start <= phrase.start && name.end >= phrase.end) return true;
  if (name.start - phrase.start > WINDOW) return false;
  const before = text
    .slice(phrase.start, Math.max(phrase.start, name.start))
    .replace(/^\s*(?:by|from|to)\s/i, '');
  const after = text.slice(name.end, Math.min(Math.max(phrase.end, name.end), name.end + 24));
  return BEHIND.test(after) && !DEPENDENT.test(before.slice(before.lastIndexOf(',') + 1));
}
