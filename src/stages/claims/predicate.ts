import type { Deprel } from '../../core/labels.ts';
import { RAISING_ADJECTIVES } from '../../lexicon/modality-cues.ts';
import type { Tree } from './tree.ts';

const GROUP: ReadonlySet<Deprel> = new Set(['aux', 'aux:pass', 'cop', 'compound:prt']);

/** The predicate's tokens and the clause heads it runs through. */
export interface PredicateGroup {
  readonly tokens: readonly number[];
  /** Clause heads from the outermost to the innermost. */
  readonly chain: readonly number[];
}

/**
 * The predicate of a clause: auxiliaries, adverbs that stand inside it, particle, verb, and the
 * infinitives and participles that follow without a break (`appears to have been built`).
 */
export function predicateGroup(tree: Tree, head: number): PredicateGroup {
  const chain = [head];
  const tokens = new Set<number>();
  const copular = tree.has(head, 'cop') && tree.upos(head) !== 'VERB';
  // `is due to face`, `was unable to land`: the adjective is part of the predicate when its infinitive follows.
  const raising = copular && RAISING_ADJECTIVES.has(tree.form(head)) && tree.has(head, 'xcomp');
  addGroup(tree, head, tokens, !copular || raising);
  // `are 27 percent more likely to`: how likely, too.
  if (raising) for (let at = tree.child(head, 'cop') + 1; at < head; at++) tokens.add(at);
  let inner = head;
  while (chain.length < 5) {
    const next = mergedComplement(tree, inner, Math.max(...tokens));
    if (next < 0) break;
    chain.push(next);
    for (const kid of tree.kids(next)) if (tree.rel(kid) === 'mark') tokens.add(kid);
    addGroup(tree, next, tokens, true);
    inner = next;
    if (tree.has(next, 'cop') && tree.upos(next) !== 'VERB') {
      tokens.delete(next);
      break;
    }
  }
  return { tokens: [...tokens].sort((a, b) => a - b), chain };
}

function addGroup(tree: Tree, head: number, tokens: Set<number>, withHead: boolean): void {
  let first = head;
  let last = withHead ? head : -1;
  // With a clause for its complement a copula stands before that clause's own subject.
  const barrier = tree.upos(head) === 'VERB' && tree.has(head, 'cop') ? tree.child(head, 'cop') : -1;
  for (const kid of tree.kids(head)) {
    if (!GROUP.has(tree.rel(kid)) || (barrier >= 0 && kid <= barrier)) continue;
    tokens.add(kid);
    if (kid < first) first = kid;
    if (kid > last) last = kid;
  }
  if (withHead) tokens.add(head);
  for (const kid of tree.kids(head)) {
    if (tree.rel(kid) !== 'advmod' || !isPlainAdverb(tree, kid)) continue;
    const negation = tree.form(kid) === 'not' || tree.form(kid) === "n't" || tree.form(kid) === 'never';
    const edge = tree.leftEdge(kid);
    // `has also engaged`, `narrowly survived`, and for a copula `was not`, but not `is very old`.
    const inside = edge > first && kid < last;
    const before = withHead && kid < head && edge <= first && adjoins(tree, kid, first);
    const after =
      (negation && kid === last + 1) ||
      (!withHead && (negation || (kid < head && CLAUSE_ADVERBS.has(tree.form(kid)))));
    if (inside || before || after) for (const token of tree.subtree(kid)) tokens.add(token);
  }
}

/** An adverb with no more than further adverbs to it (`very quickly`, `no longer`). */
function isPlainAdverb(tree: Tree, adverb: number): boolean {
  if (tree.upos(adverb) !== 'ADV' && tree.upos(adverb) !== 'PART') return false;
  return tree
    .kids(adverb)
    .every((kid) => tree.kids(kid).length === 0 && (tree.upos(kid) === 'ADV' || tree.upos(kid) === 'DET'));
}

/** Adverbs after a copula that belong to the clause, not to the complement: `is also a singer`. */
const CLAUSE_ADVERBS: ReadonlySet<string> = new Set([
  'again',
  'already',
  'also',
  'always',
  'currently',
  'ever',
  'formerly',
  'generally',
  'later',
  'now',
  'often',
  'once',
  'still',
  'then',
  'therefore',
  'thus',
  'today',
  'usually',
]);

/** The adverb stands directly before the group (further adverbs between). */
function adjoins(tree: Tree, adverb: number, first: number): boolean {
  for (let at = adverb + 1; at < first; at++) if (tree.upos(at) !== 'ADV') return false;
  return true;
}

/** `denied taking bribes`: the taking is what is denied, a clause of its own. */
export function isDeniedGerund(tree: Tree, gerund: number): boolean {
  if (tree.xpos(gerund) !== 'VBG' || tree.rel(gerund) !== 'xcomp') return false;
  return tree.lemma(tree.head(gerund)) === 'deny';
}

/** The infinitive or participle that continues the predicate, or -1. */
function mergedComplement(tree: Tree, verb: number, lastToken: number): number {
  const next = tree.child(verb, 'xcomp');
  if (next < verb || tree.has(verb, 'ccomp') || isDeniedGerund(tree, next)) return -1;
  // `which the firms expect to complete`: what a relative pronoun before the verb stands for completes the infinitive.
  if (tree.children(verb, 'obj', 'iobj').some((kid) => kid > verb || !tree.isRelativePronoun(kid))) return -1;
  const copular = tree.has(next, 'cop');
  if (tree.upos(next) !== 'VERB' && !copular) return -1;
  if (tree.has(next, 'nsubj', 'nsubj:pass')) return -1;
  const end = copular && tree.upos(next) !== 'VERB' ? tree.child(next, 'cop') : next;
  for (let at = lastToken + 1; at < end; at++) {
    if (tree.head(at) !== next && tree.head(at) !== verb) {
      if (tree.upos(at) !== 'ADV') return -1;
      continue;
    }
    const rel = tree.rel(at);
    if (rel !== 'mark' && rel !== 'aux' && rel !== 'aux:pass' && rel !== 'advmod' && rel !== 'cop') return -1;
  }
  return next;
}
