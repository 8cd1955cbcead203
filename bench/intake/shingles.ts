// The measure of the article-extraction benchmarks (zyte's article-extraction-benchmark): multiset overlap of
// 4-word shingles, normalised by page, precision and recall as means over pages, F1 as their harmonic mean.

const N = 4;

function shingles(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  if (words.length === 0) return counts;
  for (let i = 0; i < Math.max(1, words.length - N + 1); i++) {
    const key = words.slice(i, i + N).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export interface PageScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function scorePage(gold: string, predicted: string): PageScore {
  const truth = shingles(gold);
  const found = shingles(predicted);
  let tp = 0;
  let fp = 0;
  let fn = 0;
  for (const [key, count] of truth) {
    const other = found.get(key) ?? 0;
    tp += Math.min(count, other);
    fn += Math.max(0, count - other);
  }
  for (const [key, count] of found) fp += Math.max(0, count - (truth.get(key) ?? 0));
  const ratio = (right: number, wrong: number) =>
    wrong === 0 && right === 0 ? (fp === 0 && fn === 0 ? 1 : 0) : right / (right + wrong);
  const precision = ratio(tp, fp);
  const recall = ratio(tp, fn);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Harmonic mean of mean precision and mean recall. */
export function overallF1(scores: readonly PageScore[]): PageScore {
  const mean = (of: (score: PageScore) => number) =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  const precision = mean((s) => s.precision);
  const recall = mean((s) => s.recall);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
