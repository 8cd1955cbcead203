// npx tsx train/blocks.ts [--write] [--flat | --html]
// Trains the block classifier on pages with gold text, measures it by cross-validation over sites, and with --write
// trains on all of them and writes models/blocks-{html,text}.bin and models/blocks-{html,text}-words.bin. Data: see models/blocks.md.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { overallF1, scorePage } from '../bench/intake/shingles.ts';
import { HTML_MODEL, HTML_WORDS, TEXT_MODEL, TEXT_WORDS } from '../src/stages/blocks/article-probability.ts';
import { blockFeatures, FLAT_FEATURES, HTML_FEATURES } from '../src/stages/blocks/features.ts';
import { SECOND_FEATURES, secondFeatures } from '../src/stages/blocks/second-look.ts';
import { predict, type Trees, writeTrees } from '../src/stages/blocks/trees.ts';
import { readWords, type WordWeights, wordScore, writeWords } from '../src/stages/blocks/word-score.ts';
import { type BoostOptions, boost, type Rows } from './blocks/boost.ts';
import { learnWords } from './blocks/learn-words.ts';
import { FOLDS, isMinor, loadSamples, type Sample } from './blocks/samples.ts';

/** Hashed words are told apart by so many bits. */
const WORD_BITS = 16;
const WORD_SEED = 5;
const FIRST: BoostOptions = {
  trees: 110,
  leaves: 24,
  rate: 0.13,
  rowShare: 0.5,
  columnShare: 0.4,
  minHessian: 3,
  lambda: 4,
  seed: 1,
};
const SECOND: BoostOptions = {
  trees: 90,
  leaves: 12,
  rate: 0.1,
  rowShare: 0.6,
  columnShare: 0.6,
  minHessian: 4,
  lambda: 6,
  seed: 2,
};
function join2(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function rowsOf(samples: readonly Sample[], features: readonly Float32Array[], width: number): Rows {
  return {
    width,
    values: join2(features),
    target: join2(samples.map((s) => s.target)),
    weight: join2(samples.map((s) => s.weight)),
  };
}

/** One of four short blocks outside the text, which the menus have by the thousand; its weight is that of four. */
function keeps(sample: Sample, i: number): boolean {
  return sample.weight[i]! > 0 && (!isMinor(sample.page, sample.target, i) || i % 4 === 0);
}

/** Rows of the samples whose fold passes. */
function rowsWhere(samples: readonly Sample[], passes: (sample: Sample) => boolean): Int32Array {
  const rows: number[] = [];
  let at = 0;
  for (const sample of samples) {
    const size = sample.page.views.length;
    if (passes(sample)) for (let i = 0; i < size; i++) if (keeps(sample, i)) rows.push(at + i);
    at += size;
  }
  return Int32Array.from(rows);
}

function predictAll(trees: Trees, features: Float32Array, width: number): Float32Array {
  return Float32Array.from({ length: features.length / width }, (_, i) =>
    predict(trees, features, i * width),
  );
}

function report(
  name: string,
  samples: readonly Sample[],
  probabilities: readonly Float32Array[],
  cut: number,
): void {
  const parts: string[] = [];
  for (const set of new Set(samples.map((sample) => sample.set))) {
    const scores = samples.flatMap(({ set: own, page, gold }, k) =>
      own !== set
        ? []
        : [
            scorePage(
              gold,
              page.views
                .filter((_, i) => probabilities[k]![i]! >= cut && page.titleMatches[i]! < 0.8)
                .map((view) => view.text)
                .join('\n'),
            ),
          ],
    );
    const { precision, recall, f1 } = overallF1(scores);
    parts.push(
      `${set} ${(f1 * 100).toFixed(1)} (${(precision * 100).toFixed(1)}/${(recall * 100).toFixed(1)})`,
    );
  }
  console.log(`${name} cut ${cut}: ${parts.join('  ')}`);
}

/** What the words of each block say, by a model that has not seen the block's site; and the model of all sites. */
function learnSaid(samples: readonly Sample[]): { said: Float32Array[]; words: WordWeights } {
  const rows = samples
    .filter(({ set }) => set !== 'cropped' && set !== 'nameless')
    .flatMap(({ hashes, target, weight, fold, site }) =>
      hashes.map((own, i) => ({ hashes: own, target: target[i]!, weight: weight[i]!, fold, site })),
    );
  // As they are stored.
  const learn = (own: typeof rows) => readWords(writeWords(learnWords(own, WORD_BITS, WORD_SEED)));
  const folds = Array.from({ length: FOLDS }, (_, fold) => learn(rows.filter((row) => row.fold !== fold)));
  return {
    said: samples.map(({ hashes, fold }) => Float32Array.from(hashes, (own) => wordScore(folds[fold]!, own))),
    words: learn(rows),
  };
}

/** Predictions for every sample by trees that have not seen its site. */
function crossPredict(
  samples: readonly Sample[],
  features: readonly Float32Array[],
  rows: Rows,
  options: BoostOptions,
): Float32Array[] {
  const out: Float32Array[] = new Array(samples.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = boost(
      rows,
      rowsWhere(samples, (s) => s.fold !== fold),
      options,
    );
    for (const [k, sample] of samples.entries())
      if (sample.fold === fold) out[k] = predictAll(trees, features[k]!, rows.width);
  }
  return out;
}

interface Trained {
  readonly models: { features: number; trees: Trees }[];
  readonly words: WordWeights;
}

function train(html: boolean, write: boolean): Trained | null {
  console.time(html ? 'html' : 'flat');
  const samples = loadSamples(html);
  const width = html ? HTML_FEATURES.length : FLAT_FEATURES.length;
  const { said, words } = learnSaid(samples);
  const features = samples.map(({ page }, k) => blockFeatures(page, html, said[k]!));
  const rows = rowsOf(samples, features, width);
  console.log(
    `${html ? 'html' : 'flat'}: ${samples.length} pages, ${rows.target.length} blocks, ${width} features`,
  );
  report(
    'ceiling',
    samples,
    samples.map((s) => s.target),
    0.5,
  );
  const first = crossPredict(samples, features, rows, FIRST);
  for (const cut of [0.35, 0.45]) report('first', samples, first, cut);
  const seconds = samples.map(({ page }, k) => secondFeatures(page, first[k]!));
  const secondRows = rowsOf(samples, seconds, SECOND_FEATURES.length);
  const second = crossPredict(samples, seconds, secondRows, SECOND);
  for (const cut of [0.3, 0.4, 0.5]) report('second', samples, second, cut);
  console.timeEnd(html ? 'html' : 'flat');
  if (!write) return null;
  const everything = rowsWhere(samples, () => true);
  return {
    models: [
      { features: width, trees: boost(rows, everything, FIRST) },
      { features: SECOND_FEATURES.length, trees: boost(secondRows, everything, SECOND) },
    ],
    words,
  };
}

const write = process.argv.includes('--write');
// The model for flattened text learns from the other's labels, too.
for (const html of [true, false]) {
  if (process.argv.includes(html ? '--flat' : '--html')) continue;
  const trained = train(html, write);
  if (trained === null) continue;
  const { models, words } = trained;
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../models');
  writeFileSync(join(folder, html ? HTML_MODEL : TEXT_MODEL), writeTrees(models));
  writeFileSync(join(folder, html ? HTML_WORDS : TEXT_WORDS), writeWords(words));
  console.log(
    `${html ? HTML_MODEL : TEXT_MODEL}: ${models.map(({ trees }) => `${trees.roots.length} trees, ${trees.feature.length} nodes`).join('; ')}`,
  );
}
