import type { FeatureScorer } from '../../language/feature-model.ts';
import type { ArticleView } from './article-view.ts';
import { FeatureBuffer } from './feature-buffer.ts';
import type { Frame } from './frame.ts';
import { addRoleFeatures, addTransitionFeatures, ROLES } from './role-features.ts';
import type { Segment } from './segments.ts';

const K = ROLES.length;
const buffer = new FeatureBuffer();
const scores = new Float64Array(K);

/** Scores of the parts of a frame's segments: own[at * K + part] and step[(at * (K + 1) + from + 1) * K + part]. */
export interface RoleScores {
  readonly own: Float64Array;
  readonly step: Float64Array;
}

/** Index of the first segment after the cue. */
export function cuePosition(segments: readonly Segment[], cue: number): number {
  let position = 0;
  while (position < segments.length && segments[position]!.last <= cue) position++;
  return position;
}

export function scoreRoles(
  view: ArticleView,
  frame: Frame,
  segments: readonly Segment[],
  model: FeatureScorer,
): RoleScores {
  const n = segments.length;
  const position = cuePosition(segments, frame.cue);
  const own = new Float64Array(n * K);
  const step = new Float64Array(n * (K + 1) * K);
  for (let at = 0; at < n; at++) {
    buffer.clear();
    addRoleFeatures(view, frame, segments, at, position, buffer);
    model.score(buffer.values, 0, buffer.length, scores);
    for (let part = 0; part < K; part++) own[at * K + part] = scores[part]!;
    for (let from = at === 0 ? -1 : 0; from < (at === 0 ? 0 : K); from++) {
      buffer.clear();
      addTransitionFeatures(view, frame, segments, at, position, from, buffer);
      model.score(buffer.values, 0, buffer.length, scores);
      for (let part = 0; part < K; part++) step[(at * (K + 1) + from + 1) * K + part] = scores[part]!;
    }
  }
  return { own, step };
}

/**
 * The best sequence of parts (Viterbi). `banned` takes a part from a segment: bit `part` set.
 * @returns the part of each segment, and the sum of their scores
 */
export function bestRoles(
  n: number,
  { own, step }: RoleScores,
  banned?: Uint8Array,
): { roles: Uint8Array; score: number } {
  const roles = new Uint8Array(n);
  if (n === 0) return { roles, score: 0 };
  const back = new Int8Array(n * K);
  let before = new Float64Array(K).fill(Number.NEGATIVE_INFINITY);
  let now = new Float64Array(K);
  for (let at = 0; at < n; at++) {
    for (let part = 0; part < K; part++) {
      if (banned !== undefined && (banned[at]! >> part) & 1) {
        now[part] = Number.NEGATIVE_INFINITY;
        continue;
      }
      let best = Number.NEGATIVE_INFINITY;
      let from = 0;
      if (at === 0) best = step[part]!;
      else {
        for (let previous = 0; previous < K; previous++) {
          const value = before[previous]! + step[(at * (K + 1) + previous + 1) * K + part]!;
          if (value > best) {
            best = value;
            from = previous;
          }
        }
      }
      now[part] = best + own[at * K + part]!;
      back[at * K + part] = from;
    }
    [before, now] = [now, before];
  }
  let part = 0;
  for (let other = 1; other < K; other++) if (before[other]! > before[part]!) part = other;
  const score = before[part]!;
  for (let at = n - 1; at >= 0; at--) {
    roles[at] = part;
    part = back[at * K + part]!;
  }
  return { roles, score };
}
