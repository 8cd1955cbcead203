import type { BlockKind } from '../../core/layers.ts';
import type { BlockView } from './block-view.ts';

const ITEM = /^(?:\d{1,3}[.)]|[•‣▪◦·*–—-])\s{1,4}\S/u;

/** Short words that headlines leave in lower case. */
const SMALL = new Set(
  'a an and as at but by en for from if in into is nor of off on or out over per so than that the to up via vs with yet'.split(
    ' ',
  ),
);

/** What a block of the article is, by its element and by its words. `title` is decided elsewhere. */
export function blockKind(view: BlockView): Exclude<BlockKind, 'title'> {
  const { tag, path } = view.raw;
  if (/^h[1-6]$/.test(tag)) return view.words <= 40 ? 'heading' : 'paragraph';
  if (tag === 'figcaption' || /(?:^|>)(?:figcaption|figure)(?:>|$)/.test(path)) return 'caption';
  if (tag === 'td' || tag === 'th' || tag === 'caption') return 'table';
  if (/(?:^|>)blockquote(?:>|$)/.test(path)) return 'quote';
  if (/(?:^|>)(?:li|dd|dt)(?:>|$)/.test(path)) return 'list-item';
  if (view.rule?.label === 'caption') return 'caption';
  if (ITEM.test(view.text)) return 'list-item';
  if (path === '' && looksLikeHeading(view)) return 'heading';
  if ((tag === 'div' || tag === 'p') && standsOut(view) && looksLikeHeading(view)) return 'heading';
  return 'paragraph';
}

/** A paragraph set in bold or in headline capitals. */
function standsOut(view: BlockView): boolean {
  return (
    /(?:>|^)(?:b|strong)(?:>\w+)?$/.test(view.raw.path) ||
    (view.words > 1 && !view.endsSentence && inTitleCase(view.text))
  );
}

/** A short line that is no sentence, or one that is written in headline capitals whatever it ends in. */
export function looksLikeHeading(view: BlockView): boolean {
  if (view.words === 0 || view.words > 16 || !/\p{L}/u.test(view.text)) return false;
  if (/^["“'‘]/.test(view.text) || /[,;]$/.test(view.text)) return false;
  if (inTitleCase(view.text)) return view.words > 1 || !view.endsSentence;
  return !view.endsSentence || (view.text.endsWith('?') && view.words <= 12);
}

/** True when every word that headlines capitalise begins with a capital or a digit. */
export function inTitleCase(text: string): boolean {
  const words = text.split(/\s+/);
  let large = 0;
  for (const [index, word] of words.entries()) {
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (bare === '') continue;
    if (/^[\p{Lu}\p{N}]/u.test(bare)) large++;
    else if (index === 0 || !SMALL.has(bare)) return false;
  }
  return large >= 2 || words.length === 1;
}
