import { formatTable } from '../harness.ts';

export interface Judged {
  readonly confidence: number;
  readonly right: 0 | 1;
}

/**
 * How often claims of each confidence are right, and the expected calibration error over ten bins; `chance` is the error
 * that a perfectly calibrated confidence would show on so few claims (mean absolute deviation of a binomial).
 */
export function reliability(claims: readonly Judged[]): {
  table: string;
  error: number;
  chance: number;
  meanRight: number;
} {
  const rows: (string | number)[][] = [['confidence', 'claims', 'mean', 'right']];
  let error = 0;
  let chance = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = claims.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    const right = inside.filter((one) => one.right === 1).length / inside.length;
    error += (Math.abs(mean - right) * inside.length) / claims.length;
    chance += Math.sqrt((2 * mean * (1 - mean) * inside.length) / Math.PI) / claims.length;
    rows.push([`${bin / 10}-${(bin + 1) / 10}`, String(inside.length), mean.toFixed(2), right.toFixed(2)]);
  }
  const meanRight = claims.filter((one) => one.right === 1).length / Math.max(1, claims.length);
  return { table: formatTable(rows), error, chance, meanRight };
}

/** The chance that a right claim has a greater confidence than a wrong one (area under the ROC curve; equal ones count half). */
export function auroc(claims: readonly Judged[]): number {
  const sorted = claims.toSorted((a, b) => a.confidence - b.confidence);
  let ranks = 0;
  let right = 0;
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && sorted[end]!.confidence === sorted[at]!.confidence) end++;
    for (let k = at; k < end; k++) {
      if (sorted[k]!.right === 0) continue;
      right++;
      ranks += (at + end + 1) / 2;
    }
    at = end;
  }
  const wrong = claims.length - right;
  return right === 0 || wrong === 0 ? Number.NaN : (ranks - (right * (right + 1)) / 2) / (right * wrong);
}
