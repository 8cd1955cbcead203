import type { Span } from '../../core/span.ts';
import type { ArticleView } from './article-view.ts';
import { ContentMap } from './content-map.ts';
import { continuedRegions } from './continue-quotes.ts';
import type { Proposal } from './propose.ts';

/** An attribution that is kept. */
export interface Selected {
  readonly proposal: Proposal;
  /** In text order, not overlapping. */
  content: readonly Span[];
}

/**
 * The proposals that stand, in text order: the likeliest first, none whose cue lies in the content of one that is kept
 * already (that would be nested) and none whose cue lies between quotation marks.
 *
 * @param enough the probability that a proposal needs
 */
export function selectOuter(
  view: ArticleView,
  proposals: readonly Proposal[],
  enough: (proposal: Proposal) => number,
): Selected[] {
  const kept: Selected[] = [];
  const held = new ContentMap(view);
  const byProbability = [...proposals].sort(
    (a, b) => b.probability - a.probability || a.frame.cue - b.frame.cue,
  );
  for (const proposal of byProbability) {
    const { frame, content } = proposal;
    if (proposal.probability < enough(proposal) || frame.inside || held.at(frame.cue) >= 0) continue;
    held.paint(content, kept.length);
    kept.push({ proposal, content });
  }
  return kept.sort((a, b) => a.proposal.frame.cue - b.proposal.frame.cue);
}

/** Gives each attribution the quotations that carry its speech on; a quotation goes to the first that reaches it. */
export function continueQuotes(
  view: ArticleView,
  sentences: readonly Span[],
  selected: readonly Selected[],
): void {
  const held = new ContentMap(view);
  for (const [index, { content }] of selected.entries()) held.paint(content, index);
  const taken = (region: number) => held.touches(view.regions[region]!);
  for (const [index, one] of selected.entries()) {
    const { cue } = one.proposal.frame;
    const more = continuedRegions(view, sentences, one.content, view.span(cue, cue + 1), taken);
    if (more.length === 0) continue;
    const added = more.map((region) => view.regions[region]!.outer);
    held.paint(added, index);
    one.content = [...one.content, ...added].sort((a, b) => a.start - b.start);
  }
}
