/** Sums of B3 precision and recall over mentions (Bagga and Baldwin 1998). */
export interface BCubed {
  precision: number;
  recall: number;
  predicted: number;
  gold: number;
}

export const emptyBCubed = (): BCubed => ({ precision: 0, recall: 0, predicted: 0, gold: 0 });

/**
 * Adds one document. Mentions are keys (offsets); with predicted mentions a mention that the other side lacks
 * scores nothing (the CoNLL scorer's way).
 */
export function addBCubed(
  total: BCubed,
  gold: readonly (readonly string[])[],
  predicted: readonly (readonly string[])[],
): void {
  const score = (
    from: readonly (readonly string[])[],
    to: readonly (readonly string[])[],
  ): [number, number] => {
    const clusterOf = new Map<string, number>();
    to.forEach((cluster, index) => {
      for (const mention of cluster) clusterOf.set(mention, index);
    });
    let sum = 0;
    let count = 0;
    for (const cluster of from)
      for (const mention of cluster) {
        count++;
        const other = clusterOf.get(mention);
        if (other === undefined) continue;
        const members = new Set(to[other]);
        sum += cluster.filter((m) => members.has(m)).length / cluster.length;
      }
    return [sum, count];
  };
  const [recall, goldCount] = score(gold, predicted);
  const [precision, predictedCount] = score(predicted, gold);
  total.recall += recall;
  total.gold += goldCount;
  total.precision += precision;
  total.predicted += predictedCount;
}

export function f1OfBCubed({ precision, recall, predicted, gold }: BCubed): {
  p: number;
  r: number;
  f: number;
} {
  const p = (100 * precision) / (predicted || 1);
  const r = (100 * recall) / (gold || 1);
  return { p, r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}
