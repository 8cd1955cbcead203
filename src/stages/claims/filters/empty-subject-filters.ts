import type { ClaimFilter } from './claim-filter.ts';

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

/** Subjects that point at nothing. */
export const EMPTY_SUBJECT_FILTERS: readonly ClaimFilter[] = [
  {
    id: 'relative-subject',
    about:
      'A subject that is or begins with a pronoun whose noun was not found: `which`, `what had been`, `that`.',
    matches: ['What began as a protest over fuel prices has become a revolt.'],
    rejects: ['The price, which had been discussed, doubled.'],
    drops: (tree, { subject, construction }) =>
      construction !== 'existential' &&
      /^(?:what|whatever|which|who|whoever|whom)$/.test(tree.form(subject.tokens[0]!)) &&
      tree.upos(subject.tokens[0]!) !== 'PROPN',
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
];
