/**
 * Cross entropy times `weight`; turns the scores into their gradient. Only the first `used` columns count.
 */
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
    const own = scores[row + gold[i]!]! - most;
    for (let j = 0; j < used; j++) {
      const value = Math.exp(scores[row + j]! - most);
      scores[row + j] = value;
      sum += value;
    }
    loss -= (own - Math.log(sum)) * weight;
    const share = weight / sum;
    for (let j = 0; j < used; j++) scores[row + j]! *= share;
    scores.fill(0, row + used, row + columns);
    scores[row + gold[i]!]! -= weight;
  }
  return loss;
}

/**
 * Cross entropy of sets of classes times `weight`: of the sum of the probabilities of all that are allowed. Turns the scores into
 * their gradient.
 * @param allowed a row of 0 and 1 for each row of scores, as long as there are classes
 * @param columns values of a row of scores, those of the classes first
 */
export function allowedLoss(
  scores: Float32Array,
  allowed: Uint8Array,
  columns: number,
  weight: number,
): number {
  const rows = scores.length / columns;
  const classes = allowed.length / rows;
  let loss = 0;
  for (let i = 0; i < rows; i++) {
    const row = i * columns;
    let most = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < classes; j++) most = Math.max(most, scores[row + j]!);
    let sum = 0;
    let right = 0;
    for (let j = 0; j < classes; j++) {
      const value = Math.exp(scores[row + j]! - most);
      scores[row + j] = value;
      sum += value;
      if (allowed[i * classes + j] === 1) right += value;
    }
    loss -= Math.log(right / sum) * weight;
    for (let j = 0; j < classes; j++) {
      const own = allowed[i * classes + j] === 1 ? 1 / right : 0;
      scores[row + j]! *= weight * (1 / sum - own);
    }
    scores.fill(0, row + classes, row + columns);
  }
  return loss;
}

/** Multiplies the rows of each sentence by its row of the mask. */
export function maskRows(
  values: Float32Array,
  mask: Float32Array | null,
  bounds: readonly number[],
  width: number,
): void {
  if (mask === null) return;
  for (let s = 0; s + 1 < bounds.length; s++)
    for (let row = bounds[s]! * width; row < bounds[s + 1]! * width; row += width)
      for (let j = 0, at = s * width; j < width; j++, at++) values[row + j]! *= mask[at]!;
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

export function concatenated(parts: readonly Int32Array[]): Int32Array {
  const out = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
