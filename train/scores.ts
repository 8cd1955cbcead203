// npx tsx train/scores.ts [--data DIR] [--out DIR]
// Trains `models/scores.bin` from the labelled sentences and the CaRB development tuples below DIR.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { evalDir } from '../bench/harness.ts';
import type { LinearModel } from '../src/stages/scores/linear-model.ts';
import { encodeScoreModels, SCORES_MODEL } from '../src/stages/scores/model-file.ts';
import { sentenceFeatures } from '../src/stages/scores/sentence-features.ts';
import { fitConfidence, judgedClaims } from './confidence.ts';
import { type Example, f1, type LogisticOptions, macroF1, quantise, trainLogistic } from './logistic.ts';
import { checkThat, claimBuster, type LabelledSentence } from './scores-data.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: evalDir() },
    out: { type: 'string', default: join(root, 'models') },
  },
});

interface Recipe {
  readonly buckets: number;
  readonly ngrams: boolean;
  readonly options: LogisticOptions;
  readonly measure: (labels: readonly number[], predicted: readonly number[]) => number;
}

/** Trains on four fifths to fit the calibration on the rest, then on all. */
function train(
  sentences: readonly LabelledSentence[],
  { buckets, ngrams, options, measure }: Recipe,
): LinearModel {
  const examples = sentences.map(
    ({ text, label }): Example => ({ features: sentenceFeatures(text, { buckets, ngrams }), label }),
  );
  const held = examples.filter((_, at) => at % 5 === 0);
  const first = trainLogistic(
    examples.filter((_, at) => at % 5 !== 0),
    buckets,
    options,
  );
  const { calibration, threshold } = quantise(first, ngrams, held, measure);
  return {
    ...quantise(trainLogistic(examples, buckets, options), ngrams, held, measure),
    calibration,
    threshold,
  };
}

const worthy = claimBuster(values.data);
const opinion = checkThat(values.data);
const judged = judgedClaims(values.data, 0);
if (worthy === null || opinion === null || judged === null)
  throw new Error(`no data below ${values.data}: give --data`);
const bytes = encodeScoreModels({
  checkWorthiness: train(worthy.train, {
    buckets: 1 << 16,
    ngrams: true,
    options: { epochs: 15, l2: 5e-4, rate: 0.2 },
    measure: f1,
  }),
  subjectivity: train(opinion.train, {
    buckets: 1 << 10,
    ngrams: false,
    options: { epochs: 40, l2: 1e-3, rate: 0.1, positive: 1.7 },
    measure: macroF1,
  }),
  confidence: fitConfidence(judged),
});
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, SCORES_MODEL), bytes);
console.log(`${SCORES_MODEL}: ${bytes.length} bytes`);
