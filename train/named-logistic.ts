import { sigmoid } from '../src/stages/scores/linear-model.ts';
import { solvePositive } from './ridge.ts';

/** An example by named features; what is not named is 0. */
export interface NamedExample {
  readonly features: ReadonlyMap<string, number>;
  readonly right: 0 | 1;
}

/** Newton steps; each about squares the distance to the optimum. */
const STEPS = 12;

/**
 * Weights of a logistic model by Newton's method with an L2 penalty (on all but `bias`), rounded to four digits. Features
 * that fewer than `MIN_EXAMPLES` examples have are left out.
 * @param penalty against the sum over all examples
 */
export function fitNamed(examples: readonly NamedExample[], penalty: number): Record<string, number> {
  const seen = new Map<string, number>();
  for (const { features } of examples)
    for (const [name, value] of features) if (value !== 0) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].flatMap(([name, times]) => (times >= MIN_EXAMPLES ? [name] : [])).sort();
  const indexOf = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features }) =>
    [...features].flatMap(([name, value]): [number, number][] => {
      const at = indexOf.get(name);
      return at === undefined || value === 0 ? [] : [[at, value]];
    }),
  );
  const size = names.length;
  const weights = new Float64Array(size);
  const ridgeOf = (at: number): number => (names[at] === 'bias' ? 1e-3 : penalty);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (const [at, row] of rows.entries()) {
      let score = 0;
      for (const [index, value] of row) score += weights[index]! * value;
      const chance = sigmoid(score);
      const error = examples[at]!.right - chance;
      const curve = Math.max(1e-4, chance * (1 - chance));
      for (const [index, value] of row) {
        gradient[index]! += error * value;
        const line = hessian[index]!;
        for (const [other, more] of row) if (other <= index) line[other]! += curve * value * more;
      }
    }
    for (let at = 0; at < size; at++) {
      gradient[at]! -= ridgeOf(at) * weights[at]!;
      hessian[at]![at]! += ridgeOf(at);
    }
    const change = solvePositive(hessian, gradient);
    for (let at = 0; at < size; at++) weights[at]! += change[at]!;
  }
  return Object.fromEntries(names.map((name, at) => [name, Math.round(weights[at]! * 1e4) / 1e4]));
}

const MIN_EXAMPLES = 5;
