import type { Claim, ClaimArgument, ClaimEdit, ClaimPlace, ClaimTime, Slot } from '../../core/layers.ts';
import { contains, type Span } from '../../core/span.ts';
import type { AttributionIndex } from './attribution-link.ts';
import { type ClaimContext, mentionsIn, tokenRange, topToken, touching, withWholeNames } from './context.ts';
import { entityOf } from './entity-link.ts';
import { factualityOf } from './factuality.ts';
import { type NominalEvent, nominalEvents } from './nominal-events.ts';
import { spanOf } from './phrase.ts';
import type { Phrase } from './proposition.ts';
import { absoluteTime } from './text/absolute-time.ts';
import { mentionReplacements } from './text/mention-replacements.ts';
import { nameWithArticle } from './text/names.ts';
import { rewritten } from './text/replacement.ts';
import { assemble, lowered } from './text/sentence-form.ts';

const RULE = 'nominal-event/nominal';

/**
 * Claims of the events that nouns of the sentence name (`days after the arrest of the mayor`: the mayor was arrested). The
 * predicate is implicit: its span is the noun's, its text the verb that the noun stands for.
 */
export function nominalClaims(context: ClaimContext, sentence: number, index: AttributionIndex): Claim[] {
  return nominalEvents(context.tree, sentence).flatMap((event) => {
    const claim = claimOf(context, sentence, index, event);
    return claim === null ? [] : [claim];
  });
}

/** The article's claims without the events that a noun tells and a verb, or a noun before, tells too. */
export function withoutRetold(claims: readonly Claim[]): Claim[] {
  return claims.filter(
    (claim, at) =>
      claim.derivation !== 'nominal' ||
      !claims.some((other, k) => (other.derivation !== 'nominal' || k < at) && tellsTheSame(other, claim)),
  );
}

function claimOf(
  context: ClaimContext,
  sentence: number,
  index: AttributionIndex,
  event: NominalEvent,
): Claim | null {
  const { tree, text } = context;
  const { noun, verb, actor, undergoer } = event;
  const at = { start: tree.start(noun), end: tree.end(noun) };
  const attribution = index.holding(at);
  // What a source denies or doubts is not taken for granted.
  if (attribution.some((level) => context.attributions[level]!.stance !== 'affirms')) return null;
  const slot = (phrase: Phrase) => {
    const span = withWholeNames(context, spanOf(tree, phrase.tokens, phrase.head));
    const entity = entityOf(context, phrase, span);
    // `his arrest`: the name that it stands for, or nobody to speak of.
    if (tree.upos(phrase.head) === 'PRON') {
      if (entity === null) return null;
      return { ...span, text: nameWithArticle(context, entity), implicit: true, entity };
    }
    const made: Slot & { entity?: number } = {
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      ...(entity === null ? {} : { entity }),
    };
    return made;
  };
  const done = slot(undergoer);
  const doer = actor === null ? null : slot(actor);
  if (done === null) return null;
  const befell = verb.kind !== 'actor' && doer === null;
  const plural = isPlural(context, undergoer);
  const words = befell ? `${plural ? 'were' : 'was'} ${verb.participle}` : verb.past;
  const subject = doer ?? done;
  const object = doer === null ? null : done;
  const time = timesOf(context, noun);
  const places = placesOf(context, event);
  const args = argumentsOf(context, event, places);
  const parts: Span[] = [at, subject, ...(object === null ? [] : [object]), ...args];
  const written = textOf(context, { subject, words, object, args, time, noun: at });
  return {
    rule: RULE,
    derivation: 'nominal',
    sentence,
    kind: 'event',
    text: written.text,
    edits: written.edits,
    quote: {
      start: Math.min(...parts.map(({ start }) => start)),
      end: Math.max(...parts.map(({ end }) => end)),
    },
    subject,
    predicate: { ...at, text: words, implicit: true, lemma: verb.lemma },
    object,
    args,
    polarity: 'positive',
    modality: 'asserted',
    factuality: factualityOf({
      modality: 'asserted',
      polarity: 'positive',
      sourced: attribution.length > 0,
      event: 3,
    }),
    attribution,
    time,
    places,
    quantities: [],
    links: [],
    trail: {
      proposition: RULE,
      subject: doer === null ? 'nominal/of' : 'nominal/by',
      object: doer === null ? 'object/none' : 'object/obj',
      kind: 'kind/event-noun',
      polarity: 'polarity/presupposed',
      modality: 'modality/presupposed',
      attribution:
        attribution.length === 0
          ? 'attribution/own-voice'
          : attribution.map((level) => context.attributions[level]!.rule).join('+'),
      time: time.length === 0 ? 'time/none' : 'time/noun',
    },
  };
}

function isPlural({ tree }: ClaimContext, { head, tokens }: Phrase): boolean {
  return /^NNP?S$/.test(tree.xpos(head)) || tree.children(head, 'conj').some((kid) => tokens.includes(kid));
}

