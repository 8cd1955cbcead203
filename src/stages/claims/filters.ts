import type { ClaimFilter } from './filters/claim-filter.ts';
import { EMPTY_SUBJECT_FILTERS } from './filters/empty-subject-filters.ts';
import { IDLE_VERB_FILTERS } from './filters/idle-verb-filters.ts';
import { NON_FINITE_FILTERS } from './filters/non-finite-filters.ts';
import { RESTRICTING_FILTERS } from './filters/restricting-filters.ts';
import { UNASSERTED_FILTERS } from './filters/unasserted-filters.ts';
import type { Proposition } from './proposition.ts';
import type { Tree } from './tree.ts';

const PRESUPPOSED: ClaimFilter = {
  id: 'presupposed',
  about:
    'A noun phrase that only takes for granted what it names: a possession, a description before a name.',
  matches: ["The city's walls fell."],
  rejects: ['Ana Ruiz, a composer, died.'],
  drops: (_, { construction }) => construction === 'possession' || construction === 'description',
};

/** In order; the first that drops a proposition gives the reason. */
export const CLAIM_FILTERS: readonly ClaimFilter[] = [
  PRESUPPOSED,
  ...UNASSERTED_FILTERS,
  ...NON_FINITE_FILTERS,
  ...EMPTY_SUBJECT_FILTERS,
  ...IDLE_VERB_FILTERS,
  ...RESTRICTING_FILTERS,
];

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
      (one.role === 'implicit' ? [PRESUPPOSED] : CLAIM_FILTERS).find((filter) => filter.drops(tree, one))
        ?.id ?? null,
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
