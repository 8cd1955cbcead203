import type { ClaimTime, TimeRole, TimexUse } from '../../core/layers.ts';
import { wordTable } from '../../lexicon/word-table.ts';
import { clauseAbove, clauseHeadOf } from './clause.ts';
import { type ClaimContext, tokenRange, topToken, touching } from './context.ts';
import { isSetOff } from './phrase.ts';
import type { Complement, Proposition } from './proposition.ts';
import type { Tree } from './tree.ts';

/** True when the complement is nothing but a time (`on Monday`, `last week`). */
export function isTimePhrase(context: ClaimContext, complement: Complement): boolean {
  if (complement.kind !== 'obl' && complement.kind !== 'obj') return false;
  const { tree } = context;
  const head = complement.phrase.head;
  const found = touching(context.timexes, { start: tree.start(head), end: tree.end(head) });
  if (complement.kind === 'obl') return found.length > 0;
  // An object is a time only when the parser took `last month` for one, not in `spent a year`.
  return found.some(
    ({ type, start, end }) =>
      type === 'DATE' &&
      start <= tree.start(complement.phrase.tokens[0]!) &&
      end >= tree.end(complement.phrase.tokens.at(-1)!),
  );
}

/** A time expression in the tree. */
interface PlacedTimex {
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

/** Times that name no point or stretch on the calendar. */
const VAGUE: ReadonlySet<string> = new Set(['PAST_REF', 'FUTURE_REF']);

/** The time expressions of a sentence and the clauses that they belong to. */
export class SentenceTimes {
  readonly #tree: Tree;
  readonly #placed: PlacedTimex[] = [];

  constructor(context: ClaimContext, sentence: number) {
    const { tree, sentences, timexes } = context;
    this.#tree = tree;
    const span = sentences[sentence]!;
    for (const timex of touching(timexes, span)) {
      if (
        (timex.type !== 'DATE' && timex.type !== 'TIME') ||
        VAGUE.has(timex.value) ||
        timex.value.startsWith('XXXX')
      )
        continue;
      const [first, last] = tokenRange(tree, timex);
      if (first >= last) continue;
      const top = topToken(tree, first, last);
      this.#placed.push(place(tree, timexes.indexOf(timex), timex.use, top));
    }
  }

  /** The times of the proposition, its event time first; `said` are times of saying, which are not the claim's. */
  of(proposition: Proposition, said: ReadonlySet<number>, isCue: (clause: number) => boolean): ClaimTime[] {
    if (proposition.role === 'implicit') return [];
    const clause = clauseHeadOf(this.#tree, proposition.head);
    const own = this.#placed.filter((one) => one.clause === clause && !said.has(one.timex));
    own.sort((a, b) => Number(b.direct) - Number(a.direct));
    if (own.length > 0) {
      let events = 0;
      return own.map(({ timex, role }) => ({
        timex,
        role: role !== 'event' ? role : events++ === 0 ? 'event' : 'reference',
      }));
    }
    return (
      this.#ofConsequence(proposition, clause, said) ?? this.#fromAbove(proposition, clause, said, isCue)
    );
  }

  /** `struck on Saturday, killing 17`: what follows as a participle happened when the clause above it did. */
  #ofConsequence(proposition: Proposition, clause: number, said: ReadonlySet<number>): ClaimTime[] | null {
    const tree = this.#tree;
    if (proposition.role !== 'participle' || proposition.subjectFrom !== 'controlled') return null;
    const above = clauseAbove(tree, clause);
    if (
      above < 0 ||
      above > clause ||
      tree.xpos(clause) !== 'VBG' ||
      tree.has(clause, 'aux', 'aux:pass', 'mark')
    )
      return null;
    const found = this.#placed.find(
      (one) => one.clause === above && one.direct && one.role === 'event' && !said.has(one.timex),
    );
    return found === undefined ? null : [{ timex: found.timex, role: found.role }];
  }

