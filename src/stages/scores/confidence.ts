import { sigmoid } from './linear-model.ts';

/** The slots that hold words of the claim's clause; the object goes with the further arguments. */
export const SLOTS = ['subject', 'predicate', 'object'] as const;
export type Slot = (typeof SLOTS)[number];

/** The slots that say how the clause is meant, and where they come from. */
export const CIRCUMSTANCES = ['time', 'place', 'source', 'polarity', 'modality'] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** Weights of features by name. */
export type NamedWeights = Readonly<Record<string, number>>;

/** The probability that the claim (or the slot whose weights these are) says what the sentence says, 0 to 1, by weights fitted in `train/confidence.ts`. */
export function confidenceOf(features: ReadonlyMap<string, number>, weights: NamedWeights): number {
  let score = 0;
  for (const [name, value] of features) score += (weights[name] ?? 0) * value;
  return Math.round(sigmoid(score) * 1000) / 1000;
}
