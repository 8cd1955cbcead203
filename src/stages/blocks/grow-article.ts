import type { BlockView } from './block-view.ts';
import type { PageView } from './page-view.ts';

/** Blocks of named boilerplate that an article may be broken by. */
const GAP = 3;

/**
 * Hysteresis (Canny 1986): running text of which the model is less sure joins the article when it goes on with it,
 * that is, when nothing stands between but a few lines whose words name them as boilerplate. `isArticle` is changed
 * in place.
 */
export function growArticle(
  page: PageView,
  isArticle: Uint8Array,
  probability: Float32Array,
  low: number,
): void {
  for (const step of [1, -1]) {
    let gap = GAP + 1;
    for (let k = 0; k < isArticle.length; k++) {
      const i = step === 1 ? k : isArticle.length - 1 - k;
      if (isArticle[i]) {
        gap = 0;
        continue;
      }
      const view = page.views[i]!;
      // A short sentence right below the text: `The board meets again June 11.`
      const closes = step === 1 && gap === 0 && isShortSentence(view) && probability[i]! >= low / 2;
      const goesOn = gap <= GAP && page.textWords[i]! > 0 && !view.rule?.certain && probability[i]! >= low;
      if (closes || goesOn) {
        isArticle[i] = 1;
        gap = 0;
      } else gap = view.rule?.certain ? gap + 1 : GAP + 1;
    }
  }
}

/** Four to twelve words outside links that make a sentence by their letters and their mark. */
function isShortSentence({ text, words, lowerShare, rule, raw }: BlockView): boolean {
  return (
    words >= 4 &&
    words <= 12 &&
    lowerShare >= 0.4 &&
    rule === null &&
    raw.linkChars === 0 &&
    /^["“'‘]?\p{Lu}/u.test(text) &&
    /[\p{L}\p{N}][.!]["”’]?$/u.test(text)
  );
}
