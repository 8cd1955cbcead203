import { join } from 'node:path';
import { tagDates } from '../../src/stages/dates/tag-dates.ts';
import { type Bench, type Figure, formatTable, readJsonl } from '../harness.ts';
import { type Prediction, score, type TimexDocument } from './dates/score.ts';

/** Sets and the project's aims for strict, relaxed and value F1; `points` scores DATE and TIME with a place in time only. */
const SETS = [
  { file: 'timebank', figure: 'timebank', targets: [90, 95, 84], points: false },
  { file: 'aquaint-dev', figure: 'aquaint', targets: [88, 95, 80], points: false },
  { file: 'gum-news-dev+gum-interview', figure: 'gum', targets: [86, 93, 85], points: true },
  { file: 'wikiwars', figure: 'wikiwars', targets: [85, 92, 75], points: false },
] as const;

const tag = (document: TimexDocument): Prediction[] => tagDates(document.text, { reference: document.dct });

export const bench: Bench = {
  name: 'dates',
  async run({ evalDir, peers }) {
    const figures: Figure[] = [];
    const skipped: string[] = [];
    const rows: (string | number)[][] = [['set', 'system', 'strict', 'relaxed', 'value', 'P', 'R', 'docs/s']];
    const systems: [string, (document: TimexDocument) => Prediction[]][] = [['claimline', tag]];
    if (peers) systems.push(...(await (await import('./dates/peers.ts')).loadPeers()));
    for (const { file, figure, targets, points } of SETS) {
      const documents = file
        .split('+')
        .flatMap((name) => readJsonl<TimexDocument>(join(evalDir, 'dates', `${name}.jsonl`)) ?? []);
      if (documents.length === 0) {
        skipped.push(`dates/${file}`);
        continue;
      }
      for (const [name, run] of systems) {
        for (const document of documents.slice(0, 40)) run(document);
        const started = performance.now();
        const predicted = documents.map(run);
        const rate = (1000 * documents.length) / (performance.now() - started);
        const { strict, relaxed, value, precision, recall } = score(documents, predicted, points);
        rows.push([figure, name, strict, relaxed, value, precision, recall, rate]);
        if (name !== 'claimline') continue;
        figures.push(
          { figure: `${figure}/strict`, value: strict, target: targets[0] },
          { figure: `${figure}/relaxed`, value: relaxed, target: targets[1] },
          { figure: `${figure}/value`, value, target: targets[2] },
        );
      }
    }
    return { figures, table: formatTable(rows), skipped };
  },
};
