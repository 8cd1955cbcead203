/**
 * Logistic regression of one variable by Newton's method: the chance that a name with this margin is right.
 * @param examples margin of a name found, and whether it is right
 */
export function calibrate(examples: readonly (readonly [margin: number, right: boolean])[]): {
  offset: number;
  slope: number;
} {
  let offset = 0;
  let slope = 0.1;
  for (let round = 0; round < 25; round++) {
    let g0 = 0;
    let g1 = -slope * 1e-3;
    let h00 = 1e-6;
    let h01 = 0;
    let h11 = 1e-3;
    for (const [margin, right] of examples) {
      const p = 1 / (1 + Math.exp(-(offset + slope * margin)));
      const error = (right ? 1 : 0) - p;
      g0 += error;
      g1 += error * margin;
      h00 += p * (1 - p);
      h01 += p * (1 - p) * margin;
      h11 += p * (1 - p) * margin * margin;
    }
    const determinant = h00 * h11 - h01 * h01;
    offset += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  const round4 = (value: number): number => Math.round(value * 1e4) / 1e4;
  return { offset: round4(offset), slope: round4(slope) };
}
