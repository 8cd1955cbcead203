import { antecedentPhrase, isPredicateHead, nounPhrase } from './phrase.ts';
import type { Phrase, Proposition } from './proposition.ts';
import type { Tree } from './tree.ts';

/** Appositions, which say `is` without the word. */
export function implicitPropositions(tree: Tree, sentence: number): Proposition[] {
  const out: Proposition[] = [];
  for (let token = tree.tokens.first(sentence); token < tree.tokens.end(sentence); token++) {
    if (tree.rel(token) !== 'appos') continue;
    const made = apposition(tree, token);
    if (made !== null) out.push(made);
  }
  return out;
}

function apposition(tree: Tree, token: number): Proposition | null {
  const head = tree.head(token);
  if (
    !tree.isNominal(token) ||
    tree.upos(token) === 'PRON' ||
    tree.upos(token) === 'NUM' ||
    isPredicateHead(tree, token)
  )
    return null;
  if (!tree.isNominal(head) || tree.upos(head) === 'NUM') return null;
  const first = antecedentPhrase(tree, head, token);
  const second = nounPhrase(tree, token);
  // `the president, X`: the name is what is spoken of.
  const nameLast = tree.upos(token) === 'PROPN' && tree.upos(head) === 'NOUN';
  return implicit(tree, 'apposition', token, nameLast ? second : first, nameLast ? first : second);
}

/** A proposition whose predicate is an `is` that the text leaves out. */
export function implicit(
  tree: Tree,
  construction: 'apposition' | 'title',
  head: number,
  subject: Phrase,
  object: Phrase,
): Proposition | null {
  const shared = new Set(subject.tokens);
  if (object.tokens.some((token) => shared.has(token))) return null;
  return {
    construction,
    role: 'implicit',
    head,
    verbs: [],
    subject,
    subjectFrom: 'antecedent',
    predicate: [],
    complements: [{ kind: 'predicative', phrase: object, prep: [] }],
    relation: tree.rel(head),
  };
}
