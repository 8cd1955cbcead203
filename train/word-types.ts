import { hashString } from '../src/language/hash.ts';
import { normaliseForm } from '../src/language/lexeme.ts';
import { kindKey, WORD_KINDS } from '../src/language/word-types.ts';
import { randomSource, shuffle } from './random.ts';
import type { WordVectors } from './vectors.ts';

/** Evidence for the kinds of a word, by its lower-case form: one value per kind of `WORD_KINDS`, any scale. */
export type KindEvidence = ReadonlyMap<string, Float32Array>;

export interface WordTypeColumns {
  /** Of `kindKey`, ascending. */
  readonly keys: Int32Array;
  /** Index into the palette of each word. */
  readonly codes: Uint8Array;
  /** The most frequent codes, see `WordTypes`. */
  readonly palette: Uint16Array;
}

const HIDDEN = 48;
const EPOCHS = 12;
const RATE = 0.05;

/**
 * What kind of name each word of the vectors' vocabulary would be: a network of one hidden layer learns the kinds of the words
 * for which there is evidence from their vectors, and is asked of all. So words that no gazetteer holds get a prior from
 * the company that they keep in raw text.
 */
export function trainWordTypes(vectors: WordVectors, evidence: KindEvidence, seed: number): WordTypeColumns {
  const { words, dimensions, values } = vectors;
  const kinds = WORD_KINDS.length;
  const random = randomSource(seed);
  const input = normalised(values, dimensions);
  const first = Float32Array.from({ length: (dimensions + 1) * HIDDEN }, () => (random() - 0.5) * 0.4);
  const second = Float32Array.from({ length: (HIDDEN + 1) * kinds }, () => (random() - 0.5) * 0.4);
  const hidden = new Float32Array(HIDDEN);
  const out = new Float64Array(kinds);
  const run = (word: number): void => {
    for (let h = 0; h < HIDDEN; h++) {
      let sum = first[dimensions * HIDDEN + h]!;
      for (let d = 0; d < dimensions; d++) sum += input[word * dimensions + d]! * first[d * HIDDEN + h]!;
      hidden[h] = sum / (1 + Math.abs(sum));
    }
    let total = 0;
    for (let k = 0; k < kinds; k++) {
      let sum = second[HIDDEN * kinds + k]!;
      for (let h = 0; h < HIDDEN; h++) sum += hidden[h]! * second[h * kinds + k]!;
      out[k] = Math.exp(sum);
      total += out[k]!;
    }
    for (let k = 0; k < kinds; k++) out[k]! /= total;
  };
  const examples: { readonly word: number; readonly target: Float32Array }[] = [];
  words.forEach((word, i) => {
    const found = evidence.get(normaliseForm(word).toLowerCase());
    if (found === undefined) return;
    const sum = found.reduce((a, b) => a + b, 0);
    if (sum > 0) examples.push({ word: i, target: found.map((value) => value / sum) });
  });
  const back = new Float32Array(HIDDEN);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(examples, random);
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const { word, target } of examples) {
      run(word);
      back.fill(0);
      for (let k = 0; k < kinds; k++) {
        const g = out[k]! - target[k]!;
        for (let h = 0; h < HIDDEN; h++) {
          back[h]! += g * second[h * kinds + k]!;
          second[h * kinds + k]! -= rate * g * hidden[h]!;
        }
        second[HIDDEN * kinds + k]! -= rate * g;
      }
      for (let h = 0; h < HIDDEN; h++) {
        const g = back[h]! * (1 - Math.abs(hidden[h]!)) ** 2;
        for (let d = 0; d < dimensions; d++)
          first[d * HIDDEN + h]! -= rate * g * input[word * dimensions + d]!;
        first[dimensions * HIDDEN + h]! -= rate * g;
      }
    }
  }
  const codes = new Map<number, number>();
  words.forEach((word, i) => {
    const key = kindKey(hashString(normaliseForm(word).toLowerCase()));
    if (codes.has(key)) return;
    run(i);
    codes.set(key, codeOf(out));
  });
  const sorted = [...codes].sort((a, b) => a[0] - b[0]);
  const palette = mostFrequent(sorted.map(([, code]) => code));
  const indexOf = new Map<number, number>();
  return {
    keys: Int32Array.from(sorted, ([key]) => key),
    codes: Uint8Array.from(sorted, ([, code]) => {
      let index = indexOf.get(code);
      if (index === undefined) indexOf.set(code, (index = nearest(code, palette)));
      return index;
    }),
    palette,
  };
}

/** At most 256 different codes, the most frequent ones first. */
function mostFrequent(codes: readonly number[]): Uint16Array {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const order = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return Uint16Array.from(order.slice(0, 256), ([code]) => code);
}

/** Index of the code of the palette whose levels differ least. */
function nearest(code: number, palette: Uint16Array): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach((other, index) => {
    let difference = 0;
    for (let k = 0; k < WORD_KINDS.length; k++)
      difference += Math.abs(((code >> (2 * k)) & 3) - ((other >> (2 * k)) & 3));
    if (difference < least) {
      least = difference;
      best = index;
    }
  });
  return best;
}

/** Two bits a kind: how likely it is. */
function codeOf(chances: Float64Array): number {
  let code = 0;
  chances.forEach((chance, k) => {
    const level = chance < 0.08 ? 0 : chance < 0.25 ? 1 : chance < 0.6 ? 2 : 3;
    code |= level << (2 * k);
  });
  return code;
}

/** Vectors of unit length times three, so that hidden units leave their linear range. */
function normalised(values: Float32Array, dimensions: number): Float32Array {
  const out = Float32Array.from(values);
  for (let at = 0; at < out.length; at += dimensions) {
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += out[at + d]! ** 2;
    const size = (Math.sqrt(sum) || 1) / 3;
    for (let d = 0; d < dimensions; d++) out[at + d]! /= size;
  }
  return out;
}
