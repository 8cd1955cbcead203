import type { Polarity } from '../../core/layers.ts';
import {
  NEAR_NEGATIVES,
  NEGATIVE_IMPLICATIVES,
  NEGATIVE_QUANTIFIERS,
  NEGATORS,
} from '../../lexicon/negation-cues.ts';
import type { Proposition } from './proposition.ts';
import type { Tree } from './tree.ts';

export interface FoundPolarity {
  readonly polarity: Polarity;
  readonly rule: string;
}

/**
 * Negative when an odd number of negations has the predicate in its scope: a negator on one of its verbs, an
 * emptied subject or object, a verb that says its infinitive did not happen, `without` before its gerund.
 */
export function polarityOf(tree: Tree, proposition: Proposition): FoundPolarity {
  const rules: string[] = [];
  for (const verb of proposition.verbs) {
    if (tree.kids(verb).some((kid) => isNegator(tree, kid))) rules.push('negator');
    else if (tree.kids(verb).some((kid) => isNoLonger(tree, kid))) rules.push('no-longer');
  }
  if (isYetTo(tree, proposition)) rules.push('yet-to');
  if (isNowhere(tree, proposition)) rules.push('nowhere');
  if (proposition.verbs.length > 1) {
    const implicative = proposition.verbs.slice(0, -1).some((verb) => isUnfulfilling(tree, verb));
    if (implicative) rules.push('negative-implicative');
  } else if (
    tree.form(proposition.head) === 'unable' ||
    (isUnfulfilling(tree, proposition.head) && proposition.complements.some((one) => one.kind === 'clause'))
  ) {
    rules.push('negative-implicative');
  }
  if (isEmptied(tree, proposition.subject.head, true) || opensNegated(tree, proposition))
    rules.push('empty-subject');
  for (const { kind, phrase } of proposition.complements) {
    if ((kind === 'obj' || kind === 'predicative') && isEmptied(tree, phrase.head, false))
      rules.push('empty-object');
  }
  if (
    proposition.role === 'participle' &&
    tree.kids(proposition.head).some((kid) => tree.form(kid) === 'without' && kid < proposition.head)
  ) {
    rules.push('without');
  }
  const negative = rules.length % 2 === 1;
  return { polarity: negative ? 'negative' : 'positive', rule: rules.join('+') || 'no-negation' };
}

/** The infinitive did not happen, and the word says no more than that; a refusal is itself what is claimed. */
function isUnfulfilling(tree: Tree, word: number): boolean {
  const lemma = tree.lemma(word);
  return (NEGATIVE_IMPLICATIVES.has(lemma) && !REFUSALS.has(lemma)) || tree.form(word) === 'unable';
}

const REFUSALS: ReadonlySet<string> = new Set(['decline', 'refuse']);

/** `no longer lives`, `sells no more`: so it was and is not. */
function isNoLonger(tree: Tree, token: number): boolean {
  if (tree.form(token) !== 'longer') return false;
  return tree.kids(token).some((kid) => kid < token && /^(?:no|any)$/.test(tree.form(kid)));
}

/** A `not` that belongs to the noun phrase and not, as in `is not a crab`, to the clause that the noun is the predicate of. */
function isOwnNot(tree: Tree, token: number, head: number): boolean {
  return tree.form(token) === 'not' && !(tree.head(token) === head && tree.has(head, 'cop'));
}

/** `Not everyone left`, `Neither the captain's wife nor the crew was found`, `Hardly any shops opened`. */
function opensNegated(tree: Tree, { subject, verbs }: Proposition): boolean {
  const first = subject.tokens[0]!;
  if (tree.form(first) === 'neither') return !isEmptied(tree, subject.head, true);
  return tree.form(first) === 'not' && isNegator(tree, first) && !verbs.includes(tree.head(first));
}

/** `was nowhere near the place`. */
function isNowhere(tree: Tree, { verbs, complements }: Proposition): boolean {
  return [...verbs, ...complements.map(({ phrase }) => phrase.head)].some(
    (head) =>
      tree.form(head) === 'nowhere' ||
      tree.kids(head).some((kid) => tree.form(kid) === 'nowhere' && kid < head),
  );
}

/** `has yet to approve`, `is yet to start`: it has not. */
function isYetTo(tree: Tree, { verbs, predicate }: Proposition): boolean {
  if (predicate.some((at, k) => tree.form(at) === 'yet' && tree.form(predicate[k + 1] ?? at) === 'to'))
    return true;
  const [outer, inner] = verbs;
  if (outer === undefined || inner === undefined || !/^(?:have|remain|be)$/.test(tree.lemma(outer)))
    return false;
  for (let token = outer + 1; token < inner; token++)
    if (tree.form(token) === 'yet') return tree.form(token + 1) === 'to';
  return false;
}

/** The word negates what it hangs on. */
export function isNegator(tree: Tree, token: number): boolean {
  if (!NEGATORS.has(tree.form(token))) return false;
  // `not only`, `not just`, `not least` deny nothing.
  const next = token + 1;
  return !(
    tree.form(token) === 'not' &&
    next < tree.length &&
    /^(only|just|least|merely|simply)$/.test(tree.form(next))
  );
}

function isEmptied(tree: Tree, head: number, subject: boolean): boolean {
  if (NEGATIVE_QUANTIFIERS.has(tree.form(head))) return true;
  // `Little Ana Ruiz` is no small number of them.
  if (tree.upos(head) === 'PROPN')
    return tree.kids(head).some((kid) => tree.form(kid) === 'neither' && tree.base(kid) === 'cc');
  for (const kid of tree.kids(head)) {
    if (kid > head) continue;
    if (tree.rel(kid) === 'det' && NEGATIVE_QUANTIFIERS.has(tree.form(kid))) return true;
    // `not one penny`, `not a single vote`.
    if (/^(?:one|a|an|single)$/.test(tree.form(kid)) && kid > 0 && isOwnNot(tree, kid - 1, head)) return true;
    if (tree.form(kid) === 'neither' && tree.base(kid) === 'cc') return true;
    const near =
      subject && (tree.rel(kid) === 'amod' || tree.rel(kid) === 'det') && NEAR_NEGATIVES.has(tree.form(kid));
    if (near && !tree.kids(head).some((other) => other < kid && tree.rel(other) === 'det')) return true;
  }
  return false;
}
