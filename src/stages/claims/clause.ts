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

/** True when a lemma of the table heads the clause or runs through its predicate. */
export function lemmaIn(tree: Tree, tokens: readonly number[], lemmas: ReadonlySet<string>): number {
  for (const token of tokens) if (lemmas.has(tree.lemma(token))) return token;
  return -1;
}
