import type { Trees } from '../../src/stages/blocks/trees.ts';

// Histogram gradient boosting with logistic loss, leaf by leaf, best gain first (LightGBM; Ke et al. 2017).

export interface Rows {
  readonly width: number;
  /** Row after row. */
  readonly values: Float32Array;
  /** 0 to 1, may be soft. */
  readonly target: Float32Array;
  readonly weight: Float32Array;
}

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly rowShare: number;
  readonly columnShare: number;
  /** Least sum of second derivatives in a leaf. */
  readonly minHessian: number;
  readonly lambda: number;
  readonly seed: number;
}

const BINS = 64;

/** Deterministic uniform numbers (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Leaf {
  readonly rows: Int32Array;
  readonly histogram: Float64Array;
  readonly node: number;
  gain: number;
  feature: number;
  bin: number;
  readonly g: number;
  readonly h: number;
}

export function boost(rows: Rows, only: Int32Array, options: BoostOptions): Trees {
  const random = randomOf(options.seed);
  const { width, values, target, weight } = rows;
  const { cuts, bins } = binned(rows, only, random);
  const count = target.length;
  const score = new Float32Array(count);
  let positive = 0;
  let all = 0;
  for (const row of only) {
    positive += target[row]! * weight[row]!;
    all += weight[row]!;
  }
  const base = Math.log((positive + 1e-6) / (all - positive + 1e-6));
  score.fill(base);
  const gradient = new Float32Array(count);
  const hessian = new Float32Array(count);
  const roots: number[] = [];
  const feature: number[] = [];
  const value: number[] = [];
  const left: number[] = [];

  for (let t = 0; t < options.trees; t++) {
    for (const row of only) {
      const p = 1 / (1 + Math.exp(-score[row]!));
      gradient[row] = (p - target[row]!) * weight[row]!;
      hessian[row] = Math.max(p * (1 - p), 1e-4) * weight[row]!;
    }
    const sample = only.filter(() => random() < options.rowShare);
    const columns = Array.from({ length: width }, (_, f) => f).filter(() => random() < options.columnShare);
    roots.push(feature.length);
    const add = (): number => {
      feature.push(-1);
      value.push(0);
      left.push(0);
      return feature.length - 1;
    };
    const histogramOf = (members: Int32Array): Float64Array => {
      const histogram = new Float64Array(columns.length * BINS * 2);
      for (let c = 0; c < columns.length; c++) {
        const column = bins[columns[c]!]!;
        const offset = c * BINS * 2;
        for (let k = 0; k < members.length; k++) {
          const row = members[k]!;
          const at = offset + column[row]! * 2;
          histogram[at]! += gradient[row]!;
          histogram[at + 1]! += hessian[row]!;
        }
      }
      return histogram;
    };
    const leafOf = (members: Int32Array, histogram: Float64Array, node: number): Leaf => {
      let g = 0;
      let h = 0;
      for (const row of members) {
        g += gradient[row]!;
        h += hessian[row]!;
      }
      const leaf: Leaf = { rows: members, histogram, node, gain: 0, feature: -1, bin: -1, g, h };
      const whole = (g * g) / (h + options.lambda);
      for (let c = 0; c < columns.length; c++) {
        let gl = 0;
        let hl = 0;
        for (let b = 0; b < BINS - 1; b++) {
          const at = (c * BINS + b) * 2;
          gl += histogram[at]!;
          hl += histogram[at + 1]!;
          if (hl < options.minHessian) continue;
          const hr = h - hl;
          if (hr < options.minHessian) break;
          const gr = g - gl;
          const gain = (gl * gl) / (hl + options.lambda) + (gr * gr) / (hr + options.lambda) - whole;
          if (gain > leaf.gain) {
            leaf.gain = gain;
            leaf.feature = columns[c]!;
            leaf.bin = b;
          }
        }
      }
      return leaf;
    };
    const leaves: Leaf[] = [leafOf(sample, histogramOf(sample), add())];
    while (leaves.length < options.leaves) {
      let best = -1;
      for (let k = 0; k < leaves.length; k++)
        if (leaves[k]!.gain > (best < 0 ? 1e-6 : leaves[best]!.gain)) best = k;
      if (best < 0) break;
      const leaf = leaves[best]!;
      const column = bins[leaf.feature]!;
      const lower = leaf.rows.filter((row) => column[row]! <= leaf.bin);
      const upper = leaf.rows.filter((row) => column[row]! > leaf.bin);
      const small = lower.length <= upper.length ? lower : upper;
      const smallHistogram = histogramOf(small);
      const largeHistogram = leaf.histogram.map((sum, k) => sum - smallHistogram[k]!);
      feature[leaf.node] = leaf.feature;
      value[leaf.node] = cuts[leaf.feature]![leaf.bin]!;
      const child = add();
      add();
      left[leaf.node] = child;
      leaves[best] = leafOf(lower, small === lower ? smallHistogram : largeHistogram, child);
      leaves.push(leafOf(upper, small === upper ? smallHistogram : largeHistogram, child + 1));
    }
    for (const leaf of leaves) value[leaf.node] = (-leaf.g / (leaf.h + options.lambda)) * options.rate;
    // Scores of all rows, sampled or not, by the tree itself.
    const root = roots[t]!;
    for (const row of only) {
      let node = root;
      while (feature[node]! >= 0)
        node =
          values[row * width + feature[node]!]! <= Math.fround(value[node]!) ? left[node]! : left[node]! + 1;
      score[row]! += value[node]!;
    }
  }
  return {
    base,
    roots: Int32Array.from(roots),
    feature: Int16Array.from(feature),
    value: Float32Array.from(value),
    left: Int32Array.from(left),
  };
}

/** Quantile bins of every column, and the upper border of each bin. */
function binned({ width, values, target }: Rows, only: Int32Array, random: () => number) {
  const sample = only.filter(() => random() < Math.min(1, 20000 / only.length));
  const cuts: Float32Array[] = [];
  const bins: Uint8Array[] = [];
  for (let f = 0; f < width; f++) {
    const sorted = Float32Array.from(sample, (row) => values[row * width + f]!).sort();
    const borders: number[] = [];
    for (let b = 1; b < BINS; b++) {
      const border = sorted[Math.floor((b * sorted.length) / BINS)]!;
      if (borders.length === 0 || border > borders.at(-1)!) borders.push(border);
    }
    // Few distinct values want each its own bin.
    const distinct = [...new Set(sorted)];
    const chosen = Float32Array.from(distinct.length < BINS ? distinct : borders);
    cuts.push(chosen);
    const column = new Uint8Array(target.length);
    for (let row = 0; row < target.length; row++) {
      const v = values[row * width + f]!;
      let low = 0;
      let high = chosen.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (chosen[middle]! < v) low = middle + 1;
        else high = middle;
      }
      column[row] = Math.min(low, BINS - 1);
    }
    bins.push(column);
  }
  return { cuts, bins };
}
