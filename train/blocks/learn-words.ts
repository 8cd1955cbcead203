import type { WordWeights } from '../../src/stages/blocks/word-score.ts';
import { randomOf } from './boost.ts';

export interface WordRow {
  readonly hashes: readonly number[];
  /** 0 to 1, may be soft. */
  readonly target: number;
  readonly weight: number;
  readonly fold: number;
  readonly site: number;
}

/** Sites that must have a word; fewer tell the subject, not what part of a page it is. */
const MIN_SITES = 12;
const EPOCHS = 3;
const RATE = 0.3;
const L2 = 2e-6;

/** Which of the hashed words enough sites have. */
export function commonWords(rows: readonly WordRow[], bits: number): Uint8Array {
  const size = 2 ** bits;
  const counts = new Uint16Array(size);
  const last = new Int32Array(size).fill(-1);
  for (const { hashes, site } of [...rows].sort((a, b) => a.site - b.site))
    for (const hash of hashes) {
      const k = hash & (size - 1);
      if (last[k] === site) continue;
      last[k] = site;
      counts[k]!++;
    }
  return Uint8Array.from(counts, (count) => (count >= MIN_SITES ? 1 : 0));
}

/** Logistic regression over hashed words by AdaGrad (Duchi, Hazan and Singer 2011); rows in a fixed random order. */
export function learnWords(all: readonly WordRow[], bits: number, seed: number): WordWeights {
  const random = randomOf(seed);
  const size = 2 ** bits;
  const common = commonWords(all, bits);
  const rows = all.map((row) => ({ ...row, hashes: row.hashes.filter((hash) => common[hash & (size - 1)]) }));
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-3);
  let bias = 0;
  let biasSquares = 1e-3;
  const order = rows.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const at of order) {
      const { hashes, target, weight } = rows[at]!;
      if (hashes.length === 0 || weight === 0) continue;
      const scale = 1 / Math.sqrt(hashes.length);
      let sum = 0;
      for (const hash of hashes) sum += weights[hash & (size - 1)]!;
      const p = 1 / (1 + Math.exp(-(bias + sum * scale)));
      const g = (p - target) * weight;
      biasSquares += g * g;
      bias -= (RATE * g) / Math.sqrt(biasSquares);
      for (const hash of hashes) {
        const k = hash & (size - 1);
        const own = g * scale + L2 * weights[k]!;
        squares[k]! += own * own;
        weights[k]! -= (RATE * own) / Math.sqrt(squares[k]!);
      }
    }
  }
  return { bias, weights };
}
