import type { ClaimPlace } from '../../core/layers.ts';
import { clauseHeadOf } from './clause.ts';
import { type ClaimContext, mentionsIn, tokenRange, topToken, withWholeNames } from './context.ts';
import type { Complement, Proposition } from './proposition.ts';

/** Prepositions that place what a verb says. */
const ON_VERBS: ReadonlySet<string> = new Set([
  'across',
  'along',
  'around',
  'at',
  'beyond',
  'from',
  'in',
  'inside',
  'into',
  'near',
  'off',
  'onto',
  'outside',
  'over',
  'through',
  'throughout',
  'to',
  'toward',
  'towards',
  'within',
]);
/** Prepositions that place a noun, and with it what is said. */
const ON_NOUNS: ReadonlySet<string> = new Set([
  'across',
  'at',
  'in',
  'inside',
  'near',
  'outside',
  'throughout',
  'within',
]);

/** Where it happened: places in the complements of the predicate, never those that only describe the subject. */
export function placesOf(context: ClaimContext, proposition: Proposition): ClaimPlace[] {
  const { tree } = context;
  const clause = clauseHeadOf(tree, proposition.head);
  const out: ClaimPlace[] = [];
  for (const complement of proposition.complements) {
    if (complement.kind === 'clause' || complement.kind === 'adverbial' || complement.kind === 'iobj')
      continue;
    const tokens = complement.phrase.tokens;
    const span = withWholeNames(context, { start: tree.start(tokens[0]!), end: tree.end(tokens.at(-1)!) });
    for (const mention of mentionsIn(context, span)) {
      const entity = context.entities[mention.entity]!;
      if (entity.type !== 'PLACE' || mention.kind !== 'name') continue;
      const [first, last] = tokenRange(tree, mention);
      if (first >= last || out.some((one) => one.start === mention.start)) continue;
      const top = topToken(tree, first, last);
      const prep = prepositionOf(context, complement, top);
      if (prep === null || (proposition.role !== 'implicit' && clauseHeadOf(tree, top) !== clause)) continue;
      out.push({
        start: mention.start,
        end: mention.end,
        text: context.text.slice(mention.start, mention.end),
        name: entity.name,
        entity: mention.entity,
      });
    }
  }
  return out;
}

/** The locative preposition that governs the token, or null. */
function prepositionOf(context: ClaimContext, complement: Complement, top: number): string | null {
  const { tree } = context;
  const words = (tokens: readonly number[]) => tokens.map((token) => tree.form(token));
  if (top === complement.phrase.head)
    return words(complement.prep).find((word) => ON_VERBS.has(word)) ?? null;
  // A place that is joined to the first (`in Lima and Quito`) or lies in it (`in Austin, Texas`).
  const rel = tree.rel(top);
  if (
    (rel === 'conj' || rel === 'appos' || rel === 'nmod:unmarked' || rel === 'flat') &&
    tree.head(top) === complement.phrase.head
  ) {
    return rel === 'conj' ? (words(complement.prep).find((word) => ON_VERBS.has(word)) ?? null) : null;
  }
  const own = words(tree.children(top, 'case').filter((token) => token < top));
  return own.find((word) => ON_NOUNS.has(word)) ?? null;
}
