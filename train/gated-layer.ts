import type { Workspace } from './tensor.ts';

/** What the backward pass needs of a gated layer's forward pass. */
export interface GatedPass {
  /** Output, `words * 2 * units`. */
  readonly output: Float32Array;
  readonly candidate: Float32Array;
  readonly forget: Float32Array;
  readonly gate: Float32Array;
  readonly cell: Float32Array;
}

/**
 * Pools pre-activations along each sentence in both directions, as a quasi-recurrent layer does (Bradbury et al. 2017,
 * fo-pooling), with softsign for tanh and for the gates: c = f c' + (1 - f) z, h = o c.
 *
 * @param gates rows of candidate, forget and output pre-activations, each for both directions
 * @param bounds first word of each sentence, and at the end the number of words
 */
export function gatedForward(
  workspace: Workspace,
  gates: Float32Array,
  bounds: readonly number[],
  units: number,
): GatedPass {
  const width = 2 * units;
  const words = bounds[bounds.length - 1]!;
  const take = (): Float32Array => workspace.take(words * width);
  const output = take();
  const candidate = take();
  const forget = take();
  const gate = take();
  const cell = take();
  for (let s = 0; s + 1 < bounds.length; s++) {
    for (let direction = 0; direction < 2; direction++) {
      const first = direction === 0 ? bounds[s]! : bounds[s + 1]! - 1;
      const last = direction === 0 ? bounds[s + 1]! : bounds[s]! - 1;
      const step = direction === 0 ? 1 : -1;
      const from = direction * units;
      for (let t = first; t !== last; t += step) {
        const row = t * 3 * width;
        const own = t * width;
        const previous = t === first ? -1 : (t - step) * width;
        for (let d = from; d < from + units; d++) {
          const az = gates[row + d]!;
          const af = gates[row + width + d]!;
          const ao = gates[row + 2 * width + d]!;
          const z = az / (1 + Math.abs(az));
          const f = 0.5 + (0.5 * af) / (1 + Math.abs(af));
          const o = 0.5 + (0.5 * ao) / (1 + Math.abs(ao));
          const c = (previous < 0 ? 0 : f * cell[previous + d]!) + (1 - f) * z;
          candidate[own + d] = z;
          forget[own + d] = f;
          gate[own + d] = o;
          cell[own + d] = c;
          output[own + d] = o * c;
        }
      }
    }
  }
  return { output, candidate, forget, gate, cell };
}

/** Gradient of the pre-activations from that of the output. */
export function gatedBackward(
  workspace: Workspace,
  pass: GatedPass,
  gradient: Float32Array,
  bounds: readonly number[],
  units: number,
): Float32Array {
  const width = 2 * units;
  const words = bounds[bounds.length - 1]!;
  const out = workspace.take(words * 3 * width);
  const carry = new Float32Array(width);
  const { candidate, forget, gate, cell } = pass;
  for (let s = 0; s + 1 < bounds.length; s++) {
    carry.fill(0);
    for (let direction = 0; direction < 2; direction++) {
      const first = direction === 0 ? bounds[s + 1]! - 1 : bounds[s]!;
      const last = direction === 0 ? bounds[s]! - 1 : bounds[s + 1]!;
      const step = direction === 0 ? -1 : 1;
      const from = direction * units;
      for (let t = first; t !== last; t += step) {
        const row = t * 3 * width;
        const own = t * width;
        const previous = t + step === last ? -1 : (t + step) * width;
        for (let d = from; d < from + units; d++) {
          const z = candidate[own + d]!;
          const f = forget[own + d]!;
          const o = gate[own + d]!;
          const dh = gradient[own + d]!;
          const dc = dh * o + carry[d]!;
          const before = previous < 0 ? 0 : cell[previous + d]!;
          const slopeZ = 1 - Math.abs(z);
          const slopeF = 1 - Math.abs(2 * f - 1);
          const slopeO = 1 - Math.abs(2 * o - 1);
          out[row + d] = dc * (1 - f) * slopeZ * slopeZ;
          out[row + width + d] = dc * (before - z) * 0.5 * slopeF * slopeF;
          out[row + 2 * width + d] = dh * cell[own + d]! * 0.5 * slopeO * slopeO;
          carry[d] = dc * f;
        }
      }
    }
  }
  return out;
}
