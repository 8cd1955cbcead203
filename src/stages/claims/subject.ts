import { accusationAbove, clauseHeadOf } from './clause.ts';
import { antecedentPhrase, clausePhrase, isSetOff, nounPhrase } from './phrase.ts';
import type { Phrase } from './proposition.ts';
import type { Tree } from './tree.ts';

export interface FoundSubject {
  readonly phrase: Phrase;
  readonly from: 'own' | 'shared' | 'controlled' | 'antecedent';
}

/** How far up a chain of clauses a subject is looked for. */
const MAX_CLIMB = 8;
/** Verbs whose infinitive belongs to their subject although they have an object (`promise her to go`). */
const SUBJECT_CONTROL: ReadonlySet<string> = new Set(['promise', 'threaten', 'vow']);

/** The subject of the clause that the token heads, or null when there is none to be had. */
export function findSubject(tree: Tree, head: number): FoundSubject | null {
  let from: FoundSubject['from'] = 'own';
  let at = head;
  for (let climb = 0; climb < MAX_CLIMB && at >= 0; climb++) {
    const own = ownSubject(tree, at);
    if (own !== null)
      return { phrase: own, from: from === 'own' && own.head !== -1 ? ownKind(tree, at, own) : from };
    const rel = tree.rel(at);
    const above = tree.head(at);
    if (above < 0) return null;
    if (rel === 'acl:relcl') {
      // A relative clause without any subject has lost its pronoun: the noun is the subject.
      return tree.isNominal(above) ? { phrase: antecedentPhrase(tree, above, at), from: 'antecedent' } : null;
    }
    if (rel === 'acl') {
      const mark = tree.child(at, 'mark');
      if (mark >= 0 && tree.form(mark) === 'to') return null;
      // `expelled the envoy, pursuing a new course`: a participle after a comma goes with the subject.
      const clause = clauseHeadOf(tree, above);
      if (
        tree.xpos(at) === 'VBG' &&
        isSetOff(tree, at) &&
        clause !== above &&
        !isInSubject(tree, clause, above)
      ) {
        from = 'controlled';
        at = clause;
        continue;
      }
      return tree.isNominal(above) ? { phrase: antecedentPhrase(tree, above, at), from: 'antecedent' } : null;
    }
    if (rel === 'conj') {
      from = from === 'own' ? 'shared' : from;
      // A verb joined to a noun of the clause is joined to its verb.
      at = tree.isNominal(above) && !tree.has(above, 'cop') ? clauseHeadOf(tree, above) : above;
      if (at === above && tree.isNominal(above) && !tree.has(above, 'cop')) return null;
      continue;
    }
    if (
      rel === 'parataxis' &&
      from === 'own' &&
      isTensed(tree, at) &&
      above < at &&
      tree.rel(above) === 'root' &&
      tree.isNominal(above)
    ) {
      // `Ana Ruiz, a surgeon, resigned` with the name for its root.
      return tree.has(above, 'cop', 'nsubj')
        ? null
        : { phrase: antecedentPhrase(tree, above, at), from: 'antecedent' };
    }
    if (rel === 'ccomp') {
      // A name after the cue that the parser took for a second subject of it.
      const late = tree.children(above, 'nsubj').find((kid) => kid > above && kid < at);
      return late === undefined ? null : { phrase: nounPhrase(tree, late), from: 'own' };
    }
    if (rel === 'xcomp') {
      const object = tree.child(above, 'obj', 'iobj');
      if (object >= 0 && !SUBJECT_CONTROL.has(tree.lemma(above))) {
        if (tree.isRelativePronoun(object)) return antecedentAbove(tree, object);
        return { phrase: nounPhrase(tree, object), from: 'controlled' };
      }
      from = 'controlled';
      at = above;
      continue;
    }
    if (rel === 'advcl') {
      // `accused Baku of demanding a fee`: Baku demanded it.
      const accused = accusationAbove(tree, at) < 0 ? -1 : tree.child(above, 'obj');
      if (accused >= 0 && !tree.isRelativePronoun(accused))
        return { phrase: nounPhrase(tree, accused), from: 'controlled' };
      if (!tree.isNominal(above) || tree.has(above, 'cop')) {
        from = 'controlled';
        at = above;
        continue;
      }
      const clause = clauseHeadOf(tree, above);
      if (clause === above) return null;
      from = 'controlled';
      at = clause;
      continue;
    }
    return null;
  }
  return null;
}

