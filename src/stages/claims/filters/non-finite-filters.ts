import { accusationAbove, clauseAbove, isFiniteClause, isMisreadPast } from '../clause.ts';
import { isSetOff } from '../phrase.ts';
import type { Proposition } from '../proposition.ts';
import type { Tree } from '../tree.ts';
import { type ClaimFilter, firstConjunct, TENSED } from './claim-filter.ts';

/** Before a gerund these only say how, for what or when: the gerund belongs to the clause above. */
const ADVERBIAL_MARKS: ReadonlySet<string> = new Set([
  'about',
  'against',
  'as',
  'at',
  'by',
  'despite',
  'for',
  'from',
  'in',
  'into',
  'like',
  'of',
  'on',
  'than',
  'through',
  'to',
  'toward',
  'towards',
  'upon',
  'with',
  'without',
  'worth',
]);

const markOf = (tree: Tree, head: number): string => {
  const mark = tree
    .kids(head)
    .find((kid) => kid < head && (tree.rel(kid) === 'mark' || tree.rel(kid) === 'case'));
  return mark === undefined ? '' : tree.form(mark);
};

const PROVENANCE: ReadonlySet<string> = new Set([
  'interview',
  'obtain',
  'poll',
  'quote',
  'review',
  'see',
  'survey',
  'view',
]);

const SMALL_CLAUSE_VERBS: ReadonlySet<string> = new Set([
  'feel',
  'find',
  'get',
  'have',
  'hear',
  'help',
  'keep',
  'leave',
  'let',
  'make',
  'see',
  'watch',
]);

const LIST_PARTICIPLES: ReadonlySet<string> = new Set([
  'accompany',
  'compare',
  'accord',
  'base',
  'begin',
  'concern',
  'culminate',
  'depend',
  'end',
  'follow',
  'give',
  'include',
  'range',
  'regard',
  'relate',
  'start',
]);

/** Clauses without a tensed verb that only add to the claim above them. */
export const NON_FINITE_FILTERS: readonly ClaimFilter[] = [
  {
    id: 'infinitive',
    about: 'An infinitive of purpose or control: what is meant to be, not what is.',
    matches: ['The court ordered the firm to pay a fine.'],
    rejects: ['The bank lowered its rates.'],
    drops: (tree, { role, head }) => {
      if (role === 'infinitive') return true;
      // `due to be finished`
      if (
        tree.kids(head).some((kid) => /^(?:aux:pass|cop)$/.test(tree.rel(kid)) && tree.xpos(kid) === 'VB') &&
        isUntensed(tree, head)
      )
        return true;
      const first = firstConjunct(tree, head);
      if (first === head) return false;
      const own = tree.has(head, 'nsubj', 'nsubj:pass', 'aux', 'cop') || TENSED.has(tree.xpos(head));
      return !own && tree.kids(first).some((kid) => tree.rel(kid) === 'mark' && tree.form(kid) === 'to');
    },
  },
  {
    id: 'gerund-of-manner',
    about: 'A gerund after a preposition, which says how or for what.',
    matches: ['The team won by scoring late.'],
    rejects: ['The team won, scoring three goals.'],
    drops: (tree, { head, role }) => {
      const first = firstConjunct(tree, head);
      return (
        role === 'participle' && ADVERBIAL_MARKS.has(markOf(tree, first)) && accusationAbove(tree, first) < 0
      );
    },
  },
  {
    id: 'restrictive-participle',
    about: 'A participle that only says which thing is meant; kept when it is set off or names who did it.',
    matches: ['People living near the plant were moved.'],
    rejects: ['The plant, built in 1970, was closed.', 'A plan drafted by the ministry failed.'],
    drops: (tree, proposition) => {
      const { complements, relation, subjectFrom } = proposition;
      const head = firstConjunct(tree, proposition.head);
      if (tree.rel(head) !== 'acl' || tree.has(head, 'nsubj', 'nsubj:pass')) return false;
      if (relation === 'conj' && subjectFrom === 'own') return false;
      // A headline's or a mistagged past tense: `Doctors treated six of them.`
      if (isMisreadPast(tree, head)) return false;
      if (isSetOff(tree, head)) return false;
      // `economists polled by the paper`, `documents seen by the court` only say where something is from.
      return !complements.some((one) => one.kind === 'agent') || PROVENANCE.has(tree.lemma(head));
    },
  },
  {
    id: 'non-finite-complement',
    about:
      'A complement without a tensed verb (`saw him leave`, `asked that it be changed`): part of the claim above it.',
    matches: ['The report recommends that the law be changed.'],
    rejects: ['The report found that the law was changed.'],
    drops: (tree, proposition) => {
      const { head, role, relation } = proposition;
      if (isSmallClause(tree, proposition)) return true;
      return (
        role === 'complement' &&
        relation !== 'acl' &&
        !relation.startsWith('csubj') &&
        !isFiniteClause(tree, head) &&
        clauseAbove(tree, head) >= 0
      );
    },
  },
  {
    id: 'list-participle',
    about:
      'A participle that works as a preposition and opens a list or an order: `beginning with`, `followed by`.',
    matches: ['The firm cut costs, beginning with travel.'],
    rejects: ['The firm cut costs, beginning a long decline.'],
    drops: (tree, { head, role, relation, complements }) =>
      (role === 'participle' || (role === 'conjunct' && relation === 'conj')) &&
      LIST_PARTICIPLES.has(tree.lemma(head)) &&
      (tree.xpos(head) === 'VBG' || tree.xpos(head) === 'VBN') &&
      !tree.has(head, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass') &&
      !complements.some((one) => one.kind === 'obj'),
  },
  {
    id: 'fragment',
    about: 'A main clause without a tensed verb: a heading, a caption, a list item.',
    matches: ['Firefighters battling a blaze in Oregon.'],
    rejects: ['Residents fled the coast.'],
    drops: (tree, { head, role, subjectFrom }) => {
      if (role !== 'main' && role !== 'parataxis') return false;
      if (subjectFrom !== 'own' && role === 'main') return true;
      return !isFiniteClause(tree, head);
    },
  },
];

/** No auxiliary carries a tense, and the clause has no subject. */
function isUntensed(tree: Tree, head: number): boolean {
  if (tree.has(head, 'nsubj', 'nsubj:pass', 'csubj', 'expl') || tree.rel(head) === 'conj') return false;
  return !tree.kids(head).some((kid) => tree.base(kid) === 'aux' && /^(?:MD|VB[DPZ])$/.test(tree.xpos(kid)));
}

/** A clause without subordinator after a verb that takes a bare one: `left ten people injured`. */
function isSmallClause(tree: Tree, { head, role }: Proposition): boolean {
  if (role !== 'complement' || tree.rel(head) !== 'ccomp' || tree.has(head, 'mark', 'aux', 'aux:pass', 'cop'))
    return false;
  const above = tree.head(head);
  // `Most women felt safe, the survey found`
  if (head < above && TENSED.has(tree.xpos(head))) return false;
  return above >= 0 && SMALL_CLAUSE_VERBS.has(tree.lemma(above));
}
