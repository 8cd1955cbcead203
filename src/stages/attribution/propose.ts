import type { Span } from '../../core/span.ts';
import type { FeatureScorer } from '../../language/feature-model.ts';
import type { ArticleView } from './article-view.ts';
import { contentSpans, hasContent, rangesOf, sourceRange, type TokenRange } from './assemble.ts';
import { addCueFeatures, mayBeCue } from './cue-features.ts';
import { bestRoles, scoreRoles } from './decode-roles.ts';
import { FeatureBuffer } from './feature-buffer.ts';
import { type Frame, frameOf } from './frame.ts';
import { CONTENT } from './role-features.ts';
import { segmentsOf } from './segments.ts';

/** The two linear models of attribution: is this word a cue, and what part do the phrases around it play. */
export interface AttributionModels {
  /** One class: log-odds. */
  readonly cue: FeatureScorer;
  /** Classes as in `ROLES`. */
  readonly roles: FeatureScorer;
}

/** A possible attribution. */
export interface Proposal {
  readonly frame: Frame;
  /** 0 to 1: how likely its cue is one. */
  readonly probability: number;
  readonly content: readonly Span[];
  readonly source: TokenRange | null;
}

const buffer = new FeatureBuffer();
const odds = new Float64Array(1);

/** 0 to 1 */
export function cueProbability(view: ArticleView, frame: Frame, model: FeatureScorer): number {
  buffer.clear();
  addCueFeatures(view, frame, buffer);
  model.score(buffer.values, 0, buffer.length, odds);
  return 1 / (1 + Math.exp(-odds[0]!));
}

/** All words of the document that may be cues with at least `least` probability, or that `keep` wants, with their parts. */
export function propose(
  view: ArticleView,
  models: AttributionModels,
  least: number,
  keep: (frame: Frame) => boolean,
): Proposal[] {
  const out: Proposal[] = [];
  for (let cue = 0; cue < view.tokens.length; cue++) {
    if (!mayBeCue(view, cue)) continue;
    const frame = frameOf(view, cue);
    const probability = cueProbability(view, frame, models.cue);
    if (probability < least && !keep(frame)) continue;
    const segments = segmentsOf(view, cue);
    const { roles } = bestRoles(segments.length, scoreRoles(view, frame, segments, models.roles));
    if (!hasContent(roles)) continue;
    out.push({
      frame,
      probability,
      content: contentSpans(view, rangesOf(view, segments, roles, CONTENT), cue),
      source: sourceRange(view, segments, roles, cue),
    });
  }
  return out;
}
