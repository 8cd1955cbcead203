import type { ClaimPlace, Entity } from '../../core/layers.ts';
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
  'on',
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
  'along',
  'around',
  'off',
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
      if (mention.kind !== 'name' || (entity.type !== 'PLACE' && !isFacility(entity))) continue;
      const [first, last] = tokenRange(tree, mention);
      if (first >= last || out.some((one) => one.start === mention.start)) continue;
      const top = topToken(tree, first, last);
      const prep = prepositionOf(context, complement, top);
      if (entity.type !== 'PLACE' && (prep === null || !AT_FACILITIES.has(prep))) continue;
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

/** A body that is named after its building: one can be at it. */
function isFacility({ type, name }: Entity): boolean {
  return type === 'ORGANIZATION' && FACILITIES.has(name.toLowerCase().split(' ').at(-1)!);
}

const FACILITIES: ReadonlySet<string> = new Set([
  'airport',
  'arena',
  'building',
  'cathedral',
  'center',
  'centre',
  'church',
  'college',
  'court',
  'courthouse',
  'embassy',
  'hall',
  'hospital',
  'hotel',
  'house',
  'library',
  'mosque',
  'museum',
  'palace',
  'park',
  'prison',
  'school',
  'stadium',
  'station',
  'synagogue',
  'temple',
  'theater',
  'theatre',
  'tower',
  'university',
  'zoo',
]);
const AT_FACILITIES: ReadonlySet<string> = new Set(['at', 'inside', 'near', 'outside']);

const MOTION_VERBS: ReadonlySet<string> = new Set([
  'cross',
  'depart',
  'enter',
  'exit',
  'flee',
  'invade',
  'leave',
  'reach',
  'tour',
  'visit',
]);

/** The locative preposition that governs the token, or null. */
function prepositionOf(context: ClaimContext, complement: Complement, top: number): string | null {
  const { tree } = context;
  const words = (tokens: readonly number[]) => tokens.map((token) => tree.form(token));
  // `left Oslo`, `reached the coast`: verbs of motion take the place itself.
  if (top === complement.phrase.head && complement.kind === 'obj' && complement.prep.length === 0) {
    return MOTION_VERBS.has(tree.lemma(tree.head(top))) ? 'to' : null;
  }
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
  // `in Oslo harbour`: the name of a place before the noun for a part of it.
  if (
    rel === 'compound' &&
    tree.head(top) === complement.phrase.head &&
    !tree.has(complement.phrase.head, 'nmod')
  ) {
    return words(complement.prep).find((word) => ON_NOUNS.has(word)) ?? null;
  }
  const own = words(tree.children(top, 'case').filter((token) => token < top));
  return own.find((word) => ON_NOUNS.has(word)) ?? null;
}
