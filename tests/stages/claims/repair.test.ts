import { describe, expect, it } from 'vitest';
import { propositionsOf } from '../../../src/stages/claims/propositions.ts';
import { repaired } from '../../../src/stages/claims/repair.ts';
import { Tree } from '../../../src/stages/claims/tree.ts';
import { annotatedTree, words } from './annotated-tree.ts';

function triples(lines: string): string[] {
  const { text, tokens } = annotatedTree(lines);
  const tree = new Tree(text, repaired(text, tokens));
  return propositionsOf(tree, 0).map(
    ({ subject, predicate, complements }) =>
      `${words(tree, subject.tokens)} | ${words(tree, predicate)} | ${complements.map(({ phrase }) => words(tree, phrase.tokens)).join('; ')}`,
  );
}

describe('repaired', () => {
  it('makes a verb of a participle with an auxiliary', () => {
    expect(
      triples(`The the DET DT 2 det
        row row NOUN NN 5 nsubj
        has have AUX VBZ 4 aux
        sparked spark VERB VBN 5 amod
        protests protest NOUN NNS 0 root`),
    ).toEqual(['The row | has sparked | protests']);
  });

  it('makes a verb of a participle after the name that would be its subject', () => {
    expect(
      triples(`Weber Weber PROPN NNP 3 compound
        sold sell VERB VBN 3 amod
        shares share NOUN NNS 0 root`),
    ).toEqual(['Weber | sold | shares']);
  });

  it('gives a verb of saying behind but to who said the first', () => {
    const found = triples(`Roth Roth PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        nobody nobody PRON NN 4 nsubj
        slept sleep VERB VBD 2 ccomp
        but but CCONJ CC 6 cc
        acknowledged acknowledge VERB VBD 4 conj
        that that SCONJ IN 10 mark
        two two NUM CD 9 nummod
        guards guard NOUN NNS 10 nsubj
        left leave VERB VBD 6 ccomp`);
    expect(found).toContain('two guards | left | ');
    expect(found.filter((triple) => triple.startsWith('nobody | acknowledged'))).toEqual([]);
  });

  it('leaves a participle before its noun alone', () => {
    const { tokens } = annotatedTree(`The the DET DT 4 det
      stolen steal VERB VBN 4 amod
      state state NOUN NN 4 compound
      papers paper NOUN NNS 5 nsubj
      burned burn VERB VBD 0 root`);
    expect(repaired('a', tokens)).toBe(tokens);
  });
});
