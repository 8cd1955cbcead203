import { cueClass } from '../../lexicon/cue-verbs.ts';
import { type EditableTree, leftEdge, type Repair } from './editable-tree.ts';

/** Verbs of judging what others say, beside those of saying. */
const ANSWERING: ReadonlySet<string> = new Set(
  'accuse blame call cite contradict criticise criticize decline deny describe dismiss praise quote refuse reject rule thank urge'.split(
    ' ',
  ),
);

/** Slips about what a conjunct or a participle is joined to; in order. */
export const CONJUNCT_REPAIRS: readonly Repair[] = [
  {
    id: 'speaking-conjunct',
    about:
      '`The bank said profits fell and warned of cuts`: profits do not warn; a verb of saying is joined to the one before.',
    matches: ['The bank said profits fell 12 percent and warned of job losses.'],
    rejects: [
      'The bank said its rival lost money and warned of job losses.',
      'The bank said she resigned and warned her staff.',
    ],
    mend: (tree, verb, first, end) => {
      if (tree.rel(verb) !== 'conj' || tree.tag(verb) !== 'VBD' || !isSpeaking(tree, verb)) return;
      const said = tree.head(verb);
      const report = tree.head(said);
      if (tree.rel(said) !== 'ccomp' || report < first || report > said || !/^VB[DN]$/.test(tree.tag(report)))
        return;
      if (cueClass(tree.tokens.lemma(report)) === undefined) return;
      const kids = tree.kids(verb, first, end);
      if (kids.some((kid) => /^(?:nsubj|aux|cop)/.test(tree.rel(kid)))) return;
      const subject = tree.kids(said, first, end).find((kid) => tree.rel(kid).startsWith('nsubj'));
      // Only of things it is plain that they do not speak.
      if (subject === undefined || tree.tag(subject) !== 'NNS' || !isPlainThing(tree, subject)) return;
      tree.attach(verb, report, 'conj');
    },
  },
  {
    id: 'answer-of-the-speaker',
    about: '`said it had no debts, dismissing a report`: who says it dismisses, too.',
    matches: ['The company said it had no debts, dismissing a report that it could not pay its staff.'],
    rejects: ['The company said the river had burst its banks, flooding two plants.'],
    mend: (tree, gerund, first, end) => {
      if (tree.tag(gerund) !== 'VBG' || tree.rel(gerund) !== 'advcl' || !isSpeaking(tree, gerund)) return;
      const said = tree.head(gerund);
      let report = said < first ? -1 : tree.head(said);
      // `rejected claims that it was biased, calling them a smear`
      if (report >= first && tree.rel(said) === 'acl' && tree.rel(report) === 'obj')
        report = tree.head(report);
      else if (tree.rel(said) !== 'ccomp') return;
      if (report < first || report > said) return;
      if (cueClass(tree.tokens.lemma(report)) === undefined) return;
      const edge = leftEdge(tree, gerund, first, end);
      if (tree.form(edge - 1) !== ',' && tree.form(edge) !== ',') return;
      tree.attach(gerund, report, 'advcl');
    },
  },
  {
    id: 'ruling-against-the-speaker',
    about:
      '`said the search was illegal, but the judge ruled`: a clause of its own behind a comma and `but` that reports is joined to the report.',
    matches: ['The defence argued that the confession had been forced, but the judge ruled it admissible.'],
    rejects: ['The defence argued that the confession had been forced but the witness had lied.'],
    mend: (tree, verb, first, end) => {
      if (tree.rel(verb) !== 'conj' || !/^VB[DZ]$/.test(tree.tag(verb)) || !isSpeaking(tree, verb)) return;
      const said = tree.head(verb);
      const report = said < first ? -1 : tree.head(said);
      if (
        report < first ||
        report > said ||
        tree.rel(said) !== 'ccomp' ||
        cueClass(tree.tokens.lemma(report)) === undefined
      )
        return;
      const kids = tree.kids(verb, first, end);
      const joint = kids.find((kid) => kid < verb && tree.rel(kid) === 'cc');
      if (joint === undefined || tree.form(joint) !== 'but' || tree.form(joint - 1) !== ',') return;
      if (!kids.some((kid) => kid < verb && tree.rel(kid).startsWith('nsubj') && tree.upos(kid) !== 'PRON'))
        return;
      tree.attach(verb, report, 'conj');
    },
  },
  {
    id: 'object-across-the-conjunct',
    about:
      '`hired 90 nurses and cut costs`: the noun right behind the second verb is its object, not joined to that of the first.',
    matches: ['The hospital hired 90 nurses and cut costs by a third.'],
    rejects: ['The hospital hired nurses and cut costs and waiting times.'],
    mend: (tree, verb, first, end) => {
      if (tree.rel(verb) !== 'conj' || tree.upos(verb) !== 'VERB' || verb + 1 >= end) return;
      const above = tree.head(verb);
      if (
        above < first ||
        tree.upos(above) !== 'VERB' ||
        tree.kids(verb, first, end).some((kid) => /^(?:obj|ccomp|xcomp)/.test(tree.rel(kid)))
      )
        return;
      for (let noun = verb + 1; noun < end; noun++) {
        if (
          tree.rel(noun) !== 'conj' ||
          tree.head(noun) >= verb ||
          leftEdge(tree, noun, first, end) !== verb + 1
        )
          continue;
        if (!/^(?:NOUN|PROPN)$/.test(tree.upos(noun)) || tree.rel(tree.head(noun)) !== 'obj') return;
        tree.attach(noun, verb, 'obj');
        for (const kid of tree.kids(above, first, end))
          if (kid > noun && /^obl/.test(tree.rel(kid))) tree.attach(kid, verb, tree.rel(kid));
        return;
      }
    },
  },
  {
    id: 'even-as',
    about:
      '`raised rates even as growth slowed`: the verb behind `as` and its noun makes the clause below, not the one above.',
    matches: ['The central bank raised rates even as growth slowed.'],
    rejects: ['As growth slowed, the central bank raised rates.'],
    mend: (tree, verb, first, end) => {
      if (tree.tag(verb) !== 'VBD') return;
      const main = tree.kids(verb, first, end).find((kid) => kid < verb && tree.rel(kid) === 'ccomp');
      if (main === undefined || !/^VB[DPZ]$/.test(tree.tag(main))) return;
      const noun = verb - 1;
      if (noun <= main || !/^(?:NOUN|PROPN|PRON)$/.test(tree.upos(noun))) return;
      const mark = tree
        .kids(noun, first, end)
        .find((kid) => kid < noun && tree.rel(kid) === 'case' && tree.form(kid) === 'as');
      if (mark === undefined || hasComma(tree, main, verb) || leftEdge(tree, noun, first, end) < mark) return;
      tree.attach(main, tree.head(verb), tree.rel(verb));
      const kids = tree.kids(verb, first, end);
      tree.attach(verb, main, 'advcl');
      tree.attach(noun, verb, 'nsubj');
      tree.attach(mark, verb, 'mark');
      for (const kid of kids) if (tree.rel(kid) === 'punct') tree.attach(kid, main, 'punct');
    },
  },
];

/** A verb of saying, or of judging what others say. */
export function isSpeaking(tree: EditableTree, verb: number): boolean {
  const lemma = tree.tokens.lemma(verb);
  return cueClass(lemma) !== undefined || ANSWERING.has(lemma);
}

const THINGS: ReadonlySet<string> = new Set(
  'cost earning export figure import order price profit rate result sale share stock temperature wage'.split(
    ' ',
  ),
);

function isPlainThing(tree: EditableTree, noun: number): boolean {
  return THINGS.has(tree.tokens.lemma(noun).toLowerCase());
}

function hasComma(tree: EditableTree, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tree.form(at) === ',') return true;
  return false;
}
