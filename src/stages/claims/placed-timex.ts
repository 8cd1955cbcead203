import type { TimeRole, Timex, TimexUse } from '../../core/layers.ts';
import { wordTable } from '../../lexicon/word-table.ts';
import { clauseAbove, clauseHeadOf } from './clause.ts';
import { isSetOff } from './phrase.ts';
import type { Tree } from './tree.ts';

/** A time expression in the tree. */
export interface PlacedTimex {
  readonly timex: number;
  /** Its uppermost token. */
  readonly top: number;
  /** Head of the clause that it stands in. */
  readonly clause: number;
  /** Hangs on the verb itself, not inside a noun phrase. */
  readonly direct: boolean;
  /** Stands before the clause's subject. */
  readonly preposed: boolean;
  /** Stands between the subject and its verb (`The court on Monday freed one man and jailed another`). */
  readonly medial: boolean;
  /** TIMEX3 value. */
  readonly value: string;
  /** A day, or a part of one. */
  readonly isDay: boolean;
  readonly role: TimeRole;
}

const ROLE_BY_PREPOSITION = wordTable<TimeRole>({
  after: 'reference',
  before: 'reference',
  since: 'validFrom',
  from: 'validFrom',
  until: 'validUntil',
  till: 'validUntil',
  through: 'validUntil',
});

const ROLE_BY_USE: Readonly<Record<TimexUse, TimeRole>> = {
  comparison: 'reference',
  since: 'validFrom',
  from: 'validFrom',
  until: 'validUntil',
  to: 'validUntil',
};

/**
 * Where a time expression stands in the tree and what part it plays there; null where it only names a thing (`a 2017
 * contract was breached`).
 *
 * @param index of the timex in its layer
 * @param top its uppermost token
 */
export function placeTimex(tree: Tree, timex: Timex, index: number, top: number): PlacedTimex | null {
  if (isLabel(tree, timex, top) || isInAside(tree, top)) return null;
  let clause = clauseHeadOf(tree, top);
  // `an attack on Jose Ruiz, known as Pepe, on May 2`: after a comma the date is not the participle's.
  if (tree.rel(clause) === 'acl' && isSetOff(tree, top)) clause = Math.max(clauseAbove(tree, clause), 0);
  let at = top;
  while (
    tree.head(at) >= 0 &&
    tree.head(at) !== clause &&
    at !== clause &&
    tree.upos(tree.head(at)) !== 'VERB'
  )
    at = tree.head(at);
  const rel = tree.base(at);
  const direct = at === top && (rel === 'obl' || rel === 'advmod' || rel === 'nmod' || rel === 'obj');
  // `said on Monday it had lost contact`: what stands right after the verb of saying dates that.
  const saying = clauseAbove(tree, clause);
  if (direct && tree.base(clause) === 'ccomp' && saying >= 0 && tree.leftEdge(top) === saying + 1)
    clause = saying;
  const subject = tree.child(clause, 'nsubj', 'nsubj:pass', 'csubj');
  const anchor = subject >= 0 ? tree.leftEdge(subject) : clause;
  const role = roleOf(tree, timex, top, clause, direct);
  const { use } = timex;
  return {
    timex: index,
    top,
    clause,
    direct,
    preposed: top < anchor && (rel === 'obl' || rel === 'advmod' || rel === 'nmod'),
    medial: direct && top > anchor && top < firstOfVerb(tree, clause),
    value: timex.value,
    isDay: /^\d{4}-\d{2}-\d{2}/.test(timex.value),
    role: use === undefined || role === 'reference' ? role : ROLE_BY_USE[use],
  };
}

/** The first calendar value lies after the second; of two months, years or days only. */
export function isAfter(first: string, second: string): boolean {
  const length = Math.min(first.length, second.length);
  const plain = /^\d{4}(?:-\d{2}){0,2}/;
  return plain.test(first) && plain.test(second) && first.slice(0, length) > second.slice(0, length);
}

/** The first word of a verb with its auxiliaries. */
function firstOfVerb(tree: Tree, clause: number): number {
  return tree.kids(clause).find((kid) => kid < clause && /^(?:aux|cop)/.test(tree.rel(kid))) ?? clause;
}

