import {
  CIRCUMSTANCES,
  type Circumstance,
  type NamedWeights,
  SLOTS,
  type Slot,
} from '../src/stages/scores/confidence.ts';
import type { JudgedCircumstance } from './judged-circumstances.ts';
import type { JudgedClaim } from './judged-claims.ts';
import { fitNamed } from './named-logistic.ts';

/** L2 penalty on the sum over all examples: the fewer there are, the less is learnt from them. */
const PENALTY = 8;

/** Weights for whole claims. */
export function fitConfidence(claims: readonly JudgedClaim[]): NamedWeights {
  return fitNamed(claims, PENALTY);
}

/** Weights for each slot that holds words. */
export function fitSlots(claims: readonly JudgedClaim[]): Record<Slot, NamedWeights> {
  const weightsOf = (slot: Slot) =>
    fitNamed(
      claims.map(({ features, slots }) => ({ features, right: slots[slot] })),
      PENALTY,
    );
  return Object.fromEntries(SLOTS.map((slot) => [slot, weightsOf(slot)])) as Record<Slot, NamedWeights>;
}

/** Weights for each circumstance, and for the value of a date. */
export function fitCircumstances(
  judged: readonly JudgedCircumstance[],
): Record<Circumstance | 'date', NamedWeights> {
  const weightsOf = (of: Circumstance | 'date') =>
    fitNamed(
      judged.filter((one) => one.of === of),
      PENALTY,
    );
  return Object.fromEntries([...CIRCUMSTANCES, 'date' as const].map((of) => [of, weightsOf(of)])) as Record<
    Circumstance | 'date',
    NamedWeights
  >;
}