  /** A date before the first of several clauses holds for all of them; `when` takes the date that it explains. */
  #fromAbove(
    proposition: Proposition,
    clause: number,
    said: ReadonlySet<number>,
    isCue: (clause: number) => boolean,
  ): ClaimTime[] {
    const tree = this.#tree;
    let at = clause;
    for (let climb = 0; climb < 4; climb++) {
      const rel = tree.base(at);
      const above = clauseAbove(tree, at);
      if (above < 0) return [];
      const when = tree.kids(at).some((kid) => tree.form(kid) === 'when');
      if (rel === 'acl' && !when) return [];
      if (rel === 'advcl' && !when && proposition.subjectFrom === 'own' && climb === 0) return [];
      if (rel === 'ccomp' && isCue(above) && climb === 0 && tree.base(above) === 'root') return [];
      if (when) {
        // `from 1979 until 1986, when he resigned`: the date right before it.
        const before = this.#placed.findLast(
          (one) => one.clause === above && !said.has(one.timex) && one.top < at,
        );
        if (before !== undefined) return [{ timex: before.timex, role: 'event' }];
      }
      const found = this.#placed.find(
        (one) =>
          one.clause === above &&
          !said.has(one.timex) &&
          (one.preposed || when || (one.medial && rel === 'conj' && proposition.subjectFrom === 'shared')),
      );
      if (found !== undefined) return [{ timex: found.timex, role: found.role }];
      at = above;
    }
    return [];
  }
}

function place(tree: Tree, timex: number, use: TimexUse | undefined, top: number): PlacedTimex {
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
  const subject = tree.child(clause, 'nsubj', 'nsubj:pass', 'csubj');
  const anchor = subject >= 0 ? tree.leftEdge(subject) : clause;
  const role = roleOf(tree, top, clause, direct);
  return {
    timex,
    top,
    clause,
    direct,
    preposed: top < anchor && (rel === 'obl' || rel === 'advmod' || rel === 'nmod'),
    medial: direct && top > anchor && top < firstOfVerb(tree, clause),
    role: use === undefined || role === 'reference' ? role : ROLE_BY_USE[use],
  };
}

/** The first word of a verb with its auxiliaries. */
function firstOfVerb(tree: Tree, clause: number): number {
  return tree.kids(clause).find((kid) => kid < clause && /^(?:aux|cop)/.test(tree.rel(kid))) ?? clause;
}

/** The part that the time plays: by its preposition, and by those of the phrases around it. */
function roleOf(tree: Tree, top: number, clause: number, direct: boolean): TimeRole {
  for (let at = tree.head(top); at >= 0 && at !== clause; at = tree.head(at)) {
    // `higher than in May`, `from 6.9 percent in May`, `compared with 3 percent in 2020`.
    if (at === top) continue;
    const before = tree
      .kids(at)
      .filter((kid) => kid < at && (tree.rel(kid) === 'case' || tree.rel(kid) === 'mark'));
    if (before.some((kid) => COMPARING.has(tree.form(kid)))) return 'reference';
  }
  const marks = tree
    .kids(top)
    .filter((kid) => kid < top && (tree.rel(kid) === 'case' || tree.rel(kid) === 'mark'));
  if (marks.some((kid) => tree.form(kid) === 'than')) return 'reference';
  const preposition = marks[0] === undefined ? '' : tree.form(marks[0]);
  // `rose from a year earlier`, `the lowest since 2016`.
  if (preposition === 'from' && CHANGE_VERBS.has(tree.lemma(clause))) return 'reference';
  if (
    preposition === 'since' &&
    (!direct || tree.upos(tree.head(top)) !== 'VERB') &&
    tree.head(top) !== clause
  )
    return 'reference';
  return ROLE_BY_PREPOSITION[preposition] ?? 'event';
}

const COMPARING: ReadonlySet<string> = new Set(['compared', 'from', 'than', 'versus']);

/** Verbs of a quantity that changes; what it was before is no date of theirs. */
const CHANGE_VERBS: ReadonlySet<string> = new Set(
  'be climb decline decrease dip double drop ease edge fall grow increase jump narrow plunge rise shrink slip slow slump soar surge widen'.split(
    ' ',
  ),
);
