import { overlaps, type Span } from '../../core/span.ts';
import type { FeatureScorer } from '../../language/feature-model.ts';
import type { ArticleView } from './article-view.ts';
import { contentSpans, hasContent, rangesOf, sourceRange, type TokenRange } from './assemble.ts';
import { addCueFeatures, mayBeCue } from './cue-features.ts';
import { bestRoles, scoreRoles } from './decode-roles.ts';
import { FeatureBuffer } from './feature-buffer.ts';
import { type Frame, frameOf } from './frame.ts';
import { CONTENT } from './role-features.ts';
import { segmentsOf } from './segments.ts';
import { agentOf, ownSubject, sharedSubject } from './shared-subject.ts';

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

/** Words from a cue to the colon at the sentence's end. */
const REACH = 16;

const buffer = new FeatureBuffer();
const odds = new Float64Array(1);

/** 0 to 1 */
export function cueProbability(view: ArticleView, frame: Frame, model: FeatureScorer): number {
  buffer.clear();
  addCueFeatures(view, frame, buffer);
  model.score(buffer.values, 0, buffer.length, odds);
  return 1 / (1 + Math.exp(-odds[0]!));
}

/** All words of the document that may be cues and that `wanted` wants, with their parts. */
export function propose(
  view: ArticleView,
  sentences: readonly Span[],
  models: AttributionModels,
  wanted: (frame: Frame, probability: number) => boolean,
): Proposal[] {
  const out: Proposal[] = [];
  for (let cue = 0; cue < view.tokens.length; cue++) {
    if (!mayBeCue(view, cue)) continue;
    const frame = frameOf(view, cue);
    const probability = cueProbability(view, frame, models.cue);
    if (!wanted(frame, probability)) continue;
    const segments = segmentsOf(view, cue);
    const { roles } = bestRoles(segments.length, scoreRoles(view, frame, segments, models.roles));
    const introduced = introducedRegion(view, sentences, cue);
    if (!hasContent(roles) && introduced === null) continue;
    const content = introduced
      ? [introduced]
      : contentSpans(view, rangesOf(view, segments, roles, CONTENT), cue);
    const found = sourceRange(view, segments, roles, cue);
    // `the deal, which analysts called bad`: of two the verb's own subject speaks, not what is spoken of
    const own = found !== null && isRelativeTo(view, cue, found) ? ownSubject(view, frame) : null;
    const source = own ?? found ?? sharedSubject(view, frame) ?? agentOf(view, frame);
    const clear = source && !overlapsAny(view.span(source.first, source.last), content);
    out.push({ frame, probability, content, source: clear ? source : null });
  }
  return out;
}

/** The cue stands in a relative clause of a word of the range. */
function isRelativeTo({ tokens }: ArticleView, cue: number, { first, last }: TokenRange): boolean {
  const head = tokens.head(cue);
  return tokens.deprel(cue) === 'acl:relcl' && head >= first && head < last && last <= cue;
}

const overlapsAny = (span: Span, others: readonly Span[]) => others.some((other) => overlaps(span, other));

/**
 * The quotation that the cue's sentence introduces with a colon at its end: the next sentence's, which may open the
 * next paragraph. Null where the cue stands far from the colon.
 */
export function introducedRegion(view: ArticleView, sentences: readonly Span[], cue: number): Span | null {
  const sentence = view.sentence[cue]!;
  const end = view.tokens.end(sentence);
  const next = sentences[sentence + 1];
  if (next === undefined || view.region[cue]! >= 0 || end - cue > REACH) return null;
  if (view.tokens.text(view.text, end - 1) !== ':') return null;
  const region = view.region[end] ?? -1;
  return region >= 0 && view.tokens.columns.start[end]! === next.start ? view.regions[region]!.outer : null;
}
