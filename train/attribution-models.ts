import type { ArticleView } from '../src/stages/attribution/article-view.ts';
import { addCueFeatures, mayBeCue } from '../src/stages/attribution/cue-features.ts';
import { FeatureBuffer } from '../src/stages/attribution/feature-buffer.ts';
import { frameOf } from '../src/stages/attribution/frame.ts';
import { type AlignedAttribution, goldRoles } from './attribution-data.ts';
import { FeatureIndex, FeatureLists, trainLogistic } from './attribution-learn.ts';
import { type RoleExample, roleExample, trainRoles } from './attribution-roles.ts';
import { randomSource } from './random.ts';

export interface TrainingArticle {
  readonly view: ArticleView;
  readonly gold: readonly AlignedAttribution[];
}

export interface TrainedWeights {
  readonly index: FeatureIndex;
  readonly weights: Float32Array;
}

/** Weights of what part a segment plays, [feature * parts + part]. */
export function trainRoleWeights(
  articles: readonly TrainingArticle[],
  log: (line: string) => void,
): TrainedWeights {
  const index = new FeatureIndex();
  const lists = new FeatureLists(index);
  const examples: RoleExample[] = [];
  for (const { view, gold } of articles) {
    for (const one of gold) {
      examples.push(roleExample(view, one.cue, (segments) => goldRoles(view, segments, one), lists));
    }
  }
  lists.prune(2);
  index.frozen = true;
  log(`roles: ${examples.length} cues, ${index.size} features`);
  return { index, weights: trainRoles(examples, lists, randomSource(7), 8, log) };
}

/** Weights of whether a word is a cue. */
export function trainCues(articles: readonly TrainingArticle[], log: (line: string) => void): TrainedWeights {
  const index = new FeatureIndex();
  const lists = new FeatureLists(index);
  const labels: number[] = [];
  const buffer = new FeatureBuffer();
  for (const { view, gold } of articles) {
    const cues = new Set(gold.map((one) => one.cue));
    for (let token = 0; token < view.tokens.length; token++) {
      if (!mayBeCue(view, token)) continue;
      buffer.clear();
      addCueFeatures(view, frameOf(view, token), buffer);
      lists.push(buffer.values, buffer.length);
      labels.push(cues.has(token) ? 1 : 0);
    }
  }
  lists.prune(3);
  index.frozen = true;
  log(`cues: ${labels.length} words, ${index.size} features`);
  const weights = trainLogistic(
    lists,
    labels,
    labels.map((_, row) => row),
    randomSource(7),
  );
  return { index, weights };
}
