import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { analyse } from '../src/language/analyse.ts';
import type { LanguageModel } from '../src/language/language-model.ts';
import { sigmoid } from '../src/stages/scores/linear-model.ts';
import { opinionFeatures } from '../src/stages/scores/opinion-features.ts';
import type { OpinionModel } from '../src/stages/scores/opinion-model.ts';
import { SCALES, type ScaleWeights, WordScales } from '../src/stages/scores/word-scales.ts';
import { bestThreshold, macroF1, platt } from './logistic.ts';
import { ridge } from './ridge.ts';
import type { LabelledSentence } from './scores-data.ts';

/** Chosen by leave-one-out on the training sentences; a group's features share one weight. */
const PENALTY = 10;
const SCALE_PENALTY = 100;
/** A word that the lexicon leaves out and that is used this often counts as neutral. */
const NEUTRAL_USES = 4;

/** The model of opinion, from labelled sentences; `plain` gives the everyday words that the lexicon leaves out. */
export function trainOpinion(
  sentences: readonly LabelledSentence[],
  plain: readonly LabelledSentence[],
  model: LanguageModel,
): OpinionModel {
  const scales = fitScales(plain, model);
  const words = new WordScales(model, scales);
  const features = sentences.map(({ text }) => featuresOf(text, model, words));
  const names = [...new Set(features.flatMap((row) => [...row.keys()]))].sort();
  const spread = names.map((name) => deviation(features.map((row) => row.get(name) ?? 0)));
  const kept = names.filter((_, at) => spread[at]! > 1e-6);
  const groups = new Map<string, number>();
  for (const name of kept) groups.set(groupOf(name), (groups.get(groupOf(name)) ?? 0) + 1);
  // every feature at deviation 1, then every group at equal weight
  const factors = kept.map(
    (name) => 1 / (spread[names.indexOf(name)]! * Math.sqrt(groups.get(groupOf(name))! * groups.size)),
  );
  const rows = features.map((row) =>
    Float64Array.from(kept, (name, at) => (row.get(name) ?? 0) * factors[at]!),
  );
  const labels = sentences.map(({ label }) => label);
  const fitted = ridge(
    rows,
    labels.map((label) => (label === 1 ? 1 : -1)),
    PENALTY,
  );
  const scores = [...fitted.leftOut];
  const calibration = platt(scores, labels);
  const probabilities = scores.map((one) => sigmoid(calibration[0] * one + calibration[1]));
  return {
    scales,
    weights: Object.fromEntries(kept.map((name, at) => [name, short(fitted.weights[at]! * factors[at]!)])),
    bias: short(fitted.bias),
    calibration,
    threshold: bestThreshold(probabilities, labels, macroF1),
  };
}

/** Features of a sentence that stands alone. */
export function featuresOf(text: string, model: LanguageModel, words: WordScales): Map<string, number> {
  const tokens = analyse(text, [{ start: 0, end: text.length }], model);
  return opinionFeatures(text, tokens, 0, words);
}

interface PatternWord {
  readonly form: string;
  readonly polarity: string;
  readonly subjectivity: string;
}

/**
 * Maps word vectors to the scales by ridge regression on the sentiment lexicon of Pattern (De Smedt & Daelemans 2012),
 * PDDL, which comes with `natural`; words in use that it leaves out are neutral.
 */
function fitScales(plain: readonly LabelledSentence[], model: LanguageModel): ScaleWeights {
  const path = createRequire(import.meta.url).resolve(
    'natural/lib/natural/sentiment/English/pattern-sentiment-en.json',
  );
  const lexicon = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, PatternWord>>;
  const rows: Float64Array[] = [];
  const targets: number[][] = SCALES.map(() => []);
  const add = (form: string, values: readonly number[]) => {
    const vector = model.vectors.find(model.lexemes.get(form).lower);
    if (vector === null) return;
    rows.push(Float64Array.from(vector));
    for (const [k, value] of values.entries()) targets[k]!.push(value);
  };
  for (const [form, { polarity, subjectivity }] of Object.entries(lexicon)) {
    if (/^\p{L}+$/u.test(form))
      add(form, [Number(subjectivity), Math.abs(Number(polarity)), Number(polarity)]);
  }
  const uses = new Map<string, number>();
  for (const { text } of plain) {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  for (const [word, count] of uses) {
    if (count >= NEUTRAL_USES && !Object.hasOwn(lexicon, word)) add(word, [0, 0, 0]);
  }
  const fitted = targets.map((values) => ridge(rows, values, SCALE_PENALTY));
  return {
    rows: fitted.map(({ weights }) => [...weights].map(short)),
    bias: fitted.map(({ bias }) => short(bias)),
  };
}

const groupOf = (name: string): string => name.slice(0, name.indexOf('/'));

const short = (value: number): number => Number(value.toPrecision(5));

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
