import type { PageView } from './page-view.ts';

/** Blocks and words of running text that a box of other matter has at most, and its share of the page's text. */
const MOST_BLOCKS = 14;
const MOST_WORDS = 120;
const MOST_SHARE = 0.3;
/** Words of a head. */
const HEAD = 20;

/**
 * For each block of a page with markup the block that heads its box, `-1` where there is none: the first block of a small
 * element, when it says that what follows are other stories or a newsletter (`<div><h3>Also read</h3><ul>...`).
 * Of the blocks in such elements in the training pages less than one in a hundred is the article's.
 */
export function boxHeads({ views, containers, totalTextWords }: PageView): Int32Array {
  const heads = new Int32Array(views.length).fill(-1);
  for (const [i, { rule, raw, words }] of views.entries()) {
    if (!rule?.certain || words > HEAD) continue;
    const levels = rule.id === 'related-head' ? 1 : rule.label === 'newsletter' ? 2 : 0;
    for (let level = 1; level <= levels; level++) {
      const box = raw.containers?.[level];
      if (box === undefined || views[i - 1]?.raw.containers?.includes(box)) break;
      const sums = containers.get(box)!;
      if (
        sums.blocks > MOST_BLOCKS ||
        sums.textWords > MOST_WORDS ||
        sums.textWords > totalTextWords * MOST_SHARE
      )
        break;
      for (let j = i + 1; j < views.length && views[j]!.raw.containers?.includes(box); j++) heads[j] = i;
    }
  }
  return heads;
}
