import { describe, expect, it } from 'vitest';
import { DEPREL, DEPREL_CODE, type Deprel, UPOS_CODE, type Upos, XPOS_CODE } from '../../src/core/labels.ts';
import type { TreebankSentence } from '../../train/conllu.ts';
import { newswireVariants } from '../../train/newswire.ts';

/** From rows of `form upos head relation [lemma]`, heads counted from 1. */
function tree(rows: string): TreebankSentence {
  const cells = rows
    .trim()
    .split('\n')
    .map((row) => row.trim().split(' '));
  const forms = cells.map(([form]) => form!);
  return {
    ...{ doc: '', genre: '', text: '', forms, offsets: null },
    lemmas: cells.map(([form, , , , lemma]) => lemma ?? form!.toLowerCase()),
    upos: Uint8Array.from(cells, ([, upos]) => UPOS_CODE[upos as Upos]),
    xpos: Uint8Array.from(cells, () => XPOS_CODE.NN),
    heads: Int32Array.from(cells, ([, , head]) => (head === '0' ? forms.length : Number(head) - 1)),
    deprels: Uint8Array.from(cells, ([, , , relation]) => DEPREL_CODE[relation as Deprel]),
  };
}

const show = ({ forms, heads, deprels }: TreebankSentence): string =>
  forms.map((form, i) => `${form}/${DEPREL[deprels[i]!]}/${forms[heads[i]!] ?? '-'}`).join(' ');

const INDIRECT = tree(`
  The DET 2 det
  minister NOUN 3 nsubj
  said VERB 0 root say
  that SCONJ 7 mark that
  taxes NOUN 7 nsubj
  would AUX 7 aux
  rise VERB 3 ccomp
  . PUNCT 3 punct`);

const QUESTION = tree(`
  Who PRON 2 nsubj
  said VERB 0 root say
  taxes NOUN 5 nsubj
  would AUX 5 aux
  rise VERB 2 ccomp
  ? PUNCT 2 punct`);

const APPOSITION = tree(`
  Dana PROPN 8 nsubj
  Reyes PROPN 1 flat
  , PUNCT 5 punct
  the DET 5 det
  head NOUN 1 appos
  nurse NOUN 5 nmod
  , PUNCT 5 punct
  resigned VERB 0 root resign
  . PUNCT 8 punct`);

const PLAIN = tree(`
  Omar PROPN 3 nsubj
  Diallo PROPN 1 flat
  sold VERB 0 root sell
  the DET 5 det
  boat NOUN 3 obj
  . PUNCT 3 punct`);

describe('newswire variants', () => {
  it('put speech behind what is said', () => {
    expect(newswireVariants([INDIRECT], 1).map(show)).toEqual([
      'Taxes/nsubj/rise would/aux/rise rise/ccomp/said ,/punct/said the/det/minister minister/nsubj/said said/root/- ./punct/said',
    ]);
  });

  it('leave questions alone', () => {
    expect(newswireVariants([QUESTION], 1)).toEqual([]);
  });

  it('put the apposition of another sentence behind a name', () => {
    // chance decides which sentences are tried: many copies, so that some are
    const made = new Set(newswireVariants([APPOSITION, ...Array(20).fill(PLAIN)], 1).map(show));
    expect(made).toContain(
      'Omar/nsubj/sold Diallo/flat/Omar ,/punct/head the/det/head head/appos/Omar nurse/nmod/head ,/punct/head sold/root/- the/det/boat boat/obj/sold ./punct/sold',
    );
    // a name that has an apposition gets no other
    for (const sentence of made) expect(sentence.match(/\/appos\//g)?.length ?? 0).toBeLessThan(2);
  });

  it('put datelines before a sentence, apart from its clause', () => {
    const long = tree(`
      Omar PROPN 3 nsubj
      Diallo PROPN 1 flat
      sold VERB 0 root sell
      the DET 5 det
      boat NOUN 3 obj
      and CCONJ 7 cc
      left VERB 3 conj
      . PUNCT 3 punct`);
    const made = newswireVariants(Array(300).fill(long), 2);
    expect(made.length).toBeGreaterThan(3);
    for (const sentence of made) {
      const start = sentence.forms.indexOf('Omar');
      expect(sentence.forms.slice(start)).toEqual(long.forms);
      const place = sentence.heads.findIndex((head, i) => i < start && sentence.forms[head] === 'sold');
      expect(DEPREL[sentence.deprels[place]!]).toBe('parataxis');
      for (let i = 0; i < start; i++) if (i !== place) expect(sentence.heads[i]).toBeLessThan(start);
    }
  });
});
