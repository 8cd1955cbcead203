import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/language/analyse.ts';
import { REPAIRS } from '../../../src/stages/claims/reattach.ts';
import { repaired } from '../../../src/stages/claims/repair.ts';
import { Tree } from '../../../src/stages/claims/tree.ts';
import { languageModel, nameTagger } from '../../language/model.ts';
import { annotatedTree } from './annotated-tree.ts';

/** Ids of the rows that change the tree of the sentence, as the shipped models make it. */
function mended(text: string): Set<string> {
  const table = analyse(text, [{ start: 0, end: text.length }], languageModel, (words) =>
    nameTagger.find(words),
  );
  const ids = new Set<string>();
  repaired(text, table, (id) => ids.add(id));
  return ids;
}

/** `relation head` of the first token with the form, after the repairs. */
function arc(lines: string, form: string): string {
  const { text, tokens } = annotatedTree(lines);
  const tree = new Tree(text, repaired(text, tokens));
  const at = Array.from({ length: tree.length }, (_, k) => k).find((k) => tree.form(k) === form)!;
  return `${tree.rel(at)} ${tree.head(at) < 0 ? '-' : tree.form(tree.head(at))}`;
}

describe('REPAIRS', () => {
  for (const { id, matches, rejects } of REPAIRS) {
    it.each([...matches])(`${id} mends: %s`, (text) => {
      expect(mended(text)).toContain(id);
    });
    it.each([...rejects])(`${id} leaves: %s`, (text) => {
      expect(mended(text)).not.toContain(id);
    });
  }

  it('have ids of their own and say what they are about', () => {
    expect(new Set(REPAIRS.map(({ id }) => id)).size).toBe(REPAIRS.length);
    expect(REPAIRS.every(({ about }) => about.includes('`'))).toBe(true);
    expect(REPAIRS.every(({ matches, rejects }) => matches.length > 0 && rejects.length > 0)).toBe(true);
  });

  it('makes the verb the root that hangs below its subject, but no clause with a mark', () => {
    const unite = `Unite Unite PROPN NNP 0 root
      accused accuse VERB VBD 1 advcl
      the the DET DT 4 det
      firm firm NOUN NN 2 obj`;
    expect(arc(unite, 'accused')).toBe('root -');
    expect(arc(unite, 'unite')).toBe('nsubj accused');
    const marked = `News news NOUN NN 0 root
      that that SCONJ IN 4 mark
      prices price NOUN NNS 4 nsubj
      fell fall VERB VBD 1 acl`;
    expect(arc(marked, 'fell')).toBe('acl news');
  });

  it('takes a particle for the preposition of the phrase right behind it', () => {
    const ran = (rel: string) => `It it PRON PRP 2 nsubj
      ran run VERB VBD 0 root
      off off ADP RP 2 compound:prt
      the the DET DT 5 det
      cape cape NOUN NN 2 ${rel}`;
    expect(arc(ran('obl'), 'off')).toBe('case cape');
    expect(arc(ran('obj'), 'off')).toBe('compound:prt ran');
  });

  it('keeps a bound with its number', () => {
    const more = `More more ADJ JJR 5 advmod
      than than ADP IN 1 fixed
      60 60 NUM CD 4 nummod
      men man NOUN NNS 5 nsubj
      left leave VERB VBD 0 root`;
    expect(arc(more, 'more')).toBe('advmod 60');
    const least = `killing kill VERB VBG 0 root
      at at ADP IN 3 case
      least least ADJ JJS 4 nmod
      23 23 NUM CD 5 nummod
      people people NOUN NNS 1 obl`;
    expect(arc(least, 'people')).toBe('obj killing');
    const plain = `He he PRON PRP 2 nsubj
      earns earn VERB VBZ 0 root
      more more ADJ JJR 2 obj
      than than ADP IN 5 case
      Ana Ana PROPN NNP 3 obl`;
    expect(arc(plain, 'more')).toBe('obj earns');
  });

  it('reads `is to` and `is due to` as one predicate, but not what an aim consists in', () => {
    const isTo = (noun: string) => `${noun} ${noun} NOUN NN 4 nsubj:outer
      is be AUX VBZ 4 cop
      to to PART TO 4 mark
      travel travel VERB VB 0 root`;
    expect(arc(isTo('minister'), 'is')).toBe('aux travel');
    expect(arc(isTo('aim'), 'is')).toBe('cop travel');
    const due = `He he PRON PRP 5 nsubj:outer
      is be AUX VBZ 5 cop
      due due ADJ JJ 5 advcl
      to to PART TO 3 fixed
      appear appear VERB VB 0 root`;
    expect(arc(due, 'appear')).toBe('xcomp due');
    expect(arc(due, 'he')).toBe('nsubj due');
  });

  it('joins a past tense to the report, not to the future that was reported', () => {
    const said = (aux: string) => `She she PRON PRP 2 nsubj
      said say VERB VBD 0 root
      plants plant NOUN NNS 5 nsubj
      ${aux}
      close close VERB VB 2 ccomp
      but but CCONJ CC 7 cc
      rejected reject VERB VBD 5 conj
      reports report NOUN NNS 7 obj`;
    expect(arc(said('would would AUX MD 5 aux'), 'rejected')).toBe('conj said');
    expect(arc(said('all all ADV RB 5 advmod'), 'rejected')).toBe('conj close');
  });

  it('asks things for `which`', () => {
    const lawyers = (pronoun: string) => `Lawyers lawyer NOUN NNS 0 root
      for for ADP IN 3 case
      Lift Lift PROPN NNP 1 nmod
      , , PUNCT , 6 punct
      ${pronoun} ${pronoun} PRON WDT 6 nsubj
      ran run VERB VBD 1 acl:relcl
      it it PRON PRP 6 obj`;
    expect(arc(lawyers('which'), 'ran')).toBe('acl:relcl lift');
    expect(arc(lawyers('who'), 'ran')).toBe('acl:relcl lawyers');
  });

  it('gives the passive its auxiliary and the day its verb', () => {
    const hurt = `nobody nobody PRON NN 3 nsubj
      was be AUX VBD 3 cop
      hurt hurt VERB VBN 0 root`;
    expect(arc(hurt, 'was')).toBe('aux:pass hurt');
    const court = `The the DET DT 2 det
      court court NOUN NN 5 nsubj
      on on ADP IN 4 case
      Monday Monday PROPN NNP 2 nmod
      refused refuse VERB VBD 0 root`;
    expect(arc(court, 'monday')).toBe('obl refused');
  });

  it('knows pasts that are no participles', () => {
    const prices = `Prices price NOUN NNS 0 root
      rose rise VERB VBN 1 acl
      sharply sharply ADV RB 2 advmod`;
    expect(arc(prices, 'prices')).toBe('nsubj rose');
  });

  it('leaves a table without slips as it is', () => {
    const { text, tokens } = annotatedTree(`Prices price NOUN NNS 2 nsubj
      fell fall VERB VBD 0 root
      by by ADP IN 4 case
      half half NOUN NN 2 obl`);
    expect(repaired(text, tokens)).toBe(tokens);
  });
});
