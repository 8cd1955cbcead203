import type { LanguageModel } from '../../language/language-model.ts';

/** Linear maps from a word's vector to how the word judges, one for each of {@link SCALES}. */
export interface ScaleWeights {
  /** One row for each scale, as long as a word vector. */
  readonly rows: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** What a sentiment lexicon says of words, foretold from their vectors: subjectivity, strength and sign of a judgement. */
export const SCALES = ['subjective', 'strong', 'positive'] as const;

export interface ScaledWord {
  readonly vector: Float32Array;
  /** In the order of {@link SCALES}, about -1 to 1. */
  readonly scales: Float32Array;
}

const MOST_REMEMBERED = 20_000;

/** Vector and scales of word types, each computed once. Bounded; its content never changes a result. */
export class WordScales {
  readonly #model: LanguageModel;
  readonly #weights: ScaleWeights;
  readonly #known = new Map<string, ScaledWord | null>();

  constructor(model: LanguageModel, weights: ScaleWeights) {
    this.#model = model;
    this.#weights = weights;
  }

  get width(): number {
    return this.#model.vectors.width;
  }

  /** Null for a word without a vector. */
  of(form: string): ScaledWord | null {
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    const vector = this.#model.vectors.find(this.#model.lexemes.get(form).lower);
    const found = vector === null ? null : { vector, scales: this.#scales(vector) };
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(form, found);
    return found;
  }

  #scales(vector: Float32Array): Float32Array {
    const { rows, bias } = this.#weights;
    return Float32Array.from(rows, (row, k) => {
      let sum = bias[k]!;
      for (let j = 0; j < vector.length; j++) sum += (row[j] ?? 0) * vector[j]!;
      return sum;
    });
  }
}

const shared = new WeakMap<ScaleWeights, WordScales>();

/** The scales of these weights, one for all documents. */
export function wordScalesOf(model: LanguageModel, weights: ScaleWeights): WordScales {
  const known = shared.get(weights);
  if (known !== undefined) return known;
  const made = new WordScales(model, weights);
  shared.set(weights, made);
  return made;
}
