import { contains, type Span } from '../../core/span.ts';
import type { ArticleView } from './article-view.ts';
import { continuedRegions } from './continue-quotes.ts';
import type { Proposal } from './propose.ts';

/** An attribution that is kept. */
export interface Selected {
  readonly proposal: Proposal;
  /** In text order, not overlapping. */
  readonly content: Span[];
}

/**
 * The proposals that stand: the likeliest first, none whose cue lies in the content of one that is kept already (that
 * would be nested) and none whose cue lies between quotation marks.
 */
export function selectOuter(view: ArticleView, proposals: readonly Proposal[], least: number): Selected[] {
  const kept: Selected[] = [];
  const byProbability = [...proposals].sort(
    (a, b) => b.probability - a.probability || a.frame.cue - b.frame.cue,
  );
  for (const proposal of byProbability) {
    if (proposal.probability < least) break;
    if (proposal.frame.inside) continue;
    const cue = view.span(proposal.frame.cue, proposal.frame.cue + 1);
    if (kept.some(({ content }) => content.some((span) => contains(span, cue)))) continue;
    kept.push({ proposal, content: [...proposal.content] });
  }
  return kept.sort((a, b) => a.proposal.frame.cue - b.proposal.frame.cue);
}

/** Gives each attribution the quotations that carry its speech on; a quotation goes to the nearest that holds one. */
export function continueQuotes(
  view: ArticleView,
  sentences: readonly Span[],
  selected: readonly Selected[],
): void {
  const holder = new Map<number, Selected>();
  for (const one of selected) {
    for (const [index, { outer }] of view.regions.entries()) {
      if (one.content.some(({ start, end }) => outer.start < end && start < outer.end))
        holder.set(index, one);
    }
  }
  for (const one of selected) {
    const cue = view.span(one.proposal.frame.cue, one.proposal.frame.cue + 1);
    for (const index of continuedRegions(view, sentences, one.content, cue, (region) => holder.has(region))) {
      holder.set(index, one);
      one.content.push(view.regions[index]!.outer);
    }
    one.content.sort((a, b) => a.start - b.start);
  }
}
