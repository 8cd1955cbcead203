import type { BlockView } from './block-view.ts';

/** How far above the first block of running text a headline may stand. */
const REACH = 25;

/** How many blocks below its headline a byline or date stands at most. */
const HEAD = 3;

/**
 * Index of the block that is the page's headline, or -1. Evidence: the title the page declares, `h1`, and in
 * flattened text the nearness to the first paragraph, a byline or date close below, the length of a headline and
 * words shared with the text.
 * @param matches how well each block agrees with a declared title, 0 to 1; null where none is declared
 * @param repeated blocks that other pages of the site have too
 */
export function findTitle(
  views: readonly BlockView[],
  bodyStart: number,
  body: ReadonlySet<string>,
  matches: ArrayLike<number> | null,
  repeated: ArrayLike<number> | null = null,
): number {
  let best = -1;
  let bestScore = 0;
  for (let i = 0; i < views.length; i++) {
    if (repeated?.[i]) continue;
    const score = titleScore(views, i, bodyStart, body, matches);
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

function titleScore(
  views: readonly BlockView[],
  index: number,
  bodyStart: number,
  body: ReadonlySet<string>,
  matches: ArrayLike<number> | null,
): number {
  const view = views[index]!;
  if (view.words < 2 || view.words > 40 || view.gaps > 1 || view.text.length > 300) return 0;
  const distance = bodyStart - index;
  const near = distance > 0 && distance <= REACH ? 1 - distance / (REACH * 2) : 0;
  const match = matches === null ? 0 : matches[index]!;
  const h1 = view.raw.tag === 'h1';
  if (match < 0.6) {
    if (near === 0 && !(h1 && distance > 0)) return 0;
    if (view.rule?.certain || isHead(view)) return 0;
    if (matches !== null && !h1) return 0;
  }
  let shared = 0;
  const words = view.key.split(' ').filter((word) => word.length > 3);
  for (const word of words) if (body.has(word)) shared++;
  const overlap = words.length === 0 ? 0 : shared / words.length;
  const length = view.words >= 4 && view.words <= 22 ? 1 : view.words < 4 ? 0.2 : 0.4;
  const plain = /[.,;]$/.test(view.text) ? 0.3 : 1;
  const head = matches === null && hasHead(views, index, bodyStart);
  // Between a headline and its byline stands at most a standfirst: there the upper line is the headline.
  const close = head ? 1 - distance / (REACH * 4) : near;
  const above = head && index + 1 < bodyStart && isLine(views[index + 1]!) ? 0.4 : 0;
  return (
    match * 4 * (distance > -3 ? 1 : 0.4) +
    (h1 ? 1.5 : 0) +
    close * plain * (length * (head ? 1.8 + above : 0.8) + overlap * 1.2 + close)
  );
}

/** True for a line that could be a headline or a standfirst by its words. */
function isLine(view: BlockView): boolean {
  return view.words >= 4 && view.words <= 40 && view.gaps === 0 && !view.rule?.certain;
}

/** True when a byline or date stands close below the block and above the text. */
function hasHead(views: readonly BlockView[], index: number, bodyStart: number): boolean {
  for (let i = index + 1; i <= index + HEAD && i < bodyStart; i++) {
    if (isHead(views[i]!)) return true;
  }
  return false;
}

/** True for a byline, a date, and a short line that begins like the one or holds the other: `Weather · Mar 4, 2031`. */
function isHead({ rule, text, words }: BlockView): boolean {
  if (rule?.certain && (rule.label === 'byline' || rule.label === 'publication-date')) return true;
  return (
    words <= 20 && (/^by:?\s\p{Lu}/iu.test(text) || /\d{1,2},? (?:19|20)\d{2}\b|\b\d{1,2}:\d{2}\b/.test(text))
  );
}

/** A title that the page declares, ready to be compared. */
export interface DeclaredTitle {
  readonly key: string;
  readonly words: ReadonlySet<string>;
}

/** 1 when the block is the declared title, less when it is a part of it (a title with the site's name behind). */
export function titleMatch({ key: declared, words }: DeclaredTitle, key: string): number {
  if (key === '' || declared === '') return 0;
  if (declared === key) return 1;
  if (key.length >= 12 && (declared.startsWith(`${key} `) || declared.endsWith(` ${key}`))) return 0.95;
  if (declared.length >= 12 && (key.startsWith(`${declared} `) || key.endsWith(` ${declared}`)))
    return declared.length / key.length;
  // Four fifths of the words in common; too few or too many letters cannot have them.
  if (key.length * 3 < declared.length || declared.length * 3 < key.length) return 0;
  const own = new Set(key.split(' '));
  let both = 0;
  for (const word of own) if (words.has(word)) both++;
  return (2 * both) / (words.size + own.size) > 0.8 ? 0.8 : 0;
}
