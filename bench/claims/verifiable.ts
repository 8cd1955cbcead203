import { createPipeline } from '../../src/pipeline.ts';
import type { Parts } from '../../train/scores-data.ts';
import { type Figure, formatTable } from '../harness.ts';
import { auroc } from './reliability.ts';

/** Every so many test sentences of ClaimBuster are read. */
const STEP = 3;

/**
 * `verifiable` by a proxy, as no open set says of sentences whether they can be checked: the most verifiable claim of a sentence (0
 * for none) as a rank of check-worthy before other sentences of debates (ClaimBuster; what is checked can be checked, but not all
 * that can be is worth it), and of objective before subjective sentences of news (CheckThat 2025). Beside it the two obvious
 * ranks: a figure in the sentence, then its length; and whether there is a claim at all.
 */
export function verifiableFigures(
  sets: { readonly worthy: Parts | null; readonly opinion: Parts | null },
  figures: Figure[],
  tables: string[],
): void {
  const pipeline = createPipeline();
  const rows: (string | number)[][] = [
    ['verifiable, by proxy: AUROC', 'sentences', 'shipped', 'figures and length', 'any claim'],
  ];
  const measure = (name: string, sentences: readonly { text: string; right: 0 | 1 }[]) => {
    const own: { confidence: number; right: 0 | 1 }[] = [];
    const plain: { confidence: number; right: 0 | 1 }[] = [];
    const any: { confidence: number; right: 0 | 1 }[] = [];
    for (const { text, right } of sentences) {
      const { claims } = pipeline.process({ text, articleText: true });
      own.push({ confidence: Math.max(0, ...claims.map(({ verifiable }) => verifiable)), right });
      plain.push({ confidence: (/\d/.test(text) ? 1 : 0) + Math.min(1, text.length / 1000), right });
      any.push({ confidence: claims.length > 0 ? 1 : 0, right });
    }
    const baseline = Math.max(auroc(plain), auroc(any));
    rows.push([
      name,
      String(sentences.length),
      auroc(own).toFixed(3),
      auroc(plain).toFixed(3),
      auroc(any).toFixed(3),
    ]);
    figures.push({ figure: `verifiable AUROC, proxy ${name}`, value: auroc(own), target: baseline });
  };
  if (sets.worthy !== null)
    measure(
      'ClaimBuster',
      sets.worthy.test.filter((_, at) => at % STEP === 0).map(({ text, label }) => ({ text, right: label })),
    );
  if (sets.opinion !== null)
    measure(
      'CheckThat',
      sets.opinion.test.map(({ text, label }) => ({ text, right: label === 1 ? 0 : 1 })),
    );
  if (rows.length > 1) tables.push(formatTable(rows));
}
