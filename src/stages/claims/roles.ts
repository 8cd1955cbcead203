import { wordTable } from '../../lexicon/word-table.ts';
import type { Complement } from './proposition.ts';
import type { Tree } from './tree.ts';

/** Role of an argument by its preposition; those that depend on more stand in {@link roleOfArgument}. */
const BY_PREPOSITION = wordTable<string>({
  about: 'topic',
  above: 'place',
  according: 'source',
  across: 'place',
  after: 'time',
  against: 'opponent',
  along: 'place',
  alongside: 'company',
  amid: 'circumstance',
  among: 'place',
  around: 'place',
  as: 'capacity',
  at: 'place',
  because: 'cause',
  before: 'time',
  behind: 'place',
  below: 'place',
  beneath: 'place',
  beside: 'place',
  between: 'place',
  by: 'means',
  concerning: 'topic',
  despite: 'circumstance',
  due: 'cause',
  during: 'time',
  following: 'time',
  for: 'beneficiary',
  from: 'origin',
  in: 'place',
  inside: 'place',
  into: 'goal',
  like: 'comparison',
  near: 'place',
  of: 'topic',
  off: 'place',
  on: 'place',
  onto: 'goal',
  outside: 'place',
  over: 'topic',
  per: 'measure',
  regarding: 'topic',
  since: 'time',
  through: 'means',
  throughout: 'place',
  to: 'goal',
  toward: 'goal',
  towards: 'goal',
  under: 'circumstance',
  until: 'time',
  upon: 'circumstance',
  via: 'means',
  with: 'company',
  within: 'place',
  without: 'circumstance',
});

/** What part the argument plays; `other` when its preposition does not say. */
export function roleOfArgument(tree: Tree, complement: Complement, isTime: boolean): string {
  const prep = complement.prep.length > 0 ? tree.form(complement.prep[0]!) : '';
  if (isTime) return 'time';
  switch (complement.kind) {
    case 'agent':
      return 'agent';
    case 'iobj':
      return 'recipient';
    case 'obj':
      return 'theme';
    case 'predicative':
      return 'attribute';
    case 'clause':
      return 'content';
    case 'adverbial':
      if (prep === 'to' || prep === 'in') return 'purpose';
      return BY_PREPOSITION[prep] ?? 'circumstance';
    default:
      return BY_PREPOSITION[prep] ?? 'other';
  }
}
