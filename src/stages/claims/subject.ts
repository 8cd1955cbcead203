import { antecedentPhrase, clausePhrase, nounPhrase } from './phrase.ts';
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
      return tree.isNominal(above) ? { phrase: antecedentPhrase(tree, above, at), from: 'antecedent' } : null;
    }
    if (rel === 'conj') {
      from = from === 'own' ? 'shared' : from;
      at = above;
      continue;
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
      if (!tree.isNominal(above) || tree.has(above, 'cop')) {
        from = 'controlled';
        at = above;
        continue;
      }
      return null;
    }
    return null;
  }
  return null;
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
      if (tree.form(kid) !== 'that') return null;
    }
    return nounPhrase(tree, kid);
  }
  return null;
}

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
