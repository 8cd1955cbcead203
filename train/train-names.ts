import { labelMemory } from '../src/language/document-memory.ts';
import type { FeatureScorer } from '../src/language/feature-model.ts';
import { FeatureModel } from '../src/language/feature-model.ts';
import type { LanguageModel } from '../src/language/language-model.ts';
import { EDGE, NameDecoder, TRANSITIONS, transition } from '../src/language/name-decoder.ts';
import { NAME_FEATURES, nameFeatures } from '../src/language/name-features.ts';
import { NAME_LABELS } from '../src/language/name-labels.ts';
import {
  type NameDocument,
  NameScorer,
  type NameTaggerParts,
  nameCandidates,
  nameContext,
  prepareNames,
} from '../src/language/name-tagger.ts';
import { hideNames } from './hide-names.ts';
import { allowedLabels, type NamedDocument, taggedDocument } from './name-data.ts';
import { Perceptron } from './perceptron.ts';
import { randomSource, shuffle } from './random.ts';

export interface TrainedNames {
  readonly perceptron: Perceptron;
  readonly transitions: Float32Array;
}

export interface NameOptions {
  readonly epochs: number;
  readonly folds: number;
  readonly foldEpochs: number;
  /** Models from different orders of the examples, which are averaged. */
  readonly models: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

const LONGEST_SENTENCE = 300;
/** Share of the sentences in which names are hidden. */
const HIDING = 0.3;

/** A document ready for training. */
export interface PreparedDocument {
  readonly document: NameDocument;
  readonly gold: Uint8Array;
  readonly marksMisc: boolean;
}

export function prepareDocument(
  named: NamedDocument,
  model: LanguageModel,
  tables: Pick<NameTaggerParts, 'gazetteer' | 'wordTypes'>,
): PreparedDocument {
  const { gold, ...input } = taggedDocument(named, model);
  return { document: prepareNames(input, tables), gold, marksMisc: named.marksMisc };
}

/**
 * Structured averaged perceptron (Collins 2002). Every sentence is learnt twice: alone, and with the memory of its
 * document, which comes from models trained on other documents.
 */
export function trainNames(documents: readonly PreparedDocument[], options: NameOptions): TrainedNames {
  const { folds, foldEpochs, log } = options;
  const memories: Int32Array[] = new Array(documents.length);
  for (let fold = 0; fold < folds; fold++) {
    const others = documents.filter((_, i) => i % folds !== fold);
    const model = trainOnce(others, null, { ...options, epochs: foldEpochs, log: () => {} });
    const scorer = new FeatureModel(model.perceptron.columns());
    documents.forEach(({ document }, i) => {
      if (i % folds === fold)
        memories[i] = labelMemory(document.words, firstPass(document, scorer, model.transitions));
    });
    log(`names: part ${fold + 1} of ${folds}`);
  }
  const sum: TrainedNames = {
    perceptron: new Perceptron(NAME_LABELS),
    transitions: new Float32Array(TRANSITIONS),
  };
  for (let model = 0; model < options.models; model++) {
    const { perceptron, transitions } = trainOnce(documents, folds > 0 ? memories : null, {
      ...options,
      seed: options.seed + model,
    });
    sum.perceptron.addAverages(perceptron);
    for (let i = 0; i < TRANSITIONS; i++) sum.transitions[i]! += transitions[i]!;
  }
  return sum;
}

function firstPass(document: NameDocument, model: FeatureScorer, transitions: Float32Array): Uint8Array {
  const labels = new Uint8Array(document.words.length);
  const none = new Int32Array(document.words.length);
  const scorer = new NameScorer();
  const decoder = new NameDecoder();
  for (let s = 0; s + 1 < document.sentenceFirst.length; s++) {
    const context = nameContext(document, s, none);
    const row = decoder.decode(scorer.score(context, model), context.words.length, transitions);
    labels.set(row, document.sentenceFirst[s]!);
  }
  return labels;
}

function trainOnce(
  documents: readonly PreparedDocument[],
  memories: readonly Int32Array[] | null,
  { epochs, seed, log }: NameOptions,
): TrainedNames {
  const perceptron = new Perceptron(NAME_LABELS);
  const transitions = new Float32Array(TRANSITIONS);
  const totals = new Float64Array(TRANSITIONS);
  const decoder = new NameDecoder();
  const scorer = new NameScorer();
  const random = randomSource(seed);
  const examples = documents.flatMap(({ document }, d) => {
    const none = new Int32Array(document.words.length);
    const rows: { readonly d: number; readonly s: number; readonly memory: Int32Array }[] = [];
    for (let s = 0; s + 1 < document.sentenceFirst.length; s++) {
      const first = document.sentenceFirst[s]!;
      const end = document.sentenceFirst[s + 1]!;
      if (end === first || end - first > LONGEST_SENTENCE) continue;
      rows.push({ d, s, memory: none });
      const memory = memories?.[d];
      if (memory?.subarray(first, end).some((value) => value !== 0)) rows.push({ d, s, memory });
    }
    return rows;
  });
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(examples, random);
    let wrong = 0;
    for (const { d, s, memory } of examples) {
      const { document, gold, marksMisc } = documents[d]!;
      const plain = nameContext(document, s, memory);
      const context = random() < HIDING ? hideNames(plain, random) : plain;
      const n = context.words.length;
      const emissions = scorer.score(context, perceptron);
      const predicted = decoder.decode(emissions, n, transitions);
      const annotated = gold.subarray(document.sentenceFirst[s]!, document.sentenceFirst[s + 1]!);
      const target = marksMisc
        ? annotated
        : decoder.decode(emissions, n, transitions, allowedLabels(annotated, false));
      perceptron.steps++;
      if (predicted.every((label, i) => label === target[i])) continue;
      wrong++;
      update(perceptron, context, predicted, target);
      for (let i = 0; i <= n; i++) {
        const good = transition(i > 0 ? target[i - 1]! : EDGE, i < n ? target[i]! : EDGE);
        const bad = transition(i > 0 ? predicted[i - 1]! : EDGE, i < n ? predicted[i]! : EDGE);
        if (good === bad) continue;
        transitions[good]! += 1;
        totals[good]! += perceptron.steps;
        transitions[bad]! -= 1;
        totals[bad]! -= perceptron.steps;
      }
    }
    log(`names epoch ${epoch + 1}: wrong sentences ${((100 * wrong) / examples.length).toFixed(2)}%`);
  }
  return {
    perceptron,
    transitions: transitions.map((value, i) => value - totals[i]! / perceptron.steps),
  };
}

const features = new Int32Array(NAME_FEATURES);

function update(
  perceptron: Perceptron,
  context: Parameters<typeof nameFeatures>[2],
  predicted: Uint8Array,
  target: Uint8Array,
): void {
  const candidates = nameCandidates(context);
  for (let i = 0; i < predicted.length; i++) {
    if (predicted[i] === target[i] || candidates[i] === 0) continue;
    const count = nameFeatures(features, 0, context, i);
    perceptron.update(features, 0, count, target[i]!, predicted[i]!);
  }
}
