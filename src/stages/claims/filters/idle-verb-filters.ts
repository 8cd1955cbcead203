import { SAY_VERBS } from '../../../lexicon/cue-verbs.ts';
import { opensWithQuestionWord } from '../clause.ts';
import { isNegator } from '../polarity.ts';
import type { Tree } from '../tree.ts';
import type { ClaimFilter } from './claim-filter.ts';

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

/** Verbs that say nothing by themselves. */
export const IDLE_VERB_FILTERS: readonly ClaimFilter[] = [
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
];

/** The verb is negated, or nobody does it. */
function isDenial(tree: Tree, verb: number, subject: number): boolean {
  if (tree.kids(verb).some((kid) => isNegator(tree, kid))) return true;
  return [subject, ...tree.kids(subject)].some((token) =>
    /^(?:neither|nobody|none|no)$/.test(tree.form(token)),
  );
}
