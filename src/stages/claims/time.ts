import type { ClaimTime, TimeRole, TimexUse } from '../../core/layers.ts';
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
  /** Head of the clause that it stands in. */
  readonly clause: number;
  /** Hangs on the verb itself, not inside a noun phrase. */
  readonly direct: boolean;
  /** Stands before the clause's subject. */
  readonly preposed: boolean;
  readonly role: TimeRole;
}

const ROLE_BY_PREPOSITION: Readonly<Record<string, TimeRole>> = {
  after: 'reference',
  before: 'reference',
  since: 'validFrom',
  from: 'validFrom',
  until: 'validUntil',
  till: 'validUntil',
  through: 'validUntil',
};

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
    return this.#fromAbove(proposition, clause, said, isCue);
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
      const found = this.#placed.find(
        (one) => one.clause === above && !said.has(one.timex) && (one.preposed || when),
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
  const preposition = tree.child(top, 'case', 'mark');
  return {
    timex,
    clause,
    direct,
    preposed: top < anchor && (rel === 'obl' || rel === 'advmod' || rel === 'nmod'),
    role:
      use !== undefined
        ? ROLE_BY_USE[use]
        : ((preposition >= 0 ? ROLE_BY_PREPOSITION[tree.form(preposition)] : undefined) ?? 'event'),
  };
}
