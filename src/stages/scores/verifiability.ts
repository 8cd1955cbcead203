import type { Claim, ClaimKind } from '../../core/layers.ts';

/** How far a claim of the kind can be checked against the world at all. */
const BY_KIND: Readonly<Record<ClaimKind, number>> = {
  event: 0.75,
  statistic: 0.8,
  state: 0.65,
  evaluation: 0.3,
  prediction: 0.2,
};

/**
 * How well evidence could decide the claim, 0 to 1: by its kind, raised by what pins it down (a number, a date, a
 * named subject or object, a place), lowered by opinion and by what is only hypothetical.
 */
export function verifiability(claim: Claim, subjectivity: number): number {
  let value = BY_KIND[claim.kind];
  if (claim.quantities.length > 0) value += 0.1;
  if (claim.time.some((time) => time.inherited !== true)) value += 0.08;
  if (claim.places.length > 0) value += 0.04;
  if (claim.subject.entity !== undefined) value += 0.08;
  if (claim.object?.entity !== undefined) value += 0.04;
  if (claim.modality === 'hypothetical' || claim.modality === 'conditional') value -= 0.25;
  if (claim.modality === 'planned') value -= 0.15;
  value -= 0.3 * Math.max(0, subjectivity - 0.4);
  return Math.round(Math.min(0.99, Math.max(0.01, value)) * 1000) / 1000;
}
