import { isRestricting, isSetOff } from '../phrase.ts';
import type { ClaimFilter } from './claim-filter.ts';

/** Clauses that only say which thing is meant. */
export const RESTRICTING_FILTERS: readonly ClaimFilter[] = [
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
    id: 'unspecific-relative',
    about: 'A restrictive relative clause on a pronoun or an indefinite person: `those who`, `people who`.',
    matches: ['The law helps people who rent.'],
    rejects: ['The law helps Ana Ruiz, who rents a flat.'],
    drops: (tree, { role, subject, head }) =>
      role === 'relative' && isRestricting(tree, head, subject.head, subject.tokens.length),
  },
];
