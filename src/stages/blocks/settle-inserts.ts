import type { BlockView } from './block-view.ts';
import { isComment, type PageView } from './page-view.ts';

/** Headlines that the head of a list of other stories speaks for. */
const LIST = 8;
const QUOTE_SOURCE = /(?:^|>)blockquote>(?:[\w-]+>){0,6}footer(?:>|$)/;

/**
 * What the probabilities leave open about lines set into the text, changed in place. No text are: what the markup names as
 * readers' comments, boxes of other matter, headlines below `Recommended for you`, and lines that are certainly a byline, a path
 * to the page or a pointer to another story, however close to the text they stand. The line of a block quote that says who
 * speaks goes with the quote.
 * @param heads the block that heads the box of each block, `-1` for none
 */
export function settleInserts(
  { views, textWords }: PageView,
  isArticle: Uint8Array,
  heads: Int32Array,
): void {
  for (let i = 0; i < views.length; i++) {
    const { rule, words, raw } = views[i]!;
    const head = heads[i]!;
    if (head >= 0) isArticle[i] = isArticle[head] = 0;
    // Comments that count as running text are all that the page has.
    if (isArticle[i] && !(textWords[i]! > 0) && isComment(raw)) isArticle[i] = 0;
    if (rule?.certain && (rule.label === 'byline' || rule.label === 'teaser' || rule.id === 'breadcrumb'))
      isArticle[i] = 0;
    else if (QUOTE_SOURCE.test(raw.path) && i > 0 && isArticle[i - 1]) isArticle[i] = 1;
    if (rule?.id !== 'related-head' || words > 6) continue;
    isArticle[i] = 0;
    for (let j = i + 1; j <= i + LIST && j < views.length && !(textWords[j]! > 0); j++) {
      if (isSentence(views[j]!) || /^h[1-6]$/.test(views[j]!.raw.tag)) break;
      isArticle[j] = 0;
    }
  }
}

function isSentence(view: BlockView): boolean {
  return view.endsSentence && view.lowerShare >= 0.35 && view.words >= 4;
}