/** The part that the time plays: by its preposition, and by those of the phrases around it. */
function roleOf(tree: Tree, timex: Timex, top: number, clause: number, direct: boolean): TimeRole {
  for (let at = tree.head(top); at >= 0 && at !== clause; at = tree.head(at)) {
    // `higher than in May`, `from 6.9 percent in May`, `compared with 3 percent in 2020`.
    if (at === top) continue;
    const before = tree
      .kids(at)
      .filter((kid) => kid < at && (tree.rel(kid) === 'case' || tree.rel(kid) === 'mark'));
    if (before.some((kid) => COMPARING.has(tree.form(kid)))) return 'reference';
  }
  // `since the 2019 election`: the preposition is the occasion's.
  const governed = /^\d{4}$/.test(timex.value) && isOccasion(tree, tree.head(top)) ? tree.head(top) : top;
  const marks = tree
    .kids(governed)
    .filter((kid) => kid < governed && (tree.rel(kid) === 'case' || tree.rel(kid) === 'mark'));
  if (marks.some((kid) => tree.form(kid) === 'than')) return 'reference';
  const preposition = marks[0] === undefined ? '' : tree.form(marks[0]);
  // `before dawn on Monday`, `shortly after 3 p.m.`: about that hour.
  if ((preposition === 'before' || preposition === 'after') && HOURLY.has(timex.granularity)) return 'event';
  // `rose from a year earlier`, `the lowest since 2016`.
  if (preposition === 'from' && CHANGE_VERBS.has(tree.lemma(clause))) return 'reference';
  if (
    preposition === 'since' &&
    governed === top &&
    (!direct || tree.upos(tree.head(top)) !== 'VERB') &&
    tree.head(top) !== clause
  )
    return 'reference';
  return ROLE_BY_PREPOSITION[preposition] ?? 'event';
}

/**
 * A year that tells one thing from others of its kind (`the 2019 law`, `a 2017 contract`) dates no verb, unless the thing is
 * what the verb took place at: `lost her seat in the 2019 election`.
 */
function isLabel(tree: Tree, timex: Timex, top: number): boolean {
  if (!/^\d{4}$/.test(timex.value)) return false;
  const noun = tree.head(top);
  if (noun < 0 || noun < top || tree.has(top, 'case') || !/^(?:NOUN|PROPN)$/.test(tree.upos(noun)))
    return false;
  if (!/^(?:nummod|compound|amod|nmod|obl)$/.test(tree.base(top))) return false;
  // `2024 sales of 12 billion`: the year that a figure is of.
  if (MEASURED.has(tree.lemma(noun))) return false;
  return !isOccasion(tree, noun);
}

/** `Ana Ruiz, its chair since 2019, resigned`; not the date behind the aside in `shot two men, both farmers, on Monday`. */
function isInAside(tree: Tree, top: number): boolean {
  if (isSetOff(tree, top)) return false;
  for (let at = top; at >= 0; at = tree.head(at)) {
    if (tree.base(at) === 'appos' && isSetOff(tree, at)) return true;
    if (tree.upos(at) === 'VERB' && tree.base(at) !== 'amod') return false;
  }
  return false;
}

/** What the verb took place at: `in the election`, `since the survey`. */
function isOccasion(tree: Tree, noun: number): boolean {
  if (noun < 0 || tree.base(noun) !== 'obl') return false;
  return tree.kids(noun).some((kid) => tree.rel(kid) === 'case' && OCCASION.has(tree.form(kid)));
}

const MEASURED: ReadonlySet<string> = new Set(
  'budget deficit earning earnings growth income inflation loss output profit result revenue sale sales spending turnover'.split(
    ' ',
  ),
);

const OCCASION: ReadonlySet<string> = new Set(['after', 'at', 'before', 'during', 'in', 'since', 'until']);

const HOURLY: ReadonlySet<string> = new Set(['second', 'minute', 'hour', 'part-of-day']);

/** Before a thing that another is set beside: `up from 3% in May`, `the costliest since Yasi in 2011`, `a drought like that of 2012`. */
const COMPARING: ReadonlySet<string> = new Set([
  'as',
  'compared',
  'from',
  'like',
  'since',
  'than',
  'unlike',
  'versus',
]);

/** Verbs of a quantity that changes; what it was before is no date of theirs. */
const CHANGE_VERBS: ReadonlySet<string> = new Set(
  'be climb decline decrease dip double drop ease edge fall grow increase jump narrow plunge rise shrink slip slow slump soar surge widen'.split(
    ' ',
  ),
);
