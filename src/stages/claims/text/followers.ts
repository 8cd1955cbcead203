import { overlaps, type Span } from '../../../core/span.ts';
import { type ClaimContext, touching } from '../context.ts';
import type { Draft, DraftArgument } from '../draft.ts';
import { isTimePhrase } from '../time.ts';

export interface Follower {
  readonly span: Span;
  /** Written before the span; empty where it is part of it. */
  readonly prep: string;
}

/** What follows the predicate, in the order of the text; other phrases that stood before it come last. */
export function followersOf(context: ClaimContext, draft: Draft): Follower[] {
  const parts: Follower[] = draft.args.map((argument) => inOrder(context, argument));
  if (draft.object !== null) parts.push({ span: draft.object, prep: '' });
  for (const span of timePhrases(context, draft)) parts.push({ span, prep: '' });
  for (const span of looseAdverbs(context, draft, parts)) parts.push({ span, prep: '' });
  // An object that stands before its verb is the antecedent of a relative clause: it takes its usual place.
  const rank = ({ span }: Follower) =>
    span.start >= draft.predicate.start ? 1 : span === draft.object ? 0 : 2;
  return parts.sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start);
}

/** Preposition and phrase; where the text has other words between them, all as it stands there. */
function inOrder(context: ClaimContext, { complement, span, prep }: DraftArgument): Follower {
  const { tree } = context;
  const first = complement.prep[0];
  const last = complement.prep.at(-1);
  if (first === undefined || last === undefined) return { span, prep };
  const joined = last - first + 1 === complement.prep.length && tree.end(last) <= span.start;
  if (joined && context.text.slice(tree.end(last), span.start).trim() === '') return { span, prep };
  return {
    span: { start: Math.min(span.start, tree.start(first)), end: Math.max(span.end, tree.end(last)) },
    prep: '',
  };
}

/** Single adverbs behind the predicate that no slot holds: `ran aground`, `moved abroad`. */
function looseAdverbs(context: ClaimContext, draft: Draft, parts: readonly Follower[]): Span[] {
  const { tree } = context;
  if (draft.predicate.implicit) return [];
  return draft.proposition.verbs.flatMap((verb) =>
    tree
      .children(verb, 'advmod')
      .filter(
        (kid) =>
          tree.upos(kid) === 'ADV' && tree.start(kid) >= draft.predicate.end && tree.kids(kid).length === 0,
      )
      .map((kid) => ({ start: tree.start(kid), end: tree.end(kid) }))
      .filter((span) => !parts.some((part) => overlaps(part.span, span))),
  );
}

/** Phrases of time that the draft leaves to the time slot; none twice. */
export function timePhrases(context: ClaimContext, draft: Draft): Span[] {
  const { tree } = context;
  const taken: Span[] = [draft.subject, draft.predicate, ...draft.args.map(({ span }) => span)];
  if (draft.object !== null) taken.push(draft.object);
  const out: Span[] = [];
  for (const complement of draft.proposition.complements) {
    if (complement === draft.objectFrom || !isTimePhrase(context, complement)) continue;
    const { phrase, prep } = complement;
    // Of `as recently as last May` the date is enough.
    const kept = prep.filter((token) => tree.form(token) !== 'as');
    const first = Math.min(phrase.tokens[0]!, kept[0] ?? phrase.tokens[0]!);
    const span = withWholeTimex(context, { start: tree.start(first), end: tree.end(phrase.tokens.at(-1)!) });
    if (taken.some((other) => overlaps(other, span))) continue;
    taken.push(span);
    out.push(span);
  }
  return out;
}

/** `early on Monday`: a time expression that begins before its phrase is taken whole. */
function withWholeTimex(context: ClaimContext, span: Span): Span {
  let { start, end } = span;
  for (const timex of touching(context.timexes, span)) {
    start = Math.min(start, timex.start);
    end = Math.max(end, timex.end);
  }
  return { start, end };
}
