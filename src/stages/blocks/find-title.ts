import type { BlockView } from './block-view.ts';

/** How far above the first block of running text a headline may stand. */
const REACH = 25;

/**
 * Index of the block that is the page's headline, or -1. Evidence: the title the page declares, `h1`, and in
 * flattened text the nearness to the first paragraph, the length of a headline and words shared with the text.
 */
export function findTitle(
  views: readonly BlockView[],
  bodyStart: number,
  body: ReadonlySet<string>,
  declared: readonly string[],
): number {
  let best = -1;
  let bestScore = 0;
  const keys = declared.map(keyOf).filter((key) => key !== '');
  for (let i = 0; i < views.length; i++) {
    const view = views[i]!;
    const score = titleScore(view, i, bodyStart, body, keys);
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

function titleScore(
  view: BlockView,
  index: number,
  bodyStart: number,
  body: ReadonlySet<string>,
  declared: readonly string[],
): number {
  if (view.words < 2 || view.words > 40 || view.gaps > 1 || view.text.length > 300) return 0;
  const distance = bodyStart - index;
  const near = distance > 0 && distance <= REACH ? 1 - distance / (REACH * 2) : 0;
  const match = Math.max(0, ...declared.map((key) => titleMatch(key, view.key)));
  const h1 = view.raw.tag === 'h1';
  if (match < 0.6) {
    if (near === 0 && !(h1 && distance > 0)) return 0;
    if (view.rule?.certain) return 0;
    if (declared.length > 0 && !h1) return 0;
  }
  let shared = 0;
  const words = view.key.split(' ').filter((word) => word.length > 3);
  for (const word of words) if (body.has(word)) shared++;
  const overlap = words.length === 0 ? 0 : shared / words.length;
  const length = view.words >= 4 && view.words <= 22 ? 1 : view.words < 4 ? 0.2 : 0.4;
  const plain = /[.,;]$/.test(view.text) ? 0.3 : 1;
  return (
    match * 4 * (distance > -3 ? 1 : 0.4) +
    (h1 ? 1.5 : 0) +
    near * plain * (length * 0.8 + overlap * 1.2 + near)
  );
}

/** 1 when the block is the declared title, less when it is a part of it (a title with the site's name behind). */
export function titleMatch(declared: string, key: string): number {
  if (key === '' || declared === '') return 0;
  if (declared === key) return 1;
  if (key.length >= 12 && (declared.startsWith(`${key} `) || declared.endsWith(` ${key}`))) return 0.95;
  if (declared.length >= 12 && (key.startsWith(`${declared} `) || key.endsWith(` ${declared}`)))
    return declared.length / key.length;
  const a = new Set(declared.split(' '));
  const b = new Set(key.split(' '));
  let both = 0;
  for (const word of b) if (a.has(word)) both++;
  return (2 * both) / (a.size + b.size) > 0.8 ? 0.8 : 0;
}

export function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
