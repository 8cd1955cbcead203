import type { NameRange } from '../core/tokens.ts';
import type { AnalysedWords } from './analyse.ts';
import { documentUsage, labelMemory } from './document-memory.ts';
import type { FeatureScorer } from './feature-model.ts';
import { GAZETTEER_BIT, type Gazetteer } from './gazetteer.ts';
import { FLAG, type Lexeme } from './lexeme.ts';
import { NameDecoder } from './name-decoder.ts';
import {
  memoryFeatures,
  NAME_FEATURES,
  type NameContext,
  nameFeatures,
  sentenceStyle,
} from './name-features.ts';
import { NAME_LABELS, NAME_TYPES, namesOf } from './name-labels.ts';
import type { NameNetwork } from './name-network.ts';
import type { WordTypes } from './word-types.ts';

/** Words farther than this from any capital or digit are never part of a name. */
const REACH = 3;

/** Gazetteer entries that make a word without a capital worth a look. */
const KNOWN_NAME =
  GAZETTEER_BIT.city | GAZETTEER_BIT.country | GAZETTEER_BIT.largeCity | GAZETTEER_BIT.organization;

/** Greater margins (a neighbour that can be no name) say no more. */
export const MOST_MARGIN = 2000;

export interface NameTaggerParts {
  readonly gazetteer: Gazetteer;
  readonly wordTypes: WordTypes;
  /** Scores of the labels by the words of a sentence alone; they are added to the linear model's. */
  readonly network: Pick<NameNetwork, 'score'>;
  readonly model: FeatureScorer;
  readonly transitions: Float32Array;
  /** Confidence is the logistic function of offset + slope * sqrt(margin). */
  readonly calibration: { readonly offset: number; readonly slope: number };
}

export interface NameWithMargin extends Omit<NameRange, 'confidence'> {
  readonly margin: number;
}

/** A document as the name tagger sees it. */
export interface NameDocument {
  readonly words: readonly Lexeme[];
  readonly xpos: Uint8Array;
  readonly sentenceFirst: Int32Array;
  readonly styles: Uint8Array;
  readonly single: Int32Array;
  readonly several: Int32Array;
  readonly usage: Int32Array;
  /** Code of `WordTypes` of each word. */
  readonly kinds: Int32Array;
}

/** Gazetteer marks and usage of a document's words. */
export function prepareNames(
  input: Pick<AnalysedWords, 'words' | 'xpos' | 'sentenceFirst'>,
  { gazetteer, wordTypes }: Pick<NameTaggerParts, 'gazetteer' | 'wordTypes'>,
): NameDocument {
  const { words, xpos, sentenceFirst } = input;
  const size = words.length;
  const single = new Int32Array(size);
  const several = new Int32Array(size);
  const styles = new Uint8Array(sentenceFirst.length - 1);
  for (let s = 0; s + 1 < sentenceFirst.length; s++) {
    const first = sentenceFirst[s]!;
    const end = sentenceFirst[s + 1]!;
    const row = words.slice(first, end);
    styles[s] = sentenceStyle(row);
    gazetteer.mark(
      Int32Array.from(row, ({ lower }) => lower),
      single.subarray(first, end),
      several.subarray(first, end),
    );
  }
  const usage = documentUsage({ words, xpos, single, sentenceFirst, styles });
  const kinds = Int32Array.from(words, ({ lower }) => wordTypes.find(lower));
  return { words, xpos, sentenceFirst, styles, single, several, usage, kinds };
}

/** The part of a document that is one sentence. */
export function nameContext(document: NameDocument, sentence: number, memory: Int32Array): NameContext {
  const first = document.sentenceFirst[sentence]!;
  const end = document.sentenceFirst[sentence + 1]!;
  return {
    words: document.words.slice(first, end),
    xpos: document.xpos.subarray(first, end),
    single: document.single.subarray(first, end),
    several: document.several.subarray(first, end),
    usage: document.usage.subarray(first, end),
    memory: memory.subarray(first, end),
    kinds: document.kinds.subarray(first, end),
    style: document.styles[sentence]!,
  };
}

/**
 * Marks the words that may be part of a name: those with a capital or digit, or known as a place or organisation, and
 * words between or beside such.
 */
export function nameCandidates({ words, single }: Pick<NameContext, 'words' | 'single'>): Uint8Array {
  const near = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const marked = (words[i]!.flags & (FLAG.capital | FLAG.digit)) !== 0;
    if (!marked && (single[i]! & KNOWN_NAME) === 0) continue;
    for (let j = Math.max(0, i - REACH); j <= i + REACH && j < words.length; j++) near[j] = 1;
  }
  return near;
}

/** Emission scores of a sentence's words; words that cannot be part of a name speak for `outside` only. */
export class NameScorer {
  #features = new Int32Array(NAME_FEATURES);
  #scores = new Float64Array(NAME_LABELS);
  #emissions = new Float64Array(0);

