import { intersection, type Span } from '../core/span.ts';
import type { Gold } from './gold.ts';
import { type RecordView, shown, spanKey } from './record-view.ts';
import { counts, type Item, type LayerScore, ratio } from './score.ts';

/**
 * `boilerplate`: the gold's lines (article blocks and boilerplate lines alike) as the record tells them apart, a line
 * being boilerplate when less than half of it lies in article blocks; "all and only" is F1 1.
 * `segments`: article blocks of exactly the gold's span. `kinds`: their kinds, of the required gold blocks.
 */
export function scoreBlocks(gold: Gold, view: RecordView): LayerScore {
  const predicted = view.record.blocks.map((block) => ({ ...block, ...view.raw(block) }));
  const article = predicted.filter((block) => block.label === 'article');
  const items: Item[] = [];

  let right = 0;
  let spurious = 0;
  let missed = 0;
  for (const [i, line] of gold.boilerplate.entries()) {
    if (line.optional) continue;
    const found = !mostlyIn(line, article);
    if (found) right++;
    else missed++;
    items.push({
      id: `blocks/boilerplate.${i}`,
      outcome: found ? 'right' : 'missed',
      note: found ? shown(line.text) : `${shown(line.text)} is taken for article`,
      at: line.start,
    });
  }
  for (const [i, block] of gold.blocks.entries()) {
    if (block.optional || mostlyIn(block, article)) continue;
    spurious++;
    items.push({
      id: `blocks/article.${i}`,
      outcome: 'spurious',
      note: `${shown(block.text)} is article and taken for boilerplate`,
      at: block.start,
    });
  }

  const bySpan = new Map(article.map((block) => [spanKey(block), block]));
  const goldKeys = new Set(gold.blocks.map(spanKey));
  let segments = 0;
  let kinds = 0;
  const required = gold.blocks.filter((block) => !block.optional);
  for (const [i, block] of gold.blocks.entries()) {
    if (block.optional) continue;
    const found = bySpan.get(spanKey(block));
    if (found !== undefined) segments++;
    if (found?.kind === block.kind) kinds++;
    items.push({
      id: `blocks/${i}`,
      outcome: found === undefined ? 'missed' : found.kind === block.kind ? 'right' : 'wrong',
      note: `${block.kind} ${shown(block.text)}${found === undefined || found.kind === block.kind ? '' : `, found ${found.kind}`}`,
      at: block.start,
    });
  }
  const extra = article.filter(
    (block) => !goldKeys.has(spanKey(block)) && overlapsAny(block, gold.blocks),
  ).length;
  return {
    layer: 'blocks',
    figures: {
      boilerplate: counts(right, spurious, missed),
      segments: counts(segments, extra, required.length - segments),
      kinds: ratio(kinds, required.length),
    },
    items,
  };
}

function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => intersection(span, other) !== null);
}

function mostlyIn(line: Span, article: readonly Span[]): boolean {
  let inside = 0;
  for (const block of article) {
    const common = intersection(line, block);
    if (common !== null) inside += common.end - common.start;
  }
  return inside * 2 >= line.end - line.start;
}
