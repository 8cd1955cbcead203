import type { Span } from '../../core/span.ts';
import type { ArticleView } from './article-view.ts';
import type { ContentMap } from './content-map.ts';
import { continuedRegions } from './continue-quotes.ts';
import type { Proposal } from './propose.ts';

/** An attribution that is kept. */
export interface Selected {
  readonly proposal: Proposal;
  /** In text order, not overlapping. */
  content: readonly Span[];
}

/** Any number will do where only whether a token is held matters. */
const KEPT = 0;

/**
 * The proposals that stand, in text order: the likeliest first, none whose cue lies in the content of one that is kept
 * already (that would be nested) and none whose cue lies between quotation marks.
 *
 * @param enough the probability that a proposal needs
 * @param held content that is attributed already; what is kept is painted over it
 */
export function selectOuter(
  proposals: readonly Proposal[],
  enough: (proposal: Proposal) => number,
  held: ContentMap,
): Selected[] {
  const kept: Selected[] = [];
  const byProbability = [...proposals].sort(
    (a, b) => b.probability - a.probability || a.frame.cue - b.frame.cue,
  );
  for (const proposal of byProbability) {
    const { frame, content } = proposal;
    if (proposal.probability < enough(proposal) || frame.inside || held.at(frame.cue) >= 0) continue;
    held.paint(content, KEPT);
    kept.push({ proposal, content });
  }
  return kept.sort((a, b) => a.proposal.frame.cue - b.proposal.frame.cue);
}

/** Gives each attribution the quotations that carry its speech on; a quotation goes to the first that reaches it. */
export function continueQuotes(
  view: ArticleView,
  sentences: readonly Span[],
  selected: readonly Selected[],
  held: ContentMap,
): void {
  const taken = (region: number) => held.touches(view.regions[region]!);
  for (const one of selected) {
    const { cue } = one.proposal.frame;
    const more = continuedRegions(view, sentences, one.content, view.span(cue, cue + 1), taken);
    if (more.length === 0) continue;
    const added = more.map((region) => view.regions[region]!.outer);
    held.paint(added, KEPT);
    one.content = [...one.content, ...added].sort((a, b) => a.start - b.start);
  }
}
