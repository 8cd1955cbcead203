import { LABEL_COLUMNS, type NameNetworkShape } from '../src/language/name-network.ts';
import { affine, backAffine } from './affine.ts';
import { Layers, type TrainingOptions, type TypedSentence, type TypeFeatures } from './layers.ts';
import { allowedLoss } from './network-math.ts';
import { type Parameter, step } from './tensor.ts';

/** A sentence as the name network learns it. */
export interface NameExample extends TypedSentence {
  /** For each word a row of `NAME_LABELS`: 1 for the labels that it may have. */
  readonly allowed: Uint8Array;
}

/** The name network in training: one gated recurrent layer, and on it the scores of the labels. */
export class NameNetwork {
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly #layers: Layers;
  readonly #width: number;
  #step = 0;

  /** @param vectors pretrained vectors, a row each */
  constructor(
    shape: NameNetworkShape,
    vectors: Float32Array,
    words: number,
    types: readonly TypeFeatures[],
    options: TrainingOptions,
  ) {
    this.#layers = new Layers({ ...shape, layers: 1 }, vectors, words, types, options);
    this.#width = 2 * shape.units;
    this.parameters = {
      ...this.#layers.parameters,
      label: this.#layers.dense(this.#width, LABEL_COLUMNS),
      labelBias: this.#layers.zeros(LABEL_COLUMNS),
    };
  }

  /** One step on a batch; returns its loss, a mean over its words. */
  train(batch: readonly NameExample[], rate: number): number {
    const loss = this.accumulate(batch);
    step(this.parameters, rate, ++this.#step);
    return loss;
  }

  /** Adds the gradients of a batch's loss to the parameters. */
  accumulate(batch: readonly NameExample[]): number {
    const { label, labelBias } = this.parameters;
    const { workspace } = this.#layers;
    const encoding = this.#layers.encode(batch);
    const { bounds, top } = encoding;
    const n = bounds[bounds.length - 1]!;
    const width = this.#width;
    const scores = affine(workspace, top, label!, labelBias!, n, LABEL_COLUMNS, width);
    let loss = 0;
    batch.forEach(({ allowed, types }, s) => {
      const from = bounds[s]! * LABEL_COLUMNS;
      const rows = scores.subarray(from, from + types.length * LABEL_COLUMNS);
      loss += allowedLoss(rows, allowed, LABEL_COLUMNS, 1 / n);
    });
    const dTop = workspace.take(n * width);
    backAffine(workspace, top, scores, label!, labelBias!, dTop, n, LABEL_COLUMNS, width);
    this.#layers.back(encoding, dTop, dTop);
    return loss;
  }
}
