import { join } from 'node:path';
import { tagDates } from '../../src/stages/dates/tag-dates.ts';
import { type Bench, type Figure, formatTable, readJsonl } from '../harness.ts';
import { analyseText } from './dates/analyse-text.ts';
import { loadChrono, loadPeers, type Tagger } from './dates/peers.ts';
import { type Prediction, score, type TimexDocument } from './dates/score.ts';

/** Sets and the project's aims for strict, relaxed and value F1; `points` scores DATE and TIME with a place in time only. */
const SETS = [
  { file: 'timebank', figure: 'timebank', targets: [90, 95, 84], points: false },
  { file: 'aquaint-dev', figure: 'aquaint', targets: [88, 95, 80], points: false },
  { file: 'gum-news-dev+gum-interview', figure: 'gum', targets: [86, 93, 85], points: true },
  { file: 'wikiwars', figure: 'wikiwars', targets: [85, 92, 75], points: false },
] as const;

/** The dates stage alone: tokens and trees, another stage's work, are made before the clock starts. */
function tagger(documents: readonly TimexDocument[]): Tagger {
  const tokens = new Map(documents.map((document) => [document, analyseText(document.text)]));
  return (document) => tagDates(document.text, { reference: document.dct, tokens: tokens.get(document)! });
}

/** The predictions for all documents, and documents per second of processor time: the best of the rounds. Slow peers get one, cold. */
function measure(
  documents: readonly TimexDocument[],
  run: Tagger,
  rounds: number,
): { predicted: Prediction[][]; rate: number } {
  let predicted: Prediction[][] = [];
  let rate = 0;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    predicted = documents.map(run);
    const { user, system } = process.cpuUsage(before);
    rate = Math.max(rate, (1e6 * documents.length) / (user + system));
  }
  return { predicted, rate };
}

/** Characters of a set that the slow peers read. */
const SAMPLE = 30_000;
/** Longer documents take them minutes: left out where there are shorter ones. */
const LONG = 8_000;

/** Documents from all over a set, about `SAMPLE` characters; the same ones in every run. */
function sample(documents: readonly TimexDocument[]): TimexDocument[] {
  const byLength = documents.toSorted((a, b) => a.text.length - b.text.length);
  const short = documents.filter(({ text }) => text.length <= LONG);
  const pool = short.length > 0 ? short : byLength.slice(0, 1);
  const total = pool.reduce((sum, { text }) => sum + text.length, 0);
  const step = Math.max(1, total / SAMPLE);
  return pool.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

export const bench: Bench = {
  name: 'dates',
  async run({ evalDir, peers }) {
    const figures: Figure[] = [];
    const skipped: string[] = [];
    const rows: (string | number)[][] = [
      ['set', 'system', 'strict', 'relaxed', 'value', 'precision', 'recall', 'docs/s'],
    ];
    const chrono = await loadChrono();
    const others = peers ? await loadPeers() : [];
    for (const { file, figure, targets, points } of SETS) {
      const documents = file
        .split('+')
        .flatMap((name) => readJsonl<TimexDocument>(join(evalDir, 'dates', `${name}.jsonl`)) ?? []);
      if (documents.length === 0) {
        skipped.push(`dates/${file}`);
        continue;
      }
      const own = tagger(documents);
      const rates = new Map<string, number>();
      for (const [name, run] of [
        ['claimline', own],
        ['chrono-node', chrono],
      ] as const) {
        const { predicted, rate } = measure(documents, run, 4);
        rates.set(name, rate);
        const { strict, relaxed, value, precision, recall } = score(documents, predicted, points);
        rows.push([figure, name, strict, relaxed, value, precision, recall, rate]);
        if (name !== 'claimline') continue;
        figures.push(
          { figure: `${figure}/strict`, value: strict, target: targets[0] },
          { figure: `${figure}/relaxed`, value: relaxed, target: targets[1] },
          { figure: `${figure}/value`, value, target: targets[2] },
        );
      }
      if (others.length > 0) {
        // Peers take up to a second for a thousand characters: they run on a sample, ours beside them.
        const some = sample(documents);
        const label = `${some.length} of ${documents.length}`;
        for (const [name, run] of [['claimline', own] as const, ...others]) {
          const { predicted, rate } = measure(some, run, 1);
          const { strict, relaxed, value, precision, recall } = score(some, predicted, points);
          rows.push([figure, `${name}, ${label}`, strict, relaxed, value, precision, recall, rate]);
        }
      }
      if (figure === 'timebank') {
        const rate = rates.get('claimline')!;
        figures.push(
          { figure: 'speed/documents-per-second', value: rate, target: 150, timing: true },
          {
            figure: 'speed/times-plain-chrono',
            value: rates.get('chrono-node')! / rate,
            target: 2.5,
            lowerIsBetter: true,
            timing: true,
          },
        );
      }
    }
    return { figures, table: formatTable(rows), skipped };
  },
};