  score(context: NameContext, model: FeatureScorer): Float64Array {
    const n = context.words.length;
    if (this.#emissions.length < n * NAME_LABELS) this.#emissions = new Float64Array(n * 2 * NAME_LABELS);
    const emissions = this.#emissions;
    const candidates = nameCandidates(context);
    for (let i = 0; i < n; i++) {
      if (candidates[i] === 1) {
        const count = nameFeatures(this.#features, 0, context, i);
        model.score(this.#features, 0, count, this.#scores);
        emissions.set(this.#scores, i * NAME_LABELS);
      } else {
        emissions.fill(0, i * NAME_LABELS, (i + 1) * NAME_LABELS);
        emissions[i * NAME_LABELS] = 1e6;
      }
    }
    return emissions;
  }

  /** Adds what the memory says to emission scores that were made without. */
  addMemory(context: NameContext, model: FeatureScorer, emissions: Float64Array): void {
    const candidates = nameCandidates(context);
    for (let i = 0; i < context.words.length; i++) {
      if (candidates[i] !== 1 || context.memory[i] === 0) continue;
      const count = memoryFeatures(this.#features, 0, context, i);
      model.score(this.#features, 0, count, this.#scores);
      for (let label = 0; label < NAME_LABELS; label++)
        emissions[i * NAME_LABELS + label]! += this.#scores[label]!;
    }
  }
}

/**
 * Name tagger: BILOU labels, scored by a recurrent network and by a structured perceptron together, first-order Viterbi, with a
 * second pass in which the sentences see what the first one found in the rest of the document (Ratinov & Roth 2009).
 */
export class NameTagger {
  readonly #parts: NameTaggerParts;
  readonly #decoder = new NameDecoder();
  readonly #scorer = new NameScorer();

  constructor(parts: NameTaggerParts) {
    this.#parts = parts;
  }

  /** Names in text order, not overlapping. */
  find(input: Pick<AnalysedWords, 'words' | 'xpos' | 'sentenceFirst'>): NameRange[] {
    const { offset, slope } = this.#parts.calibration;
    return this.findWithMargins(input).map(({ margin, ...name }) => ({
      ...name,
      // rounded, as the last bits of exp differ between engines
      confidence:
        Math.round(1000 / (1 + Math.exp(-(offset + slope * Math.sqrt(Math.min(margin, MOST_MARGIN)))))) /
        1000,
    }));
  }

  /** The same with the margin by which each name's labels beat their best rivals, before calibration. */
  findWithMargins(input: Pick<AnalysedWords, 'words' | 'xpos' | 'sentenceFirst'>): NameWithMargin[] {
    const { model, transitions } = this.#parts;
    const document = prepareNames(input, this.#parts);
    const labels = new Uint8Array(document.words.length);
    const sentences = document.sentenceFirst.length - 1;
    const margins = new Float64Array(document.words.length);
    const scores = this.#parts.network.score(document.words, document.sentenceFirst);
    const decode = (sentence: number): void => {
      const first = document.sentenceFirst[sentence]!;
      const end = document.sentenceFirst[sentence + 1]!;
      const emissions = scores.subarray(first * NAME_LABELS, end * NAME_LABELS);
      const row = this.#decoder.decode(emissions, end - first, transitions);
      labels.set(row, first);
      if (row.some((label) => label !== 0))
        margins.set(this.#decoder.margins(emissions, row, transitions), first);
    };
    const none = new Int32Array(document.words.length);
    for (let s = 0; s < sentences; s++) {
      const context = nameContext(document, s, none);
      const emissions = this.#scorer.score(context, model);
      const first = document.sentenceFirst[s]! * NAME_LABELS;
      const size = context.words.length * NAME_LABELS;
      for (let k = 0; k < size; k++) scores[first + k]! += emissions[k]!;
      decode(s);
    }
    const memory = labelMemory(document.words, labels);
    for (let s = 0; s < sentences; s++) {
      const first = document.sentenceFirst[s]!;
      const end = document.sentenceFirst[s + 1]!;
      let remembered = false;
      for (let i = first; i < end && !remembered; i++) remembered = memory[i] !== 0;
      if (!remembered) continue;
      const emissions = scores.subarray(first * NAME_LABELS, end * NAME_LABELS);
      this.#scorer.addMemory(nameContext(document, s, memory), model, emissions);
      decode(s);
    }
    return namesWithMargins(document, labels, margins);
  }
}

function namesWithMargins(
  { sentenceFirst }: NameDocument,
  labels: Uint8Array,
  margins: Float64Array,
): NameWithMargin[] {
  const names: NameWithMargin[] = [];
  for (let s = 0; s + 1 < sentenceFirst.length; s++) {
    const from = sentenceFirst[s]!;
    for (const { first, last, type } of namesOf(labels.subarray(from, sentenceFirst[s + 1]!))) {
      let margin = Number.POSITIVE_INFINITY;
      for (let i = from + first; i < from + last; i++) margin = Math.min(margin, margins[i]!);
      names.push({ first: from + first, last: from + last, type: NAME_TYPES[type]!, margin });
    }
  }
  return names;
}
