import { cueClass } from '../../lexicon/cue-verbs.ts';
import { isTensed, isTime, leftEdge, type Repair, rightEdge, subjectsOf } from './editable-tree.ts';
import { isPersonal } from './is-personal.ts';

const COUNTERS = /^(?:few|fewer|many|more|most|others|several|some)$/;

/** Slips about what the subject is; in order. */
export const SUBJECT_REPAIRS: readonly Repair[] = [
  {
    id: 'subject-with-preposition',
    about:
      '`A service at St. Mary, which lasted an hour, drew 400`: no subject has a preposition, it belongs to the one before.',
    matches: ['A ceremony at Greyfriars Church, which lasted two hours, drew more than 400 mourners.'],
    rejects: ['A ceremony at the church drew more than 400 mourners.'],
    mend: (tree, second, first, end) => {
      if (!tree.rel(second).startsWith('nsubj')) return;
      const subject = subjectsOf(tree, tree.head(second), first, end)[0]!;
      if (
        subject === second ||
        rightEdge(tree, subject, first, end) !== leftEdge(tree, second, first, end) - 1
      )
        return;
      const kids = tree.kids(second, first, end);
      if (!kids.some((kid) => kid < second && tree.rel(kid) === 'case' && tree.upos(kid) === 'ADP')) return;
      tree.attach(second, subject, 'nmod');
    },
  },
  {
    id: 'apposition-before-the-verb',
    about:
      '`Under the plan, families would pay`: a tensed verb without a subject has what was taken for an apposition in the phrase before it.',
    matches: ['Under the proposal, families earning more than 60,000 euros would lose the allowance.'],
    rejects: ['The plan, a gift to families, would cost too much.'],
    mend: (tree, noun, first, end) => {
      if (tree.rel(noun) !== 'appos' || !/^(?:NOUN|PROPN|PRON|NUM)$/.test(tree.upos(noun))) return;
      const host = tree.head(noun);
      const verb = host < first ? -1 : tree.head(host);
      if (verb <= noun || !/^obl/.test(tree.rel(host)) || tree.upos(verb) !== 'VERB') return;
      if (subjectsOf(tree, verb, first, end).length > 0) return;
      if (
        !isTensed(tree, verb, first, end) ||
        !tree.kids(host, first, end).some((kid) => tree.rel(kid) === 'case')
      )
        return;
      const passive = tree.kids(verb, first, end).some((kid) => tree.rel(kid) === 'aux:pass');
      tree.attach(noun, verb, passive ? 'nsubj:pass' : 'nsubj');
    },
  },
  {
    id: 'counted-subject',
    about:
      '`said that more would follow`: a word of number right before an auxiliary whose verb has no subject is the subject.',
    matches: ['The firm closed two plants and signalled that more would follow.'],
    rejects: ['The firm would sell more.'],
    mend: (tree, word, first, end) => {
      if (!COUNTERS.test(tree.form(word)) || tree.rel(word) !== 'advmod') return;
      const verb = tree.head(word);
      if (verb <= word || subjectsOf(tree, verb, first, end).length > 0 || word + 1 >= end) return;
      if (tree.head(word + 1) !== verb || !tree.rel(word + 1).startsWith('aux')) return;
      tree.attach(word, verb, 'nsubj');
    },
  },
  {
    id: 'participle-as-clause',
    about:
      '`A guard known to the court was freed`: a participle that is the subject together with its noun modifies it.',
    matches: ['A guard taken over a theft in Essen was arrested at a farm in Spain.'],
    rejects: ['What he had taken was found at a farm.'],
    mend: (tree, participle, first, end) => {
      if (tree.rel(participle) !== 'csubj' || tree.tag(participle) !== 'VBN') return;
      const kids = tree.kids(participle, first, end);
      if (kids.some((kid) => /^(?:aux|mark|cop)/.test(tree.rel(kid)))) return;
      const noun = kids.find((kid) => kid < participle && tree.rel(kid).startsWith('nsubj'));
      if (noun === undefined || /^W/.test(tree.tag(noun))) return;
      const verb = tree.head(participle);
      const passive = tree.kids(verb, first, end).some((kid) => tree.rel(kid) === 'aux:pass');
      tree.attach(noun, verb, passive ? 'nsubj:pass' : 'nsubj');
      tree.attach(participle, noun, 'acl');
    },
  },
  {
    id: 'inverted-copula',
    about: '`Among the dead were two nurses`: what follows the copula is the subject.',
    matches: ['Among the dead were two nurses and a firefighter.'],
    rejects: ['The dead were two nurses and a firefighter.'],
    mend: (tree, noun, first, end) => {
      if (
        tree.rel(noun) !== 'root' ||
        !/^(?:NOUN|PROPN|NUM)$/.test(tree.upos(noun)) ||
        tree.form(first) !== 'among'
      )
        return;
      const kids = tree.kids(noun, first, end);
      const copula = kids.find((kid) => kid < noun && tree.rel(kid) === 'cop');
      if (copula === undefined || kids.some((kid) => /^(?:nsubj|csubj|expl)/.test(tree.rel(kid)))) return;
      tree.attach(copula, -1, 'root');
      tree.attach(noun, copula, 'nsubj');
      for (const kid of kids) {
        if (kid < copula)
          tree.attach(kid, copula, /^(?:nmod|amod|nsubj)/.test(tree.rel(kid)) ? 'obl' : tree.rel(kid));
        else if (tree.rel(kid) === 'punct') tree.attach(kid, copula, 'punct');
      }
    },
  },
  {
    id: 'name-of-an-office',
    about:
      '`The director of nursing, Paula Grieve`: the name is that of the person, not of what the person is in charge of.',
    matches: [
      'A spokeswoman for the hospital, Joy Adeyemi, confirmed that four patients had died.',
      'The director of nursing, Paula Grieve, apologised to the families.',
    ],
    rejects: ['The head of the firm, Nordal Bank, resigned.'],
    mend: (tree, name, first, end) => {
      if (tree.rel(name) !== 'appos' || tree.upos(name) !== 'PROPN') return;
      const thing = tree.head(name);
      if (thing < first || tree.rel(thing) !== 'nmod' || thing > name || isPersonal(tree, thing)) return;
      // Without a determiner the thing is none that has a name: `director of nursing`.
      const named = tree
        .kids(thing, first, end)
        .some((kid) => /^(?:det|nmod:poss|compound)$/.test(tree.rel(kid)));
      if (!tree.isPersonName(name) && (named || tree.upos(thing) !== 'NOUN')) return;
      const person = tree.head(thing);
      if (person >= first && tree.upos(person) === 'NOUN' && isPersonal(tree, person))
        tree.attach(name, person, 'appos');
    },
  },
  {
    id: 'absolute-with',
    about: '`With two minutes left, she scored`: the noun between `with` and a participle is its subject.',
    matches: ['With two minutes left, Oduya scored from a free kick.'],
    rejects: ['Pleased with the result, Oduya left.'],
    mend: (tree, verb, first, end) => {
      if (tree.rel(verb) !== 'advcl' || !/^VB[DGN]$/.test(tree.tag(verb))) return;
      const kids = tree.kids(verb, first, end);
      if (kids.some((kid) => /^(?:nsubj|aux|mark|cop)/.test(tree.rel(kid)))) return;
      const noun = kids.find(
        (kid) => kid < verb && tree.rel(kid) === 'obl' && rightEdge(tree, kid, first, end) === verb - 1,
      );
      if (noun === undefined || !/^(?:NOUN|PROPN)$/.test(tree.upos(noun))) return;
      const mark = leftEdge(tree, noun, first, end);
      if (tree.form(mark) !== 'with' || tree.head(mark) !== noun) return;
      tree.attach(noun, verb, 'nsubj');
      tree.attach(mark, verb, 'mark');
      if (tree.tag(verb) === 'VBD') tree.retag(verb, 'VBN');
    },
  },
  {
    id: 'content-behind-the-day',
    about:
      '`testified last week that he had never heard of it`: a clause with `that` and a subject of its own is what is said, not which week.',
    matches: ['Berg, who retired in 2021, testified last week that he had never heard of the company.'],
    rejects: ['Berg testified in the week that his firm failed.'],
    mend: (tree, clause, first, end) => {
      if (!/^acl/.test(tree.rel(clause))) return;
      const time = tree.head(clause);
      if (time < first || !isTime(tree, time) || tree.rel(time) === 'nsubj') return;
      const verb = tree.head(time);
      if (verb < first || verb > time || cueClass(tree.tokens.lemma(verb)) === undefined) return;
      const kids = tree.kids(clause, first, end);
      const mark = kids.find((kid) => kid < clause && tree.form(kid) === 'that');
      if (
        mark === undefined ||
        leftEdge(tree, time, first, end) > time ||
        !kids.some((kid) => kid > mark && tree.rel(kid).startsWith('nsubj'))
      )
        return;
      if (tree.kids(time, first, end).some((kid) => tree.rel(kid) === 'case' || tree.form(kid) === 'the'))
        return;
      tree.attach(clause, verb, 'ccomp');
      tree.attach(mark, clause, 'mark');
    },
  },
];
