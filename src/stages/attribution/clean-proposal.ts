import { overlaps, type Span } from '../../core/span.ts';
import { cueClass } from '../../lexicon/cue-verbs.ts';
import { GROUP_NOUNS, PERSON_NOUNS } from '../../lexicon/source-nouns.ts';
import type { ArticleView } from './article-view.ts';
import type { TokenRange } from './assemble.ts';
import type { Frame } from './frame.ts';
import type { Proposal } from './propose.ts';
import { maySpeak, nounPhraseEnd } from './trailing-speech.ts';

/** Verbs that name their hearer first. */
const HEARD = new Set([
  'advise',
  'alert',
  'assure',
  'convince',
  'inform',
  'notify',
  'persuade',
  'reassure',
  'remind',
  'tell',
  'warn',
]);

/**
 * Verbs that need a clause or quoted words: `found 40 coins`, `was charged`, `cannot be named`, `recalled its envoy`, `offered him a
 * job` report nothing.
 */
const NEEDS_CLAUSE = new Set([
  'cast',
  'charge',
  'confirm',
  'discover',
  'find',
  'fine',
  'fire',
  'identify',
  'know',
  'learn',
  'name',
  'offer',
  'oppose',
  'recall',
  'see',
]);

/** Verbs whose infinitive tells what is done or ordered: `learned to drive`, `voted to strike`, `ordered the bar to close`. */
const NEEDS_FINITE = new Set(['learn', 'order', 'vote']);

/**
 * A verb outside the cue lexicon with a bare noun phrase as its content needs a source that can speak: `the board
 * signalled a strike`; not `the flood reached the kiln`. Clauses and words in marks are statements whoever makes them.
 */
export function hasStatement(view: ArticleView, { frame, content, source }: Proposal): boolean {
  const { tokens } = view;
  if (tokens.upos(frame.cue) !== 'VERB') return true;
  const lemma = tokens.lemma(frame.cue);
  const statement = NEEDS_FINITE.has(lemma) ? /^(?:VB[DPZ]|MD)$/ : /^(?:V|MD)/;
  const bare = NEEDS_CLAUSE.has(lemma) || (lemma === 'dismiss' && dismissesPeople(view, frame.cue));
  if (!bare && !NEEDS_FINITE.has(lemma)) {
    if (source === null || cueClass(lemma) !== undefined || maySpeak(view, source, frame.cue)) return true;
  }
  return content.some(({ start, end }) => {
    for (let at = tokens.tokenAt(start); at < tokens.length && tokens.columns.start[at]! < end; at++) {
      if (view.region[at]! >= 0) return true;
      if (statement.test(tokens.xpos(at)) && tokens.deprel(at) !== 'amod') return true;
    }
    return false;
  });
}

/** `dismissed two workers`, not `dismissed the claim`. */
function dismissesPeople({ tokens, dependents, name }: ArticleView, cue: number): boolean {
  return dependents.of(cue).some((child) => {
    const lemma = tokens.lemma(child);
    const people = PERSON_NOUNS.has(lemma) || GROUP_NOUNS.has(lemma) || name[child] === 1;
    return child > cue && tokens.deprel(child) === 'obj' && people;
  });
}

/**
 * The content without the hearer that it starts with: `warned him that the ice was thin`, `told us the ice was thin`,
 * `jurors were told the ice was thin`.
 */
export function withoutHearer(view: ArticleView, frame: Frame, content: readonly Span[]): readonly Span[] {
  const { tokens } = view;
  const { cue } = frame;
  if (frame.passive && HEARD.has(tokens.lemma(cue))) {
    const told = content.filter(({ start }) => start > tokens.columns.start[cue]!);
    return told.length > 0 ? told : content;
  }
  const next = cue + 1;
  if (!HEARD.has(tokens.lemma(cue)) || next >= tokens.length) return content;
  const at = content.findIndex(({ start }) => start === tokens.columns.start[next]);
  if (at < 0 || view.region[next]! >= 0) return content;
  const { end } = content[at]!;
  const limit = tokens.end(view.sentence[cue]!);
  let to = nounPhraseEnd(view, next, limit);
  const clause = to < limit && tokens.text(view.text, to) === 'that';
  if (!clause) {
    if (!/^(?:him|them|us|me)$/.test(tokens.text(view.text, next))) return content;
    to = next + 1;
  }
  const start = to < limit ? tokens.columns.start[to]! : end;
  return start < end ? content.with(at, { start, end }) : content;
}

