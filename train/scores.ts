// npx tsx train/scores.ts [--data DIR] [--treebanks DIR] [--out DIR]
// Trains `models/scores.bin` from the labelled sentences, tuples, articles and events below DIR, treebanks, and the fixtures' gold.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { evalDir, trainDir } from '../bench/harness.ts';
import { packagedModelStore } from '../src/io/model-store.ts';
import { LANGUAGE_MODEL, loadLanguageModel } from '../src/language/language-model.ts';
import type { LinearModel } from '../src/stages/scores/linear-model.ts';
import { encodeScoreModels, SCORES_MODEL } from '../src/stages/scores/model-file.ts';
import { sentenceFeatures } from '../src/stages/scores/sentence-features.ts';
import { fitCircumstances, fitConfidence, fitSlots } from './confidence.ts';
import { judgedCircumstances } from './judged-circumstances.ts';
import { judgedTrees, judgedTuples } from './judged-claims.ts';
import { type Example, f1, quantise, trainLogistic } from './logistic.ts';
import { trainOpinion } from './opinion.ts';
import { checkThat, claimBuster, type LabelledSentence } from './scores-data.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: evalDir() },
    treebanks: { type: 'string', default: trainDir() },
    out: { type: 'string', default: join(root, 'models') },
  },
});

const BUCKETS = 1 << 16;
const OPTIONS = { epochs: 15, l2: 5e-4, rate: 0.2 };

/** Check-worthiness: trained on four fifths to fit the calibration on the rest, then on all. */
function trainWorth(sentences: readonly LabelledSentence[]): LinearModel {
  const examples = sentences.map(
    ({ text, label }): Example => ({ features: sentenceFeatures(text, { buckets: BUCKETS }), label }),
  );
  const held = examples.filter((_, at) => at % 5 === 0);
  const first = trainLogistic(
    examples.filter((_, at) => at % 5 !== 0),
    BUCKETS,
    OPTIONS,
  );
  const { calibration, threshold } = quantise(first, held, f1);
  return { ...quantise(trainLogistic(examples, BUCKETS, OPTIONS), held, f1), calibration, threshold };
}

const worthy = claimBuster(values.data);
const opinion = checkThat(values.data);
const tuples = judgedTuples(values.data, 'carb-dev', 0);
if (worthy === null || opinion === null || tuples === null)
  throw new Error(`no data below ${values.data}: give --data`);
const judged = [
  ...tuples,
  ...judgedTrees(values.treebanks, 'ewt-ud-dev'),
  ...judgedTrees(values.treebanks, 'gum-ud-dev'),
];
const bytes = encodeScoreModels({
  checkWorthiness: trainWorth(worthy.train),
  subjectivity: trainOpinion(
    opinion.train,
    worthy.train,
    packagedModelStore().get(LANGUAGE_MODEL, loadLanguageModel),
  ),
  confidence: fitConfidence(judged),
  slots: fitSlots(judged),
  circumstances: fitCircumstances(judgedCircumstances(values.data)),
});
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, SCORES_MODEL), bytes);
console.log(`${SCORES_MODEL}: ${bytes.length} bytes`);
