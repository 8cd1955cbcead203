import { describe, expect, it } from 'vitest';
import { propositionsOf } from '../../../src/stages/claims/propositions.ts';
import { annotatedTree, words } from './annotated-tree.ts';

/** `construction: subject | predicate | complements`, each complement as `kind preposition: words`. */
function read(lines: string): string[] {
  const tree = annotatedTree(lines);
  return propositionsOf(tree, 0).map(({ construction, subject, predicate, complements }) => {
    const parts = complements.map(({ kind, prep, phrase }) =>
      [kind, ...(prep.length > 0 ? [words(tree, prep)] : [])]
        .join(' ')
        .concat(': ', words(tree, phrase.tokens)),
    );
    return `${construction}: ${words(tree, subject.tokens)} | ${words(tree, predicate)} | ${parts.join('; ')}`;
  });
}

describe('propositionsOf', () => {
  it('reads an active clause with object and oblique', () => {
    expect(
      read(`The the DET DT 2 det
        council council NOUN NN 3 nsubj
        sold sell VERB VBD 0 root
        the the DET DT 5 det
        library library NOUN NN 3 obj
        to to ADP IN 8 case
        a a DET DT 8 det
        bank bank NOUN NN 3 obl`),
    ).toEqual(['active: The council | sold | obj: the library; obl to: a bank']);
  });

  it('takes the agent of a passive for its complement', () => {
    expect(
      read(`The the DET DT 2 det
        bill bill NOUN NN 4 nsubj:pass
        was be AUX VBD 4 aux:pass
        drafted draft VERB VBN 0 root
        by by ADP IN 6 case
        Weber Weber PROPN NNP 4 obl:agent`),
    ).toEqual(['passive: The bill | was drafted | agent by: Weber']);
  });

  it('keeps adverbs inside the predicate and negation of a copula', () => {
    expect(
      read(`Rents rent NOUN NNS 4 nsubj
        have have AUX VBP 4 aux
        sharply sharply ADV RB 4 advmod
        risen rise VERB VBN 0 root`),
    ).toEqual(['active: Rents | have sharply risen | ']);
    expect(
      read(`The the DET DT 2 det
        mayor mayor NOUN NN 5 nsubj
        is be AUX VBZ 5 cop
        n't not PART RB 5 advmod
        guilty guilty ADJ JJ 0 root
        of of ADP IN 7 case
        fraud fraud NOUN NN 5 obl`),
    ).toEqual(["copula: The mayor | is n't | predicative: guilty; obl of: fraud"]);
  });

  it('joins raising and control verbs to their infinitive and gives it the right subject', () => {
    expect(
      read(`The the DET DT 2 det
        bank bank NOUN NN 3 nsubj
        promised promise VERB VBD 0 root
        to to PART TO 5 mark
        cut cut VERB VB 3 xcomp
        fees fee NOUN NNS 5 obj`),
    ).toEqual(['active: The bank | promised to cut | obj: fees']);
    // Object control: the infinitive is the object's.
    expect(
      read(`The the DET DT 2 det
        court court NOUN NN 3 nsubj
        ordered order VERB VBD 0 root
        Brandt Brandt PROPN NNP 3 obj
        to to PART TO 6 mark
        leave leave VERB VB 3 xcomp`),
    ).toEqual(['active: The court | ordered | obj: Brandt; clause: to leave', 'active: Brandt | leave | ']);
  });

  it('shares the subject among joined predicates', () => {
    expect(
      read(`Storms storm NOUN NNS 2 nsubj
        flooded flood VERB VBD 0 root
        homes home NOUN NNS 2 obj
        and and CCONJ CC 5 cc
        cut cut VERB VBD 2 conj
        power power NOUN NN 5 obj`),
    ).toEqual(['active: Storms | flooded | obj: homes', 'active: Storms | cut | obj: power']);
  });

  it('resolves relative pronouns as subject and as object', () => {
    expect(
      read(`Petrov Petrov PROPN NNP 7 nsubj
        , , PUNCT , 4 punct
        who who PRON WP 4 nsubj
        fled flee VERB VBD 1 acl:relcl
        Minsk Minsk PROPN NNP 4 obj
        , , PUNCT , 4 punct
        paints paint VERB VBZ 0 root`),
    ).toEqual(['active: Petrov | fled | obj: Minsk', 'active: Petrov | paints | ']);
    expect(
      read(`The the DET DT 2 det
        road road NOUN NN 6 nsubj
        they they PRON PRP 4 nsubj
        built build VERB VBD 2 acl:relcl
        has have AUX VBZ 6 aux
        collapsed collapse VERB VBN 0 root`),
    ).toContain('active: they | built | obj: The road');
  });

  it('reads participles of the noun and of the clause', () => {
    expect(
      read(`A a DET DT 2 det
        plan plan NOUN NN 6 nsubj
        drafted draft VERB VBN 2 acl
        by by ADP IN 5 case
        lawyers lawyer NOUN NNS 3 obl:agent
        failed fail VERB VBD 0 root`),
    ).toContain('passive: A plan | drafted | agent by: lawyers');
    expect(
      read(`Troops troops NOUN NNS 2 nsubj
        left leave VERB VBD 0 root
        the the DET DT 4 det
        town town NOUN NN 2 obj
        , , PUNCT , 6 punct
        ending end VERB VBG 2 advcl
        the the DET DT 8 det
        siege siege NOUN NN 6 obj`),
    ).toContain('active: Troops | ending | obj: the siege');
  });

  it('gives a participle after a comma to the subject, not to the object next to it', () => {
    expect(
      read(`Keller Keller PROPN NNP 2 nsubj
        expelled expel VERB VBD 0 root
        the the DET DT 4 det
        envoy envoy NOUN NN 2 obj
        , , PUNCT , 6 punct
        citing cite VERB VBG 4 acl
        espionage espionage NOUN NN 6 obj`),
    ).toContain('active: Keller | citing | obj: espionage');
  });

  it('reads existentials and appositions', () => {
    expect(
      read(`There there PRON EX 2 expl
        were be VERB VBD 0 root
        two two NUM CD 4 nummod
        fires fire NOUN NNS 2 nsubj
        in in ADP IN 6 case
        Utrecht Utrecht PROPN NNP 2 obl`),
    ).toEqual(['existential: two fires | were | obl in: Utrecht']);
    expect(
      read(`Ana Ana PROPN NNP 6 nsubj
        Ruiz Ruiz PROPN NNP 1 flat
        , , PUNCT , 5 punct
        a a DET DT 5 det
        surgeon surgeon NOUN NN 1 appos
        resigned resign VERB VBD 0 root`),
    ).toContain('apposition: Ana Ruiz |  | predicative: a surgeon');
  });

  it('separates a copula from the clause that is its complement', () => {
    expect(
      read(`The the DET DT 2 det
        trouble trouble NOUN NN 6 nsubj:outer
        is be AUX VBZ 6 cop
        that that SCONJ IN 6 mark
        prices price NOUN NNS 6 nsubj
        rose rise VERB VBD 0 root`),
    ).toEqual(['copula: The trouble | is | clause: prices rose', 'active: prices | rose | ']);
  });
});
