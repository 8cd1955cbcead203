import type { ClaimEdit } from '../../../core/layers.ts';
import type { Span } from '../../../core/span.ts';

/** Words of the page that the claim's text gives in another form; the span is the page's. */
export interface Replacement extends Span {
  readonly to: string;
  /** Published as `edits[].reason`. */
  readonly reason: string;
  /** Index of the entity that it names, where that is not one of the span's mentions. */
  readonly entity?: number;
}

/** The span's words with what is put in their place, of two that overlap the first; each change is added to the edits. */
export function rewritten(
  text: string,
  span: Span,
  replacements: readonly Replacement[],
  edits: ClaimEdit[],
  each?: (replacement: Replacement) => void,
): string {
  let out = '';
  let at = span.start;
  for (const replacement of replacements) {
    const { start, end, to, reason } = replacement;
    if (start < at) continue;
    each?.(replacement);
    // A contraction has no space before it: `it's` -> `it is`.
    const spaced =
      /^['’]/u.test(text.slice(start, end)) && /\S$/.test(out + text.slice(at, start)) ? ' ' : '';
    out += text.slice(at, start) + spaced + to;
    edits.push({ from: text.slice(start, end), to, reason });
    at = end;
  }
  return out + text.slice(at, span.end);
}
