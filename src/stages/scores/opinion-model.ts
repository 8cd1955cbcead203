import { sigmoid } from './linear-model.ts';
import type { ScaleWeights } from './word-scales.ts';

/** Tells opinion from report: a linear model over the named features of `opinion-features.ts`. */
export interface OpinionModel {
  readonly scales: ScaleWeights;
  readonly weights: Readonly<Record<string, number>>;
  readonly bias: number;
  /** Platt scaling of the score. */
  readonly calibration: readonly [a: number, b: number];
  /** The probability from which a sentence counts as subjective. */
  readonly threshold: number;
}

/** The probability that a sentence of these features is subjective, 0 to 1. */
export function opinionProbability(
  { weights, bias, calibration: [a, b] }: OpinionModel,
  features: ReadonlyMap<string, number>,
): number {
  let score = bias;
  for (const [name, value] of features) score += (weights[name] ?? 0) * value;
  return sigmoid(a * score + b);
}
