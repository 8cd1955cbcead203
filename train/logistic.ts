import type { LinearModel } from '../src/stages/scores/linear-model.ts';
import { sigmoid } from '../src/stages/scores/linear-model.ts';
import type { SparseVector } from '../src/stages/scores/sentence-features.ts';

export interface Example {
  readonly features: SparseVector;
  readonly label: 0 | 1;
}

export interface LogisticOptions {
  readonly epochs: number;
  /** L2 penalty per example. */
  readonly l2: number;
  readonly rate: number;
  /** Weight of the positive class. */
  readonly positive?: number;
}

export interface Weights {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Logistic regression by AdaGrad (Duchi et al. 2011); the order is fixed by a linear congruential generator. */
export function trainLogistic(examples: readonly Example[], size: number, options: LogisticOptions): Weights {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-3);
  let bias = 0;
  let biasSquare = 1e-3;
  const order = examples.map((_, at) => at);
  const next = generator(17);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = next() % (at + 1);
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const which of order) {
      const { features, label } = examples[which]!;
      const { index, value } = features;
      let score = bias;
      for (let k = 0; k < index.length; k++) score += weights[index[k]!]! * value[k]!;
      const error = (sigmoid(score) - label) * (label === 1 ? (options.positive ?? 1) : 1);
      for (let k = 0; k < index.length; k++) {
        const at = index[k]!;
        const gradient = error * value[k]! + options.l2 * weights[at]!;
        squares[at]! += gradient * gradient;
        weights[at]! -= (options.rate * gradient) / Math.sqrt(squares[at]!);
      }
      biasSquare += error * error;
      bias -= (options.rate * error) / Math.sqrt(biasSquare);
    }
  }
  return { weights, bias };
}

export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 4;
  };
}

export function score({ weights, bias }: Weights, { index, value }: SparseVector): number {
  let sum = bias;
  for (let k = 0; k < index.length; k++) sum += weights[index[k]!]! * value[k]!;
  return sum;
}

/** Weights rounded to int8, with Platt scaling and the threshold of best F1 fitted on other examples. */
export function quantise(
  trained: Weights,
  heldOut: readonly Example[],
  measure: (labels: readonly number[], predicted: readonly number[]) => number,
): LinearModel {
  let most = 1e-9;
  for (const weight of trained.weights) most = Math.max(most, Math.abs(weight));
  const scale = most / 127;
  const weights = Int8Array.from(trained.weights, (weight) => Math.round(weight / scale));
  const scores = heldOut.map(({ features }) => {
    let sum = 0;
    for (let k = 0; k < features.index.length; k++) sum += weights[features.index[k]!]! * features.value[k]!;
    return sum * scale + trained.bias;
  });
  const labels = heldOut.map(({ label }) => label);
  const calibration = platt(scores, labels);
  const probabilities = scores.map((one) => sigmoid(calibration[0] * one + calibration[1]));
  return {
    buckets: trained.weights.length,
    scale,
    bias: trained.bias,
    calibration,
    threshold: bestThreshold(probabilities, labels, measure),
    weights,
  };
}

/** Sigmoid fit of scores to labels by gradient descent with Platt's smoothed targets. */
export function platt(scores: readonly number[], labels: readonly number[]): [number, number] {
  const positives = labels.filter((label) => label === 1).length;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (labels.length - positives + 2);
  let a = 1;
  let b = 0;
  for (let step = 0; step < 4000; step++) {
    let da = 0;
    let db = 0;
    for (const [at, one] of scores.entries()) {
      const error = sigmoid(a * one + b) - (labels[at] === 1 ? high : low);
      da += error * one;
      db += error;
    }
    a -= (0.5 * da) / scores.length;
    b -= (0.5 * db) / scores.length;
  }
  return [a, b];
}

export function bestThreshold(
  probabilities: readonly number[],
  labels: readonly number[],
  measure: (labels: readonly number[], predicted: readonly number[]) => number,
): number {
  let best = 0.5;
  let most = -1;
  for (let cut = 0.1; cut < 0.9; cut += 0.01) {
    const value = measure(
      labels,
      probabilities.map((one) => (one >= cut ? 1 : 0)),
    );
    if (value > most) {
      most = value;
      best = Math.round(cut * 100) / 100;
    }
  }
  return best;
}

export function f1(labels: readonly number[], predicted: readonly number[], positive = 1): number {
  let hit = 0;
  let found = 0;
  let all = 0;
  for (const [at, label] of labels.entries()) {
    if (label === positive) all++;
    if (predicted[at] === positive) found++;
    if (label === positive && predicted[at] === positive) hit++;
  }
  return hit === 0 ? 0 : (2 * hit) / (found + all);
}

export function macroF1(labels: readonly number[], predicted: readonly number[]): number {
  return (f1(labels, predicted, 1) + f1(labels, predicted, 0)) / 2;
}

/** Mean precision at the rank of each positive, highest score first. */
export function averagePrecision(scores: readonly number[], labels: readonly number[]): number {
  const order = scores.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]! || a - b);
  let hits = 0;
  let sum = 0;
  for (const [rank, at] of order.entries()) {
    if (labels[at] !== 1) continue;
    hits++;
    sum += hits / (rank + 1);
  }
  return hits === 0 ? 0 : sum / hits;
}
