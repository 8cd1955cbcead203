import { contains, type Span } from '../core/span.ts';
import type { ClaimRecord } from '../record/record.ts';
import type { RecordChecker, Slice } from './record-checker.ts';

/** A claim lies in its sentence with all its slots, and agrees with the layers that it copies from. */
export function checkClaim(checker: RecordChecker, claim: ClaimRecord, path: string): void {
  const { sentences, timexes, attributions, text } = checker.record;
  const { quote } = claim;
  const sentence = sentences[claim.sentence];
  if (sentence === undefined) checker.fault(`${path}.sentence`, `there is no sentence ${claim.sentence}`);
  const within = (span: Span, at: string) => {
    if (sentence !== undefined && !contains(sentence, span))
      checker.fault(at, 'does not lie in its sentence');
  };
  checker.slice({ start: quote.start, end: quote.end, text: quote.exact }, `${path}.quote`);
  checker.rawReads(quote, `${path}.quote`);
  within(quote, `${path}.quote`);
  if (!text.slice(0, quote.start).endsWith(quote.prefix))
    checker.fault(`${path}.quote.prefix`, 'does not precede it');
  if (!text.slice(quote.end).startsWith(quote.suffix))
    checker.fault(`${path}.quote.suffix`, 'does not follow it');
  const raw = checker.map?.toRaw(quote);
  if (raw !== undefined && (raw.start !== quote.rawStart || raw.end !== quote.rawEnd)) {
    checker.fault(`${path}.quote.rawStart`, `the map says ${raw.start}-${raw.end}`);
  }
  const slot = (part: Slice | null | undefined, at: string) => {
    if (part === null || part === undefined) return;
    checker.slice(part, at);
    within(part, at);
  };
  slot(claim.subject, `${path}.subject`);
  slot(claim.predicate, `${path}.predicate`);
  slot(claim.object, `${path}.object`);
  // The cue of quoted words may stand in another sentence (`X alleged. "They did it."`).
  if (claim.modalityCue !== undefined) checker.slice(claim.modalityCue, `${path}.modalityCue`);
  for (const [i, arg] of claim.args.entries()) slot(arg, `${path}.args.${i}`);
  for (const [i, quantity] of claim.quantities.entries()) slot(quantity, `${path}.quantities.${i}`);
  checker.entity(claim.subject.entity, `${path}.subject.entity`);
  checker.entity(claim.object?.entity, `${path}.object.entity`);
  for (const [i, place] of claim.places.entries()) {
    checker.slice(place, `${path}.places.${i}`);
    checker.entity(place.entity, `${path}.places.${i}.entity`);
  }
  for (const [i, time] of claim.time.entries()) {
    const timex = timexes[checker.ids.timexes.get(time.timex) ?? -1];
    if (timex === undefined) checker.fault(`${path}.time.${i}.timex`, `there is no timex ${time.timex}`);
    else if (timex.value !== time.value)
      checker.fault(`${path}.time.${i}.value`, `the timex says ${timex.value}`);
  }
  for (const [i, level] of claim.attribution.entries()) {
    const one = attributions[checker.ids.attributions.get(level.attribution) ?? -1];
    if (one === undefined) {
      checker.fault(`${path}.attribution.${i}`, `there is no attribution ${level.attribution}`);
    } else if (
      (one.source?.start ?? -1) !== (level.source?.start ?? -1) ||
      one.quoteType !== level.quoteType
    ) {
      checker.fault(`${path}.attribution.${i}`, `is not what ${level.attribution} says`);
    }
  }
  for (const [i, link] of claim.links.entries()) {
    if (!checker.ids.claims.has(link.claim)) {
      checker.fault(`${path}.links.${i}`, `there is no claim ${link.claim}`);
    }
  }
}
