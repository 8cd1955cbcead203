import type { WordVectors } from './vectors.ts';

/**
 * The vectors in fewer dimensions: their coordinates along the principal axes of greatest variance (by Jacobi's
 * method).
 */
export function reduceVectors({ words, dimensions, values }: WordVectors, to: number): WordVectors {
  const count = words.length;
  const mean = new Float64Array(dimensions);
  for (let i = 0; i < values.length; i++) mean[i % dimensions]! += values[i]! / count;
  const covariance = new Float64Array(dimensions * dimensions);
  for (let i = 0; i < count; i++) {
    for (let a = 0; a < dimensions; a++) {
      const da = values[i * dimensions + a]! - mean[a]!;
      for (let b = 0; b <= a; b++)
        covariance[a * dimensions + b]! += (da * (values[i * dimensions + b]! - mean[b]!)) / count;
    }
  }
  for (let a = 0; a < dimensions; a++)
    for (let b = a + 1; b < dimensions; b++) covariance[a * dimensions + b] = covariance[b * dimensions + a]!;
  const { axes, variances } = principalAxes(covariance, dimensions);
  const order = Array.from(variances, (_, k) => k).sort((a, b) => variances[b]! - variances[a]! || a - b);
  const out = new Float32Array(count * to);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < to; k++) {
      let sum = 0;
      for (let d = 0; d < dimensions; d++)
        sum += (values[i * dimensions + d]! - mean[d]!) * axes[d * dimensions + order[k]!]!;
      out[i * to + k] = sum;
    }
  }
  return { words, dimensions: to, values: out };
}

/** Eigenvectors (columns) and eigenvalues of a symmetric matrix, by cyclic Jacobi rotations. */
function principalAxes(symmetric: Float64Array, n: number): { axes: Float64Array; variances: Float64Array } {
  const a = Float64Array.from(symmetric);
  const axes = new Float64Array(n * n);
  for (let i = 0; i < n; i++) axes[i * n + i] = 1;
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p * n + q]!;
        if (Math.abs(apq) < 1e-12) continue;
        const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const akp = a[k * n + p]!;
          const akq = a[k * n + q]!;
          a[k * n + p] = c * akp - s * akq;
          a[k * n + q] = s * akp + c * akq;
        }
        for (let k = 0; k < n; k++) {
          const apk = a[p * n + k]!;
          const aqk = a[q * n + k]!;
          a[p * n + k] = c * apk - s * aqk;
          a[q * n + k] = s * apk + c * aqk;
        }
        for (let k = 0; k < n; k++) {
          const vkp = axes[k * n + p]!;
          const vkq = axes[k * n + q]!;
          axes[k * n + p] = c * vkp - s * vkq;
          axes[k * n + q] = s * vkp + c * vkq;
        }
      }
    }
  }
  return { axes, variances: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!) };
}
