import type { Slot } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import { REPORTIVE_ADVERBS } from '../../lexicon/modality-cues.ts';
import { type ClaimContext, touching, withWholeNames } from './context.ts';
import { spanOf } from './phrase.ts';
import type { Complement, Proposition } from './proposition.ts';
import { isTimePhrase } from './time.ts';
import type { Tree } from './tree.ts';

/** An argument beside the object. */
export interface DraftArgument {
  readonly complement: Complement;
  readonly span: Span;
  readonly prep: string;
}

/** A proposition laid out as a claim record lays it out, before its slots are filled. */
export interface Draft {
  readonly proposition: Proposition;
  readonly sentence: number;
  readonly subject: Slot;
  readonly predicate: Slot & { readonly lemma: string };
  readonly object: Slot | null;
  /** The complement that the object is, or begins with. */
  readonly objectFrom: Complement | null;
  readonly args: readonly DraftArgument[];
}

export function draftOf(context: ClaimContext, proposition: Proposition): Draft {
  const { tree, text } = context;
  const slot = (span: Span): Slot => ({ ...span, text: text.slice(span.start, span.end) });
  const phraseSpan = (tokens: readonly number[], head: number) =>
    withWholeNames(context, withDeterminer(tree, spanOf(tree, tokens, head)));
  const subject = slot(phraseSpan(proposition.subject.tokens, proposition.subject.head));
  const sentence = tree.sentenceOf(proposition.head);
  if (proposition.predicate.length === 0) {
    const complement = proposition.complements[0]!;
    const object = slot(phraseSpan(complement.phrase.tokens, complement.phrase.head));
    const predicate = { ...cover(subject, object), text: 'is', implicit: true, lemma: 'be' };
    return { proposition, sentence, subject, predicate, object, objectFrom: complement, args: [] };
  }
  const chosen = chooseObject(context, proposition);
  const rest = proposition.complements.filter((one) => one !== chosen);
  let predicateTokens = withoutReportive(tree, proposition.predicate);
  let object: Slot | null = null;
  const used = new Set<Complement>();
  if (chosen !== null) {
    used.add(chosen);
    const tokens = [...chosen.phrase.tokens];
    const adjoining = chosen.prep.length > 0 && chosen.prep[0] === predicateTokens.at(-1)! + 1;
    if (adjoining && chosen.kind !== 'predicative') predicateTokens = [...predicateTokens, ...chosen.prep];
    else tokens.unshift(...chosen.prep.filter((token) => tree.form(token) !== 'that'));
    for (const next of isBehind(chosen, predicateTokens) ? continuation(chosen, rest) : []) {
      used.add(next);
      tokens.push(...next.prep, ...next.phrase.tokens);
    }
    object = slot(
      phraseSpan(
        tokens.filter((token) => !predicateTokens.includes(token)).sort((a, b) => a - b),
        chosen.phrase.head,
      ),
    );
  }
  const args = rest
    .filter(
      (one) =>
        !used.has(one) &&
        one.kind !== 'clause' &&
        !isWhen(context, proposition, one) &&
        !isAccordingTo(tree, one),
    )
    .map(
      (complement): DraftArgument => ({
        complement,
        span: phraseSpan(complement.phrase.tokens, complement.phrase.head),
        prep: complement.prep.map((token) => tree.form(token)).join(' '),
      }),
    );
  // A name that two fragments of it were cut from stands once.
  const single = args.filter(
    (one, at) =>
      !isInside(one.span, object) && args.findIndex((other) => isInside(one.span, other.span)) === at,
  );
  const predicate = predicateSpan(tree, predicateTokens, proposition);
  return {
    proposition,
    sentence,
    subject,
    predicate: { ...slot(predicate), lemma: predicateLemma(tree, proposition) },
    object,
    objectFrom: chosen,
    args: single,
  };
}

/** The span with the possessive or article that stands right before it, where the tree hung that elsewhere. */
function withDeterminer(tree: Tree, span: Span): Span {
  const first = tree.tokens.tokenAt(span.start);
  const before = first - 1;
  if (before < 0 || tree.start(first) !== span.start || tree.sentenceOf(before) !== tree.sentenceOf(first))
    return span;
  const belongs =
    tree.xpos(before) === 'PRP$' || (tree.upos(before) === 'DET' && /^(?:an?|the)$/.test(tree.form(before)));
  return belongs && tree.upos(first) !== 'PRON' ? { start: tree.start(before), end: span.end } : span;
}

