import { ClusterTable } from '../src/language/cluster-table.ts';
import { LANGUAGE_KIND, type LanguageMeta, loadLanguageModel } from '../src/language/language-model.ts';
import { Lexemes } from '../src/language/lexeme.ts';
import { encodeKeys } from '../src/language/model-file.ts';
import type { Clustering } from './cluster-vectors.ts';
import type { TreebankSentence } from './conllu.ts';
import { evaluateTrees } from './evaluate.ts';
import { trainLemmas } from './train-lemmas.ts';
import { type NetworkOptions, type TrainedNetwork, trainNetwork } from './train-network.ts';
import type { WordVectors } from './vectors.ts';
import { modelBytes } from './write-model.ts';

/** One run of training: the rate falls from the given one to nearly nothing over the epochs. */
export interface Round {
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
}

/**
 * Trains lemmatiser, tagger and parser in rounds, each from where the one before ended (warm restarts, Loshchilov &
 * Hutter 2017); returns the bytes of the model file of the epoch that is best on `dev`.
 */
export function trainLanguage(
  sentences: readonly TreebankSentence[],
  dev: readonly TreebankSentence[],
  clustering: Clustering,
  vectors: WordVectors,
  rounds: readonly Round[],
  options: Omit<NetworkOptions, 'afterEpoch' | 'start' | keyof Round>,
): Uint8Array {
  const { keys, classes, coarse } = clustering;
  const lexemes = new Lexemes(new ClusterTable(keys, classes, coarse));
  const best = { las: -1, bytes: new Uint8Array(0) };
  const afterEpoch = (_: number, network: TrainedNetwork): void => {
    const bytes = languageFile(network, clustering, sentences);
    const { upos, uas, las } = evaluateTrees(dev, loadLanguageModel(bytes));
    options.log(`  dev: UPOS ${upos.toFixed(2)} UAS ${uas.toFixed(2)} LAS ${las.toFixed(2)}`);
    if (las > best.las) Object.assign(best, { las, bytes });
  };
  let start: TrainedNetwork['parts'] | undefined;
  for (const round of rounds) {
    start = trainNetwork(sentences, lexemes, vectors, {
      ...options,
      ...round,
      ...(start === undefined ? {} : { start }),
      afterEpoch,
    }).parts;
  }
  return best.bytes;
}

/** The model file of a trained network, with lemma rules and word classes. */
export function languageFile(
  network: Omit<TrainedNetwork, 'parts'> & {
    readonly parts: Pick<TrainedNetwork['parts'], 'shape' | 'dense' | 'vectors' | 'words' | 'affixes'>;
  },
  clustering: Clustering,
  sentences: readonly TreebankSentence[],
): Uint8Array {
  const lemmas = trainLemmas(sentences);
  const { shape, dense, vectors, words, affixes } = network.parts;
  const denseScales: Record<string, number> = {};
  const denseSections: Record<string, Int16Array> = {};
  for (const [name, values] of Object.entries(dense)) {
    const most = values.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-9);
    denseScales[name] = most / 32767;
    denseSections[`dense.${name}`] = Int16Array.from(values, (value) => Math.round((value / most) * 32767));
  }
  const meta: LanguageMeta = {
    clusters: clustering.keys.length,
    vectors: network.vectorKeys.length,
    tags: network.tags,
    lemmaScripts: lemmas.scripts,
    shape,
    denseScales,
  };
  return modelBytes(
    LANGUAGE_KIND,
    { ...meta },
    {
      'cluster.keys': encodeKeys(clustering.keys),
      'cluster.classes': clustering.classes,
      'cluster.coarse': clustering.coarse,
      'lemma.keys': Int32Array.from(lemmas.rules.keys()),
      'lemma.scripts': Uint16Array.from(lemmas.rules.values()),
      'vectors.keys': encodeKeys(network.vectorKeys),
      'vectors.values': vectors.values,
      'vectors.scales': vectors.scales,
      'words.keys': network.wordKeys,
      'words.values': words.values,
      'words.scales': words.scales,
      'affixes.values': affixes.values,
      'affixes.scales': affixes.scales,
      relations: network.relations,
      ...denseSections,
    },
  );
}
