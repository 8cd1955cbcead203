import type { Modality, Polarity } from '../../core/layers.ts';

/** The most that a claim of each modality is put forward as true, 0 to 3; a denied one is put forward as false. */
const CEILING: Readonly<Record<Modality, number>> = {
  asserted: 3,
  alleged: 1,
  hedged: 1.8,
  denied: 1.5,
  planned: 1.4,
  conditional: 1,
  hypothetical: 0.8,
  question: 0,
};

/** What the article leaves to a source it does not vouch for. */
const SOURCED_CEILING = 2;

export interface FactualityCues {
  readonly modality: Modality;
  readonly polarity: Polarity;
  /** Somebody other than the article says it. */
  readonly sourced: boolean;
  /** Factuality of the event in its own clause, see `event-factuality.ts`. */
  readonly event: number;
}

/** How true the claim is put forward from the article's point of view, -3 (certainly not) to 3 (certainly). */
export function factualityOf({ modality, polarity, sourced, event }: FactualityCues): number {
  const size = Math.min(Math.abs(event), CEILING[modality], sourced ? SOURCED_CEILING : 3);
  const against = (polarity === 'negative') !== (modality === 'denied');
  return size === 0 ? 0 : against ? -size : size;
}
