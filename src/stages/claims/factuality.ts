import type { Modality, Polarity } from '../../core/layers.ts';

/**
 * How true the claim is put forward, -3 (certainly not) to 3 (certainly), from the article's point of view. The
 * values per modality are medians of the annotators' ratings in openly licensed factuality data (UDS-IH2 and
 * MEANTIME training halves, scaled to -3..3); `bench:accuracy -- claims` measures them on other data.
 */
const BY_MODALITY: Readonly<Record<Modality, number>> = {
  asserted: 3,
  alleged: 1,
  hedged: 1.5,
  denied: -1.5,
  planned: 1,
  conditional: 0.5,
  hypothetical: -0.5,
  question: 0,
};

export interface FactualityCues {
  readonly modality: Modality;
  readonly polarity: Polarity;
  /** Somebody other than the article says it. */
  readonly sourced: boolean;
  /** It lies in the future of the text. */
  readonly future: boolean;
}

export function factualityOf({ modality, polarity, sourced, future }: FactualityCues): number {
  let value = BY_MODALITY[modality];
  if (future && value > 1.5) value = 1.5;
  if (sourced && value > 2) value = 2;
  if (polarity === 'negative' && modality !== 'denied') value = -value;
  return value === 0 ? 0 : value;
}
