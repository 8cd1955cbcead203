import type { Claim } from '../../core/layers.ts';
import type { TokenTable } from '../../core/tokens.ts';
import { marginAt, scaled, tokensOf } from './confidence-features.ts';

/** A sentence as far as it bears on how well its claims were read. */
export interface SentenceReading {
  /** Its tokens, from `first` to before `end`. */
  readonly first: number;
  readonly end: number;
  readonly words: number;
  readonly verbs: number;
  readonly commas: number;
  /** Mean margin of its heads, scaled, and the share of words whose head was nearly a guess. */
  readonly margin: number;
  readonly doubts: number;
  /** Share of its words that some claim's slot holds. */
  readonly covered: number;
  /** Some claim's slot holds the root of its tree. */
  readonly rootClaimed: boolean;
}

/** @param claims those of the sentence */
export function readSentence(
  tokens: TokenTable,
  sentence: number,
  claims: readonly Claim[],
): SentenceReading {
  const first = tokens.first(sentence);
  const end = tokens.end(sentence);
  const held = new Uint8Array(end - first);
  for (const { subject, predicate, object, args } of claims) {
    for (const part of [subject, predicate, object, ...args]) {
      if (part === null) continue;
      const range = tokensOf(tokens, part);
      held.fill(1, Math.max(0, range.first - first), Math.max(0, range.last - first));
    }
  }
  let words = 0;
  let verbs = 0;
  let commas = 0;
  let margin = 0;
  let doubts = 0;
  let covered = 0;
  let rootClaimed = false;
  for (let at = first; at < end; at++) {
    const pos = tokens.upos(at);
    if (tokens.xpos(at) === ',') commas++;
    if (tokens.head(at) < 0 && held[at - first] === 1) rootClaimed = true;
    if (pos === 'PUNCT') continue;
    words++;
    if (pos === 'VERB') verbs++;
    const own = marginAt(tokens, 'head', at);
    margin += scaled(own);
    if (own < 1) doubts++;
    covered += held[at - first]!;
  }
  const all = Math.max(1, words);
  return {
    first,
    end,
    words,
    verbs,
    commas,
    margin: margin / all,
    doubts: Math.min(1, (3 * doubts) / all),
    covered: covered / all,
    rootClaimed,
  };
}
