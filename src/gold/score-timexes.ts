import { intersection } from '../core/span.ts';
import type { Gold } from './gold.ts';
import { type RecordView, sameSpan, shown, spanKey } from './record-view.ts';
import { counts, type Item, type LayerScore, ratio } from './score.ts';

/**
 * TempEval-3's figures (UzZaman et al. 2013): gold and predicted expressions are paired one to one, those of equal
 * span first, then those that share most characters. `strict`: equal span; `relaxed`: any overlap; `value`: relaxed
 * and an equal TIMEX3 value. `spanValue`: of the required gold, how many have both span and value; `type` is of the
 * pairs. An optional gold expression costs nothing, found or not.
 */
export function scoreTimexes(gold: Gold, view: RecordView): LayerScore {
  const predicted = view.record.timexes.map((timex) => ({ ...timex, raw: view.raw(timex) }));
  const pairs: { g: number; p: number; common: number }[] = [];
  for (const [g, want] of gold.timexes.entries()) {
    for (const [p, got] of predicted.entries()) {
      const common = intersection(want, got.raw);
      if (common === null) continue;
      pairs.push({
        g,
        p,
        common: sameSpan(want, got.raw) ? Number.POSITIVE_INFINITY : common.end - common.start,
      });
    }
  }
  pairs.sort((a, b) => b.common - a.common || a.g - b.g || a.p - b.p);
  const ofGold = new Map<number, number>();
  const ofPredicted = new Map<number, number>();
  for (const { g, p } of pairs) {
    if (ofGold.has(g) || ofPredicted.has(p)) continue;
    ofGold.set(g, p);
    ofPredicted.set(p, g);
  }

  const items: Item[] = [];
  const required = gold.timexes.filter((timex) => !timex.optional).length;
  let strict = 0;
  let relaxed = 0;
  let value = 0;
  let spanValue = 0;
  let type = 0;
  for (const [g, want] of gold.timexes.entries()) {
    if (want.optional) continue;
    const p = ofGold.get(g);
    const got = p === undefined ? undefined : predicted[p];
    const exact = got !== undefined && sameSpan(want, got.raw);
    const equal = got?.value === want.value;
    if (got !== undefined) relaxed++;
    if (exact) strict++;
    if (equal) value++;
    if (exact && equal) spanValue++;
    if (got?.type === want.type) type++;
    const found = got === undefined ? '' : `, found ${shown(got.text)} ${got.value}`;
    items.push({
      id: `timexes/${g}`,
      outcome: got === undefined ? 'missed' : exact && equal ? 'right' : 'wrong',
      note: `${shown(want.text)} ${want.value}${exact && equal ? '' : found}`,
      at: want.start,
    });
  }
  const spurious = predicted.filter((_, p) => {
    const g = ofPredicted.get(p);
    return g === undefined;
  });
  for (const timex of spurious) {
    items.push({
      id: `timexes/+${spanKey(timex.raw)}`,
      outcome: 'spurious',
      note: `${shown(timex.text)} ${timex.value}`,
      at: timex.raw.start,
    });
  }
  const extra = spurious.length;
  return {
    layer: 'timexes',
    figures: {
      strict: counts(strict, extra + relaxed - strict, required - strict),
      relaxed: counts(relaxed, extra, required - relaxed),
      value: counts(value, extra + relaxed - value, required - value),
      spanValue: ratio(spanValue, required),
      type: ratio(type, relaxed),
    },
    items,
  };
}
