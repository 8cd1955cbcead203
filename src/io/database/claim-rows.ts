import type { ClaimRecord } from '../../record/record.ts';
import { clean, cleanOrNull, type RowContext, shortHash } from './row-context.ts';

/** A claim and all that hangs on it. @throws ClaimlineError `record/invalid` */
export function addClaimRows(claim: ClaimRecord, ordinal: number, context: RowContext): void {
  const { version_id, add, span, reference } = context;
  const { subject, predicate, object, quote } = claim;
  const subjectSpan = span(subject);
  const predicateSpan = span(predicate);
  const objectSpan = object && span(object);
  reference.sentence(claim.sentence);
  add('claim', {
    claim_id: claim.id,
    version_id,
    first_version_id: version_id,
    ordinal,
    key: claim.key,
    digest: shortHash(JSON.stringify(claim)),
    sentence: claim.sentence,
    kind: claim.kind,
    text: clean(claim.text),
    edits: claim.edits.map(({ from, to, reason }) => ({ from: clean(from), to: clean(to), reason })),
    exact: clean(quote.exact),
    prefix: clean(quote.prefix),
    suffix: clean(quote.suffix),
    ...span(quote),
    raw_start_utf16: quote.rawStart,
    raw_end_utf16: quote.rawEnd,
    subject_text: clean(subject.text),
    subject_entity_id: reference.entity(subject.entity),
    subject_implicit: subject.implicit === true,
    subject_start_utf16: subjectSpan.start_utf16,
    subject_end_utf16: subjectSpan.end_utf16,
    subject_start_cp: subjectSpan.start_cp,
    subject_end_cp: subjectSpan.end_cp,
    predicate_text: clean(predicate.text),
    predicate_lemma: clean(predicate.lemma),
    predicate_implicit: predicate.implicit === true,
    predicate_start_utf16: predicateSpan.start_utf16,
    predicate_end_utf16: predicateSpan.end_utf16,
    predicate_start_cp: predicateSpan.start_cp,
    predicate_end_cp: predicateSpan.end_cp,
    object_text: cleanOrNull(object?.text),
    object_entity_id: reference.entity(object?.entity),
    object_implicit: object && object.implicit === true,
    object_start_utf16: objectSpan?.start_utf16 ?? null,
    object_end_utf16: objectSpan?.end_utf16 ?? null,
    object_start_cp: objectSpan?.start_cp ?? null,
    object_end_cp: objectSpan?.end_cp ?? null,
    polarity: claim.polarity,
    modality: claim.modality,
    modality_cue: cleanOrNull(claim.modalityCue?.text),
    factuality: claim.factuality,
    check_worthiness: claim.checkWorthiness,
    verifiable: claim.verifiable,
    subjectivity: claim.subjectivity,
    confidence: claim.confidence,
    rule: claim.rule,
    confidence_subject: claim.slotConfidence?.subject ?? null,
    confidence_predicate: claim.slotConfidence?.predicate ?? null,
    confidence_object: claim.slotConfidence?.object ?? null,
    confidence_time: claim.slotConfidence?.time ?? null,
    confidence_place: claim.slotConfidence?.place ?? null,
    confidence_source: claim.slotConfidence?.source ?? null,
    confidence_polarity: claim.slotConfidence?.polarity ?? null,
    confidence_modality: claim.slotConfidence?.modality ?? null,
  });
  addPartRows(claim, context);
}

function addPartRows(claim: ClaimRecord, context: RowContext): void {
  const { version_id, add, span, reference } = context;
  const claim_id = claim.id;
  claim.args.forEach(({ text, prep, role, implicit, ...range }, ordinal) => {
    const part = { text: clean(text), prep, role, implicit: implicit === true };
    add('claim_argument', { claim_id, ordinal, ...part, ...span(range) });
  });
  claim.attribution.forEach(({ attribution, saidAt }, ordinal) => {
    add('claim_attribution', {
      claim_id,
      ordinal,
      version_id,
      attribution_id: reference.attribution(attribution)!,
      innermost: ordinal === claim.attribution.length - 1,
      said_at: saidAt ?? null,
    });
  });
  claim.time.forEach(({ timex, role, value, interval, inherited }, ordinal) => {
    add('claim_time', {
      claim_id,
      ordinal,
      version_id,
      timex_id: reference.timex(timex),
      role,
      value,
      interval_from: interval?.[0] ?? null,
      interval_to: interval?.[1] ?? null,
      inherited: inherited === true,
    });
  });
  claim.places.forEach(({ text, name, entity, ...range }, ordinal) => {
    add('claim_place', {
      claim_id,
      ordinal,
      version_id,
      entity_id: reference.entity(entity),
      text: clean(text),
      name: clean(name),
      ...span(range),
    });
  });
  claim.quantities.forEach(({ text, value, max, unit, of, comparator, ...range }, ordinal) => {
    add('quantity', {
      claim_id,
      ordinal,
      text: clean(text),
      value,
      max_value: max ?? null,
      unit: clean(unit),
      of_what: cleanOrNull(of),
      comparator,
      ...span(range),
    });
  });
  claim.links.forEach(({ type, claim: other_claim_id }, ordinal) => {
    add('claim_link', { claim_id, ordinal, type, other_claim_id });
  });
}
