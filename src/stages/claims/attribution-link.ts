import type { Attribution } from '../../core/layers.ts';
import { contains, overlaps, type Span } from '../../core/span.ts';
import { JUDGE_VERBS } from '../../lexicon/cue-verbs.ts';
import { STANCE_VERBS } from '../../lexicon/stance-verbs.ts';
import { isFiniteClause, opensWithQuestionWord } from './clause.ts';
import { type ClaimContext, tokenRange } from './context.ts';
import { isEligible, isPassiveReport } from './eligible-attribution.ts';
import { isNegator } from './polarity.ts';
import type { Proposition } from './proposition.ts';

/**
 * - `reports`: the clause only hands on what the source says; the claims are in the content.
 * - `judges`: the source holds something to be so (`experts view it as`), or judges it in words that are quoted: the clause is
 *   a claim of the source.
 * - `tells`: that somebody said, promised, denied or accused is itself what the article tells.
 */
export type CueRole = 'reports' | 'judges' | 'tells';

const JUDGING: ReadonlySet<string> = new Set(JUDGE_VERBS);
const HOLDING: ReadonlySet<string> = new Set(STANCE_VERBS);

/** The attributions of a document that claims can hang on, with their place in the nesting. */
export class AttributionIndex {
  readonly #context: ClaimContext;
  readonly #attributions: readonly Attribution[];
  /** Token of a cue -> the first attribution that it is the cue of. */
  readonly #cues = new Map<number, number>();
  /** Those with a source and a clause or quotation for their content. */
  readonly #eligible: readonly boolean[];

  constructor(context: ClaimContext) {
    this.#context = context;
    this.#attributions = context.attributions;
    this.#eligible = context.attributions.map((one) => isEligible(context, one));
    for (const [index, { cue }] of context.attributions.entries()) {
      if (cue === null) continue;
      const [first, last] = tokenRange(context.tree, cue);
      for (let at = first; at < last; at++) if (!this.#cues.has(at)) this.#cues.set(at, index);
    }
  }

  /**
   * Indexes of the attributions whose content holds the predicate, or the words that imply it, outermost first. One
   * whose cue is itself part of the predicate does not count, unless the cue tells that it is hearsay (`is said to own`).
   */
  holding(predicate: Span): number[] {
    const found: number[] = [];
    for (const [index, one] of this.#attributions.entries()) {
      if (!this.#eligible[index]) continue;
      if (one.cue !== null && overlaps(one.cue, predicate)) {
        if (this.#isHearsay(one, predicate)) found.push(index);
        continue;
      }
      if (one.content.some((part) => contains(part, predicate) || mostly(part, predicate))) found.push(index);
    }
    // Of several the ones without a source add nothing.
    const named = found.filter((index) => this.#attributions[index]!.source !== null);
    return (named.length > 0 ? named : found).sort(
      (a, b) => this.#depth(a) - this.#depth(b) || this.#size(b) - this.#size(a) || a - b,
    );
  }

  /** `is said to own`, `was reportedly seen`: the predicate holds the cue with what it hands on. */
  #isHearsay({ cue, content }: Attribution, predicate: Span): boolean {
    const { tree } = this.#context;
    if (cue === null) return false;
    const adverb = tree.upos(tree.tokens.tokenAt(cue.start)) === 'ADV';
    if (!adverb && !isPassiveReport(tree, cue)) return false;
    return content.some((part) => overlaps(part, predicate));
  }

  /** The words stand in somebody's direct speech. */
  isDirect(words: Span): boolean {
    return this.#attributions.some(
      ({ quoteType, content }) => quoteType === 'direct' && content.some((part) => contains(part, words)),
    );
  }

  /** The attribution whose cue is one of the tokens, or -1. */
  cuedBy(tokens: readonly number[]): number {
    let first = -1;
    for (const token of tokens) {
      const index = this.#cues.get(token);
      if (index !== undefined && (first < 0 || index < first)) first = index;
    }
    return first;
  }

  /** What becomes of a clause whose predicate is the cue of the attribution. */
  roleOfCue(proposition: Proposition, index: number): CueRole {
    const { tree } = this.#context;
    const one = this.#attributions[index]!;
    // `plans to build`, `promised to go`: an infinitive of the source's own is not something handed on.
    if (proposition.verbs.length > 1) return 'tells';
    const clause = proposition.complements.find(({ kind }) => kind === 'clause');
    if (clause !== undefined) {
      const infinitive = tree
        .kids(clause.phrase.head)
        .some((kid) => tree.rel(kid) === 'mark' && tree.form(kid) === 'to');
      // `would not say whether she would appeal` hands nothing on.
      const silent =
        opensWithQuestionWord(tree, clause.phrase.head) &&
        tree.kids(proposition.verbs[0]!).some((kid) => isNegator(tree, kid));
      // `demanded that he resign`: what is demanded is no statement.
      const wished =
        !isFiniteClause(tree, clause.phrase.head) &&
        tree.xpos(clause.phrase.head) === 'VB' &&
        !tree.has(clause.phrase.head, 'aux');
      return silent ||
        (wished && one.quoteType === 'indirect') ||
        (infinitive && one.quoteType === 'indirect')
        ? 'tells'
        : 'reports';
    }
    const object = proposition.complements.find(({ kind }) => kind === 'obj');
    const lemma = tree.lemma(proposition.verbs[0]!);
    if (object !== undefined) {
      const span = {
        start: tree.start(object.phrase.tokens[0]!),
        end: tree.end(object.phrase.tokens.at(-1)!),
      };
      const inside = one.content.some((part) => overlaps(part, span));
      const quoted = one.quoteType !== 'indirect';
      if (one.source !== null && (HOLDING.has(lemma) || (quoted && JUDGING.has(lemma)))) return 'judges';
      if (inside && one.quoteType !== 'direct') return 'tells';
    }
    return this.#eligible[index] ? 'reports' : 'tells';
  }

  #depth(index: number): number {
    let depth = 0;
    for (let at = this.#attributions[index]?.within; at !== undefined && depth < 10; depth++) {
      at = this.#attributions[at]?.within;
    }
    return depth;
  }

  #size(index: number): number {
    return this.#attributions[index]!.content.reduce((sum, { start, end }) => sum + end - start, 0);
  }
}

function mostly(part: Span, predicate: Span): boolean {
  const common = Math.min(part.end, predicate.end) - Math.max(part.start, predicate.start);
  return common > 0.6 * (predicate.end - predicate.start);
}
