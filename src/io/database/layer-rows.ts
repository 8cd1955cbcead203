import type { ArticleRecord, AttributionRecord } from '../../record/record.ts';
import { clean, cleanOrNull, NO_SPAN, type RowContext } from './row-context.ts';

/** Blocks, sentences, time expressions, entities, quotes, attributions, diagnostics. @throws ClaimlineError `record/invalid` */
export function addLayerRows(record: ArticleRecord, context: RowContext): void {
  const { version_id, add, span, reference } = context;
  // Blocks of boilerplate are many times more than the others and stay in the record.
  const used = new Set(record.sentences.map(({ block }) => block));
  record.blocks.forEach(({ kind, label, ...range }, block) => {
    if (label === 'article' || used.has(block))
      add('block', { version_id, block, kind, label, ...span(range) });
  });
  record.sentences.forEach(({ block, ...range }, sentence) => {
    reference.block(block);
    add('sentence', { version_id, sentence, block, ...span(range) });
  });
  for (const timex of record.timexes) {
    add('timex', {
      version_id,
      timex_id: timex.id,
      text: clean(timex.text),
      type: timex.type,
      value: timex.value,
      modifier: timex.mod ?? null,
      interval_from: timex.interval?.[0] ?? null,
      interval_to: timex.interval?.[1] ?? null,
      granularity: timex.granularity,
      anchor_kind: timex.anchor.kind,
      anchor_value: timex.anchor.value ?? null,
      ...span(timex),
    });
  }
  for (const { id, key, name, type, aliases, roles, externalId, place, mentions } of record.entities) {
    add('entity', {
      version_id,
      entity_id: id,
      key: clean(key),
      name: clean(name),
      type,
      aliases: aliases.map(clean),
      roles: roles.map((role) => clean(role.text)),
      external_id: externalId ?? null,
      place_name: cleanOrNull(place?.name),
      place_key: cleanOrNull(place?.key),
      place_entity_id: reference.entity(place?.entity),
    });
    mentions.forEach(({ text, kind, ...range }, ordinal) => {
      add('mention', { version_id, entity_id: id, ordinal, text: clean(text), kind, ...span(range) });
    });
  }
  for (const quote of record.quotes) {
    add('quote', {
      version_id,
      quote_id: quote.id,
      text: clean(quote.text),
      speaker: cleanOrNull(quote.speaker),
      entity_id: reference.entity(quote.entity),
      cue: cleanOrNull(quote.cue),
      ...span(quote),
    });
  }
  for (const attribution of record.attributions) addAttributionRows(attribution, context);
  record.diagnostics.forEach(({ severity, code, message, stage, rule, score, start, end }, ordinal) => {
    add('diagnostic', {
      version_id,
      ordinal,
      severity,
      code,
      message: clean(message),
      stage,
      rule: rule ?? null,
      score: score ?? null,
      ...(start === undefined || end === undefined ? NO_SPAN : span({ start, end })),
    });
  });
}

function addAttributionRows(attribution: AttributionRecord, context: RowContext): void {
  const { version_id, add, span, reference } = context;
  const { id, source, cue, addressee, within } = attribution;
  const sourceSpan = source && span(source);
  const cueSpan = cue && span(cue);
  add('attribution', {
    version_id,
    attribution_id: id,
    within_id: reference.attribution(within),
    source_text: cleanOrNull(source?.text),
    source_name: cleanOrNull(source?.name),
    source_type: source?.type ?? null,
    source_entity_id: reference.entity(source?.entity),
    source_start_utf16: sourceSpan?.start_utf16 ?? null,
    source_end_utf16: sourceSpan?.end_utf16 ?? null,
    source_start_cp: sourceSpan?.start_cp ?? null,
    source_end_cp: sourceSpan?.end_cp ?? null,
    cue_text: cleanOrNull(cue?.text),
    cue_lemma: cleanOrNull(cue?.lemma),
    cue_start_utf16: cueSpan?.start_utf16 ?? null,
    cue_end_utf16: cueSpan?.end_utf16 ?? null,
    cue_start_cp: cueSpan?.start_cp ?? null,
    cue_end_cp: cueSpan?.end_cp ?? null,
    quote_type: attribution.quoteType,
    stance: attribution.stance,
    said_at: attribution.saidAt ?? null,
    addressee_text: cleanOrNull(addressee?.text),
    addressee_entity_id: reference.entity(addressee?.entity),
  });
  attribution.content.forEach((range, ordinal) => {
    add('attribution_content', { version_id, attribution_id: id, ordinal, ...span(range) });
  });
}
