import type { Doc } from '../core/doc.ts';
import { layerOf } from '../core/doc.ts';
import type { Claim } from '../core/layers.ts';
import type { Span } from '../core/span.ts';

/** One value of a claim and what made it. */
export interface TrailStep {
  /** `subject`, `time[0]`, `attribution[0].source`, `block`, ... */
  readonly value: string;
  readonly is: string;
  readonly stage: string;
  readonly rule: string;
  readonly span?: Span;
}

/** The trail of a claim, from its block to its slots: every value with the stage and the rule that made it. */
export function explainClaim(doc: Doc, claim: Claim): TrailStep[] {
  const text = (span: Span) => doc.text.slice(span.start, span.end);
  const at = ({ start, end }: Span) => ({ span: { start, end } });
  const steps: TrailStep[] = [];
  const slot = (value: string, is: string, span?: Span) =>
    steps.push({
      value,
      is,
      stage: 'claims',
      rule: claim.trail[value] ?? claim.rule,
      ...(span ? at(span) : {}),
    });

  const sentence = layerOf(doc, 'sentences')[claim.sentence]!;
  const block = layerOf(doc, 'blocks')[sentence.block]!;
  steps.push({
    value: 'block',
    is: `${block.kind}, ${block.label}`,
    stage: 'blocks',
    rule: block.rule,
    ...at(block),
  });
  steps.push({
    value: 'sentence',
    is: text(sentence),
    stage: 'sentences',
    rule: 'boundary-rules',
    ...at(sentence),
  });

  slot('subject', claim.subject.text, claim.subject);
  steps.push(...mentionSteps(doc, 'subject.entity', claim.subject));
  slot('predicate', `${claim.predicate.text} (${claim.predicate.lemma})`, claim.predicate);
  if (claim.object) {
    slot('object', claim.object.text, claim.object);
    steps.push(...mentionSteps(doc, 'object.entity', claim.object));
  }
  for (const [index, arg] of claim.args.entries()) slot(`args[${index}]`, `${arg.role}: ${arg.text}`, arg);
  slot('kind', claim.kind);
  slot('polarity', claim.polarity);
  slot('modality', claim.modality, claim.modalityCue);
  slot('factuality', String(claim.factuality));

  for (const [index, time] of claim.time.entries()) {
    const timex = layerOf(doc, 'timexes')[time.timex]!;
    const how = `${time.role}${time.inherited ? ', inherited' : ''}`;
    steps.push({
      value: `time[${index}]`,
      is: `${text(timex)} = ${timex.value} (${how}; against ${timex.anchor.kind} ${timex.anchor.value ?? ''})`.replace(
        ' )',
        ')',
      ),
      stage: 'dates',
      rule: timex.rule,
      ...at(timex),
    });
  }
  for (const [index, place] of claim.places.entries()) slot(`places[${index}]`, place.name, place);
  for (const [index, quantity] of claim.quantities.entries()) {
    slot(`quantities[${index}]`, `${quantity.comparator} ${quantity.value} ${quantity.unit}`, quantity);
  }
  for (const [index, level] of claim.attribution.entries()) {
    const { source, cue, quoteType, rule } = layerOf(doc, 'attributions')[level]!;
    const made = { stage: 'attribution', rule };
    const name = `attribution[${index}]`;
    if (source) steps.push({ value: `${name}.source`, is: source.name, ...made, ...at(source) });
    if (cue)
      steps.push({
        value: `${name}.cue`,
        is: `${text(cue)} (${cue.lemma}, ${quoteType})`,
        ...made,
        ...at(cue),
      });
  }
  slot('text', claim.text);
  for (const [index, edit] of claim.edits.entries()) {
    slot(`edits[${index}]`, `${JSON.stringify(edit.from)} to ${JSON.stringify(edit.to)}: ${edit.reason}`);
  }
  return steps;
}

function mentionSteps(doc: Doc, value: string, slot: Span & { readonly entity?: number }): TrailStep[] {
  if (slot.entity === undefined) return [];
  const entity = layerOf(doc, 'entities')[slot.entity]!;
  const mention =
    entity.mentions.find((m) => m.start >= slot.start && m.end <= slot.end) ?? entity.mentions[0]!;
  const { start, end, rule } = mention;
  return [{ value, is: `${entity.name} (${entity.type})`, stage: 'entities', rule, span: { start, end } }];
}
