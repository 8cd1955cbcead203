import type { BlockView } from './block-view.ts';

/** First and last block of a run, both included; `last < first` when there is none. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

/**
 * The contiguous run of blocks with the greatest sum of scores (maximum subarray, as body text extraction does
 * over tokens: Finn, Kushmerick and Smyth 2001).
 */
export function bestRun(scores: ArrayLike<number>): Run {
  let best: Run = { first: 0, last: -1, score: 0 };
  let sum = 0;
  let from = 0;
  for (let i = 0; i < scores.length; i++) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += scores[i]!;
    if (sum > best.score) best = { first: from, last: i, score: sum };
  }
  return best;
}

/** How much a block speaks for running text: its words when it holds sentences, a fixed cost when it does not. */
export function textScore(view: BlockView): number {
  const { words, rule } = view;
  if (rule?.certain) return rule.label === 'caption' ? -2 : -12;
  if (view.raw.linkChars > view.text.length * 0.6) return -8;
  if (view.gaps >= 2 && view.sentences < 2) return -12;
  if (words >= 8 && view.endsSentence && view.lowerShare > 0.4) return Math.min(words, 60);
  if (words >= 20 && view.lowerShare > 0.4) return words / 2;
  if (words >= 4 && view.endsSentence && view.lowerShare > 0.3) return 1;
  return -10;
}
