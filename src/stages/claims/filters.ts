import { SAY_VERBS } from '../../lexicon/cue-verbs.ts';
import { CONDITIONS } from '../../lexicon/modality-cues.ts';
import type { Rule } from '../../rules/rule.ts';
import {
  accusationAbove,
  clauseAbove,
  isAskedOf,
  isFiniteClause,
  isMisreadPast,
  opensWithQuestionWord,
  WH_WORDS,
} from './clause.ts';
import { isRestricting, isSetOff } from './phrase.ts';
import { isNegator } from './polarity.ts';
import type { Proposition } from './proposition.ts';
import type { Tree } from './tree.ts';

/** A reason why a proposition makes no claim. */
export interface ClaimFilter extends Rule {
  readonly drops: (tree: Tree, proposition: Proposition) => boolean;
}

const EMPTY_SUBJECTS: ReadonlySet<string> = new Set([
  'anybody',
  'anyone',
  'anything',
  'everybody',
  'everyone',
  'everything',
  'one',
  'somebody',
  'someone',
  'something',
  'such',
  'that',
  'there',
  'this',
  'those',
  'what',
  'whatever',
  'which',
  'who',
  'whoever',
  'you',
]);
const LIGHT_VERBS: ReadonlySet<string> = new Set([
  'be',
  'come',
  'do',
  'get',
  'give',
  'go',
  'have',
  'keep',
  'let',
  'make',
  'mean',
  'put',
  'set',
  'take',
  'try',
  'want',
]);
const FILLERS: ReadonlySet<string> = new Set([
  'believe',
  'guess',
  'hope',
  'know',
  'mean',
  'see',
  'suppose',
  'think',
  'understand',
  'wish',
]);
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

/** The clause that a conjunct is joined to, through any number of conjuncts. */
function firstConjunct(tree: Tree, head: number): number {
  let at = head;
  while (tree.rel(at) === 'conj' && tree.head(at) >= 0) at = tree.head(at);
  return at;
}

const LIMITS: ReadonlySet<string> = new Set(['before', 'till', 'until']);