function isTensed(tree: Tree, token: number): boolean {
  return /^VB[DPZ]$/.test(tree.xpos(token)) || tree.has(token, 'aux');
}

/** The noun stands in the subject of the clause. */
function isInSubject(tree: Tree, clause: number, noun: number): boolean {
  const subject = tree.child(clause, 'nsubj', 'nsubj:pass', 'csubj');
  return subject >= 0 && tree.dominates(subject, noun);
}

function ownKind(tree: Tree, clause: number, own: Phrase): FoundSubject['from'] {
  return tree.dominates(clause, own.head) ? 'own' : 'antecedent';
}

/** The clause's own subject; a relative pronoun gives the noun that it stands for. */
function ownSubject(tree: Tree, clause: number): Phrase | null {
  // With a clause for its complement a copula stands between the outer subject and the clause's own.
  const barrier = tree.upos(clause) === 'VERB' ? tree.child(clause, 'cop') : -1;
  for (const kid of tree.kids(clause)) {
    const rel = tree.rel(kid);
    if (barrier >= 0 && kid < barrier) continue;
    if (rel === 'csubj' || rel === 'csubj:pass') return clausePhrase(tree, kid, true);
    if (rel !== 'nsubj' && rel !== 'nsubj:pass' && rel !== 'nsubj:outer') continue;
    if (tree.isRelativePronoun(kid)) {
      const found = antecedentAbove(tree, kid);
      if (found !== null) return found.phrase;
      const near = nounBefore(tree, kid);
      if (near !== null) return near;
      if (tree.form(kid) !== 'that') return null;
    }
    return nounPhrase(tree, kid);
  }
  // An expletive `it`, so that what it frames is seen and dropped with its reason.
  const expletive = tree.kids(clause).find((kid) => tree.rel(kid) === 'expl' && tree.form(kid) === 'it');
  return expletive === undefined || barrier >= 0 ? null : { head: expletive, tokens: [expletive] };
}

/** The noun phrase that ends just before a relative pronoun whose clause the parser hung elsewhere. */
export function nounBefore(tree: Tree, pronoun: number): Phrase | null {
  if (tree.form(pronoun) === 'that' && tree.xpos(pronoun) !== 'WDT') return null;
  const first = tree.tokens.first(tree.sentenceOf(pronoun));
  let at = pronoun - 1;
  while (at >= first && tree.upos(at) === 'PUNCT') at--;
  if (at < first || !tree.isNominal(at)) return null;
  while (
    NAME_LINKS.has(tree.rel(at)) &&
    tree.head(at) < pronoun &&
    tree.head(at) >= first &&
    tree.isNominal(tree.head(at))
  )
    at = tree.head(at);
  const tokens = tree.subtree(
    at,
    (kid) => tree.rel(kid) === 'case' || kid >= pronoun || tree.rel(kid) === 'cc' || tree.rel(kid) === 'conj',
  );
  const kept = tokens.filter((token) => token < pronoun && tree.upos(token) !== 'PUNCT');
  return kept.length === 0 ? null : { head: at, tokens: kept };
}

const NAME_LINKS: ReadonlySet<string> = new Set(['flat', 'compound', 'goeswith', 'fixed', 'amod']);

/** The noun that a relative pronoun stands for: the head of the relative clause around it. */
export function antecedentAbove(tree: Tree, pronoun: number): FoundSubject | null {
  let at = tree.head(pronoun);
  for (let climb = 0; climb < MAX_CLIMB && at >= 0; climb++) {
    const above = tree.head(at);
    if (above < 0) return null;
    if (tree.rel(at) === 'acl:relcl' || (tree.rel(at) === 'acl' && tree.isNominal(above))) {
      // A relative clause at a verb or adjective comments on the clause, not on a noun.
      if (!tree.isNominal(above)) return null;
      return { phrase: antecedentPhrase(tree, above, at), from: 'antecedent' };
    }
    at = above;
  }
  return null;
}
