import type { RawBlock } from '../../core/layers.ts';
import { keyOf } from './block-view.ts';

/** Token characters that tell one place of a page from another. */
const MAX_TOKENS = 60;

/**
 * One key a block, by which it is found again on other pages of its site. In a page with markup: the block's words
 * and the element that they stand in, so that a teaser is not taken for the lead that it repeats. In flattened text:
 * its words and those of the block after it. 0 where there are no words.
 */
export function siteKeys(text: string, raws: readonly RawBlock[]): Float64Array {
  const words = raws.map(({ start, end }) => keyOf(text.slice(start, end)));
  return Float64Array.from(raws, ({ path, tag, tokens }, i) => {
    if (path !== '') return words[i] === '' ? 0 : hash(`${words[i]}|${tag}|${tokens.slice(0, MAX_TOKENS)}`);
    return i + 1 < words.length ? hash(`${words[i]}|${words[i + 1]}`) : 0;
  });
}

/**
 * Which blocks a page repeats from its site, whose keys are `known`, in order. In flattened text a block is known by both its neighbours, or, at the
 * border of a repeated stretch, by one that is itself known by both: a headline with its first lines repeats as a
 * teaser elsewhere, but not between the same two blocks.
 */
export function repeatedBlocks(text: string, raws: readonly RawBlock[], known: Float64Array): Uint8Array {
  const keys = siteKeys(text, raws);
  const flat = raws.every(({ path }) => path === '');
  const found = Uint8Array.from(keys, (key) => (key !== 0 && holds(known, key) ? 1 : 0));
  if (!flat) return found;
  const sure = found.map((next, i) => (next && (i === 0 || found[i - 1]!) ? 1 : 0));
  return sure.map((own, i) => (own || (sure[i - 1] && found[i - 1]) || (found[i] && sure[i + 1]) ? 1 : 0));
}

/** 53 bits of two multiplicative hashes (FNV-1a with two primes); never 0. */
function hash(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return (a >>> 0) * 0x200000 + (b >>> 11) + 1;
}

/** Binary search. */
function holds(sorted: Float64Array, key: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === key;
}
