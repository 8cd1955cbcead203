import { join } from 'node:path';
import { packagedModelStore } from '../../src/io/model-store.ts';
import { LANGUAGE_MODEL, loadLanguageModel } from '../../src/language/language-model.ts';
import { type LinearModel, probability } from '../../src/stages/scores/linear-model.ts';
import { loadScoreModels, SCORES_MODEL } from '../../src/stages/scores/model-file.ts';
import { type OpinionModel, opinionProbability } from '../../src/stages/scores/opinion-model.ts';
import { sentenceFeatures } from '../../src/stages/scores/sentence-features.ts';
import { wordScalesOf } from '../../src/stages/scores/word-scales.ts';
import { averagePrecision, f1, macroF1 } from '../../train/logistic.ts';
import { featuresOf } from '../../train/opinion.ts';
import { checkThat, claimBuster, type Parts } from '../../train/scores-data.ts';
import { circumstanceFigures, confidenceFigures } from '../claims/confidence.ts';
import { factualityFigures } from '../claims/factuality.ts';
import { naturalClassifiers } from '../claims/natural-classifiers.ts';
import { tfIdfBaseline } from '../claims/tf-idf.ts';
import { verifiableFigures } from '../claims/verifiable.ts';
import { type Bench, type Figure, formatTable, readJsonl } from '../harness.ts';
import { type BenchieFact, scoreBenchie, triplesOf } from '../openie/benchie.ts';
import { scoreCarb } from '../openie/carb.ts';
import { extract } from '../openie/extract.ts';
import { naryTuple, tupleConfidence } from '../openie/tuples.ts';
import { wireTuples } from '../openie/wire-tuples.ts';
import { scoreWire, wireWords } from '../openie/wire57.ts';

type Row = (string | number)[];

/** Propositions on CaRB, BenchIE and WiRe57; check-worthiness, subjectivity, factuality and calibration of the scores. */
export const bench: Bench = {
  name: 'claims',
  run({ evalDir, trainDir, peers }) {
    const figures: Figure[] = [];
    const skipped: string[] = [];
    const tables: string[] = [];
    openie(evalDir, figures, skipped, tables);
    const models = packagedModelStore().get(SCORES_MODEL, loadScoreModels);
    const worthy = claimBuster(evalDir);
    if (worthy === null) skipped.push('check-worthiness: no ClaimBuster data');
    else checkWorthiness(worthy, models.checkWorthiness, peers, figures, tables);
    const opinion = checkThat(evalDir);
    if (opinion === null) skipped.push('subjectivity: no CheckThat data');
    else subjectivity(opinion, models.subjectivity, peers, figures, tables);
    verifiableFigures({ worthy, opinion }, figures, tables);
    factualityFigures(evalDir, figures, skipped, tables);
    confidenceFigures({ evalDir, trainDir }, models, figures, skipped, tables);
    circumstanceFigures(evalDir, figures, tables);
    return { figures, table: tables.join('\n\n'), skipped };
  },
};

interface TupleRow {
  readonly sentence: string;
  readonly gold: readonly { arg1: string; rel: string; arg2: string | null; args: readonly string[] }[];
}

