import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { confidenceOf, SLOTS } from '../../src/stages/scores/confidence.ts';
import type { ScoreModels } from '../../src/stages/scores/model-file.ts';
import { fitCircumstances } from '../../train/confidence.ts';
import { judgedCircumstances } from '../../train/judged-circumstances.ts';
import { type JudgedClaim, judgedTrees, judgedTuples } from '../../train/judged-claims.ts';
import { type Figure, formatTable } from '../harness.ts';
import { auroc, type Judged, reliability } from './reliability.ts';

type Row = (string | number)[];

const HEADER = ['claims', 'right %', 'mean %', 'calibration error', 'by chance', 'AUROC'];

/** One line of a table of reliability, and its figures. */
function measured(judged: readonly Judged[]): {
  cells: string[];
  table: string;
  error: number;
  area: number;
} {
  const { table, error, chance, meanRight } = reliability(judged);
  const mean = judged.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, judged.length);
  const area = auroc(judged);
  const cells = [
    String(judged.length),
    (100 * meanRight).toFixed(1),
    (100 * mean).toFixed(1),
    error.toFixed(3),
    chance.toFixed(3),
    area.toFixed(3),
  ];
  return { cells, table, error, area };
}

/**
 * Reliability of the confidence of claims and of the slots that hold words, on what the weights were not fitted on: the other
 * half of CaRB dev, the test parts of the treebanks (claims of our trees against those of the gold trees), and WiRe57
 * (whose claims are few: no figure is held against them). AUROC: how well right claims are told from wrong ones.
 */
export function confidenceFigures(
  { evalDir, trainDir }: { readonly evalDir: string; readonly trainDir: string },
  models: ScoreModels,
  figures: Figure[],
  skipped: string[],
  tables: string[],
): void {
  const hasTrees = existsSync(join(trainDir, 'ud', 'en_ewt-ud-test.conllu'));
  if (!hasTrees) skipped.push('confidence: no treebanks');
  const trees = (part: 'ewt-ud-test' | 'gum-ud-test') => (hasTrees ? judgedTrees(trainDir, part) : null);
  const sets: { name: string; figure: string | null; claims: readonly JudgedClaim[] | null }[] = [
    { name: 'CaRB dev, other half', figure: '', claims: judgedTuples(evalDir, 'carb-dev', 1) },
    { name: 'EWT test, trees', figure: ' (EWT trees)', claims: trees('ewt-ud-test') },
    { name: 'GUM test, trees', figure: ' (GUM trees)', claims: trees('gum-ud-test') },
    { name: 'WiRe57', figure: null, claims: judgedTuples(evalDir, 'wire57') },
  ];
  const rows: Row[] = [['confidence of', 'set', ...HEADER]];
  for (const { name, figure, claims } of sets) {
    if (claims === null) {
      if (hasTrees) skipped.push(`confidence: no ${name}`);
      continue;
    }
    const whole = measured(
      claims.map(({ features, right }) => ({ confidence: confidenceOf(features, models.confidence), right })),
    );
    tables.push(`confidence of claims, ${name}\n${whole.table}`);
    rows.push(['claim', name, ...whole.cells]);
    if (figure !== null)
      figures.push(
        {
          figure: `confidence calibration error${figure}`,
          value: whole.error,
          target: 0.1,
          lowerIsBetter: true,
        },
        { figure: `confidence AUROC${figure}`, value: whole.area, target: 0.75 },
      );
    for (const slot of SLOTS) {
      const one = measured(
        claims.map(({ features, slots }) => ({
          confidence: confidenceOf(features, models.slots[slot]),
          right: slots[slot],
        })),
      );
      rows.push([slot, name, ...one.cells]);
      if (figure === '')
        figures.push({
          figure: `confidence calibration error of the ${slot}`,
          value: one.error,
          target: 0.1,
          lowerIsBetter: true,
        });
    }
  }
  tables.push(formatTable(rows));
}

const FOLDS = 5;

/**
 * Reliability of the confidence of time, place, source, polarity and modality, by cross-validation over documents: all data at
 * hand is used for the shipped weights. `date` is the value of a date expression, one part of the confidence of the time.
 */
export function circumstanceFigures(evalDir: string, figures: Figure[], tables: string[]): void {
  const judged = judgedCircumstances(evalDir);
  const found: { of: string; set: string; confidence: number; right: 0 | 1 }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitCircumstances(judged.filter(({ document }) => document % FOLDS !== fold));
    for (const { of, set, document, features, right } of judged)
      if (document % FOLDS === fold)
        found.push({ of, set, confidence: confidenceOf(features, weights[of]), right });
  }
  const rows: Row[] = [['confidence of', 'set', ...HEADER]];
  const bins: string[] = [];
  for (const of of [...new Set(found.map((one) => one.of))]) {
    const own = found.filter((one) => one.of === of);
    for (const set of [...new Set(own.map((one) => one.set))])
      rows.push([of, set, ...measured(own.filter((one) => one.set === set)).cells]);
    const all = measured(own);
    bins.push(`confidence of the ${of}, all sets\n${all.table}`);
    rows.push([of, 'all', ...all.cells]);
    figures.push({
      figure: `confidence calibration error of the ${of}`,
      value: all.error,
      target: 0.1,
      lowerIsBetter: true,
    });
  }
  tables.push(...bins, formatTable(rows));
}
