import type { FixtureScore } from './baseline.ts';
import { type Figure, figureValue, precision, recall, totals } from './score.ts';

/** The figures of a run as text: all of them over all fixtures, then each fixture's main ones a row. */
export function evalTable(scores: readonly FixtureScore[]): string {
  const sums = totals(scores.map((score) => score.layers));
  const rows: string[][] = [['layer', 'figure', 'value', 'precision', 'recall', 'right']];
  for (const { layer, figures } of sums) {
    for (const [name, figure] of Object.entries(figures)) rows.push([layer, name, ...cells(figure)]);
  }
  const perFixture: string[][] = [['fixture', ...MAIN.map(([layer, figure]) => `${layer} ${figure}`)]];
  for (const { name, layers } of [...scores, { name: 'total', layers: sums }]) {
    const byLayer = new Map(layers.map((score) => [score.layer, score.figures]));
    perFixture.push([
      name,
      ...MAIN.map(([layer, name]) => {
        const figure = byLayer.get(layer)?.[name];
        return figure === undefined ? '' : share(figure);
      }),
    ]);
  }
  return `${columns(rows, 2)}\n\n${columns(perFixture, 1)}\n`;
}

/** One figure of each layer, for the table by fixture. */
const MAIN: readonly (readonly [layer: string, figure: string])[] = [
  ['blocks', 'boilerplate'],
  ['metadata', 'fields'],
  ['sentences', 'exact'],
  ['timexes', 'spanValue'],
  ['entities', 'typed'],
  ['quotes', 'speakers'],
  ['claims', 'claims'],
  ['claims', 'four'],
];

function cells(figure: Figure): string[] {
  if (figure.kind === 'ratio') {
    return [share(figure), '', '', `${figure.right}/${figure.of}`];
  }
  const { right, spurious, missed } = figure;
  return [
    share(figure),
    percent(precision(figure)),
    percent(recall(figure)),
    `${right}, ${missed} missed, ${spurious} too many`,
  ];
}

const percent = (share: number): string => (share * 100).toFixed(1);

/** In percent; nothing where nothing was asked. */
function share(figure: Figure): string {
  return figure.kind === 'ratio' && figure.of === 0 ? '' : percent(figureValue(figure));
}

/** Aligned columns, the first `left` of them to the left. */
function columns(rows: readonly (readonly string[])[], left: number): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const isNumber = (cell: string) => /^[\d.]*$/.test(cell);
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i < left || !isNumber(cell) ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
