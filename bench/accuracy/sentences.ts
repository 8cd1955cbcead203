import { join } from 'node:path';
import type { Span } from '../../src/core/span.ts';
import { splitSentences } from '../../src/stages/sentences.ts';
import { type Bench, type Figure, formatTable, readJsonl } from '../harness.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly sentences: Span[];
}

/** Sentences of a whole text: its paragraphs are its blocks. */
function segment(text: string): Span[] {
  const out: Span[] = [];
  let start = 0;
  for (const paragraph of text.split(/(\n\s*\n)/)) {
    if (paragraph.trim() !== '') out.push(...splitSentences(text, { start, end: start + paragraph.length }));
    start += paragraph.length;
  }
  return out;
}

const same = (a: readonly Span[], b: readonly Span[]) =>
  a.length === b.length && a.every((span, i) => span.start === b[i]!.start && span.end === b[i]!.end);

export const bench: Bench = {
  name: 'sentences',
  run({ evalDir, args }) {
    const figures: Figure[] = [];
    const skipped: string[] = [];
    const rows: (string | number)[][] = [['set', 'measure', 'value']];
    for (const set of ['seg_golden_en', 'seg_pragseg_en_extra']) {
      const cases = readJsonl<Row>(join(evalDir, 'sentences', `${set}.jsonl`));
      if (!cases) {
        skipped.push(set);
        continue;
      }
      const wrong = cases.filter((c) => !same(segment(c.text), c.sentences));
      if (args.includes('--errors')) {
        for (const c of wrong)
          console.error(
            c.id,
            segment(c.text).map((s) => c.text.slice(s.start, s.end)),
          );
      }
      figures.push({ figure: `${set}.right`, value: cases.length - wrong.length });
      rows.push([set, `cases right of ${cases.length}`, cases.length - wrong.length]);
    }
    for (const set of ['seg_gum_news', 'seg_ewt_weblog_all']) {
      const texts = readJsonl<Row>(join(evalDir, 'sentences', `${set}.jsonl`));
      if (!texts) {
        skipped.push(set);
        continue;
      }
      let [hits, predicted, gold] = [0, 0, 0];
      for (const { text, sentences } of texts) {
        // Inner boundaries: where one sentence of a paragraph ends and another begins.
        const inner = (spans: readonly Span[]) =>
          new Set(
            spans
              .slice(0, -1)
              .filter((s, i) => !/\n\s*\n/.test(text.slice(s.end, spans[i + 1]!.start)))
              .map((s) => s.end),
          );
        const want = inner(sentences);
        const have = inner(segment(text));
        for (const end of have) {
          if (want.has(end)) hits++;
          else if (args.includes('--errors'))
            console.error(
              '+',
              JSON.stringify(text.slice(end - 50, end)),
              '|',
              JSON.stringify(text.slice(end, end + 40)),
            );
        }
        if (args.includes('--errors'))
          for (const end of want)
            if (!have.has(end))
              console.error(
                '-',
                JSON.stringify(text.slice(end - 50, end)),
                '|',
                JSON.stringify(text.slice(end, end + 40)),
              );
        predicted += have.size;
        gold += want.size;
      }
      const f1 = (200 * hits) / (predicted + gold);
      figures.push({ figure: `${set}.boundaryF1`, value: f1 });
      rows.push([set, 'boundary F1 inside paragraphs', f1]);
    }
    return { figures, table: formatTable(rows), skipped };
  },
};
