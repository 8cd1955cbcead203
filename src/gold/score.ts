/** Right answers, answers too many, and answers that are missing; what is optional counts in none of them. */
export interface Counts {
  readonly kind: 'prf';
  readonly right: number;
  readonly spurious: number;
  readonly missed: number;
}

/** So many right of so many. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly right: number;
  readonly of: number;
}

export type Figure = Counts | Ratio;

/** One thing that was asked or answered. */
export interface Item {
  /** Stable: `timexes/t12.value`, `claims/c003`; of a spurious answer the layer, what it is and where. */
  readonly id: string;
  readonly outcome: 'right' | 'missed' | 'spurious' | 'wrong';
  /** For a reader: the text, and what was found in place of what. */
  readonly note: string;
  /** Raw offset. */
  readonly at?: number;
}

/** One layer of one article, scored. */
export interface LayerScore {
  readonly layer: string;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly items: readonly Item[];
}

export const counts = (right: number, spurious: number, missed: number): Counts => ({
  kind: 'prf',
  right,
  spurious,
  missed,
});

export const ratio = (right: number, of: number): Ratio => ({ kind: 'ratio', right, of });

/** 0 to 1; 1 where there was nothing to find and nothing was found. */
export function precision({ right, spurious }: Counts): number {
  return right + spurious === 0 ? 1 : right / (right + spurious);
}

/** 0 to 1; 1 where there was nothing to find. */
export function recall({ right, missed }: Counts): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

/** The figure as one number from 0 to 1: F1 of counts, the share of a ratio (1 of an empty one). */
export function figureValue(figure: Figure): number {
  if (figure.kind === 'ratio') return figure.of === 0 ? 1 : figure.right / figure.of;
  const { right, spurious, missed } = figure;
  return right + spurious + missed === 0 ? 1 : (2 * right) / (2 * right + spurious + missed);
}

export function add(a: Figure, b: Figure): Figure {
  if (a.kind === 'ratio' && b.kind === 'ratio') return ratio(a.right + b.right, a.of + b.of);
  if (a.kind === 'prf' && b.kind === 'prf') {
    return counts(a.right + b.right, a.spurious + b.spurious, a.missed + b.missed);
  }
  throw new TypeError('figures of two kinds do not add up');
}

/** Figures over all articles: counts added up layer by layer. */
export function totals(scores: readonly (readonly LayerScore[])[]): LayerScore[] {
  const layers = new Map<string, Record<string, Figure>>();
  for (const { layer, figures } of scores.flat()) {
    const sum = layers.get(layer) ?? {};
    for (const [name, figure] of Object.entries(figures)) {
      const before = sum[name];
      sum[name] = before === undefined ? figure : add(before, figure);
    }
    layers.set(layer, sum);
  }
  return [...layers].map(([layer, figures]) => ({ layer, figures, items: [] }));
}
