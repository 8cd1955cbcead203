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
