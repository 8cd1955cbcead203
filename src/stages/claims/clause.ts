import type { Tree } from './tree.ts';

const CLAUSES: ReadonlySet<string> = new Set(['root', 'conj', 'ccomp', 'csubj', 'advcl', 'acl', 'parataxis']);

/**
 * The head of the clause that the token stands in. An open complement (`xcomp`) counts as a part of the
 * clause above it.
 */
export function clauseHeadOf(tree: Tree, token: number): number {
  let at = token;
  while (tree.head(at) >= 0 && !isClauseTop(tree, at)) at = tree.head(at);
  return at;
}

function isClauseTop(tree: Tree, token: number): boolean {
  if (!CLAUSES.has(tree.base(token))) return false;
  const upos = tree.upos(token);
  return upos === 'VERB' || upos === 'AUX' || tree.has(token, 'cop', 'nsubj', 'nsubj:pass');
}

/** The clause head above this one, or -1. */
export function clauseAbove(tree: Tree, head: number): number {
  const above = tree.head(head);
  return above < 0 ? -1 : clauseHeadOf(tree, above);
}

/**
 * The auxiliaries of a verb. A conjunct without any, and without a subject of its own, shares those of the verb
 * that it is joined to (`could cut costs and raise pay`).
 */
export function auxiliariesOf(tree: Tree, verb: number): number[] {
  const own = tree.kids(verb).filter((kid) => AUXILIARY.has(tree.rel(kid)));
  if (own.length > 0 || tree.rel(verb) !== 'conj' || tree.has(verb, 'nsubj', 'nsubj:pass')) return own;
  const form = tree.xpos(verb);
  const above = tree.head(verb);
  if (form === 'VBD' || form === 'VBZ' || form === 'VBP' || tree.xpos(above) !== form) return own;
  return tree.kids(above).filter((kid) => AUXILIARY.has(tree.rel(kid)));
}

const AUXILIARY: ReadonlySet<string> = new Set(['aux', 'aux:pass']);

/**
 * True when the clause has a tensed verb. A past participle with a subject and no auxiliary counts: it is
 * the past tense, which the tagger often takes for it.
 */
export function isFiniteClause(tree: Tree, head: number): boolean {
  if (TENSED.has(tree.xpos(head))) return true;
  const kids = tree.kids(head);
  if (kids.some((kid) => SUPPORT.has(tree.rel(kid)) && TENSED.has(tree.xpos(kid)))) return true;
  // `The firm owns a quarry` with the verb taken for a plural.
  if (
    tree.upos(head) === 'NOUN' &&
    tree.has(head, 'obj') &&
    kids.some((kid) => tree.rel(kid) === 'nsubj' && kid < head)
  )
    return true;
  if (tree.xpos(head) !== 'VBN' || kids.some((kid) => SUPPORT.has(tree.rel(kid)))) return false;
  return kids.some((kid) => (tree.rel(kid) === 'nsubj' || tree.rel(kid) === 'nsubj:outer') && kid < head);
}

const TENSED: ReadonlySet<string> = new Set(['VBD', 'VBP', 'VBZ', 'MD']);
const SUPPORT: ReadonlySet<string> = new Set(['aux', 'aux:pass', 'cop']);

/**
 * A past participle after the noun that is left as the root of its sentence, with an object, or with an oblique where
 * the sentence has no tensed verb, is its past tense: `Doctors treated six of them.`
 */
export function isMisreadPast(tree: Tree, head: number): boolean {
  const noun = tree.head(head);
  if (noun < 0 || noun > head || tree.rel(noun) !== 'root' || tree.xpos(head) !== 'VBN') return false;
  if (
    tree.rel(head) !== 'acl' ||
    tree.has(noun, 'nsubj', 'cop') ||
    tree.has(head, 'nsubj', 'aux', 'aux:pass')
  )
    return false;
  if (tree.has(head, 'obj')) return true;
  if (tree.kids(head).some((kid) => tree.rel(kid) === 'obl:agent')) return false;
  const sentence = tree.sentenceOf(head);
  for (let at = tree.tokens.first(sentence); at < tree.tokens.end(sentence); at++) {
    if (TENSED.has(tree.xpos(at)) && tree.base(clauseHeadOf(tree, at)) !== 'acl') return false;
  }
  return tree.has(head, 'obl') && tree.form(tree.tokens.end(sentence) - 1) === '.';
}

/** The verb that charges somebody with the gerund (`accused Baku of demanding a fee`), or -1. */
export function accusationAbove(tree: Tree, gerund: number): number {
  if (tree.xpos(gerund) !== 'VBG' || tree.base(gerund) !== 'advcl') return -1;
  const mark = tree.kids(gerund).find((kid) => kid < gerund && /^(?:mark|case)$/.test(tree.rel(kid)));
  if (mark === undefined || !/^(?:of|with)$/.test(tree.form(mark))) return -1;
  const verb = tree.head(gerund);
  return verb >= 0 && ACCUSING.has(tree.lemma(verb)) ? verb : -1;
}

const ACCUSING: ReadonlySet<string> = new Set(['accuse', 'charge', 'suspect']);

export const WH_WORDS: ReadonlySet<string> = new Set([
  'how',
  'what',
  'when',
  'where',
  'whether',
  'which',
  'who',
  'whom',
  'whose',
  'why',
]);

/** A verb whose `when` or `where` clause says what is told or known. */
export function isAskedOf(tree: Tree, verb: number): boolean {
  return TELLING.has(tree.lemma(verb));
}

const TELLING: ReadonlySet<string> = new Set(
  'ask decide disclose explain know reveal say specify tell understand'.split(' '),
);

/** A question word opens the clause: `whether it sank`, `in which year`. */
export function opensWithQuestionWord(tree: Tree, head: number): boolean {
  const edge = tree.leftEdge(head);
  for (let at = edge; at < head && at < edge + 3; at++) {
    if (tree.upos(at) === 'PUNCT' || tree.upos(at) === 'ADP') continue;
    return WH_WORDS.has(tree.form(at));
  }
  return WH_WORDS.has(tree.form(edge));
}
