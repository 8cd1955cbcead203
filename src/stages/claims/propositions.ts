import { auxiliariesOf, isFiniteClause, isMisreadPast } from './clause.ts';
import { complementsOf, isReducedPassive } from './complements.ts';
import { implicitPropositions } from './implicit.ts';
import { clausePhrase, nounPhrase } from './phrase.ts';
import { isDeniedGerund, predicateGroup } from './predicate.ts';
import type { ClauseRole, Construction, Proposition } from './proposition.ts';
import { findSubject } from './subject.ts';
import type { Tree } from './tree.ts';

/** Relations in which a verb is no clause of its own. */
const NOT_A_CLAUSE: ReadonlySet<string> = new Set([
  'amod',
  'aux',
  'aux:pass',
  'case',
  'cc',
  'compound',
  'compound:prt',
  'cop',
  'det',
  'discourse',
  'fixed',
  'flat',
  'goeswith',
  'mark',
  'nummod',
  'punct',
  'reparandum',
  'advmod',
  'nsubj',
  'nsubj:pass',
  'obj',
  'obl',
  'nmod',
  'iobj',
  'nmod:poss',
]);

const CLAUSES: ReadonlySet<string> = new Set(['root', 'advcl', 'ccomp', 'acl', 'parataxis', 'conj']);

/** Every proposition of the sentence, those of clauses in text order, then the implicit ones. */
export function propositionsOf(tree: Tree, sentence: number): Proposition[] {
  const out: Proposition[] = [];
  const merged = new Set<number>();
  for (let token = tree.tokens.first(sentence); token < tree.tokens.end(sentence); token++) {
    if (merged.has(token) || !isClauseHead(tree, token)) continue;
    const outer = outerCopula(tree, token);
    if (outer !== null) out.push(outer);
    const group = predicateGroup(tree, token);
    for (const inner of group.chain.slice(1)) merged.add(inner);
    const proposition = clauseProposition(tree, token, group.tokens, group.chain);
    if (proposition !== null) out.push(proposition);
  }
  out.push(...implicitPropositions(tree, sentence));
  return out;
}

function isClauseHead(tree: Tree, token: number): boolean {
  if (tree.has(token, 'cop')) return tree.upos(token) !== 'PUNCT';
  const upos = tree.upos(token);
  // A verb that the tagger took for a noun still has its subject.
  if (CLAUSES.has(tree.base(token)) && tree.has(token, 'nsubj', 'nsubj:pass') && upos !== 'PUNCT')
    return true;
  if (upos !== 'VERB' && !(upos === 'AUX' && !NOT_A_CLAUSE.has(tree.rel(token)))) return false;
  const rel = tree.rel(token);
  if (!NOT_A_CLAUSE.has(rel)) return true;
  // Nominal relations on a verb with a subject of its own are a parser's slip.
  return (rel === 'obj' || rel === 'obl' || rel === 'nmod') && tree.has(token, 'nsubj', 'nsubj:pass');
}

/** `The problem is that costs rise`: the copula of a clause whose complement is a clause with its own subject. */
function outerCopula(tree: Tree, head: number): Proposition | null {
  const copula = tree.child(head, 'cop');
  if (copula < 0 || tree.upos(head) !== 'VERB') return null;
  const subjects = tree.children(head, 'nsubj', 'nsubj:pass', 'nsubj:outer', 'csubj', 'csubj:outer');
  const outer = subjects.find((kid) => kid < copula);
  if (outer === undefined || !subjects.some((kid) => kid > copula)) return null;
  const inner = tree.subtree(head, (kid, top) => top && tree.leftEdge(kid) <= copula);
  const tokens = inner.filter(
    (token) => token > copula && !(tree.rel(token) === 'mark' && tree.head(token) === head),
  );
  if (tokens.length === 0) return null;
  return {
    construction: 'copula',
    role: roleOf(tree, head),
    head: copula,
    verbs: [copula],
    subject: tree.isNominal(outer) ? nounPhrase(tree, outer) : clausePhrase(tree, outer, true),
    subjectFrom: 'own',
    predicate: [copula],
    complements: [{ kind: 'clause', phrase: { head, tokens }, prep: [] }],
    relation: tree.rel(head),
  };
}

function clauseProposition(
  tree: Tree,
  head: number,
  predicate: readonly number[],
  chain: readonly number[],
): Proposition | null {
  const found = findSubject(tree, head);
  if (found === null || predicate.length === 0) return null;
  const own = new Set(predicate);
  const complements = complementsOf(tree, chain, predicate).filter(
    (one) => one.phrase.tokens.every((token) => !own.has(token)) && one.phrase.head !== found.phrase.head,
  );
  const subject = found.phrase.tokens.filter((token) => !own.has(token));
  if (subject.length === 0) return null;
  return {
    construction: constructionOf(tree, head, chain),
    role: roleOf(tree, head),
    head,
    verbs: chain,
    subject: { head: found.phrase.head, tokens: subject },
    subjectFrom: found.from,
    predicate,
    complements,
    relation: tree.rel(head),
  };
}

function constructionOf(tree: Tree, head: number, chain: readonly number[]): Construction {
  const inner = chain.at(-1)!;
  if (
    tree.has(head, 'expl') &&
    tree.kids(head).some((kid) => tree.rel(kid) === 'expl' && tree.form(kid) === 'there')
  ) {
    return 'existential';
  }
  if (tree.has(inner, 'cop') && tree.upos(inner) !== 'VERB') return 'copula';
  if (isMisreadPast(tree, head)) return 'active';
  if (tree.has(inner, 'aux:pass', 'nsubj:pass') || isReducedPassive(tree, head)) return 'passive';
  // `was summoned and handed a note`
  if (chain.length === 1 && auxiliariesOf(tree, head).some((word) => tree.rel(word) === 'aux:pass'))
    return 'passive';
  return 'active';
}

/** The role of a conjunct is that of the clause that it is joined to, where it is no main clause. */
export function roleOf(tree: Tree, head: number): ClauseRole {
  switch (tree.rel(head)) {
    case 'root':
      return 'main';
    case 'conj':
      return 'conjunct';
    case 'ccomp':
    case 'csubj':
    case 'csubj:pass':
      return 'complement';
    case 'acl:relcl':
    case 'advcl:relcl':
      return 'relative';
    case 'acl':
      if (tree.kids(head).some((kid) => tree.rel(kid) === 'mark' && tree.form(kid) === 'to'))
        return 'infinitive';
      return tree.has(head, 'nsubj', 'nsubj:pass') ? 'complement' : 'participle';
    case 'advcl':
      if (tree.kids(head).some((kid) => tree.rel(kid) === 'mark' && tree.form(kid) === 'to'))
        return 'infinitive';
      if (!tree.has(head, 'nsubj', 'nsubj:pass')) return 'participle';
      return isFiniteClause(tree, head) ? 'adverbial' : 'absolute';
    case 'xcomp':
      return isDeniedGerund(tree, head) ? 'participle' : 'infinitive';
    case 'parataxis':
      return 'parataxis';
    default:
      return 'main';
  }
}
