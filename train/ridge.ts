/** A fitted ridge regression. */
export interface Ridge {
  readonly weights: Float64Array;
  readonly bias: number;
  /** What each example would be given by the model fitted without it (the hat matrix's closed form). */
  readonly leftOut: Float64Array;
}

/**
 * Ridge regression in closed form with an unpenalised intercept (Hoerl & Kennard 1970), with leave-one-out predictions.
 * @param rows examples of equal length; memory and time grow with the square and cube of that length
 */
export function ridge(rows: readonly Float64Array[], targets: readonly number[], penalty: number): Ridge {
  const n = rows.length;
  const d = rows[0]!.length;
  const means = new Float64Array(d);
  for (const row of rows) for (let j = 0; j < d; j++) means[j]! += row[j]! / n;
  const mean = targets.reduce((sum, value) => sum + value, 0) / n;
  const centred = rows.map((row) => row.map((value, j) => value - means[j]!));
  const gram = Array.from({ length: d }, () => new Float64Array(d));
  const right = new Float64Array(d);
  for (const [i, row] of centred.entries()) {
    for (let a = 0; a < d; a++) {
      const value = row[a]!;
      if (value === 0) continue;
      right[a]! += value * (targets[i]! - mean);
      const line = gram[a]!;
      for (let b = 0; b <= a; b++) line[b]! += value * row[b]!;
    }
  }
  for (let a = 0; a < d; a++) gram[a]![a]! += penalty;
  const lower = cholesky(gram);
  const weights = backward(lower, forward(lower, right));
  let bias = mean;
  for (let j = 0; j < d; j++) bias -= weights[j]! * means[j]!;
  const leftOut = Float64Array.from(centred, (row, i) => {
    const half = forward(lower, row);
    const leverage = 1 / n + half.reduce((sum, value) => sum + value * value, 0);
    let fitted = mean;
    for (let j = 0; j < d; j++) fitted += weights[j]! * row[j]!;
    return targets[i]! - (targets[i]! - fitted) / (1 - leverage);
  });
  return { weights, bias, leftOut };
}

/** Solves `matrix * x = right` for a symmetric positive matrix, of which the lower half is given. */
export function solvePositive(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const lower = cholesky(matrix);
  return backward(lower, forward(lower, right));
}

/** Lower triangle of the Cholesky factor of a symmetric positive matrix, of which the lower half is given. */
function cholesky(matrix: readonly Float64Array[]): Float64Array[] {
  const d = matrix.length;
  const lower = matrix.map((row) => Float64Array.from(row));
  for (let i = 0; i < d; i++) {
    const row = lower[i]!;
    for (let j = 0; j <= i; j++) {
      const other = lower[j]!;
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * other[k]!;
      row[j] = i === j ? Math.sqrt(sum) : sum / other[j]!;
    }
  }
  return lower;
}

function forward(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const out = new Float64Array(right.length);
  for (let i = 0; i < out.length; i++) {
    const row = lower[i]!;
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= row[k]! * out[k]!;
    out[i] = sum / row[i]!;
  }
  return out;
}

function backward(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const out = new Float64Array(right.length);
  for (let i = out.length - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let k = i + 1; k < out.length; k++) sum -= lower[k]![i]! * out[k]!;
    out[i] = sum / lower[i]![i]!;
  }
  return out;
}