const isNegation = (tree: Tree, token: number): boolean =>
  /^(?:not|n['’]t|never)$/.test(tree.form(token)) && tree.rel(token) === 'advmod';

/** In order; the first that drops a proposition gives the reason. */
export const CLAIM_FILTERS: readonly ClaimFilter[] = [
  {
    id: 'presupposed',
    about:
      'A noun phrase that only takes for granted what it names: a possession, a description before a name.',
    matches: ["The city's walls fell."],
    rejects: ['Ana Ruiz, a composer, died.'],
    drops: (_, { construction }) => construction === 'possession' || construction === 'description',
  },
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
    id: 'relative-subject',
    about:
      'A subject that is or begins with a pronoun whose noun was not found: `which`, `what had been`, `that`.',
    matches: ['Almost double what had been agreed was paid.'],
    rejects: ['The price, which had been discussed, doubled.'],
    drops: (tree, { subject, construction }) =>
      construction !== 'existential' &&
      /^(?:what|whatever|which|who|whoever|whom)$/.test(tree.form(subject.tokens[0]!)) &&
      tree.upos(subject.tokens[0]!) !== 'PROPN',
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
      if (rel === 'advcl' && role === 'adverbial')
        return isAskedWhen(tree, first) || tree.kids(first).some((kid) => tree.form(kid) === 'whether');
      return opensWithQuestionWord(tree, first);
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
    id: 'empty-subject',
    about: 'The subject points at nothing: an expletive, an indefinite or demonstrative pronoun.',
    matches: ['Anyone who saw the crash should call the police.', 'That helped.'],
    rejects: ['She saw the crash.', 'The witness saw the crash.'],
    drops: (tree, { subject, construction }) =>
      construction !== 'existential' &&
      subject.tokens.length === 1 &&
      EMPTY_SUBJECTS.has(tree.form(subject.head)) &&
      tree.upos(subject.head) !== 'NUM',
  },
  {
    id: 'expletive',
    about: 'An `it` that stands for a clause further on; that clause is the claim.',
    matches: ['It is clear that prices fell.'],
    rejects: ['It fell by ten points.'],
    drops: (tree, { subject, complements, head, role }) => {
      if (tree.form(subject.head) === 'it' && subject.tokens.length === 1) {
        const openQuestion = tree
          .kids(head)
          .some(
            (kid) =>
              tree.base(kid) === 'advcl' && tree.kids(kid).some((word) => tree.form(word) === 'whether'),
          );
        if (openQuestion) return true;
        // `said it was in no hurry to sell`
        if (tree.has(head, 'cop', 'nsubj') && tree.has(head, 'case') && !tree.has(head, 'csubj', 'ccomp'))
          return false;
        return (
          tree.rel(subject.head) === 'expl' ||
          (complements.some((one) => one.kind === 'clause') && tree.has(head, 'ccomp'))
        );
      }
      const impersonal = tree.kids(head).some((kid) => tree.rel(kid) === 'expl' && tree.form(kid) === 'it');
      const clausal = (kid: number) =>
        /^(?:csubj|ccomp)/.test(tree.rel(kid)) ||
        (tree.base(kid) === 'advcl' &&
          tree.kids(kid).some((word) => word < kid && /^(?:that|whether)$/.test(tree.form(word))));
      return impersonal && role !== 'implicit' && tree.kids(head).some(clausal);
    },
  },
  {
    id: 'filler',
    about: 'A phrase of conversation: `I think`, `you know`, `as we know`.',
    matches: ['The plan, I think, will work.'],
    rejects: ['The minister thinks the plan will work.'],
    drops: (tree, { subject, verbs, complements }) =>
      !complements.some((one) => one.kind === 'obj' || one.kind === 'predicative') &&
      subject.tokens.length === 1 &&
      /^(i|we|you)$/.test(tree.form(subject.head)) &&
      FILLERS.has(tree.lemma(verbs.at(-1) ?? subject.head)),
  },
  {
    id: 'bare-report',
    about: 'A verb of saying with a clause, which makes the claim, or with nothing said.',
    matches: ['The minister said.', 'The minister said that the bridge was safe.'],
    rejects: ['The minister told the truth.', 'The minister wrote to the court.'],
    drops: (tree, { verbs, complements, construction, subject }) => {
      if (construction !== 'active' || verbs.length !== 1) return false;
      const lemma = tree.lemma(verbs[0]!);
      // `has not commented`, `neither would say who was first` say something.
      if (isDenial(tree, verbs[0]!, subject.head)) {
        if (complements.length === 0) return false;
        const clause = complements.find((one) => one.kind === 'clause');
        if (clause !== undefined && opensWithQuestionWord(tree, clause.phrase.head)) return false;
      }
      if (complements.some((one) => one.kind === 'clause')) return SAYING.has(lemma);
      if (complements.length === 0)
        return (SAYING.has(lemma) && lemma !== 'testify' && lemma !== 'write') || SHOWING.has(lemma);
      return BARE_SAYING.has(lemma) && complements.every((one) => one.kind === 'obl');
    },
  },
  {
    id: 'light-verb',
    about: 'A verb that says next to nothing without an object, and has none.',
    matches: ['The council did.', 'The council has.'],
    rejects: ['The council did nothing.', 'The council resigned.'],
    drops: (tree, { verbs, complements, construction }) =>
      construction === 'active' &&
      complements.length === 0 &&
      verbs.length === 1 &&
      LIGHT_VERBS.has(tree.lemma(verbs[0]!)) &&
      !tree.has(verbs[0]!, 'compound:prt') &&
      !tree.kids(verbs[0]!).some((kid) => kid > verbs[0]! && tree.rel(kid) === 'advmod'),
  },
  {
    id: 'pronoun-alone',
    about: 'An `it` with a verb and nothing else (`as it stands`).',
    matches: ['It stands.'],
    rejects: ['It collapsed on Friday.', 'The wall stands.'],
    drops: (tree, { subject, complements, construction, role }) =>
      construction === 'active' &&
      // `said it would appeal` says what the firm will do.
      role !== 'complement' &&
      complements.length === 0 &&
      subject.tokens.length === 1 &&
      tree.form(subject.head) === 'it',
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
    id: 'place-relative',
    about: 'A restrictive clause with `where` or `when`, which only says which place or time is meant.',
    matches: ['Rescuers reached the village where the bus crashed.'],
    rejects: ['Rescuers reached Lodge, where the bus crashed.'],
    drops: (tree, { head, relation }) =>
      relation === 'acl:relcl' &&
      !isSetOff(tree, head) &&
      tree.kids(head).some((kid) => kid < head && /^(where|when|wherever)$/.test(tree.form(kid))),
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
  {
    id: 'unspecific-relative',
    about: 'A restrictive relative clause on a pronoun or an indefinite person: `those who`, `people who`.',
    matches: ['The law helps people who rent.'],
    rejects: ['The law helps Ana Ruiz, who rents a flat.'],
    drops: (tree, { role, subject, head }) =>
      role === 'relative' && isRestricting(tree, head, subject.head, subject.tokens.length),
  },
];

/** `declined to say when she would return`: the clause right behind a verb of telling is what is not told. */
function isAskedWhen(tree: Tree, head: number): boolean {
  const edge = tree.leftEdge(head);
  return (
    edge > 0 && edge - 1 === tree.head(head) && isAskedOf(tree, edge - 1) && WH_WORDS.has(tree.form(edge))
  );
}

/** No auxiliary carries a tense, and the clause has no subject. */
function isUntensed(tree: Tree, head: number): boolean {
  if (tree.has(head, 'nsubj', 'nsubj:pass', 'csubj', 'expl') || tree.rel(head) === 'conj') return false;
  return !tree.kids(head).some((kid) => tree.base(kid) === 'aux' && /^(?:MD|VB[DPZ])$/.test(tree.xpos(kid)));
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

/** A clause without subordinator after a verb that takes a bare one: `left ten people injured`. */
function isSmallClause(tree: Tree, { head, role }: Proposition): boolean {
  if (role !== 'complement' || tree.rel(head) !== 'ccomp' || tree.has(head, 'mark', 'aux', 'aux:pass', 'cop'))
    return false;
  const above = tree.head(head);
  // `Most women felt safe, the survey found`
  if (head < above && TENSED.has(tree.xpos(head))) return false;
  return above >= 0 && SMALL_CLAUSE_VERBS.has(tree.lemma(above));
}

const TENSED: ReadonlySet<string> = new Set(['VBD', 'VBP', 'VBZ']);
const SAYING: ReadonlySet<string> = new Set([...SAY_VERBS, 'tell', 'write']);
const BARE_SAYING: ReadonlySet<string> = new Set(['add', 'argue', 'claim', 'note', 'say', 'state', 'tell']);
/** Verbs that say nothing without what they show. */
const SHOWING: ReadonlySet<string> = new Set([
  'believe',
  'find',
  'hear',
  'indicate',
  'reveal',
  'show',
  'suggest',
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

/** The verb is negated, or nobody does it. */
function isDenial(tree: Tree, verb: number, subject: number): boolean {
  if (tree.kids(verb).some((kid) => isNegator(tree, kid))) return true;
  return [subject, ...tree.kids(subject)].some((token) =>
    /^(?:neither|nobody|none|no)$/.test(tree.form(token)),
  );
}

/** What is said inside such a clause is not said by the text either. */
const OPAQUE: ReadonlySet<string> = new Set([
  'comparison',
  'condition',
  'infinitive',
  'question',
  'non-finite-complement',
  'unspecific-relative',
  'empty-subject',
]);

/** Filters of a sentence's propositions: for each the id of the first that drops it, or null when it makes a claim. */
export function filterAll(tree: Tree, propositions: readonly Proposition[]): (string | null)[] {
  const verdicts = propositions.map(
    (one) =>
      (one.role === 'implicit' ? CLAIM_FILTERS.slice(0, 1) : CLAIM_FILTERS).find((filter) =>
        filter.drops(tree, one),
      )?.id ?? null,
  );
  const opaque = new Set<number>();
  for (const [at, verdict] of verdicts.entries()) {
    if (verdict !== null && OPAQUE.has(verdict)) for (const verb of propositions[at]!.verbs) opaque.add(verb);
  }
  if (opaque.size === 0) return verdicts;
  return verdicts.map((verdict, at) => {
    const one = propositions[at]!;
    if (verdict !== null || one.role === 'implicit') return verdict;
    const inside =
      one.role === 'complement' ||
      one.role === 'relative' ||
      one.role === 'participle' ||
      (one.role === 'conjunct' && one.subjectFrom !== 'own');
    if (!inside) return null;
    for (let above = tree.head(one.head); above >= 0; above = tree.head(above)) {
      if (opaque.has(above)) return 'inside-no-claim';
      if (tree.base(above) === 'root' || tree.base(above) === 'parataxis') break;
    }
    return null;
  });
}
