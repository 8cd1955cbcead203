import type { Phrase, Proposition } from '../../src/stages/claims/proposition.ts';
import type { Tree } from '../../src/stages/claims/tree.ts';
import { conjuncts, innerPrepositions } from './benchie.ts';
import { words } from './extract.ts';
import { implicitVerb, inOrder } from './tuples.ts';
import type { WirePrediction } from './wire57.ts';

/** The proposition as WiRe57 writes it: coordinations split, further arguments kept, `is the seat of` beside `is`. */
export function wireTuples(tree: Tree, proposition: Proposition): WirePrediction[] {
  const out: WirePrediction[] = [];
  const ordered = proposition.predicate.length === 0 ? proposition.complements : inOrder(proposition);
  const [first, ...rest] = ordered;
  if (first === undefined) return out;
  const further = rest.map(({ prep, phrase }) =>
    words(
      tree,
      [...prep.filter((token) => tree.form(token) !== 'that'), ...phrase.tokens].sort((a, b) => a - b),
    ),
  );
  const prep = first.prep.filter((token) => tree.form(token) !== 'that');
  const rel =
    proposition.predicate.length === 0 ? implicitVerb(proposition) : words(tree, proposition.predicate);
  const join = (...tokens: readonly number[][]) =>
    [rel, words(tree, tokens.flat())].filter((part) => part !== '').join(' ');
  for (const subject of conjuncts(tree, proposition.subject)) {
    const arg1 = words(tree, bare(tree, subject).tokens);
    for (const object of conjuncts(tree, first.phrase)) {
      out.push({ parts: [arg1, join([...prep]), words(tree, object.tokens)], further });
      // `is home to a zoo`: what the complement is to.
      const [next, ...others] = rest;
      if (first.kind === 'predicative' && next?.kind === 'obl' && next.prep.length > 0) {
        for (const part of [...conjuncts(tree, next.phrase), ...listed(tree, next.phrase)]) {
          out.push({
            parts: [arg1, join([...prep], [...object.tokens], [...next.prep]), words(tree, part.tokens)],
            further: further.slice(1, 1 + others.length),
          });
        }
      }
      for (const item of listed(tree, object)) {
        out.push({ parts: [arg1, join([...prep]), words(tree, item.tokens)], further });
      }
      if (first.kind !== 'predicative' || !tree.isNominal(object.head)) continue;
      // `is a French composer` says `is a composer` too.
      const plain = object.tokens.filter((token) => {
        const rel = tree.rel(token);
        return (
          token === object.head || (tree.head(token) === object.head && (rel === 'compound' || rel === 'det'))
        );
      });
      if (plain.length < object.tokens.length) {
        out.push({ parts: [arg1, join([...prep]), words(tree, plain)], further: [] });
      }
      for (const { before, prep: own, tokens } of innerPrepositions(tree, object)) {
        out.push({ parts: [arg1, join([...prep], [...before], own), words(tree, tokens)], further });
      }
    }
  }
  return out;
}

/** The items that a phrase lists: `channels such as Uno and Due`. */
function listed(tree: Tree, phrase: Phrase): Phrase[] {
  const own = new Set(phrase.tokens);
  const out: Phrase[] = [];
  for (const token of phrase.tokens) {
    if (
      !tree
        .kids(token)
        .some(
          (kid) => kid < token && /^(such|including|like)$/.test(tree.form(kid)) && tree.rel(kid) === 'case',
        )
    )
      continue;
    const tokens = tree
      .subtree(token, (kid) => tree.rel(kid) === 'case' && tree.head(kid) === token)
      .filter((at) => own.has(at));
    out.push(...conjuncts(tree, { head: token, tokens }));
  }
  return out;
}

/** The phrase without an aside. */
function bare(tree: Tree, phrase: Phrase): Phrase {
  const tokens = phrase.tokens.filter((token) => token <= phrase.head || tree.upos(token) !== 'PUNCT');
  return { head: phrase.head, tokens };
}
