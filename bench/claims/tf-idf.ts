import { sigmoid } from '../../src/stages/scores/linear-model.ts';
import type { SparseVector } from '../../src/stages/scores/sentence-features.ts';
import { type Example, quantise, score, trainLogistic } from '../../train/logistic.ts';
import type { LabelledSentence } from '../../train/scores-data.ts';

export interface Baseline {
  score(text: string): number;
  readonly threshold: number;
}

/** The usual baseline: words of two letters and more, smoothed inverse document frequency, unit length, C = 1. */
export function tfIdfBaseline(
  sentences: readonly LabelledSentence[],
  measure: (labels: readonly number[], predicted: readonly number[]) => number,
): Baseline {
  const documents = new Map<string, number>();
  for (const { text } of sentences)
    for (const word of new Set(wordsIn(text))) documents.set(word, (documents.get(word) ?? 0) + 1);
  const index = new Map([...documents.keys()].map((word, at) => [word, at]));
  const vector = (text: string): SparseVector => {
    const counts = new Map<string, number>();
    for (const word of wordsIn(text)) if (index.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const weights = [...counts].map(
      ([word, count]) => count * (Math.log((1 + sentences.length) / (1 + documents.get(word)!)) + 1),
    );
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    return {
      index: [...counts.keys()].map((word) => index.get(word)!),
      value: weights.map((weight) => weight / length),
    };
  };
  const examples = sentences.map(({ text, label }): Example => ({ features: vector(text), label }));
  const options = { epochs: 30, l2: 1 / sentences.length, rate: 0.3 };
  const held = examples.filter((_, at) => at % 5 === 0);
  const first = trainLogistic(
    examples.filter((_, at) => at % 5 !== 0),
    index.size,
    options,
  );
  const { calibration, threshold } = quantise(first, held, measure);
  const all = trainLogistic(examples, index.size, options);
  return { score: (text) => sigmoid(calibration[0] * score(all, vector(text)) + calibration[1]), threshold };
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? [];
