import type { Rule } from '../../../rules/rule.ts';
import type { Proposition } from '../proposition.ts';
import type { Tree } from '../tree.ts';

/** A reason why a proposition makes no claim. */
export interface ClaimFilter extends Rule {
  readonly drops: (tree: Tree, proposition: Proposition) => boolean;
}

export const TENSED: ReadonlySet<string> = new Set(['VBD', 'VBP', 'VBZ']);

/** The clause that a conjunct is joined to, through any number of conjuncts. */
export function firstConjunct(tree: Tree, head: number): number {
  let at = head;
  while (tree.rel(at) === 'conj' && tree.head(at) >= 0) at = tree.head(at);
  return at;
}
