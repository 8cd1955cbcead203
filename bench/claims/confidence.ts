import { confidenceOf, SLOTS } from '../../src/stages/scores/confidence.ts';
import type { ScoreModels } from '../../src/stages/scores/model-file.ts';
import { judgedClaims } from '../../train/confidence.ts';
import { type Figure, formatTable } from '../harness.ts';
import { reliability } from './reliability.ts';

/**
 * Reliability of the confidence of claims and of their slots, on the half of CaRB dev that the weights were not fitted
 * on, and on WiRe57, of which they saw nothing (its few claims are shown and no figure is held against them).
 */
export function confidenceFigures(
  evalDir: string,
  models: ScoreModels,
  figures: Figure[],
  skipped: string[],
  tables: string[],
): void {
  const rows: (string | number)[][] = [
    ['confidence', 'set', 'claims', 'right %', 'mean %', 'calibration error', 'by chance'],
  ];
  const sets = [
    { name: 'CaRB dev, other half', counts: true, claims: judgedClaims(evalDir, 'carb-dev', 1) },
    { name: 'WiRe57', counts: false, claims: judgedClaims(evalDir, 'wire57') },
  ];
  for (const { name, counts, claims } of sets) {
    if (claims === null) {
      skipped.push(`confidence: no ${name}`);
      continue;
    }
    const measure = (what: string, judged: readonly { confidence: number; right: 0 | 1 }[]) => {
      const { table, error, chance, meanRight } = reliability(judged);
      const mean = judged.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, judged.length);
      rows.push([
        what,
        name,
        String(judged.length),
        100 * meanRight,
        100 * mean,
        error.toFixed(3),
        chance.toFixed(3),
      ]);
      return { table, error };
    };
    const whole = measure(
      'claim',
      claims.map(({ evidence, right }) => ({ confidence: confidenceOf(evidence, models.confidence), right })),
    );
    tables.push(`confidence of claims, ${name}\n${whole.table}`);
    const record = (figure: string, value: number) => {
      if (counts) figures.push({ figure, value, target: 0.1, lowerIsBetter: true });
    };
    record('confidence calibration error', whole.error);
    for (const slot of SLOTS) {
      const { error } = measure(
        slot,
        claims.map(({ evidence, slots }) => ({
          confidence: confidenceOf(evidence, models.slots[slot]),
          right: slots[slot],
        })),
      );
      record(`confidence calibration error of the ${slot}`, error);
    }
  }
  tables.push(formatTable(rows));
}