/**
 * One span for the parts behind a cue that a bracket or dash keeps apart: `complained that the mill - run by Orla Foods -
 * smelled`. Words of another kind than the parts' own clause stay out only where the source stands among them.
 */
export function withoutGaps(
  view: ArticleView,
  { cue }: Frame,
  content: readonly Span[],
  source: TokenRange | null,
): readonly Span[] {
  const { tokens } = view;
  const first = content.findIndex(({ start }) => start > tokens.columns.start[cue]!);
  if (first < 0 || content.length - first < 2) return content;
  const { start } = content[first]!;
  if (tokens.text(view.text, tokens.tokenAt(start)) !== 'that') return content;
  if (content.slice(first).some((part) => view.region[tokens.tokenAt(part.start)]! >= 0)) return content;
  const { end } = content.at(-1)!;
  if (source !== null && overlaps(view.span(source.first, source.last), { start, end })) return content;
  return [...content.slice(0, first), { start, end }];
}

/**
 * The content without what the speaker does in a coordinated clause: `vowed to cut taxes and said that ...`, `found coins and
 * ordered them to leave`. Quoted words stay.
 */
export function withoutNextVerb(view: ArticleView, cue: number, content: readonly Span[]): readonly Span[] {
  const { tokens, dependents } = view;
  const next =
    dependents
      .of(cue)
      .find(
        (child) =>
          child > cue && tokens.deprel(child) === 'conj' && /^(?:VERB|AUX)$/.test(tokens.upos(child)),
      ) ?? misplacedVerb(view, cue);
  if (next === undefined || view.region[cue]! >= 0 || !/^VB[DPZ]$/.test(tokens.xpos(next))) return content;
  // the conjunction and what else stands before the verb are its own
  let first = next;
  while (first - 1 > cue && /^(?:CCONJ|ADV|PART|AUX)$/.test(tokens.upos(first - 1))) first--;
  const limit = tokens.columns.start[first]!;
  const kept = content.flatMap(({ start, end }) => {
    if (start >= limit) return (view.region[tokens.tokenAt(start)] ?? -1) >= 0 ? [{ start, end }] : [];
    return [{ start, end: end > limit ? endBefore(view, limit, end) : end }];
  });
  return kept.filter(({ start, end }) => end > start);
}

/**
 * The past tense that the tree joins to the content's verb though that one is a participle or an infinitive, so that it
 * goes on from the cue: `found that he had broken the lease and ordered him to leave`.
 */
function misplacedVerb({ tokens, dependents }: ArticleView, cue: number): number | undefined {
  if (tokens.xpos(cue) !== 'VBD') return undefined;
  const clause = dependents.of(cue).find((child) => child > cue && tokens.deprel(child) === 'ccomp');
  if (clause === undefined || !/^VBN?$/.test(tokens.xpos(clause))) return undefined;
  if (!dependents.of(clause).some((child) => /^(?:have|will|would)$/.test(tokens.lemma(child))))
    return undefined;
  const next = dependents.of(clause).find((child) => child > clause && tokens.deprel(child) === 'conj');
  if (next === undefined || tokens.xpos(next) !== 'VBD' || tokens.upos(next) !== 'VERB') return undefined;
  return dependents.of(next).some((child) => /^(?:nsubj|aux)/.test(tokens.deprel(child))) ? undefined : next;
}

/** Where the last word before an offset ends; `end` where the words between are quoted. */
function endBefore({ tokens, region }: ArticleView, limit: number, end: number): number {
  let token = tokens.tokenAt(limit);
  if (region[token]! >= 0) return end;
  while (token > 0 && tokens.columns.start[token]! >= limit) token--;
  while (token > 0 && tokens.upos(token) === 'PUNCT' && region[token]! < 0) token--;
  return tokens.columns.end[token]!;
}
