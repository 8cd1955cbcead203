import { overlaps } from '../core/span.ts';
import type { EntityAlignment } from './align-entities.ts';
import type { Gold } from './gold.ts';
import { type RecordView, shown, spanKey } from './record-view.ts';
import { counts, type Item, type LayerScore, ratio } from './score.ts';

/**
 * `spans`: quotes of exactly the gold's span (inside the marks). `speakers`: required gold quotes of right span and
 * right speaker (none, where the gold names none). `notQuotes`: words between marks that are no speech and were left.
 */
export function scoreQuotes(gold: Gold, view: RecordView, alignment: EntityAlignment): LayerScore {
  const predicted = view.record.quotes.map((quote) => ({ ...quote, raw: view.raw(quote) }));
  const bySpan = new Map(predicted.map((quote) => [spanKey(quote.raw), quote]));
  const items: Item[] = [];
  let right = 0;
  let speakers = 0;
  let required = 0;
  for (const [i, want] of gold.quotes.entries()) {
    if (want.optional) continue;
    required++;
    const got = bySpan.get(spanKey(want));
    const named =
      got !== undefined &&
      (want.speaker === null
        ? got.speaker === undefined && got.entity === undefined
        : alignment.isNamed(want.speaker, got.entity, ...(got.speaker === undefined ? [] : [got.speaker])));
    if (got !== undefined) right++;
    if (named) speakers++;
    items.push({
      id: `quotes/${i}`,
      outcome: got === undefined ? 'missed' : named ? 'right' : 'wrong',
      note: `${shown(want.text)} by ${want.speaker}${got === undefined || named ? '' : `, found ${got.speaker ?? 'none'}`}`,
      at: want.start,
    });
  }
  const wanted = new Set(gold.quotes.map(spanKey));
  const spurious = predicted.filter(
    (quote) =>
      !wanted.has(spanKey(quote.raw)) &&
      !gold.quotes.some((want) => want.optional && overlaps(want, quote.raw)),
  );
  for (const quote of spurious) {
    items.push({
      id: `quotes/+${spanKey(quote.raw)}`,
      outcome: 'spurious',
      note: shown(quote.text),
      at: quote.raw.start,
    });
  }
  let left = 0;
  for (const [i, not] of gold.notQuotes.entries()) {
    const taken = predicted.some((quote) => overlaps(not, quote.raw) && !wanted.has(spanKey(quote.raw)));
    if (!taken) left++;
    items.push({
      id: `quotes/not.${i}`,
      outcome: taken ? 'wrong' : 'right',
      note: `${shown(not.text)} ${taken ? 'is taken for speech' : 'is no speech'}`,
      at: not.start,
    });
  }
  return {
    layer: 'quotes',
    figures: {
      spans: counts(right, spurious.length, required - right),
      speakers: ratio(speakers, required),
      notQuotes: ratio(left, gold.notQuotes.length),
    },
    items,
  };
}
