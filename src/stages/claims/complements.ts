import { isAskedOf, isFiniteClause, isMisreadPast } from './clause.ts';
import { isLooseApposition } from './implicit.ts';
import { clausePhrase, isPredicateHead, nounPhrase } from './phrase.ts';
import type { Complement, Phrase } from './proposition.ts';
import { antecedentAbove, nounBefore } from './subject.ts';
import type { Tree } from './tree.ts';

/** Adverbs that say when or where and are kept as complements. */
const PLACE_TIME_ADVERBS: ReadonlySet<string> = new Set([
  'abroad',
  'afterwards',
  'ago',
  'ahead',
  'apart',
  'away',
  'back',
  'down',
  'downtown',
  'earlier',
  'east',
  'elsewhere',
  'here',
  'home',
  'later',
  'nearby',
  'north',
  'northeast',
  'northwest',
  'off',
  'out',
  'outside',
  'overseas',
  'south',
  'southeast',
  'southwest',
  'there',
  'today',
  'together',
  'tomorrow',
  'tonight',
  'underground',
  'up',
  'upstairs',
  'west',
  'worldwide',
  'yesterday',
]);

/** The complements of a predicate whose clause heads are `chain`, in text order. */
export function complementsOf(
  tree: Tree,
  chain: readonly number[],
  predicate: readonly number[],
): Complement[] {
  const out: Complement[] = [];
  const taken = new Set(predicate);
  const passive = chain.some(
    (head) => tree.has(head, 'aux:pass', 'nsubj:pass') || isReducedPassive(tree, head),
  );
  for (let level = 0; level < chain.length; level++) {
    const head = chain[level]!;
    for (const kid of tree.kids(head)) {
      if (taken.has(kid) || kid === chain[level + 1]) continue;
      const complement = complementOf(tree, head, kid, passive);
      if (complement !== null) out.push(complement);
    }
  }
  const inner = chain.at(-1)!;
  // A copula's complement is the clause head itself.
  if (!taken.has(inner)) {
    const prep = tree
      .children(inner, 'case')
      .filter((kid) => kid < inner && tree.upos(kid) !== 'PART')
      .flatMap((kid) => withFixed(tree, kid));
    out.push({ kind: 'predicative', phrase: without(predicative(tree, inner), taken), prep });
  }
  addRelativeGap(tree, chain, out);
  const compared = out.filter(({ phrase }) => /^(?:JJR|RBR)$/.test(tree.xpos(phrase.head)));
  const kept = out.filter((one) =>
    compared.every((other) => other === one || !other.phrase.tokens.includes(one.phrase.head)),
  );
  return kept.sort((a, b) => a.phrase.tokens[0]! - b.phrase.tokens[0]!);
}

/** A past participle that modifies a noun or a clause is passive though no auxiliary says so. */
export function isReducedPassive(tree: Tree, head: number): boolean {
  if (tree.xpos(head) !== 'VBN') return false;
  if (tree.rel(head) === 'acl') return true;
  return tree.rel(head) === 'advcl' && !tree.has(head, 'aux', 'cop', 'nsubj') && !isMisreadPast(tree, head);
}

