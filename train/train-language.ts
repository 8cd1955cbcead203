import { ClusterTable } from '../src/language/cluster-table.ts';
import { LANGUAGE_KIND, type LanguageMeta, loadLanguageModel } from '../src/language/language-model.ts';
import { Lexemes } from '../src/language/lexeme.ts';
import { encodeKeys, encodeNibbles, ModelFile } from '../src/language/model-file.ts';
import { denseWeights } from '../src/language/network.ts';
import type { NetworkShape } from '../src/language/network-shape.ts';
import type { Clustering } from './cluster-vectors.ts';
import type { TreebankSentence } from './conllu.ts';
import { evaluateTrees } from './evaluate.ts';
import type { LabelSetup } from './label-worker.ts';
import type { Example } from './network.ts';
import { newswireVariants } from './newswire.ts';
import { Thread } from './thread.ts';
import { trainLemmas } from './train-lemmas.ts';
import { type NetworkOptions, trainNetwork, type Weights } from './train-network.ts';
import {
  type LayerSizes,
  type TrainingSentence,
  type TrainingSet,
  trainingSet,
  type Unlabelled,
  type Vocabulary,
} from './training-set.ts';
import { dequantised, halved, quantised, quantisedDense } from './vector-table.ts';
import type { WordVectors } from './vectors.ts';
import { modelBytes } from './write-model.ts';

/** How the network is shaped and trained. */
export interface LanguageRecipe {
  readonly sizes: LayerSizes;
  /** Seeds of the teachers, which are trained at the same time, a thread each. */
  readonly teacherSeeds: readonly number[];
  readonly teacher: RunRecipe;
  /** How the first teacher goes on learning, now from raw text too. */
  readonly student: RunRecipe;
}

type RunRecipe = Pick<
  NetworkOptions,
  'epochs' | 'batchWords' | 'rate' | 'dropout' | 'threads' | 'variantShare' | 'rawUntil' | 'watches'
>;

export interface LanguageProgress {
  readonly log: (line: string) => void;
  /** Keeps the files of teachers, and of networks that are not done. */
  readonly keep?: (name: string, bytes: Uint8Array) => void;
  /** A teacher's file that was kept, so that a broken run can go on; null where there is none. */
  readonly kept?: (name: string) => Uint8Array | null;
}

/**
 * Trains lemmatiser, tagger and parser; returns the bytes of the model file. Teachers learn from the treebank and newswire
 * variants of it; then the first of them learns on, from raw text too that the teachers tagged and parsed together
 * (self-training with the labels of an ensemble, after Kuncoro et al. 2016).
 *
 * @param raw forms of sentences without labels; where there are none, the first teacher is the result
 * @param dev scored now and then, for the log alone
 */
export async function trainLanguage(
  sentences: readonly TreebankSentence[],
  raw: readonly (readonly string[])[],
  dev: readonly TreebankSentence[],
  clustering: Clustering,
  vectors: WordVectors,
  recipe: LanguageRecipe,
  { log, keep, kept }: LanguageProgress,
): Promise<Uint8Array> {
  const { keys, classes, coarse } = clustering;
  const lexemes = new Lexemes(new ClusterTable(keys, classes, coarse));
  const variants = newswireVariants(sentences, VARIANT_SEED);
  const { set, unlabelled, vocabulary } = trainingSet(
    sentences,
    variants,
    raw,
    lexemes,
    vectors,
    recipe.sizes,
  );
  const lemmas = trainLemmas(sentences);
  const file = (weights: Weights): Uint8Array =>
    languageFile(set.shape, weights, vocabulary, clustering, lemmas);
  const run = async (
    from: TrainingSet,
    name: string,
    options: RunRecipe & Pick<NetworkOptions, 'seed' | 'start'>,
  ): Promise<Uint8Array> => {
    const watch = (weights: Weights): void => {
      const bytes = file(weights);
      const { upos, uas, las } = evaluateTrees(dev, loadLanguageModel(bytes));
      log(`  ${name}, dev: UPOS ${upos.toFixed(2)} UAS ${uas.toFixed(2)} LAS ${las.toFixed(2)}`);
      keep?.(`${name} so far`, bytes);
    };
    return file(await trainNetwork(from, { ...options, name, log, watch }));
  };
  const teachers = await Promise.all(
    recipe.teacherSeeds.map(async (seed) => {
      const name = `teacher ${seed}`;
      const known = kept?.(name) ?? null;
      if (known !== null) return known;
      const bytes = await run(set, name, { ...recipe.teacher, seed, start: null });
      keep?.(name, bytes);
      return bytes;
    }),
  );
  if (unlabelled.length === 0) return teachers[0]!;
  const weights = teachers.map(weightsOf);
  const labelled = { ...set, raw: await labelRaw(set, unlabelled, weights) };
  log(`raw text: ${unlabelled.length} sentences tagged and parsed`);
  return run(labelled, 'student', { ...recipe.student, seed: STUDENT_SEED, start: weights[0]! });
}

