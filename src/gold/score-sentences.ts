import type { Gold } from './gold.ts';
import { type RecordView, shown, spanKey } from './record-view.ts';
import { counts, type Item, type LayerScore } from './score.ts';

/** `exact`: sentences of exactly the gold's span. */
export function scoreSentences(gold: Gold, view: RecordView): LayerScore {
  const predicted = view.record.sentences.map((sentence) => ({
    ...view.raw(sentence),
    text: view.text(sentence),
  }));
  const found = new Set(predicted.map(spanKey));
  const wanted = new Set(gold.sentences.map(spanKey));
  const items: Item[] = gold.sentences.map((sentence, i) => ({
    id: `sentences/${i}`,
    outcome: found.has(spanKey(sentence)) ? 'right' : 'missed',
    note: shown(sentence.text),
    at: sentence.start,
  }));
  const right = items.filter((item) => item.outcome === 'right').length;
  const extra = predicted.filter((sentence) => !wanted.has(spanKey(sentence)));
  for (const sentence of extra) {
    items.push({
      id: `sentences/+${spanKey(sentence)}`,
      outcome: 'spurious',
      note: shown(sentence.text),
      at: sentence.start,
    });
  }
  return {
    layer: 'sentences',
    figures: { exact: counts(right, extra.length, gold.sentences.length - right) },
    items,
  };
}