function complementOf(tree: Tree, head: number, kid: number, passive: boolean): Complement | null {
  const rel = tree.rel(kid);
  const relative = tree.isRelativePronoun(kid);
  if (isLooseApposition(tree, kid)) return null;
  switch (rel) {
    case 'obj':
    case 'iobj': {
      if (relative) {
        const phrase = antecedentAbove(tree, kid)?.phrase ?? nounBefore(tree, kid);
        return phrase === null ? null : { kind: rel, phrase, prep: [] };
      }
      return { kind: rel, phrase: nounPhrase(tree, kid), prep: [] };
    }
    case 'obl':
    case 'obl:agent':
    case 'obl:unmarked':
    case 'obl:tmod':
    case 'obl:npmod': {
      const prep = tree
        .children(kid, 'case')
        .filter((word) => word < kid)
        .flatMap((word) => withFixed(tree, word));
      const phrase = relative ? (antecedentAbove(tree, kid)?.phrase ?? null) : nounPhrase(tree, kid);
      if (phrase === null) return null;
      // `destroyed at least forty homes`: a bound on a number is no preposition.
      const bound =
        prep.length === 1 && tree.form(prep[0]!) === 'at' && /^(?:least|most)$/.test(tree.form(prep[0]! + 1));
      if (bound) return { kind: 'obj', phrase: { head: kid, tokens: [...prep, ...phrase.tokens] }, prep: [] };
      // `nine days before they were to marry`: the measure means nothing without the clause that it measures to.
      const measured = prep.length === 0 ? measuredClause(tree, head, kid) : -1;
      if (measured >= 0)
        return {
          kind: 'obl',
          phrase: { head: kid, tokens: [...phrase.tokens, ...tree.subtree(measured)].sort((a, b) => a - b) },
          prep,
        };
      const agent = rel === 'obl:agent' || (passive && prep.length === 1 && tree.form(prep[0]!) === 'by');
      return { kind: agent ? 'agent' : 'obl', phrase, prep };
    }
    case 'nmod':
    case 'nmod:unmarked':
      // On a verb this is a parser's slip for an oblique.
      if (tree.upos(head) !== 'VERB' || kid < head) return null;
      return {
        kind: 'obl',
        phrase: nounPhrase(tree, kid),
        prep: tree.children(kid, 'case').filter((word) => word < kid),
      };
    case 'ccomp':
      return { kind: 'clause', phrase: clausePhrase(tree, kid), prep: tree.children(kid, 'mark') };
    case 'xcomp':
      if (isPredicateHead(tree, kid)) return { kind: 'clause', phrase: clausePhrase(tree, kid), prep: [] };
      return { kind: 'predicative', phrase: clausePhrase(tree, kid, true), prep: [] };
    case 'advcl': {
      // `would not say when she would return`
      if (isAskedOf(tree, head) && tree.leftEdge(kid) === head + 1 && WH_ADVERBS.has(tree.form(head + 1)))
        return { kind: 'clause', phrase: clausePhrase(tree, kid, true), prep: [] };
      if (tree.has(kid, 'nsubj', 'nsubj:pass', 'csubj')) return null;
      const prep = tree
        .children(kid, 'mark', 'case')
        .filter((word) => word < kid)
        .flatMap((word) => withFixed(tree, word));
      if (prep.length === 0) return null;
      return {
        kind: 'adverbial',
        phrase: withoutLead(tree, clausePhrase(tree, kid, true).tokens, kid, prep),
        prep,
      };
    }
    case 'parataxis':
      // `called the rescue "a small miracle"`: what it is called, in quotation marks.
      if (
        !NAMING_VERBS.has(tree.lemma(head)) ||
        kid < head ||
        !tree.isNominal(kid) ||
        isPredicateHead(tree, kid)
      )
        return null;
      return { kind: 'predicative', phrase: nounPhrase(tree, kid), prep: [] };
    case 'advmod':
      if (kid > head && /^(?:JJR|RBR)$/.test(tree.xpos(kid))) {
        const tokens = withStandard(tree, kid);
        if (tokens !== null) return { kind: 'obl', phrase: { head: kid, tokens }, prep: [] };
      }
      if (kid > head && PLACE_TIME_ADVERBS.has(tree.form(kid))) {
        return { kind: 'obl', phrase: { head: kid, tokens: tree.subtree(kid) }, prep: [] };
      }
      return null;
    default:
      return null;
  }
}

