import type { SparseVector } from './sentence-features.ts';

/** A logistic model over hashed features: weights as int8 with one scale. */
export interface LinearModel {
  readonly buckets: number;
  readonly scale: number;
  readonly bias: number;
  /** Platt scaling of the score (Platt 1999): probability = sigmoid(a * score + b). */
  readonly calibration: readonly [a: number, b: number];
  /** The probability from which the label is given. */
  readonly threshold: number;
  readonly weights: Int8Array;
}

/** The calibrated probability that the label holds, 0 to 1. */
export function probability(model: LinearModel, features: SparseVector): number {
  let score = 0;
  for (let at = 0; at < features.index.length; at++) {
    score += model.weights[features.index[at]!]! * features.value[at]!;
  }
  const [a, b] = model.calibration;
  return sigmoid(a * (score * model.scale + model.bias) + b);
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