function openie(evalDir: string, figures: Figure[], skipped: string[], tables: string[]): void {
  const rows: Row[] = [['set', 'precision', 'recall', 'F1', 'AUC']];
  const add = (name: string, result: { precision: number; recall: number; f1: number; auc?: number }) =>
    rows.push([
      name,
      100 * result.precision,
      100 * result.recall,
      100 * result.f1,
      result.auc === undefined ? '' : 100 * result.auc,
    ]);
  const carb = readJsonl<TupleRow>(join(evalDir, 'openie', 'carb-dev.jsonl'));
  if (carb === null) skipped.push('CaRB');
  else {
    const gold = carb.map(({ gold }) =>
      gold.map(({ arg1, rel, arg2, args }) => ({ rel, args: [arg1, ...(arg2 ? [arg2] : []), ...args] })),
    );
    const predicted = carb.map(({ sentence }) => {
      const { tree, propositions } = extract(sentence);
      return propositions
        .map((one) => naryTuple(tree, one, tupleConfidence(tree, one)))
        .filter((one) => one !== null && one.args.length > 0)
        .map((one) => ({ rel: one!.rel, args: [one!.arg1, ...one!.args], confidence: one!.confidence }));
    });
    const result = scoreCarb(gold, predicted);
    add('CaRB dev', result);
    figures.push(
      { figure: 'CaRB dev F1', value: result.f1, target: 0.5 },
      { figure: 'CaRB dev AUC', value: result.auc, target: 0.3 },
    );
  }
  rows.push(
    ['  OpenIE6 on CaRB test (published)', '', '', 54, 35.7],
    ['  OpenIE-4 on CaRB test (published)', '', '', 48.8, 27.2],
    ['  ClausIE on CaRB test (published)', '', '', 45, 22.4],
  );
  const benchie = readJsonl<{ sentence: string; synsets: BenchieFact[][] }>(
    join(evalDir, 'openie', 'benchie-en.jsonl'),
  );
  if (benchie === null) skipped.push('BenchIE');
  else {
    const result = scoreBenchie(
      benchie.map(({ synsets }) => synsets),
      benchie.map(({ sentence }) => {
        const { tree, propositions } = extract(sentence);
        const seen = new Map(
          propositions
            .flatMap((one) => triplesOf(tree, one))
            .map((one) => [JSON.stringify([one.arg1, one.rel, one.arg2]), one]),
        );
        return [...seen.values()];
      }),
    );
    add('BenchIE (dev half)', result);
    figures.push({ figure: 'BenchIE F1', value: result.f1, target: 0.34 });
  }
  rows.push(
    ['  ClausIE on BenchIE (published)', '', '', 33.9, ''],
    ['  MinIE on BenchIE (published)', '', '', 33.7, ''],
  );
  const wire = readJsonl<TupleRow>(join(evalDir, 'openie', 'wire57.jsonl'));
  if (wire === null) skipped.push('WiRe57');
  else {
    const result = scoreWire(
      wire.map(({ gold }) =>
        gold.map(({ arg1, rel, arg2, args }) => ({
          parts: [wireWords(arg1), wireWords(rel), wireWords(arg2 ?? '')] as const,
          further: args.map(wireWords),
        })),
      ),
      wire.map(({ sentence }) => {
        const { tree, propositions } = extract(sentence);
        return propositions.flatMap((one) => wireTuples(tree, one));
      }),
    );
    add('WiRe57 dev', result);
    figures.push({ figure: 'WiRe57 dev F1', value: result.f1, target: 0.36 });
  }
  tables.push(formatTable(rows));
}

function checkWorthiness(
  parts: Parts,
  model: LinearModel,
  peers: boolean,
  figures: Figure[],
  tables: string[],
): void {
  const { train, test } = parts;
  const labels = test.map(({ label }) => label);
  const scores = test.map(({ text }) => probability(model, sentenceFeatures(text, model)));
  const own = {
    ap: averagePrecision(scores, labels),
    f1: f1(
      labels,
      scores.map((one) => (one >= model.threshold ? 1 : 0)),
    ),
  };
  const baseline = tfIdfBaseline(train, f1);
  const baseScores = test.map(({ text }) => baseline.score(text));
  const base = {
    ap: averagePrecision(baseScores, labels),
    f1: f1(
      labels,
      baseScores.map((one) => (one >= baseline.threshold ? 1 : 0)),
    ),
  };
  tables.push(
    formatTable([
      ['check-worthiness, ClaimBuster', 'AP', 'F1'],
      ['shipped model', 100 * own.ap, 100 * own.f1],
      ['tf-idf logistic regression', 100 * base.ap, 100 * base.f1],
      ...(peers ? naturalClassifiers(parts) : []).map(
        (one): Row => [one.name, 100 * averagePrecision(one.scores, labels), 100 * f1(labels, one.labels)],
      ),
    ]),
  );
  figures.push(
    { figure: 'check-worthiness AP', value: own.ap, target: base.ap },
    { figure: 'check-worthiness F1', value: own.f1, target: base.f1 },
  );
}

function subjectivity(
  parts: Parts,
  model: OpinionModel,
  peers: boolean,
  figures: Figure[],
  tables: string[],
): void {
  const { train, test } = parts;
  const labels = test.map(({ label }) => label);
  const language = packagedModelStore().get(LANGUAGE_MODEL, loadLanguageModel);
  const words = wordScalesOf(language, model.scales);
  const predicted = test.map(({ text }) =>
    opinionProbability(model, featuresOf(text, language, words)) >= model.threshold ? 1 : 0,
  );
  const baseline = tfIdfBaseline(train, macroF1);
  const base = test.map(({ text }) => (baseline.score(text) >= baseline.threshold ? 1 : 0));
  const own = macroF1(labels, predicted);
  tables.push(
    formatTable([
      ['subjectivity, CheckThat 2025 English dev_test (the test set of 2024), 484 sentences', 'macro-F1'],
      ['shipped model', 100 * own],
      ['tf-idf logistic regression', 100 * macroF1(labels, base)],
      ...(peers ? naturalClassifiers(parts) : []).map(
        (one): Row => [one.name, 100 * macroF1(labels, one.labels)],
      ),
    ]),
  );
  figures.push({ figure: 'subjectivity macro-F1', value: own, target: 0.68 });
}