/** The words of a comparing adverb with what it compares to (`four months longer than those who did not`), or null. */
function withStandard(tree: Tree, adverb: number): number[] | null {
  const own = tree.subtree(adverb);
  const than = own.find((token) => token > adverb && tree.form(token) === 'than') ?? own.at(-1)! + 1;
  if (than >= tree.length || tree.form(than) !== 'than' || tree.sentenceOf(than) !== tree.sentenceOf(adverb))
    return null;
  const standard = tree.head(than);
  const all = own.includes(than) || standard <= than ? own : [...own, ...tree.subtree(standard)];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** The clause with `after` or `before` right behind a stretch of time, or -1. */
function measuredClause(tree: Tree, verb: number, noun: number): number {
  if (!/^(?:second|minute|hour|day|week|month|year|decade)s?$/.test(tree.form(noun))) return -1;
  const next = noun + 1;
  if (next >= tree.length || !/^(?:after|before)$/.test(tree.form(next))) return -1;
  const clause = tree.head(next);
  return tree.rel(next) === 'mark' &&
    clause > next &&
    tree.base(clause) === 'advcl' &&
    tree.dominates(verb, clause)
    ? clause
    : -1;
}

const NAMING_VERBS: ReadonlySet<string> = new Set([
  'brand',
  'call',
  'consider',
  'declare',
  'deem',
  'dub',
  'label',
  'name',
  'term',
]);

/** The words of a fixed expression (`because of`) that the token heads. */
function withFixed(tree: Tree, token: number): number[] {
  return [token, ...tree.children(token, 'fixed')].sort((a, b) => a - b);
}

function withoutLead(tree: Tree, tokens: readonly number[], head: number, lead: readonly number[]): Phrase {
  const kept = tokens.filter(
    (token) => !lead.includes(token) && (token > lead.at(-1)! || tree.upos(token) !== 'PUNCT'),
  );
  return { head, tokens: kept.length > 0 ? kept : [head] };
}

/** The phrase without the words that the predicate has taken. */
function without({ head, tokens }: Phrase, taken: ReadonlySet<number>): Phrase {
  const kept = tokens.filter((token) => !taken.has(token));
  return { head, tokens: kept.length > 0 ? kept : [head] };
}

/** A copula's complement, without the clause around it. */
function predicative(tree: Tree, head: number): Phrase {
  if (tree.isNominal(head)) return nounPhrase(tree, head);
  const cop = tree.child(head, 'cop');
  const tokens = tree.subtree(head, (kid, top) => {
    if (!top) return false;
    const rel = tree.rel(kid);
    if (rel === 'amod' || rel === 'compound' || rel === 'obl:npmod' || rel === 'obl:unmarked')
      return kid > head;
    if (rel === 'advmod') return kid < cop || tree.form(kid) === 'not' || tree.form(kid) === "n't";
    if (rel === 'conj') return isPredicateHead(tree, kid);
    if (rel === 'cc' || rel === 'punct') return !hasPlainConjunct(tree, head);
    return true;
  });
  let last = tokens.length;
  while (last > 1 && (tree.upos(tokens[last - 1]!) === 'PUNCT' || tree.upos(tokens[last - 1]!) === 'CCONJ'))
    last--;
  let first = 0;
  while (first < last - 1 && (tree.upos(tokens[first]!) === 'PUNCT' || tree.upos(tokens[first]!) === 'CCONJ'))
    first++;
  return { head, tokens: tokens.slice(first, last) };
}

function hasPlainConjunct(tree: Tree, head: number): boolean {
  return tree.children(head, 'conj').some((kid) => !isPredicateHead(tree, kid));
}

/** In a relative clause that has its own subject and no relative pronoun, the noun is the missing object. */
function addRelativeGap(tree: Tree, chain: readonly number[], out: Complement[]): void {
  const head = chain[0]!;
  const relative = tree.rel(head) === 'acl:relcl' || (tree.rel(head) === 'acl' && isFiniteClause(tree, head));
  if (!relative || tree.has(head, 'mark') || !tree.has(head, 'nsubj', 'nsubj:pass')) return;
  const subject = tree.child(head, 'nsubj', 'nsubj:pass');
  if (tree.isRelativePronoun(subject) || out.some((one) => one.kind === 'obj' || one.kind === 'predicative'))
    return;
  if (tree.has(head, 'advmod') && tree.children(head, 'advmod').some((kid) => WH_ADVERBS.has(tree.form(kid))))
    return;
  const above = tree.head(head);
  if (!tree.isNominal(above)) return;
  if (tree.subtree(head).some((token) => tree.isRelativePronoun(token) && tree.head(token) !== head)) return;
  if (tree.subtree(subject).some((token) => tree.form(token) === 'whose')) return;
  const found = antecedentAbove(tree, subject);
  if (found !== null && !found.phrase.tokens.includes(head))
    out.push({ kind: 'obj', phrase: found.phrase, prep: [] });
}

const WH_ADVERBS: ReadonlySet<string> = new Set(['how', 'when', 'where', 'why']);
