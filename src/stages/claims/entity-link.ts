import type { Span } from '../../core/span.ts';
import { type ClaimContext, mentionsIn } from './context.ts';
import type { Phrase } from './proposition.ts';

/**
 * The entity that a phrase denotes, as an index: that of the mention which holds the phrase's head, or of the name
 * that follows a title or stands in apposition to it. A name that only modifies the head gives none.
 */
export function entityOf(context: ClaimContext, phrase: Phrase, span: Span): number | null {
  const { tree } = context;
  const mentions = mentionsIn(context, span);
  const head = { start: tree.start(phrase.head), end: tree.end(phrase.head) };
  // Two joined heads denote no single entity.
  if (tree.children(phrase.head, 'conj').some((kid) => phrase.tokens.includes(kid))) return null;
  const holding = mentions.filter((one) => one.start <= head.start && head.end <= one.end);
  if (holding.length > 0) return holding.sort((a, b) => a.end - a.start - (b.end - b.start))[0]!.entity;
  for (const mention of mentions) {
    if (mention.kind !== 'name') continue;
    const token = tree.tokens.tokenAt(mention.start);
    for (let at = token; at < tree.length && tree.start(at) < mention.end; at++) {
      const rel = tree.base(at);
      if (tree.head(at) !== phrase.head) continue;
      if (rel === 'flat' || rel === 'appos' || tree.rel(at) === 'nmod:desc') return mention.entity;
    }
  }
  // `Finance Minister Ana Ruiz`, headed by the title: a person's name that closes the phrase and has no preposition.
  const last = mentions.filter((one) => one.kind === 'name').at(-1);
  if (last === undefined || context.entities[last.entity]!.type !== 'PERSON' || last.end !== span.end)
    return null;
  const first = tree.tokens.tokenAt(last.start);
  if (first <= phrase.head || tree.upos(first - 1) === 'ADP' || tree.upos(first - 1) === 'CCONJ') return null;
  return tree.upos(first - 1) === 'PUNCT' ? null : last.entity;
}
