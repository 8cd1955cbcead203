/**
 * Pools pre-activations along each piece in both directions, as a quasi-recurrent layer does (Bradbury et al. 2017,
 * fo-pooling), with softsign for tanh and for the gates: c = f c' + (1 - f) z, h = o c, and adds the shortcut.
 *
 * @param gates rows of candidate, forget and output pre-activations, each for both directions
 * @param bounds first word of each piece, and at the end the number of words
 */
export function pool(
  gates: Float32Array,
  bounds: Int32Array,
  units: number,
  out: Float32Array,
  shortcut: Float32Array | null,
): void {
  const width = 2 * units;
  const cell = new Float32Array(units);
  for (let s = 0; s + 1 < bounds.length; s++) {
    for (let direction = 0; direction < 2; direction++) {
      const first = direction === 0 ? bounds[s]! : bounds[s + 1]! - 1;
      const last = direction === 0 ? bounds[s + 1]! : bounds[s]! - 1;
      const step = direction === 0 ? 1 : -1;
      const from = direction * units;
      cell.fill(0);
      for (let t = first; t !== last; t += step) {
        const z = t * 3 * width + from;
        const f = z + width;
        const o = f + width;
        const to = t * width + from;
        for (let d = 0; d < units; d++) {
          const az = gates[z + d]!;
          const af = gates[f + d]!;
          const ao = gates[o + d]!;
          const candidate = az / (1 + Math.abs(az));
          const forget = 0.5 + (0.5 * af) / (1 + Math.abs(af));
          const value = forget * cell[d]! + (1 - forget) * candidate;
          cell[d] = value;
          const output = (0.5 + (0.5 * ao) / (1 + Math.abs(ao))) * value;
          out[to + d] = shortcut === null ? output : output + shortcut[to + d]!;
        }
      }
    }
  }
}
