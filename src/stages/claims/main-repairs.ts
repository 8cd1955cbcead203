import { isTensed, isTime, leftEdge, type Repair, rightEdge, subjectsOf } from './editable-tree.ts';

/** Verbs that have a thing for their object and never a clause without `that`. */
const THING_VERBS: ReadonlySet<string> = new Set(
  (
    'attack bomb break burn close cost cover cross cut damage destroy displace drive flood grip hit injure kill leave murder own ' +
    'paralyse paralyze ravage reach rob run shut sink steal strike sweep trap wound wreck'
  ).split(' '),
);

/** Slips by which one clause swallows the subject or the verb of another; in order. */
export const MAIN_REPAIRS: readonly Repair[] = [
  {
    id: 'main-within-a-relative',
    about:
      '`A fire that killed three men last month was started by a charger`: what the relative verb kills is no clause, the verb behind it is the main one.',
    matches: [
      'A warehouse fire that killed three workers last month was started by a faulty battery charger.',
      'A fire that killed three workers was started by a charger.',
      'A warehouse fire that killed three workers last month was started by a faulty charger, investigators said Thursday, contradicting the owner.',
    ],
    rejects: ['A report that said three workers were killed was withdrawn.'],
    mend: (tree, verb, first, end) => {
      if (tree.rel(verb) !== 'ccomp' || !isTensed(tree, verb, first, end)) return;
      const inner = tree.head(verb);
      if (inner < first || inner > verb || tree.rel(inner) !== 'acl:relcl') return;
      if (!THING_VERBS.has(tree.tokens.lemma(inner).toLowerCase())) return;
      const kids = tree.kids(inner, first, end);
      if (kids.some((kid) => tree.rel(kid) === 'obj')) return;
      const [object, ...more] = subjectsOf(tree, verb, first, end);
      if (object === undefined || more.length > 0 || object < inner || object > verb) return;
      if (tree.kids(verb, first, end).some((kid) => tree.rel(kid) === 'mark')) return;
      const noun = tree.head(inner);
      if (noun < first || tree.kids(noun, first, end).some((kid) => /^(?:cop|nsubj)/.test(tree.rel(kid))))
        return;
      const relation = tree.rel(object);
      const head = tree.head(noun);
      // `..., investigators said`: what is said stands before it and was taken for a second subject.
      const said = head > verb && subjectsOf(tree, head, verb, end).length > 0;
      const rel = said && tree.rel(noun).startsWith('nsubj') ? 'ccomp' : tree.rel(noun);
      if (!/^(?:root|ccomp|parataxis)$/.test(rel)) return;
      tree.attach(verb, head, rel);
      tree.attach(noun, verb, relation);
      tree.attach(object, inner, 'obj');
    },
  },
  {
    id: 'object-of-the-relative',
    about:
      '`A blast that injured nine miners was caused by gas`: the second of two subjects, right behind a relative verb without an object, is that object.',
    matches: ['A blast that injured nine miners last week was caused by gas.'],
    rejects: ['A blast that injured nine miners was heard far away.', 'The man who left was a miner.'],
    mend: (tree, verb, first, end) => {
      const [noun, object, ...more] = subjectsOf(tree, verb, first, end);
      if (noun === undefined || object === undefined || more.length > 0 || object > verb) return;
      const relative = tree.kids(noun, first, object).find((kid) => tree.rel(kid) === 'acl:relcl');
      if (relative === undefined || leftEdge(tree, object, first, end) !== relative + 1) return;
      const kids = tree.kids(relative, first, end);
      if (kids.some((kid) => tree.rel(kid) === 'obj' || tree.rel(kid) === 'ccomp')) return;
      tree.attach(object, relative, 'obj');
      // `last week` before the auxiliary is of the relative clause too.
      for (const time of tree.kids(verb, object, verb))
        if (
          tree.rel(time) === 'obl:unmarked' &&
          tree.kids(verb, time, verb).some((kid) => tree.rel(kid).startsWith('aux'))
        )
          tree.attach(time, relative, 'obl:unmarked');
    },
  },
  {
    id: 'subject-taken-for-conjunct',
    about:
      '`lost 3% and Tarn Mining slid 2%`: a noun joined to the object right before a second verb without a conjunction of its own is its subject.',
    matches: ['The FTSE 100 rose 0.4% and the FTSE 250 slipped 1.1% on Tuesday.'],
    rejects: [
      'The firm lost money and staff and closed two plants.',
      'Kelso Foods bought mills and farms in Spain.',
    ],
    mend: (tree, verb, first, end) => {
      if (tree.rel(verb) !== 'conj' || !/^VB[DPZ]$/.test(tree.tag(verb))) return;
      if (subjectsOf(tree, verb, first, end).length > 0) return;
      const main = tree.head(verb);
      if (main < first || main > verb || tree.upos(main) !== 'VERB') return;
      for (const object of tree.kids(main, first, verb)) {
        if (object < main || !/^ob[jl]/.test(tree.rel(object))) continue;
        for (const noun of tree.kids(object, first, verb)) {
          if (tree.rel(noun) !== 'conj' || rightEdge(tree, noun, first, end) !== verb - 1) continue;
          const left = leftEdge(tree, noun, first, end);
          const isConjunction = (token: number) => tree.rel(token) === 'cc';
          const conjunction =
            tree.kids(noun, left, left + 1).find(isConjunction) ??
            tree.kids(verb, left - 1, left).find(isConjunction);
          if (conjunction === undefined) continue;
          tree.attach(noun, verb, 'nsubj');
          tree.attach(conjunction, verb, 'cc');
          return;
        }
      }
    },
  },
  {
    id: 'subject-taken-for-time',
    about:
      '`Revenue rose 4% and profit fell 2%`: a bare noun between a conjunction and a verb without a subject is no time but the subject.',
    matches: ['Revenue rose 4% and profit fell 2%.'],
    rejects: ['Revenue rose 4% and last week fell 2%.', 'Revenue rose 4% and fell 2%.'],
    mend: (tree, noun, first) => {
      if (tree.rel(noun) !== 'obl:unmarked' || tree.upos(noun) !== 'NOUN' || isTime(tree, noun)) return;
      const verb = tree.head(noun);
      if (verb !== noun + 1 || !/^VB[DPZ]$/.test(tree.tag(verb)) || noun - 1 < first) return;
      if (!/^(?:and|but|while)$/.test(tree.form(noun - 1))) return;
      if (subjectsOf(tree, verb, first, verb).length > 0) return;
      tree.attach(noun, verb, 'nsubj');
    },
  },
  {
    id: 'number-of-a-name',
    about: '`The Tarn 100 rose`: a figure between a name and its verb is part of the name.',
    matches: ['The FTSE 100 rose 0.4% on Tuesday.'],
    rejects: ['Of the ships, two sank.'],
    mend: (tree, figure, first, end) => {
      if (tree.tag(figure) !== 'CD' || !tree.rel(figure).startsWith('nsubj') || figure - 1 < first) return;
      const name = figure - 1;
      if (tree.upos(name) !== 'PROPN' || tree.head(name) !== tree.head(figure)) return;
      if (!tree.rel(name).startsWith('nsubj') || tree.kids(figure, first, end).length > 0) return;
      tree.attach(figure, name, 'flat');
    },
  },
  {
    id: 'position-before-its-name',
    about:
      '`Centre-back Milo Dunn headed`: of two subjects side by side the first, a noun, describes the name.',
    matches: ['Centre-back Milo Dunn headed the winner.'],
    rejects: ['The captain said Milo Dunn headed the winner.'],
    mend: (tree, name, first, end) => {
      if (tree.upos(name) !== 'PROPN' || !tree.rel(name).startsWith('nsubj')) return;
      const verb = tree.head(name);
      const [noun, second, ...more] = subjectsOf(tree, verb, first, end);
      if (noun === undefined || second !== name || more.length > 0 || name > verb) return;
      if (rightEdge(tree, noun, first, end) !== leftEdge(tree, name, first, end) - 1) return;
      const hyphenated = tree.kids(noun, first, end).some((kid) => tree.tag(kid) === 'HYPH');
      if ((tree.upos(noun) !== 'NOUN' && !hyphenated) || isTime(tree, noun)) return;
      if (tree.kids(name, first, end).some((kid) => /^(?:case|det|cc)$/.test(tree.rel(kid)))) return;
      tree.attach(noun, name, 'nmod:desc');
    },
  },
];
