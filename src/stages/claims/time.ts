import type { ClaimTime } from '../../core/layers.ts';
import { auxiliariesOf, clauseAbove, clauseHeadOf } from './clause.ts';
import { type ClaimContext, tokenRange, topToken, touching } from './context.ts';
import { isAfter, type PlacedTimex, placeTimex } from './placed-timex.ts';
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
      const placed = placeTimex(tree, timex, timexes.indexOf(timex), top);
      if (placed !== null) this.#placed.push(placed);
    }
  }

  /** The times of the proposition, its event time first; `said` are times of saying, which are not the claim's. */
  of(proposition: Proposition, said: ReadonlySet<number>, isCue: (clause: number) => boolean): ClaimTime[] {
    if (proposition.role === 'implicit') return [];
    const clause = clauseHeadOf(this.#tree, proposition.head);
    const own = withoutLateStart(this.#placed.filter((one) => one.clause === clause && !said.has(one.timex)));
    own.sort((a, b) => Number(b.direct) - Number(a.direct));
    if (own.length > 0) {
      let events = 0;
      return own.map(({ timex, role }) => ({
        timex,
        role: role !== 'event' ? role : events++ === 0 ? 'event' : 'reference',
      }));
    }
    return (
      this.#ofConsequence(proposition, clause, said) ??
      this.#ofPartner(clause, said) ??
      this.#fromAbove(proposition, clause, said, isCue)
    );
  }

  /**
   * Two clauses in the past that tell of one moment share its day: `were hurt when a tram derailed on Friday`, `hid as police
   * arrived on Monday`, `was shot and killed on Monday`, `freed one man on Monday and jailed another`.
   */
  #ofPartner(clause: number, said: ReadonlySet<number>): ClaimTime[] | null {
    const tree = this.#tree;
    if (!isPast(tree, clause)) return null;
    const partners = tree.kids(clause).filter((kid) => isSimultaneous(tree, kid) || isJoined(tree, kid));
    if (isSimultaneous(tree, clause) || isJoined(tree, clause)) partners.push(tree.head(clause));
    for (const partner of partners) {
      if (!isPast(tree, partner)) continue;
      const found = this.#placed.find(
        (one) =>
          one.clause === partner && one.direct && one.isDay && one.role === 'event' && !said.has(one.timex),
      );
      if (found !== undefined) return [{ timex: found.timex, role: 'event' }];
    }
    return null;
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

/** A stretch cannot begin after its end: of `between March and May last year` read so, the first year is a wrong guess. */
function withoutLateStart(times: PlacedTimex[]): PlacedTimex[] {
  const end = times.find(({ role }) => role === 'validUntil');
  if (end === undefined) return times;
  return times.filter(({ role, value }) => role !== 'validFrom' || !isAfter(value, end.value));
}

/** `when a tram derailed`, `as the verdict was read`, `while serving a warrant`. */
function isSimultaneous(tree: Tree, clause: number): boolean {
  if (tree.base(clause) !== 'advcl') return false;
  const edge = tree.leftEdge(clause);
  if (!/^(?:as|when|while)$/.test(tree.form(edge))) return false;
  return edge === 0 || tree.form(edge - 1) !== 'as';
}

/** A second verb of the same subject. */
function isJoined(tree: Tree, clause: number): boolean {
  return tree.rel(clause) === 'conj' && !tree.has(clause, 'nsubj', 'nsubj:pass');
}

/** In the simple past, active or passive; not `had left`. */
function isPast(tree: Tree, clause: number): boolean {
  const auxiliaries = auxiliariesOf(tree, clause);
  if (auxiliaries.length > 0)
    return auxiliaries.every((token) => /^(?:was|were|been)$/.test(tree.form(token)));
  return /^VB[DN]$/.test(tree.xpos(clause));
}
