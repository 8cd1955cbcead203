import { join } from 'node:path';
import { createDoc, withLayer } from '../../src/core/doc.ts';
import { OffsetMap } from '../../src/core/offset-map.ts';
import { packagedModelStore } from '../../src/io/model-store.ts';
import { eventFactuality } from '../../src/stages/claims/event-factuality.ts';
import { Tree } from '../../src/stages/claims/tree.ts';
import { tokens } from '../../src/stages/tokens.ts';
import { type Figure, formatTable, readJsonl } from '../harness.ts';

export interface FactualityRow {
  readonly id: string;
  readonly tokens: readonly string[];
  readonly events: readonly { token: number; end: number; text: string; factuality: number }[];
}

const context = { models: packagedModelStore(), diagnose: () => {} };

/** A tokenised sentence as a text, and where each word begins in it. */
export function joinWords(words: readonly string[]): { text: string; starts: readonly number[] } {
  const starts: number[] = [];
  let text = '';
  for (const word of words) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += word === '``' || word === "''" ? '"' : word;
  }
  return { text, starts };
}

/** The tree of a tokenised sentence and the token that stands where each word begins. */
export function parseWords(words: readonly string[]): { tree: Tree; at: (word: number) => number } {
  const { text, starts } = joinWords(words);
  const source = { raw: text, sha256: '', mediaType: 'text/plain', charset: 'utf-8' } as const;
  const doc = withLayer(createDoc(source, text, OffsetMap.identity(text.length)), 'sentences', [
    { start: 0, end: text.length, block: 0 },
  ]);
  const table = tokens.run(doc, {}, context);
  return {
    tree: new Tree(text, table),
    at: (word) => Math.min(table.length - 1, table.tokenAt(starts[word]!)),
  };
}

/** Mean absolute error and correlation on the events of each set, beside a constant 3. */
export function factualityFigures(
  evalDir: string,
  figures: Figure[],
  skipped: string[],
  tables: string[],
): void {
  const rows: (string | number)[][] = [['factuality', 'events', 'MAE', 'r', 'MAE of all 3.0']];
  for (const name of ['uw-fact-dev', 'meantime-fact-dev', 'uds-ih2-dev']) {
    const read = readJsonl<FactualityRow>(join(evalDir, 'factuality', `${name}.jsonl`));
    if (read === null) {
      skipped.push(`factuality: ${name}`);
      continue;
    }
    const want: number[] = [];
    const got: number[] = [];
    for (const { tokens: words, events } of read) {
      if (events.length === 0) continue;
      const { tree, at } = parseWords(words);
      for (const event of events) {
        want.push(event.factuality);
        got.push(eventFactuality(tree, at(event.token)));
      }
    }
    const error = mean(want.map((value, at) => Math.abs(value - got[at]!)));
    const constant = mean(want.map((value) => Math.abs(value - 3)));
    rows.push([
      name,
      String(want.length),
      error.toFixed(3),
      correlation(want, got).toFixed(3),
      constant.toFixed(3),
    ]);
    figures.push({ figure: `factuality MAE ${name}`, value: error, target: constant, lowerIsBetter: true });
  }
  tables.push(formatTable(rows));
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function correlation(a: readonly number[], b: readonly number[]): number {
  const ma = mean(a);
  const mb = mean(b);
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (const [at, value] of a.entries()) {
    ab += (value - ma) * (b[at]! - mb);
    aa += (value - ma) ** 2;
    bb += (b[at]! - mb) ** 2;
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}