/** Dates that stand with the noun: `the January arrest`, `the collapse of the bridge in 2007`. */
function timesOf({ tree, timexes }: ClaimContext, noun: number): ClaimTime[] {
  const inside = tree.subtree(noun);
  const span = { start: tree.start(inside[0]!), end: tree.end(inside.at(-1)!) };
  const out: ClaimTime[] = [];
  for (const timex of touching(timexes, span)) {
    if ((timex.type !== 'DATE' && timex.type !== 'TIME') || !contains(span, timex)) continue;
    if (!/^\d{4}/.test(timex.value) || timex.use !== undefined) continue;
    const [first, last] = tokenRange(tree, timex);
    if (first >= last) continue;
    const top = topToken(tree, first, last);
    const own = tree.head(top) === noun;
    const adjunct = tree.has(top, 'case') && /^(?:in|on|at)$/.test(tree.form(tree.child(top, 'case')));
    if (!own && !(adjunct && tree.head(tree.head(top)) === noun)) continue;
    out.push({ timex: timexes.indexOf(timex), role: out.length === 0 ? 'event' : 'reference' });
  }
  return out;
}

const PLACING: ReadonlySet<string> = new Set(['at', 'in', 'inside', 'near', 'off', 'outside']);

function placesOf(context: ClaimContext, { adjuncts }: NominalEvent): ClaimPlace[] {
  const { tree } = context;
  return adjuncts.flatMap(({ prep, phrase }) => {
    if (!PLACING.has(tree.form(prep))) return [];
    const span = spanOf(tree, phrase.tokens, phrase.head);
    const mention = mentionsIn(context, span).find(
      ({ entity, kind }) => kind === 'name' && context.entities[entity]!.type === 'PLACE',
    );
    if (mention === undefined) return [];
    const { start, end, entity } = mention;
    return [
      { start, end, text: context.text.slice(start, end), name: context.entities[entity]!.name, entity },
    ];
  });
}

/** The phrases that place the event, those with a clause in them left out. */
function argumentsOf(
  { tree, text }: ClaimContext,
  { adjuncts }: NominalEvent,
  places: readonly ClaimPlace[],
): ClaimArgument[] {
  return adjuncts.flatMap(({ prep, phrase }) => {
    const whole = spanOf(tree, phrase.tokens, phrase.head);
    const place = places.find((one) => contains(whole, one));
    if (place === undefined) return [];
    if (phrase.tokens.some((token) => tree.upos(token) === 'VERB')) return [];
    const { start, end } = whole;
    return [{ start, end, text: text.slice(start, end), prep: tree.form(prep), role: 'place' }];
  });
}

function textOf(
  context: ClaimContext,
  claim: {
    readonly subject: Slot;
    readonly words: string;
    readonly object: Slot | null;
    readonly args: readonly ClaimArgument[];
    readonly time: readonly ClaimTime[];
    readonly noun: Span;
  },
): { text: string; edits: ClaimEdit[] } {
  const edits: ClaimEdit[] = [];
  const named = new Set<number>();
  const render = (span: Span & { readonly text: string; readonly implicit?: boolean }): string => {
    if (span.implicit === true) {
      edits.push({ from: context.text.slice(span.start, span.end), to: span.text, reason: 'pronoun' });
      return span.text;
    }
    const changes = mentionReplacements(context, span, named);
    return lowered(context, span, rewritten(context.text, span, changes, edits));
  };
  const pieces = [render(claim.subject), claim.words];
  edits.push({
    from: context.text.slice(claim.noun.start, claim.noun.end),
    to: claim.words,
    reason: 'nominal-event',
  });
  if (claim.object !== null) pieces.push(render(claim.object));
  for (const arg of claim.args) pieces.push(arg.prep, render(arg));
  const first = claim.time.find(({ role }) => role === 'event');
  const timex = first === undefined ? undefined : context.timexes[first.timex];
  const absolute = timex === undefined ? null : absoluteTime(timex.value);
  if (timex !== undefined && absolute !== null) {
    const to = `${absolute.preposition} ${absolute.text}`;
    pieces.push(to);
    edits.push({ from: context.text.slice(timex.start, timex.end), to, reason: 'absolute-date' });
  }
  return { text: assemble(pieces), edits };
}

/** A killing is told by its death too. */
const DEATHS: ReadonlySet<string> = new Set(['assassinate', 'execute', 'kill', 'murder']);

function eventOf({ predicate }: Claim): string {
  const last = predicate.lemma.split(' ').at(-1)!;
  return DEATHS.has(last) ? 'die' : last;
}

/** The same event of the same one, whether as subject or object. */
function tellsTheSame(a: Claim, b: Claim): boolean {
  if (eventOf(a) !== eventOf(b)) return false;
  const undergoer = b.object ?? b.subject;
  return [a.subject, a.object].some(
    (slot) =>
      slot !== null &&
      (undergoer.entity === undefined || slot.entity === undefined
        ? slot.text.toLowerCase() === undergoer.text.toLowerCase()
        : slot.entity === undergoer.entity),
  );
}
