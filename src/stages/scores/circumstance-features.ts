import type { Attribution, Claim, Entity, Timex } from '../../core/layers.ts';
import { contains, overlaps, type Span } from '../../core/span.ts';
import type { TokenTable } from '../../core/tokens.ts';
import type { Circumstance } from './confidence.ts';
import { marginAt, scaled, tokensOf, topOf } from './confidence-features.ts';
import type { SentenceReading } from './sentence-reading.ts';

/** The layers that a claim's circumstances were taken from. */
export interface Surroundings {
  readonly text: string;
  readonly tokens: TokenTable;
  readonly timexes: readonly Timex[];
  readonly attributions: readonly Attribution[];
  readonly entities: readonly Entity[];
}

/** What tells a right circumstance from a wrong one, by name, each about 0 to 1: how it was found, and what else in the sentence could have been it. */
export function circumstanceFeatures(
  claim: Claim,
  of: Circumstance,
  layers: Surroundings,
  sentence: SentenceReading,
): Map<string, number> {
  const { tokens } = layers;
  const out = new Map<string, number>([['bias', 1]]);
  const say = (name: string, when = true) => {
    if (when) out.set(name, 1);
  };
  const predicate = tokensOf(tokens, claim.predicate);
  const verb = topOf(tokens, predicate);
  out.set('verb-margin', scaled(marginAt(tokens, 'head', verb)));
  out.set('clauses', Math.min(1, sentence.verbs / 8));
  say(`role:${claim.rule.split('/')[1] ?? ''}`);
  const bounds = {
    start: tokens.columns.start[sentence.first] ?? 0,
    end: tokens.columns.end[sentence.end - 1] ?? 0,
  };
  ASPECTS[of](claim, layers, bounds, out, say);
  return out;
}

type Say = (name: string, when?: boolean) => void;
type Aspect = (
  claim: Claim,
  layers: Surroundings,
  sentence: Span,
  out: Map<string, number>,
  say: Say,
) => void;

const ASPECTS: Readonly<Record<Circumstance, Aspect>> = {
  time(claim, { timexes }, sentence, out, say) {
    const inside = within(timexes, sentence).filter(({ type }) => type === 'DATE' || type === 'TIME');
    const first = claim.time[0];
    say('dates-none', inside.length === 0);
    out.set('dates', Math.min(1, inside.length / 3));
    if (first === undefined) {
      say('none');
      say('dates-passed-over', inside.length > 0);
      say(
        'date-in-claim',
        inside.some((one) => contains(claim.quote, one)),
      );
      return;
    }
    say(`as:${first.role}`);
    say('several', claim.time.length > 1);
    const timex = timexes[first.timex]!;
    say('date-in-claim', contains(claim.quote, timex));
    out.set('date-far', Math.min(1, distance(timex, claim.predicate) / 120));
  },
  place(claim, { entities }, sentence, out, say) {
    const named = entities.flatMap(({ type, mentions }) =>
      type === 'PLACE' ? within(mentions, sentence) : [],
    ).length;
    say('none', claim.places.length === 0);
    say('several', claim.places.length > 1);
    say('places-passed-over', named > claim.places.length);
    out.set('places', Math.min(1, named / 3));
    const first = claim.places[0];
    if (first !== undefined) {
      out.set('place-far', Math.min(1, distance(first, claim.predicate) / 120));
      say('place-unlinked', first.entity === undefined);
    }
  },
  source(claim, { attributions, text }, sentence, out, say) {
    const around = attributions.filter(({ cue, content }) =>
      [...content, ...(cue === null ? [] : [cue])].some((one) => overlaps(one, sentence)),
    );
    out.set('attributions', Math.min(1, around.length / 3));
    say('quotation-marks', /["“”]/u.test(text.slice(sentence.start, sentence.end)));
    const innermost = attributions[claim.attribution.at(-1) ?? -1];
    if (innermost === undefined) {
      say('none');
      say('attributions-passed-over', around.length > 0);
      return;
    }
    out.set('levels', Math.min(1, claim.attribution.length / 3));
    say(`said:${innermost.quoteType}`);
    say(`found:${innermost.rule.split(/[:+]/)[0]}`);
    say(`source:${innermost.source?.type ?? 'none'}`);
    say('source-linked', innermost.source?.entity !== undefined);
    say('source-long', (innermost.source?.name.length ?? 0) > 40);
    say('cue-none', innermost.cue === null);
    say('held-partly', !innermost.content.some((one) => contains(one, claim.quote)));
    if (innermost.cue !== null) {
      say('cue-elsewhere', innermost.cue.end <= sentence.start || innermost.cue.start >= sentence.end);
      out.set('cue-far', Math.min(1, distance(innermost.cue, claim.predicate) / 200));
    }
  },
  polarity(claim, { text }, sentence, out, say) {
    say(claim.polarity);
    say(`by:${claim.trail.polarity?.split('/')[1]?.split('+')[0] ?? ''}`);
    const inside = negators(text.slice(claim.quote.start, claim.quote.end));
    out.set('negators', Math.min(1, inside / 2));
    say('negators-unused', inside > 0 && claim.polarity === 'positive');
    say('negators-outside', negators(text.slice(sentence.start, sentence.end)) > inside);
  },
  modality(claim, { text }, sentence, out, say) {
    say(claim.modality);
    say(`by:${claim.trail.modality?.split('/')[1] ?? ''}`);
    say('sourced', claim.attribution.length > 0);
    const hedges = (part: string) => part.match(HEDGES)?.length ?? 0;
    const inside = hedges(text.slice(claim.quote.start, claim.quote.end));
    out.set('hedges', Math.min(1, inside / 2));
    say('hedges-unused', inside > 0 && claim.modality === 'asserted');
    say('hedges-outside', hedges(text.slice(sentence.start, sentence.end)) > inside);
    say(`kind:${claim.kind}`);
  },
};

/** Words of negation, counted by form: a rough look beside the rules that read the tree. */
const NEGATIONS =
  /\b(?:not|no|never|nor|neither|none|nobody|nothing|without|cannot|few|hardly|fail(?:s|ed)?|den(?:y|ies|ied)|refus(?:e|es|ed)|declin(?:e|es|ed))\b|n['’]t\b/giu;
const HEDGES =
  /\b(?:may|might|could|would|can|should|will|if|unless|perhaps|possibly|likely|alleged(?:ly)?|reportedly|apparently|appears?|seems?|suggests?|plans?|intends?|expects?|expected|hopes?|whether|allegations?|claims?|claimed)\b/giu;

const negators = (part: string): number => part.match(NEGATIONS)?.length ?? 0;

/** Features of how a date was resolved, for the chance that its value is right. */
export function dateFeatures({ anchor, granularity, type, mod }: Timex): Map<string, number> {
  const out = new Map<string, number>([['bias', 1]]);
  out.set(`anchor:${anchor.kind}`, 1);
  out.set(`unit:${granularity}`, 1);
  out.set(`type:${type}`, 1);
  if (mod !== undefined) out.set('mod', 1);
  return out;
}

/** Those of a list sorted by place that lie in the span. */
function within<T extends Span>(spans: readonly T[], span: Span): T[] {
  return spans.filter((one) => contains(span, one));
}

function distance(a: Span, b: Span): number {
  return Math.max(0, a.start >= b.end ? a.start - b.end : b.start - a.end);
}
