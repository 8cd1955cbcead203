import type { Claim } from '../../core/layers.ts';
import type { ClaimContext } from './context.ts';

/**
 * Events without a date take, marked as inherited, the date of the nearest event of the sentence before, when both
 * stand in one paragraph and are told in the article's own voice.
 */
export function inheritTimes(context: ClaimContext, claims: readonly Claim[]): Claim[] {
  const bySentence = new Map<number, Claim[]>();
  for (const claim of claims) {
    const list = bySentence.get(claim.sentence);
    if (list === undefined) bySentence.set(claim.sentence, [claim]);
    else list.push(claim);
  }
  return claims.map((claim) => {
    if (claim.time.length > 0 || claim.kind !== 'event' || claim.attribution.length > 0) return claim;
    // What did not happen has no date, nor has what had happened before or has happened since.
    if (
      claim.polarity === 'negative' ||
      claim.modality !== 'asserted' ||
      /^(?:has|have|had|is|are|will|would|can|could|may|might|must|should|'ve|'d|'s|'re|'ll)\b/i.test(
        claim.predicate.text,
      )
    )
      return claim;
    const block = context.sentences[claim.sentence]!.block;
    const before = claim.sentence - 1;
    if (before < 0 || context.sentences[before]!.block !== block) return claim;
    const own = bySentence.get(claim.sentence) ?? [];
    if (own.some((one) => one.time.length > 0)) return claim;
    const source = (bySentence.get(before) ?? []).findLast(
      (one) =>
        one.kind === 'event' &&
        one.attribution.length === 0 &&
        !/\/(?:relative|adverbial|complement)$/.test(one.rule) &&
        one.time.some(({ role }) => role === 'event'),
    );
    const time = source?.time.find(({ role }) => role === 'event');
    if (time === undefined) return claim;
    return {
      ...claim,
      time: [{ ...time, inherited: true }],
      trail: { ...claim.trail, time: 'time/neighbour' },
    };
  });
}
