import type { Span } from '../core/span.ts';

/** Where a hand-written piece of text stands, or why that cannot be said. */
export type Anchored =
  | { readonly span: Span; readonly problem?: undefined }
  | { readonly span?: undefined; readonly problem: string };

/**
 * Every place in `within` where `needle` stands as whole words: a letter or digit at its edge has none beside it.
 * Any white space in `needle` stands for any run of it in the text (a page breaks its lines where it likes).
 */
export function occurrences(text: string, needle: string, within: Span): Span[] {
  const words = needle.trim().split(/\s+/u);
  if (words[0] === '' || words.length === 0) return [];
  const pattern = new RegExp(words.map(escapeRegExp).join('\\s+'), 'gu');
  pattern.lastIndex = within.start;
  const found: Span[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (span.end > within.end) break;
    if (isWhole(text, span)) found.push(span);
    pattern.lastIndex = match.index + 1;
  }
  return found;
}

/**
 * The place of `needle` in `within`. `occurrence` counts from 1 and is needed when it stands there more than once,
 * so that no annotation means another place than its author saw.
 */
export function anchor(text: string, needle: string, within: Span, occurrence?: number): Anchored {
  const found = occurrences(text, needle, within);
  const shown = JSON.stringify(needle.length > 60 ? `${needle.slice(0, 57)}...` : needle);
  if (found.length === 0) return { problem: `${shown} does not stand there` };
  if (occurrence === undefined) {
    return found.length === 1
      ? { span: found[0]! }
      : { problem: `${shown} stands there ${found.length} times; say which by "occurrence"` };
  }
  const span = found[occurrence - 1];
  return span === undefined ? { problem: `${shown} stands there only ${found.length} times` } : { span };
}

const LETTER = /[\p{L}\p{N}]/u;

function isWhole(text: string, { start, end }: Span): boolean {
  const before = text[start - 1];
  const after = text[end];
  if (before !== undefined && LETTER.test(before) && LETTER.test(text[start]!)) return false;
  return !(after !== undefined && LETTER.test(after) && LETTER.test(text[end - 1]!));
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
