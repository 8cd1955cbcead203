import type { Workspace } from './tensor.ts';

/** Cross entropy times `weight`; turns the scores into their gradient. Only the first `used` columns count. */
export function softmaxLoss(
  scores: Float32Array,
  gold: Int32Array,
  columns: number,
  used: number,
  weight: number,
): number {
  let loss = 0;
  for (let i = 0; i < gold.length; i++) {
    const row = i * columns;
    let most = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < used; j++) if (scores[row + j]! > most) most = scores[row + j]!;
    let sum = 0;
    for (let j = 0; j < used; j++) sum += Math.exp(scores[row + j]! - most);
    loss -= (scores[row + gold[i]!]! - most - Math.log(sum)) * weight;
    for (let j = 0; j < columns; j++)
      scores[row + j] = j < used ? (Math.exp(scores[row + j]! - most) / sum) * weight : 0;
    scores[row + gold[i]!]! -= weight;
  }
  return loss;
}

export function addBias(values: Float32Array, bias: Float32Array): void {
  for (let i = 0; i < values.length; i += bias.length)
    for (let j = 0; j < bias.length; j++) values[i + j]! += bias[j]!;
}

export function sumRows(values: Float32Array, into: Float32Array): void {
  for (let i = 0; i < values.length; i += into.length)
    for (let j = 0; j < into.length; j++) into[j]! += values[i + j]!;
}

export function rectified(values: Float32Array): Float32Array {
  for (let i = 0; i < values.length; i++) if (values[i]! < 0) values[i] = 0;
  return values;
}

export function gateByValue(gradient: Float32Array, value: Float32Array): void {
  for (let i = 0; i < gradient.length; i++) if (value[i]! <= 0) gradient[i] = 0;
}

export function multiplied(workspace: Workspace, a: Float32Array, b: Float32Array): Float32Array {
  const out = workspace.take(a.length);
  for (let i = 0; i < a.length; i++) out[i] = a[i]! * b[i]!;
  return out;
}

export function concatenated(parts: readonly Int32Array[]): Int32Array {
  const out = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
