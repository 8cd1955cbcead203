import type { BlockView } from './block-view.ts';

/** Blocks to either side. */
const REACH = 10;
/** Words of a block whose end counts. */
const LONG = 6;

export interface SentenceEnds {
  /** Share of the words around each block that stand in blocks which end like a sentence; -1 where none is long enough. */
  readonly share: Float32Array;
  /** Length of the run that each block stands in of which none ends like a sentence; 0 for one that does. */
  readonly unended: Float32Array;
}

/** Where blocks end like sentences: those of stories do, lists of headlines do not. */
export function sentenceEnds(views: readonly BlockView[]): SentenceEnds {
  const long = new Float32Array(views.length + 1);
  const ended = new Float32Array(views.length + 1);
  for (let i = 0; i < views.length; i++) {
    const { words, endsSentence } = views[i]!;
    long[i + 1] = long[i]! + (words >= LONG ? words : 0);
    ended[i + 1] = ended[i]! + (words >= LONG && endsSentence ? words : 0);
  }
  const share = Float32Array.from(views, (_, i) => {
    const from = Math.max(0, i - REACH);
    const to = Math.min(views.length, i + REACH + 1);
    const words = long[to]! - long[from]!;
    return words === 0 ? -1 : (ended[to]! - ended[from]!) / words;
  });
  const unended = new Float32Array(views.length);
  for (let i = 0; i < views.length; ) {
    let end = i;
    while (end < views.length && !views[end]!.endsSentence) end++;
    unended.fill(end - i, i, end);
    i = end + 1;
  }
  return { share, unended };
}
