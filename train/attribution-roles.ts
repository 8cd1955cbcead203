import type { ArticleView } from '../src/stages/attribution/article-view.ts';
import { bestRoles, cuePosition } from '../src/stages/attribution/decode-roles.ts';
import { FeatureBuffer } from '../src/stages/attribution/feature-buffer.ts';
import { type Frame, frameOf } from '../src/stages/attribution/frame.ts';
import { addRoleFeatures, addTransitionFeatures, ROLES } from '../src/stages/attribution/role-features.ts';
import { type Segment, segmentsOf } from '../src/stages/attribution/segments.ts';
import type { FeatureLists } from './attribution-learn.ts';
import { shuffle } from './random.ts';

const K = ROLES.length;

/** A cue's segments, with the rows of their features in a `FeatureLists`. */
export interface RoleExample {
  readonly frame: Frame;
  readonly segments: readonly Segment[];
  readonly gold: Uint8Array;
  /** Row of a segment's own features; its K steps follow (one for the first segment). */
  readonly rows: readonly number[];
}

const buffer = new FeatureBuffer();

export function roleExample(
  view: ArticleView,
  cue: number,
  gold: (segments: readonly Segment[]) => Uint8Array,
  lists: FeatureLists,
): RoleExample {
  const frame = frameOf(view, cue);
  const segments = segmentsOf(view, cue);
  const position = cuePosition(segments, cue);
  const rows: number[] = [];
  for (let at = 0; at < segments.length; at++) {
    buffer.clear();
    addRoleFeatures(view, frame, segments, at, position, buffer);
    rows.push(lists.push(buffer.values, buffer.length));
    for (let from = at === 0 ? -1 : 0; from < (at === 0 ? 0 : K); from++) {
      buffer.clear();
      addTransitionFeatures(view, frame, segments, at, position, from, buffer);
      lists.push(buffer.values, buffer.length);
    }
  }
  return { frame, segments, gold: gold(segments), rows };
}

/** Structured averaged perceptron (Collins 2002) over the parts of a cue's segments. @returns weights [feature * K + part] */
export function trainRoles(
  examples: readonly RoleExample[],
  lists: FeatureLists,
  random: () => number,
  epochs: number,
  log: (line: string) => void,
): Float32Array {
  const size = lists.index.size * K;
  const weights = new Float32Array(size);
  const totals = new Float64Array(size);
  const order = examples.map((_, index) => index);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    let all = 0;
    for (const index of order) {
      const example = examples[index]!;
      const n = example.segments.length;
      if (n === 0) continue;
      const scores = scoresOf(example, lists, weights);
      addCost(example, scores.own);
      const { roles } = bestRoles(n, scores);
      all += n;
      step++;
      for (let at = 0; at < n; at++) {
        const good = example.gold[at]!;
        const bad = roles[at]!;
        if (good !== bad) wrong++;
        const goodFrom = at === 0 ? 0 : 1 + example.gold[at - 1]!;
        const badFrom = at === 0 ? 0 : 1 + roles[at - 1]!;
        if (good === bad && goodFrom === badFrom) continue;
        const row = example.rows[at]!;
        if (good !== bad) {
          add(lists, weights, totals, row, good, 1, step);
          add(lists, weights, totals, row, bad, -1, step);
        }
        add(lists, weights, totals, row + Math.max(1, goodFrom), good, 1, step);
        add(lists, weights, totals, row + Math.max(1, badFrom), bad, -1, step);
      }
    }
    log(`roles epoch ${epoch}: ${((100 * wrong) / all).toFixed(2)}% of ${all} segments wrong`);
  }
  return weights.map((value, slot) => value - totals[slot]! / step);
}

/** Weight of a wrong word, in units of a feature. */
const MARGIN = 8;

/** Wrong parts gain what they would cost, so that right ones must win by that much (Taskar et al. 2003). */
function addCost({ segments, gold }: RoleExample, own: Float64Array): void {
  for (const [at, { first, last }] of segments.entries()) {
    const cost = MARGIN * Math.log2(1 + last - first);
    for (let part = 0; part < K; part++) if (part !== gold[at]) own[at * K + part]! += cost;
  }
}

function add(
  lists: FeatureLists,
  weights: Float32Array,
  totals: Float64Array,
  row: number,
  part: number,
  amount: number,
  step: number,
) {
  for (let i = lists.starts[row]!; i < lists.starts[row + 1]!; i++) {
    const cell = lists.values[i]! * K + part;
    weights[cell]! += amount;
    totals[cell]! += amount * step;
  }
}

export function scoresOf(example: RoleExample, lists: FeatureLists, weights: Float32Array) {
  const n = example.segments.length;
  const own = new Float64Array(n * K);
  const step = new Float64Array(n * (K + 1) * K);
  const sum = (row: number, out: Float64Array, offset: number) => {
    for (let i = lists.starts[row]!; i < lists.starts[row + 1]!; i++) {
      const cell = lists.values[i]! * K;
      for (let part = 0; part < K; part++) out[offset + part]! += weights[cell + part]!;
    }
  };
  for (let at = 0; at < n; at++) {
    const row = example.rows[at]!;
    sum(row, own, at * K);
    if (at === 0) sum(row + 1, step, 0);
    else for (let from = 0; from < K; from++) sum(row + 1 + from, step, (at * (K + 1) + from + 1) * K);
  }
  return { own, step };
}
