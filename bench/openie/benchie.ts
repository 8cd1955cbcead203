import type { Phrase, Proposition } from '../../src/stages/claims/proposition.ts';
import type { Tree } from '../../src/stages/claims/tree.ts';
import { words } from './extract.ts';
import { inOrder } from './tuples.ts';

export interface Triple {
  readonly arg1: string;
  readonly rel: string;
  readonly arg2: string;
  readonly rule: string;
}

/** The proposition as triples, one per complement and conjunct: BenchIE's form (Gashteovski et al. 2022). */
export function triplesOf(tree: Tree, proposition: Proposition): Triple[] {
  const out: Triple[] = [];
  const rule = `${proposition.construction}/${proposition.role}`;
  // BenchIE annotates only what the sentence has a verb for.
  if (proposition.predicate.length === 0) return out;
  for (const subject of conjuncts(tree, proposition.subject)) {
    const arg1 = words(tree, subject.tokens);
    const add = (rel: readonly number[], arg2: readonly number[]) => {
      if (arg2.length > 0) out.push({ arg1, rel: words(tree, rel), arg2: words(tree, arg2), rule });
    };
    const ordered = inOrder(proposition);
    const core = ordered.find(({ kind }) => kind === 'obj' || kind === 'predicative' || kind === 'iobj');
    for (const complement of ordered) {
      const prep = complement.prep.filter((token) => tree.form(token) !== 'that');
      const base = [...proposition.predicate];
      if (core !== undefined && core !== complement) base.push(...core.prep, ...core.phrase.tokens);
      base.sort((a, b) => a - b);
      for (const object of conjuncts(tree, complement.phrase)) {
        add([...base, ...prep], object.tokens);
        if (complement.kind === 'clause' || complement.kind === 'adverbial') continue;
        // `signed a treaty with France`: what hangs on the noun answers a question of its own.
        for (const { before, prep: own, tokens } of innerPrepositions(tree, object)) {
          add([...base, ...prep, ...before, ...own], tokens);
        }
      }
    }
  }
  return out;
}

/** The parts of a coordination, or the phrase itself. */
export function conjuncts(tree: Tree, phrase: Phrase): Phrase[] {
  const own = new Set(phrase.tokens);
  const kids = tree.children(phrase.head, 'conj').filter((kid) => own.has(kid));
  if (kids.length === 0) return [phrase];
  const rest = (head: number, drop: readonly number[]) => {
    const tokens = tree.subtree(
      head,
      (kid) =>
        drop.includes(kid) ||
        tree.rel(kid) === 'cc' ||
        tree.rel(kid) === 'cc:preconj' ||
        (tree.rel(kid) === 'case' && tree.head(kid) === head),
    );
    const kept = tokens.filter((token) => own.has(token));
    let first = 0;
    let last = kept.length;
    while (first < last && tree.upos(kept[first]!) === 'PUNCT') first++;
    while (last > first && tree.upos(kept[last - 1]!) === 'PUNCT') last--;
    return { head, tokens: kept.slice(first, last) };
  };
  return [rest(phrase.head, kids), ...kids.map((kid) => rest(kid, []))].filter(
    ({ tokens }) => tokens.length > 0,
  );
}

export function innerPrepositions(
  tree: Tree,
  phrase: Phrase,
): { before: readonly number[]; prep: number[]; tokens: number[] }[] {
  const own = new Set(phrase.tokens);
  const out = [];
  for (const kid of tree.children(phrase.head, 'nmod')) {
    if (!own.has(kid) || kid < phrase.head) continue;
    const prep = tree.children(kid, 'case').filter((token) => token < kid && own.has(token));
    if (prep.length === 0) continue;
    const before = phrase.tokens.filter((token) => token < prep[0]!);
    for (const part of conjuncts(tree, {
      head: kid,
      tokens: tree
        .subtree(kid, (one) => tree.rel(one) === 'case' && tree.head(one) === kid)
        .filter((token) => own.has(token)),
    })) {
      out.push({ before, prep, tokens: [...part.tokens] });
    }
  }
  return out;
}

export interface BenchieFact {
  readonly arg1: string;
  readonly rel: string;
  readonly arg2: string;
}

/** True when the words are those of the pattern, where a bracketed run may be left out. */
export function matchesPattern(text: string, pattern: string): boolean {
  const wanted: { words: string[]; optional: boolean }[] = [];
  for (const part of pattern.split(/(\[[^\]]*\])/)) {
    const optional = part.startsWith('[');
    const list = (optional ? part.slice(1, -1) : part).split(/\s+/).filter((word) => word !== '');
    if (list.length > 0) wanted.push({ words: list, optional });
  }
  const have = text.split(/\s+/).filter((word) => word !== '');
  let states = new Set([0]);
  for (const { words: list, optional } of wanted) {
    const next = new Set(optional ? states : []);
    for (const at of states) if (list.every((word, k) => have[at + k] === word)) next.add(at + list.length);
    states = next;
  }
  return states.has(have.length);
}

export interface BenchieResult {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Synsets covered against triples that match none. */
export function scoreBenchie(
  gold: readonly (readonly (readonly BenchieFact[])[])[],
  predicted: readonly (readonly Triple[])[],
): BenchieResult {
  let covered = 0;
  let all = 0;
  let wrong = 0;
  for (const [sentence, synsets] of gold.entries()) {
    const hit = new Set<number>();
    for (const triple of predicted[sentence]!) {
      const at = synsetOf(triple, synsets);
      if (at < 0) wrong++;
      else hit.add(at);
    }
    covered += hit.size;
    all += synsets.length;
  }
  const precision = covered / Math.max(1, covered + wrong);
  const recall = covered / Math.max(1, all);
  return { precision, recall, f1: covered === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

export function synsetOf(triple: Triple, synsets: readonly (readonly BenchieFact[])[]): number {
  return synsets.findIndex((facts) =>
    facts.some(
      (fact) =>
        matchesPattern(triple.arg1, fact.arg1) &&
        matchesPattern(triple.rel, fact.rel) &&
        matchesPattern(triple.arg2, fact.arg2),
    ),
  );
}
