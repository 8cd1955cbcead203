import { SortedIndex } from './sorted-index.ts';

/** The stored columns of a feature model; keys in ascending unsigned order. */
export interface FeatureModelColumns {
  readonly classes: number;
  readonly keys: Int32Array;
  /** Number of weights of each feature. */
  readonly counts: Uint8Array;
  /** Class and quantised weight, feature by feature. */
  readonly classOf: Uint8Array;
  readonly weights: Int8Array;
  /** The greatest weight; a stored q stands for sign(q) * scale * (q / 127)^2. */
  readonly scale: number;
}

/**
 * A linear multi-class model over hashed features (averaged perceptron, Collins 2002), each feature with a
 * short list of the classes it speaks for. Features that were never seen in training count nothing.
 */
export class FeatureModel {
  readonly classes: number;
  readonly #index: SortedIndex;
  /** First weight of each feature, and at the end the number of weights. */
  readonly #first: Uint32Array;
  readonly #classOf: Uint8Array;
  readonly #weights: Float32Array;

  constructor(columns: FeatureModelColumns) {
    this.classes = columns.classes;
    const size = columns.keys.length;
    this.#index = new SortedIndex(columns.keys);
    this.#first = new Uint32Array(size + 1);
    for (let row = 0; row < size; row++) this.#first[row + 1] = this.#first[row]! + columns.counts[row]!;
    this.#classOf = columns.classOf;
    const scale = new Float32Array(256);
    for (let q = -127; q < 128; q++) scale[q & 255] = Math.sign(q) * columns.scale * (q / 127) * (q / 127);
    const { weights } = columns;
    this.#weights = new Float32Array(weights.length);
    for (let p = 0; p < weights.length; p++) this.#weights[p] = scale[weights[p]! & 255]!;
  }

  /** Sums the weights of `features[from..to)` by class into `scores`. */
  score(features: Int32Array, from: number, to: number, scores: Float64Array): void {
    const index = this.#index;
    const first = this.#first;
    const classOf = this.#classOf;
    const weights = this.#weights;
    scores.fill(0);
    for (let f = from; f < to; f++) {
      const row = index.find(features[f]!);
      if (row < 0) continue;
      const end = first[row + 1]!;
      for (let p = first[row]!; p < end; p++) scores[classOf[p]!]! += weights[p]!;
    }
  }
}

/** What features are scored by: the model at work, or the one in training. */
export interface FeatureScorer {
  score(features: Int32Array, from: number, to: number, scores: Float64Array): void;
}
