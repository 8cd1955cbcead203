import { hashString } from '../src/language/hash.ts';
import { normaliseForm } from '../src/language/lexeme.ts';
import { randomSource } from './random.ts';
import type { WordVectors } from './vectors.ts';

export interface Clustering {
  /** Hashes of the lower-case forms, ascending as unsigned numbers. */
  readonly keys: Int32Array;
  readonly classes: Uint16Array;
  /** The coarse class of each class. */
  readonly coarse: Uint8Array;
}

/** Word classes: spherical k-means over the vectors, and the same over the means for the coarse classes. */
export function clusterVectors(
  vectors: WordVectors,
  { classes, coarse, rounds, seed }: { classes: number; coarse: number; rounds: number; seed: number },
): Clustering {
  const points = normalised(vectors.values, vectors.dimensions);
  const fine = kMeans(points, vectors.dimensions, classes, rounds, seed);
  const upper = kMeans(fine.means, vectors.dimensions, coarse, rounds * 2, seed + 1);
  const byKey = new Map<number, number>();
  vectors.words.forEach((word, i) => {
    const key = hashString(normaliseForm(word).toLowerCase());
    if (!byKey.has(key)) byKey.set(key, fine.of[i]!);
  });
  const sorted = [...byKey].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0));
  return {
    keys: Int32Array.from(sorted, ([key]) => key),
    classes: Uint16Array.from(sorted, ([, value]) => value),
    coarse: Uint8Array.from(upper.of),
  };
}

function normalised(values: Float32Array, dimensions: number): Float32Array {
  const out = Float32Array.from(values);
  for (let at = 0; at < out.length; at += dimensions) {
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += out[at + d]! ** 2;
    const size = Math.sqrt(sum) || 1;
    for (let d = 0; d < dimensions; d++) out[at + d]! /= size;
  }
  return out;
}

function kMeans(
  points: Float32Array,
  dimensions: number,
  k: number,
  rounds: number,
  seed: number,
): { readonly of: Int32Array; readonly means: Float32Array } {
  const count = points.length / dimensions;
  const random = randomSource(seed);
  const means = new Float32Array(k * dimensions);
  // Start from frequent words, which come first: rare ones are noisy.
  const pool = Math.min(count, k * 8);
  for (let c = 0; c < k; c++) {
    const pick = Math.floor(((c + random()) / k) * pool);
    means.set(points.subarray(pick * dimensions, (pick + 1) * dimensions), c * dimensions);
  }
  const of = new Int32Array(count);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < count; i++) of[i] = nearest(points, i * dimensions, means, dimensions, k);
    means.fill(0);
    for (let i = 0; i < count; i++) {
      const at = of[i]! * dimensions;
      for (let d = 0; d < dimensions; d++) means[at + d]! += points[i * dimensions + d]!;
    }
    means.set(normalised(means, dimensions));
  }
  return { of, means };
}

function nearest(
  points: Float32Array,
  at: number,
  means: Float32Array,
  dimensions: number,
  k: number,
): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < k; c++) {
    let dot = 0;
    const from = c * dimensions;
    for (let d = 0; d < dimensions; d++) dot += points[at + d]! * means[from + d]!;
    if (dot > most) {
      most = dot;
      best = c;
    }
  }
  return best;
}
