import type { Attribution } from '../../core/layers.ts';
import { contains, overlaps, type Span } from '../../core/span.ts';
import type { ClaimContext } from './context.ts';
import type { Proposition } from './proposition.ts';

/** The attributions of a document in the order of their content, with their place in the nesting. */
export class AttributionIndex {
  readonly #attributions: readonly Attribution[];

  constructor(context: ClaimContext) {
    this.#attributions = context.attributions;
  }

  /** Indexes of the attributions whose content holds the predicate (or the words that imply it), outermost first. */
  holding(predicate: Span): number[] {
    const found: number[] = [];
    for (const [index, one] of this.#attributions.entries()) {
      if (one.content.some((part) => contains(part, predicate) || mostly(part, predicate))) found.push(index);
    }
    return found.sort((a, b) => this.#depth(a) - this.#depth(b) || this.#size(b) - this.#size(a) || a - b);
  }

  /** The attribution whose cue is one of the tokens, or -1. */
  cuedBy(context: ClaimContext, tokens: readonly number[]): number {
    const { tree } = context;
    for (const [index, { cue }] of this.#attributions.entries()) {
      if (cue === null) continue;
      if (tokens.some((token) => overlaps(cue, { start: tree.start(token), end: tree.end(token) })))
        return index;
    }
    return -1;
  }

  #depth(index: number): number {
    let depth = 0;
    for (
      let at = this.#attributions[index]?.within;
      at !== undefined && depth < 10;
      at = this.#attributions[at]?.within
    )
      depth++;
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

/**
 * What becomes of a clause whose predicate is itself the cue of an attribution: `reports` when it only hands
 * on a clause or quotation (no claim of its own), `judges` when its object is a thing that the source judges.
 */
export function cueRole(
  context: ClaimContext,
  proposition: Proposition,
  attribution: Attribution,
): 'reports' | 'judges' {
  const { tree } = context;
  for (const { kind, phrase } of proposition.complements) {
    if (kind !== 'obj' && kind !== 'obl') continue;
    const span = { start: tree.start(phrase.tokens[0]!), end: tree.end(phrase.tokens.at(-1)!) };
    if (attribution.content.some((part) => overlaps(part, span))) {
      return attribution.quoteType === 'indirect' || kind === 'obj' ? 'judges' : 'reports';
    }
  }
  return 'reports';
}
