import type { Complement, Proposition } from '../../src/stages/claims/proposition.ts';
import type { Tree } from '../../src/stages/claims/tree.ts';
import { words } from './extract.ts';

/** An extraction as the OpenIE benchmarks know it. */
export interface Tuple {
  readonly arg1: string;
  readonly rel: string;
  /** Second argument first, then the further ones. */
  readonly args: readonly string[];
  readonly confidence: number;
  readonly proposition: Proposition;
}

/** One n-ary tuple for each proposition: CaRB's and WiRe57's form. */
export function naryTuple(tree: Tree, proposition: Proposition, confidence: number): Tuple | null {
  const arg1 = words(tree, proposition.subject.tokens);
  if (proposition.predicate.length === 0) {
    return {
      arg1,
      rel: implicitVerb(proposition),
      args: [words(tree, proposition.complements[0]!.phrase.tokens)],
      confidence,
      proposition,
    };
  }
  const ordered = inOrder(proposition);
  let rel = words(tree, proposition.predicate);
  const args: string[] = [];
  for (const [at, complement] of ordered.entries()) {
    const { prep, phrase } = complement;
    const own = prep.filter((token) => tree.form(token) !== 'that');
    if (at === 0 && own.length > 0) {
      rel += ` ${words(tree, own)}`;
      args.push(words(tree, phrase.tokens));
    } else
      args.push(
        words(
          tree,
          [...own, ...phrase.tokens].sort((a, b) => a - b),
        ),
      );
  }
  return { arg1, rel, args, confidence, proposition };
}

/** How far an extraction of each clause role is trusted, before its length is looked at. */
const TRUST: Readonly<Record<Proposition['role'], number>> = {
  main: 0.9,
  conjunct: 0.82,
  adverbial: 0.75,
  parataxis: 0.7,
  relative: 0.65,
  complement: 0.65,
  participle: 0.55,
  infinitive: 0.5,
  absolute: 0.45,
  nominal: 0.4,
  implicit: 0.4,
};

/** A ranking of extractions for the precision-recall curve, 0 to 1. */
export function tupleConfidence(tree: Tree, proposition: Proposition): number {
  const { construction, role, subject, complements } = proposition;
  let value = construction === 'possession' ? 0.15 : construction === 'description' ? 0.35 : TRUST[role];
  const sentence =
    tree.tokens.end(tree.sentenceOf(proposition.head)) - tree.tokens.first(tree.sentenceOf(proposition.head));
  value -= 0.002 * Math.min(40, sentence) + 0.006 * Math.min(12, subject.tokens.length);
  value -=
    0.003 *
    Math.min(
      30,
      complements.reduce((sum, { phrase }) => sum + phrase.tokens.length, 0),
    );
  return Math.max(0.01, Math.round(value * 1000) / 1000);
}

/** The verb that the text leaves out. */
export function implicitVerb({ construction }: Proposition): string {
  return construction === 'possession' ? 'has' : 'is';
}

const RANK: Readonly<Record<Complement['kind'], number>> = {
  predicative: 0,
  obj: 0,
  iobj: 0,
  agent: 1,
  clause: 1,
  obl: 2,
  adverbial: 3,
};

/** Core complements first, those after the verb before those in front of it. */
export function inOrder({ complements, verbs }: Proposition): Complement[] {
  const verb = verbs.at(-1) ?? -1;
  const front = (one: Complement) =>
    one.phrase.head < verb && one.kind !== 'obj' && one.kind !== 'predicative' ? 1 : 0;
  return [...complements].sort(
    (a, b) => front(a) - front(b) || RANK[a.kind] - RANK[b.kind] || a.phrase.head - b.phrase.head,
  );
}
