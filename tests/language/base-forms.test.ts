import { describe, expect, it } from 'vitest';
import { XPOS_CODE } from '../../src/core/labels.ts';
import { baseForms } from '../../src/language/base-forms.ts';
import { Lemmatiser } from '../../src/language/lemmatise.ts';

const { VBD, VBG, VBN, VBZ, NNS, NN } = XPOS_CODE;

describe('base forms', () => {
  it.each([
    ['carried', VBD, ['carry', 'carrie']],
    ['tied', VBD, ['tie', 'ti']],
    ['agreed', VBN, ['agree', 'agre']],
    ['lying', VBG, ['lie', 'ly']],
    ['patrolled', VBD, ['patrol', 'patroll']],
    ['passed', VBN, ['pass', 'pas']],
    ['hopping', VBG, ['hop', 'hopp']],
    ['hoped', VBD, ['hope']],
    ['toppled', VBD, ['topple']],
    ['bombed', VBD, ['bomb', 'bombe']],
    ['panicked', VBD, ['panick', 'panic']],
    ['levies', VBZ, ['levy', 'levie']],
    ['clashes', VBZ, ['clash', 'clashe']],
    ['viruses', NNS, ['virus', 'viruse']],
    ['fled', VBD, ['flee']],
    ['driven', VBN, ['drive']],
    ['chess', NNS, []],
    ['wolves', NNS, []],
    ['red', VBD, []],
    ['bombed', NN, []],
  ])('%s (%i) may be of %j', (form, xpos, bases) => {
    expect(baseForms(form, xpos)).toEqual(bases);
  });
});

describe('lemmatiser over what the treebanks lack', () => {
  const words = new Set(['bomb', 'fad', 'fade', 'visit', 'flee']);
  const lemmatiser = new Lemmatiser([], new Map(), (form) => words.has(form));

  it('takes a known word, the likelier spelling first', () => {
    expect(lemmatiser.lemma('bombed', VBD)).toBe('bomb');
    expect(lemmatiser.lemma('faded', VBD)).toBe('fade');
    expect(lemmatiser.lemma('visiting', VBG)).toBe('visit');
    expect(lemmatiser.lemma('Fled', VBD)).toBe('flee');
  });

  it('takes the likeliest spelling where no word is known', () => {
    expect(lemmatiser.lemma('zorbed', VBD)).toBe('zorb');
    expect(lemmatiser.lemma('snaffled', VBD)).toBe('snaffle');
    expect(lemmatiser.lemma('blorps', NNS)).toBe('blorp');
  });
});