const VARIANT_SEED = 1;
const STUDENT_SEED = 100;
/** Threads that label raw text. */
const LABELLERS = 2;

async function labelRaw(
  set: TrainingSet,
  unlabelled: readonly Unlabelled[],
  teachers: readonly Weights[],
): Promise<TrainingSentence[]> {
  const size = Math.ceil(unlabelled.length / LABELLERS);
  const shares = Array.from({ length: LABELLERS }, (_, k) => unlabelled.slice(k * size, (k + 1) * size));
  const labelled = await Promise.all(
    shares.map(async (sentences) => {
      const setup: LabelSetup = { set: { ...set, gold: [], variants: [] }, teachers };
      const thread = new Thread(new URL('./label-worker.ts', import.meta.url), setup);
      const examples = await thread.ask<Example[]>(sentences.map(({ types }) => types));
      await thread.end();
      return sentences.map(({ title, capitals }, i) => ({ example: examples[i]!, title, capitals }));
    }),
  );
  return labelled.flat();
}

/** The weights of a network as its model file holds them. */
function weightsOf(bytes: Uint8Array): Weights {
  const file = new ModelFile(bytes, LANGUAGE_KIND);
  const { shape, denseScales } = file.meta as unknown as LanguageMeta;
  const table = (name: 'words' | 'affixes', width: number): Float32Array =>
    dequantised(
      { values: file.read(`${name}.values`, 'i8'), scales: file.read(`${name}.scales`, 'f32') },
      width,
    );
  const dense = denseWeights(shape).map((name) => {
    const scale = denseScales[name]!;
    return [name, Float32Array.from(file.read(`dense.${name}`, 'i16'), (value) => value * scale)] as const;
  });
  return {
    words: table('words', shape.word),
    affixes: table('affixes', shape.affix),
    ...Object.fromEntries(dense),
  };
}

/** The model file of a trained network, with lemma rules and word classes. */
function languageFile(
  shape: NetworkShape,
  weights: Weights,
  { tags, relations, vectorTable, vectorKeys, wordKeys }: Vocabulary,
  clustering: Clustering,
  lemmas: ReturnType<typeof trainLemmas>,
): Uint8Array {
  // with half the bits the parser is as good within 0.05 per cent
  const vectors = halved(vectorTable);
  const words = quantised(weights.words!, shape.word);
  const affixes = quantised(weights.affixes!, shape.affix);
  const denseScales: Record<string, number> = {};
  const denseSections: Record<string, Int16Array> = {};
  for (const name of denseWeights(shape)) {
    const { values, scale } = quantisedDense(weights[name]!);
    denseScales[name] = scale;
    denseSections[`dense.${name}`] = values;
  }
  const meta: LanguageMeta = {
    clusters: clustering.keys.length,
    vectors: vectorKeys.length,
    tags,
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
      'vectors.keys': encodeKeys(vectorKeys),
      'vectors.nibbles': encodeNibbles(vectors.values),
      'vectors.scales': vectors.scales,
      'words.keys': wordKeys,
      'words.values': words.values,
      'words.scales': words.scales,
      'affixes.values': affixes.values,
      'affixes.scales': affixes.scales,
      relations,
      ...denseSections,
    },
  );
}
