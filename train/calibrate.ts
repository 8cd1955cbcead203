/**
 * Logistic regression of one variable by Newton's method, with steps halved until they help: the chance that a name is right, by
 * the square root of its margin.
 * @param examples margin of a name found, and whether it is right
 */
export function calibrate(examples: readonly (readonly [margin: number, right: boolean])[]): {
  offset: number;
  slope: number;
} {
  const points = examples.map(([margin, right]) => [Math.sqrt(margin), right ? 1 : 0] as const);
  const loss = (offset: number, slope: number): number =>
    points.reduce((sum, [x, y]) => {
      const score = offset + slope * x;
      return sum + Math.log1p(Math.exp(-Math.abs(score))) + Math.max(0, score) - y * score;
    }, 0);
  let offset = 0;
  let slope = 0.1;
  for (let round = 0; round < 25; round++) {
    let g0 = 0;
    let g1 = -slope * 1e-3;
    let h00 = 1e-6;
    let h01 = 0;
    let h11 = 1e-3;
    for (const [x, y] of points) {
      const p = 1 / (1 + Math.exp(-(offset + slope * x)));
      g0 += y - p;
      g1 += (y - p) * x;
      h00 += p * (1 - p);
      h01 += p * (1 - p) * x;
      h11 += p * (1 - p) * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    const [d0, d1] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
    const before = loss(offset, slope);
    let step = 1;
    while (step > 1e-6 && !(loss(offset + step * d0, slope + step * d1) <= before)) step /= 2;
    if (step <= 1e-6) break;
    offset += step * d0;
    slope += step * d1;
  }
  const round4 = (value: number): number => Math.round(value * 1e4) / 1e4;
  return { offset: round4(offset), slope: round4(slope) };
}
