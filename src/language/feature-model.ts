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
  readonly #keys: Int32Array;
  readonly #ranges: Uint32Array;
  readonly #classOf: Uint8Array;
  readonly #weights: Float32Array;
  readonly #mask: number;

  constructor(columns: FeatureModelColumns) {
    this.classes = columns.classes;
    const size = columns.keys.length;
    let capacity = 16;
    while (capacity < size * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(capacity);
    this.#ranges = new Uint32Array(capacity * 2);
    this.#classOf = columns.classOf;
    const scale = new Float32Array(256);
    for (let q = -127; q < 128; q++) scale[q & 255] = Math.sign(q) * columns.scale * (q / 127) * (q / 127);
    const { weights } = columns;
    this.#weights = new Float32Array(weights.length);
    for (let p = 0; p < weights.length; p++) this.#weights[p] = scale[weights[p]! & 255]!;
    let from = 0;
    for (let j = 0; j < size; j++) {
      const key = columns.keys[j]!;
      let i = (key ^ (key >>> 15)) & this.#mask;
      while (this.#keys[i] !== 0) i = (i + 1) & this.#mask;
      this.#keys[i] = key;
      this.#ranges[2 * i] = from;
      from += columns.counts[j]!;
      this.#ranges[2 * i + 1] = from;
    }
  }

  /** Sums the weights of `features[from..to)` by class into `scores`. */
  score(features: Int32Array, from: number, to: number, scores: Float64Array): void {
    const keys = this.#keys;
    const ranges = this.#ranges;
    const classOf = this.#classOf;
    const weights = this.#weights;
    const mask = this.#mask;
    scores.fill(0);
    for (let f = from; f < to; f++) {
      const key = features[f]!;
      let i = (key ^ (key >>> 15)) & mask;
      for (;;) {
        const found = keys[i]!;
        if (found === key) {
          const end = ranges[2 * i + 1]!;
          for (let p = ranges[2 * i]!; p < end; p++) scores[classOf[p]!]! += weights[p]!;
          break;
        }
        if (found === 0) break;
        i = (i + 1) & mask;
      }
    }
  }
}

/** What features are scored by: the model at work, or the one in training. */
export interface FeatureScorer {
  score(features: Int32Array, from: number, to: number, scores: Float64Array): void;
}
