import { sumRows } from './network-math.ts';
import type { Parameter, Workspace } from './tensor.ts';

/** `x weights + bias`. */
export function affine(
  workspace: Workspace,
  x: Float32Array,
  weights: Parameter,
  bias: Parameter | null,
  rows: number,
  columns: number,
  inner: number,
): Float32Array {
  const out = workspace.take(rows * columns);
  if (bias !== null) for (let i = 0; i < rows; i++) out.set(bias.value, i * columns);
  workspace.product(x, weights.value, out, rows, columns, inner);
  return out;
}

/** Adds to the gradients of an affine map's weights, bias and input. */
export function backAffine(
  workspace: Workspace,
  x: Float32Array,
  gradient: Float32Array,
  weights: Parameter,
  bias: Parameter | null,
  dx: Float32Array,
  rows: number,
  columns: number,
  inner: number,
): void {
  if (bias !== null) sumRows(gradient, bias.gradient);
  workspace.product(workspace.transpose(x, rows, inner), gradient, weights.gradient, inner, columns, rows);
  workspace.product(gradient, workspace.transpose(weights.value, inner, columns), dx, rows, inner, columns);
}
