import type { Claim, ClaimArgument, ClaimTime, Slot } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import type { AttributionIndex } from './attribution-link.ts';
import { type ClaimContext, touching } from './context.ts';
import { type Draft, quoteOf } from './draft.ts';
import { entityOf } from './entity-link.ts';
import { eventFactuality } from './event-factuality.ts';
import { factualityOf } from './factuality.ts';
import { kindOf } from './kind.ts';
import { modalityOf } from './modality.ts';
import { placesOf } from './place.ts';
import { polarityOf } from './polarity.ts';
import { quantitiesIn } from './quantity.ts';
import { roleOfArgument } from './roles.ts';
import { standaloneText } from './text/standalone-text.ts';
import type { SentenceTimes } from './time.ts';

/** The claim that a draft makes, every slot filled; links come later. */
export function buildClaim(
  context: ClaimContext,
  draft: Draft,
  times: SentenceTimes,
  index: AttributionIndex,
  judgedBy: number,
): Claim {
  const { tree } = context;
  const { proposition } = draft;
  const attribution = index.holding(anchorOf(draft));
  const said = new Set(attribution.flatMap((level) => context.attributions[level]!.saidAt ?? []));
  if (judgedBy >= 0 && !attribution.includes(judgedBy)) attribution.push(judgedBy);
  const sources = attribution.map((level) => context.attributions[level]!);
  const time: readonly ClaimTime[] = times.of(proposition, said, (clause) => index.cuedBy([clause]) >= 0);
  const quantities = quantitiesIn(context, partsOf(draft));
  const kind = kindOf(tree, draft, quantities, {
    sourced: sources.length > 0,
    ahead: liesAhead(context, time),
  });
  const polarity = polarityOf(tree, proposition);
  const modality = modalityOf(tree, proposition, sources);
  const places = placesOf(context, proposition);
  const subjectEntity = entityOf(context, proposition.subject, draft.subject);
  const objectEntity =
    draft.object && draft.objectFrom && entityOf(context, draft.objectFrom.phrase, draft.object);
  const standalone = standaloneText(context, draft, time, attribution);
  const rule = `${proposition.construction}/${proposition.role}`;
  return {
    rule,
    sentence: draft.sentence,
    kind: kind.kind,
    text: standalone.text,
    edits: standalone.edits,
    quote: quoteOf(draft),
    subject: { ...draft.subject, ...(subjectEntity === null ? {} : { entity: subjectEntity }) },
    predicate: draft.predicate,
    object: draft.object && { ...draft.object, ...(objectEntity === null ? {} : { entity: objectEntity }) },
    args: argumentsOf(context, draft),
    polarity: polarity.polarity,
    modality: modality.modality,
    ...(modality.cue === undefined ? {} : { modalityCue: slotAt(context, modality.cue) }),
    factuality: factualityOf({
      modality: modality.modality,
      polarity: polarity.polarity,
      sourced: sources.length > 0,
      event: proposition.verbs.length === 0 ? 3 : eventFactuality(tree, proposition.verbs.at(-1)!),
    }),
    attribution,
    time,
    places,
    quantities,
    links: [],
    trail: {
      proposition: rule,
      subject: `subject/${proposition.subjectFrom}`,
      object: draft.objectFrom === null ? 'object/none' : `object/${draft.objectFrom.kind}`,
      kind: `kind/${kind.rule}`,
      polarity: `polarity/${polarity.rule}`,
      modality: `modality/${modality.rule}`,
      attribution: sources.length === 0 ? 'attribution/own-voice' : sources.map((one) => one.rule).join('+'),
      time: time.length === 0 ? 'time/none' : 'time/clause',
    },
  };
}

/** The event time begins after the article's date; both cut to the coarser of the two. */
function liesAhead(context: ClaimContext, times: readonly ClaimTime[]): boolean {
  const event = times.find(({ role }) => role === 'event');
  if (event === undefined || context.published === null) return false;
  const value = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(context.timexes[event.timex]!.value)?.[0];
  return value !== undefined && value > context.published.slice(0, value.length);
}

/** The span by which it is decided who says the claim: the predicate, or what an implicit one stands on. */
function anchorOf(draft: Draft): Span {
  return draft.predicate.implicit === true ? draft.subject : draft.predicate;
}

function partsOf(draft: Draft): Span[] {
  return [
    draft.subject,
    ...(draft.object === null ? [] : [draft.object]),
    ...draft.args.map(({ span }) => span),
  ];
}

function slotAt(context: ClaimContext, span: Span): Slot {
  return { start: span.start, end: span.end, text: context.text.slice(span.start, span.end) };
}

function argumentsOf(context: ClaimContext, draft: Draft): ClaimArgument[] {
  return draft.args.map(({ complement, span, prep }) => {
    const isTime = touching(context.timexes, span).some(
      (timex) => timex.start <= span.start && timex.end >= span.end,
    );
    return { ...slotAt(context, span), prep, role: roleOfArgument(context.tree, complement, isTime) };
  });
}
