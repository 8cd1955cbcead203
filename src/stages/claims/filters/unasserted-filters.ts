import { cueClass } from '../../../lexicon/cue-verbs.ts';
import { CONDITIONS } from '../../../lexicon/modality-cues.ts';
import { isAskedOf, opensWithQuestionWord, WH_WORDS } from '../clause.ts';
import type { Tree } from '../tree.ts';
import { type ClaimFilter, firstConjunct } from './claim-filter.ts';

const LIMITS: ReadonlySet<string> = new Set(['before', 'till', 'until']);

const isNegation = (tree: Tree, token: number): boolean =>
  /^(?:not|n['’]t|never)$/.test(tree.form(token)) && tree.rel(token) === 'advmod';

/** Clauses of which nobody says that they are so: asked, supposed, compared with, not told. */
export const UNASSERTED_FILTERS: readonly ClaimFilter[] = [
  {
    id: 'question',
    about: 'A main clause that asks.',
    matches: ['Did the mayor sign the order?', 'Why did the council close the library?'],
    rejects: ['The mayor signed the order.', 'The council asked why the library closed.'],
    drops: (tree, { head, role }) => {
      if (role !== 'main' && role !== 'conjunct' && role !== 'parataxis') return false;
      const sentence = tree.sentenceOf(head);
      for (let at = tree.tokens.end(sentence) - 1; at >= tree.tokens.first(sentence); at--) {
        if (tree.form(at).includes('?')) return true;
        if (tree.upos(at) !== 'PUNCT') return false;
      }
      return false;
    },
  },
  {
    id: 'condition',
    about:
      'The clause of an `if` or `unless`, or one turned round (`should the river rise`), which says nothing of its own.',
    matches: ['If the river rises, the town will flood.'],
    rejects: ['When the river rose, the town flooded.'],
    drops: (tree, { head, verbs, role }) => {
      const first = firstConjunct(tree, head);
      const opens = (token: number) =>
        tree
          .kids(token)
          .some((kid) => kid < token && CONDITIONS.has(tree.form(kid)) && tree.kids(kid).length === 0);
      if (role !== 'main' && (opens(first) || opens(head) || verbs.some(opens) || isAsLongAs(tree, first)))
        return true;
      return role !== 'main' && isTurnedRound(tree, first);
    },
  },
  {
    id: 'limit',
    about:
      'The clause of an `until` or `before` under what lies ahead, is denied or is only possible: nobody says that it came about.',
    matches: [
      'The firm will not sell the mill until the strike ends.',
      'She did not believe it until she saw the boat.',
    ],
    rejects: ['The crew waited until the storm passed.', 'The mayor left before the council voted.'],
    drops: (tree, { head }) => {
      const first = firstConjunct(tree, head);
      if (tree.rel(first) !== 'advcl') return false;
      if (
        !tree.kids(first).some((kid) => kid < first && LIMITS.has(tree.form(kid)) && tree.rel(kid) === 'mark')
      )
        return false;
      const above = tree.head(first);
      return tree
        .kids(above)
        .some(
          (kid) =>
            tree.xpos(kid) === 'MD' ||
            (tree.xpos(kid) === 'TO' && tree.rel(kid) === 'mark') ||
            isNegation(tree, kid),
        );
    },
  },
  {
    id: 'comparison',
    about: 'The clause of a `than` or of a comparing or purposive `as`, `so that`.',
    matches: ['The firm hired more workers than it needed.'],
    rejects: ['The firm hired workers because it needed them.'],
    drops: (tree, { head }) => {
      const first = firstConjunct(tree, head);
      if (tree.base(first) !== 'advcl') return false;
      const marks = tree
        .kids(first)
        .filter((kid) => kid < first && tree.rel(kid) === 'mark')
        .map((kid) => tree.form(kid));
      return (
        marks.includes('than') ||
        marks.includes('lest') ||
        (marks.includes('as') && marks.length > 1) ||
        (marks.includes('so') && marks.includes('that'))
      );
    },
  },
  {
    id: 'indirect-question',
    about: 'A clause that a question word opens, or the copula that frames one (`what is certain is that`).',
    matches: ['The report explains how the bridge collapsed.', 'It is unclear whether the pilot survived.'],
    rejects: ['The report says that the bridge collapsed.'],
    drops: (tree, { head, role, construction, complements, subject }) => {
      const first = firstConjunct(tree, head);
      if (first !== head && tree.has(head, 'nsubj', 'nsubj:pass')) return false;
      if (
        construction === 'copula' &&
        complements.some((one) => one.kind === 'clause') &&
        tree.form(subject.tokens[0]!) === 'what'
      )
        return true;
      if (tree.rel(first) === 'advcl:relcl' && WH_WORDS.has(tree.form(tree.head(first)))) return true;
      const rel = tree.base(first);
      if (rel === 'acl' && tree.rel(first) === 'acl:relcl') {
        const above = tree.head(first);
        if (above >= 0 && WH_WORDS.has(tree.form(above))) return true;
        return tree
          .kids(first)
          .some((kid) => kid < first && (tree.form(kid) === 'how' || tree.form(kid) === 'why'));
      }
      if (
        rel !== 'ccomp' &&
        rel !== 'csubj' &&
        rel !== 'advcl' &&
        rel !== 'acl' &&
        rel !== 'obl' &&
        rel !== 'nmod'
      )
        return false;
      if (rel === 'advcl' && (role === 'adverbial' || role === 'conjunct'))
        return isAskedWhen(tree, first) || tree.kids(first).some((kid) => tree.form(kid) === 'whether');
      if (rel === 'ccomp' && isTimeClause(tree, first)) return false;
      return opensWithQuestionWord(tree, first);
    },
  },
  {
    id: 'denied-content',
    about: 'The clause of a noun that is said not to be there: `no evidence that`, `no sign that`.',
    matches: ['There is no evidence that the bridge was damaged.'],
    rejects: [
      'There is no doubt that the bridge was damaged.',
      'There is evidence that the bridge was damaged.',
    ],
    drops: (tree, { head, relation }) => {
      const content =
        relation === 'acl' || relation === 'ccomp' || (relation === 'acl:relcl' && tree.has(head, 'mark'));
      if (!content) return false;
      const noun = tree.head(head);
      if (noun < 0 || tree.upos(noun) !== 'NOUN' || /^(?:doubt|question|secret)$/.test(tree.lemma(noun)))
        return false;
      return tree
        .kids(noun)
        .some((kid) => tree.rel(kid) === 'det' && /^(?:no|any|neither)$/.test(tree.form(kid)));
    },
  },
];

/** `when they drilled, they found water`: before its verb, or behind one that tells nothing, the clause says when or where. */
function isTimeClause(tree: Tree, head: number): boolean {
  const above = tree.head(head);
  if (above < 0 || !/^(?:when|where)$/.test(tree.form(tree.leftEdge(head)))) return false;
  return head < above || (!isAskedOf(tree, above) && cueClass(tree.lemma(above)) === undefined);
}

/** `declined to say when she would return`: the clause right behind a verb of telling is what is not told. */
function isAskedWhen(tree: Tree, head: number): boolean {
  const edge = tree.leftEdge(head);
  return (
    edge > 0 && edge - 1 === tree.head(head) && isAskedOf(tree, edge - 1) && WH_WORDS.has(tree.form(edge))
  );
}

/** `as long as the rally stays calm`. */
export function isAsLongAs(tree: Tree, head: number): boolean {
  return tree
    .kids(head)
    .some(
      (kid) =>
        kid < head &&
        tree.rel(kid) === 'mark' &&
        kid > 1 &&
        tree.form(kid) === 'as' &&
        tree.form(kid - 1) === 'long',
    );
}

/** An auxiliary of condition before the subject: `should the court refuse`, `had he known`. */
function isTurnedRound(tree: Tree, head: number): boolean {
  const subject = tree.child(head, 'nsubj', 'nsubj:pass');
  if (subject < 0 || tree.has(head, 'expl')) return false;
  const edge = tree.leftEdge(subject);
  return tree
    .kids(head)
    .some(
      (kid) => kid < edge && /^(aux|cop)/.test(tree.rel(kid)) && /^(should|had|were)$/.test(tree.form(kid)),
    );
}
