import type { Found } from '../found.ts';

/** Of readings that overlap keeps the longest, and of equally long ones the first. */
export function dropOverlaps(found: readonly Found[]): readonly Found[] {
  const bySize = found
    .map((item, order) => ({ item, order, size: item.end - item.start }))
    .sort((a, b) => b.size - a.size || a.order - b.order);
  const kept: Found[] = [];
  for (const { item } of bySize)
    if (!kept.some((other) => item.start < other.end && other.start < item.end)) kept.push(item);
  return kept.sort((a, b) => a.start - b.start);
}
