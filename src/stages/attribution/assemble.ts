import type { Span } from '../../core/span.ts';
import type { ArticleView } from './article-view.ts';
import { CONTENT, SOURCE } from './role-features.ts';
import type { Segment } from './segments.ts';

/** A run of tokens, half-open. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** The runs that the segments of one part make, joined where only punctuation stands between. */
export function rangesOf(
  view: ArticleView,
  segments: readonly Segment[],
  roles: Uint8Array,
  part: number,
): TokenRange[] {
  const out: { first: number; last: number }[] = [];
  for (const [at, { first, last }] of segments.entries()) {
    if (roles[at] !== part) continue;
    const previous = out.at(-1);
    if (previous !== undefined && onlyPunctuation(view, previous.last, first)) previous.last = last;
    else out.push({ first, last });
  }
  return out;
}

export function onlyPunctuation(view: ArticleView, first: number, last: number): boolean {
  for (let token = first; token < last; token++) if (!view.isPunctuation(token)) return false;
  return true;
}

/**
 * The spans of the content: words in marks that it reaches to the end of the marks, also over sentences; the marks
 * themselves; closing brackets that were opened inside.
 */
export function contentSpans(view: ArticleView, ranges: readonly TokenRange[], cue: number): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const range of ranges) {
    const { start, end } = expand(view, range, cue);
    const previous = spans.at(-1);
    if (previous !== undefined && start <= previous.end) previous.end = Math.max(previous.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

function expand(view: ArticleView, { first, last }: TokenRange, cue: number): Span {
  let { start, end } = view.span(first, last);
  if (view.region[cue]! < 0) {
    const left = view.region[first]!;
    const right = view.region[last - 1]!;
    if (left >= 0) start = Math.min(start, view.regions[left]!.outer.start);
    if (right >= 0) end = Math.max(end, view.regions[right]!.outer.end);
  }
  const opened = /\(([^()]*)$/.exec(view.text.slice(start, end));
  if (opened !== null && view.text[end] === ')') end++;
  return { start, end };
}

/** The run that is the source: the one nearest to the cue, of two equally near the first. Null when there is none. */
export function sourceRange(
  view: ArticleView,
  segments: readonly Segment[],
  roles: Uint8Array,
  cue: number,
): TokenRange | null {
  let best: TokenRange | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const range of rangesOf(view, segments, roles, SOURCE)) {
    const distance = range.first > cue ? range.first - cue : cue - range.last + 1;
    if (distance < nearest) {
      nearest = distance;
      best = range;
    }
  }
  return best;
}

export function hasContent(roles: Uint8Array): boolean {
  return roles.includes(CONTENT);
}
