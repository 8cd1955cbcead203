import type { FeatureScorer } from './feature-model.ts';
import { hashCode } from './hash.ts';
import type { Lexeme } from './lexeme.ts';
import { BEFORE, TAGGER_FEATURES, taggerFeatures } from './tagger-features.ts';

/** A joint tag: codes of `UPOS` and `XPOS`. */
export interface JointTag {
  readonly upos: number;
  readonly xpos: number;
}

export interface TaggerParts {
  readonly tags: readonly JointTag[];
  readonly model: FeatureScorer;
  /** Words that have one tag only, by the hash of the lower-case form. */
  readonly only: ReadonlyMap<number, number>;
}

/** Hash of a tag as features use it. */
export function tagHash(tag: JointTag): number {
  return hashCode(0x300000 + tag.xpos * 64 + tag.upos);
}

/** Hash of the universal tag alone. */
export function uposHash(upos: number): number {
  return hashCode(0x500000 + upos);
}

/** Greedy left-to-right tagger over joint UPOS and Penn tags. */
export class Tagger {
  readonly tags: readonly JointTag[];
  readonly hashes: Int32Array;
  readonly #model: FeatureScorer;
  readonly #only: ReadonlyMap<number, number>;
  readonly #features = new Int32Array(TAGGER_FEATURES);
  readonly #scores: Float64Array;

  constructor({ tags, model, only }: TaggerParts) {
    this.tags = tags;
    this.hashes = Int32Array.from(tags, tagHash);
    this.#model = model;
    this.#only = only;
    this.#scores = new Float64Array(tags.length);
  }

  /** Indexes into `tags`, one for each word. */
  tag(words: readonly Lexeme[]): Uint8Array {
    const result = new Uint8Array(words.length);
    let tag1 = BEFORE.lower;
    let tag2 = BEFORE.lower;
    for (let i = 0; i < words.length; i++) {
      let best = this.#only.get(words[i]!.lower);
      if (best === undefined) {
        const count = taggerFeatures(this.#features, words, i, tag1, tag2);
        this.#model.score(this.#features, 0, count, this.#scores);
        best = greatest(this.#scores);
      }
      result[i] = best;
      tag2 = tag1;
      tag1 = this.hashes[best]!;
    }
    return result;
  }
}

/** Index of the greatest value; the first of several. */
export function greatest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
