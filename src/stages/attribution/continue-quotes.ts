import type { Span } from '../../core/span.ts';
import type { ArticleView } from './article-view.ts';

/**
 * Regions of quotation that carry on the speech of `content` beyond its sentence: those right after it (or right
 * before) in the paragraph whose sentences hold no words outside the marks, and the paragraphs that a quotation
 * without a closing mark goes on in. `taken` are regions that other attributions hold.
 */
export function continuedRegions(
  view: ArticleView,
  sentences: readonly Span[],
  content: readonly Span[],
  cue: Span,
  taken: (region: number) => boolean,
): number[] {
  const { tokens } = view;
  let first = -1;
  let last = -1;
  for (const { start, end } of content) {
    for (
      let token = tokens.tokenAt(start);
      token < tokens.length && tokens.columns.start[token]! < end;
      token++
    ) {
      const region = view.region[token]!;
      if (region < 0) continue;
      if (first < 0) first = region;
      last = region;
    }
  }
  if (first < 0) return [];
  const out: number[] = [];
  const carriesOn = (before: number, after: number, added: number): boolean => {
    const a = view.regions[before]!;
    const b = view.regions[after]!;
    if (taken(added)) return false;
    if (b.continues) return added === after;
    return (
      a.block === b.block && (standsAlone(view, sentences, added) || interrupts(view, a.outer, b.outer, cue))
    );
  };
  for (let at = last + 1; at < view.regions.length && carriesOn(at - 1, at, at); at++) out.push(at);
  for (let at = first - 1; at >= 0 && carriesOn(at, at + 1, at); at--) out.unshift(at);
  return out;
}

/** The cue's clause alone stands between the two: "We tried," she said, "and we failed." */
function interrupts({ text }: ArticleView, before: Span, after: Span, cue: Span): boolean {
  if (cue.start < before.end || cue.end > after.start) return false;
  const between = text.slice(before.end, after.start);
  return (
    between.length <= 120 &&
    /[,:]\s*$/.test(between) &&
    /[,?!—–-]\S?$/.test(text.slice(before.start, before.end))
  );
}

/** No word outside the marks in the sentences that the region touches. */
export function standsAlone(view: ArticleView, sentences: readonly Span[], index: number): boolean {
  const { outer, start, end } = view.regions[index]!;
  const first = view.tokens.tokenAt(start);
  const last = view.tokens.tokenAt(Math.max(start, end - 1));
  if (last >= view.tokens.length) return false;
  const from = sentences[view.sentence[first]!]!;
  const to = sentences[view.sentence[last]!]!;
  return !/[\p{L}\p{N}]/u.test(
    view.text.slice(from.start, outer.start) + view.text.slice(Math.min(outer.end, to.end), to.end),
  );
}