/** The complement that answers `what` or `whom`, or else the first that completes the verb. */
function chooseObject(context: ClaimContext, proposition: Proposition): Complement | null {
  const { complements, verbs } = proposition;
  const last = verbs.at(-1)!;
  const of = (...kinds: Complement['kind'][]) =>
    complements.find((one) => kinds.includes(one.kind) && !isWhen(context, proposition, one));
  const found = of('obj') ?? of('predicative') ?? of('agent') ?? of('clause') ?? of('iobj');
  if (found !== undefined) return found;
  const after = complements.filter(
    (one) =>
      one.kind === 'obl' &&
      one.phrase.head > last &&
      !isWhen(context, proposition, one) &&
      !isAccordingTo(context.tree, one),
  );
  return after[0] ?? null;
}

/** The complement says when; of a verb that needs to be told how long (`jailed for eight years`) a length is no such thing. */
function isWhen(context: ClaimContext, { verbs }: Proposition, complement: Complement): boolean {
  if (!isTimePhrase(context, complement)) return false;
  const { tree } = context;
  if (!TAKING_TIME.has(tree.lemma(verbs.at(-1)!))) return true;
  const head = complement.phrase.head;
  const at = { start: tree.start(head), end: tree.end(head) };
  const prep = complement.prep.length === 0 ? '' : tree.form(complement.prep[0]!);
  return !(
    /^(?:|by|for|to)$/.test(prep) && touching(context.timexes, at).some(({ type }) => type === 'DURATION')
  );
}

const TAKING_TIME: ReadonlySet<string> = new Set(
  'face serve spend ban close cut delay disqualify exclude extend imprison jail last postpone prolong reduce sentence shorten shut suspend'.split(
    ' ',
  ),
);

/** `according to the police`: who says it is no part of what is said. */
function isAccordingTo(tree: Tree, { prep }: Complement): boolean {
  return prep.length > 0 && tree.form(prep[0]!) === 'according';
}

/** The complement stands behind the verb, not before it as the noun of a relative clause does. */
function isBehind({ phrase }: Complement, predicate: readonly number[]): boolean {
  return phrase.head > predicate[0]!;
}

/** What follows the object and is predicated of it: `made it clear that`, `named her chair`, `led him to act`. */
function continuation(chosen: Complement, rest: readonly Complement[]): Complement[] {
  if (chosen.kind !== 'obj' && chosen.kind !== 'predicative') return [];
  const out: Complement[] = [];
  for (const one of rest) {
    if (one.phrase.head < chosen.phrase.head) continue;
    const clause = one.kind === 'clause' || (one.kind === 'predicative' && chosen.kind === 'obj');
    const ofAdjective =
      chosen.kind === 'predicative' && one.kind === 'obl' && one.prep.length > 0 && out.length === 0;
    if (clause || ofAdjective) out.push(one);
  }
  return out;
}

function withoutReportive(tree: Tree, tokens: readonly number[]): readonly number[] {
  const kept = tokens.filter((token) => !REPORTIVE_ADVERBS.has(tree.form(token)));
  return kept.length > 0 ? kept : tokens;
}

/** From the first to the last word of the predicate, without a subject or object that stands between. */
function predicateSpan(tree: Tree, tokens: readonly number[], proposition: Proposition): Span {
  const barrier = new Set([
    ...proposition.subject.tokens,
    ...proposition.complements.flatMap((one) => [...one.prep, ...one.phrase.tokens]),
  ]);
  const own = new Set(tokens);
  const head = tokens.includes(proposition.head) ? proposition.head : tokens.at(-1)!;
  let first = head;
  let last = head;
  for (let at = head - 1; at >= tokens[0]!; at--) {
    if (barrier.has(at) && !own.has(at)) break;
    if (own.has(at)) first = at;
  }
  for (let at = head + 1; at <= tokens.at(-1)!; at++) {
    if (barrier.has(at) && !own.has(at)) break;
    if (own.has(at)) last = at;
  }
  return { start: tree.start(first), end: tree.end(last) };
}

/** Lemmas of the content verbs with their particles, `be` for a copula: `promise take`, `carry out`. */
function predicateLemma(tree: Tree, proposition: Proposition): string {
  return proposition.verbs
    .map((verb) => {
      if (!proposition.predicate.includes(verb)) return 'be';
      const particle = tree.child(verb, 'compound:prt');
      return particle < 0 ? tree.lemma(verb) : `${tree.lemma(verb)} ${tree.form(particle)}`;
    })
    .join(' ');
}

function isInside(inner: Span, outer: Span | null): boolean {
  return outer !== null && outer.start <= inner.start && inner.end <= outer.end;
}

function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** The smallest span that holds the claim's words. */
export function quoteOf(draft: Draft): Span {
  let span: Span = cover(draft.subject, draft.predicate);
  if (draft.object !== null) span = cover(span, draft.object);
  for (const { span: own } of draft.args) span = cover(span, own);
  return { start: span.start, end: span.end };
}
