import type { BlockView } from '../../src/stages/blocks/block-view.ts';

/** Words a block needs to be found by its shingles. */
const LONG = 6;

/**
 * How much of each block is in the gold text, 0 to 1: by four-word shingles for long blocks, of which the heaviest
 * chain in the gold's order is kept (a teaser repeats the text elsewhere), and for short ones by their words at the
 * place where the chain expects them.
 */
export function alignGold(views: readonly BlockView[], gold: string): Float32Array {
  const words = wordsOf(gold);
  const target = new Float32Array(views.length);
  const places = new Map<string, number[]>();
  for (let i = 0; i + 4 <= words.length; i++) {
    const key = words.slice(i, i + 4).join(' ');
    const list = places.get(key);
    if (list === undefined) places.set(key, [i]);
    else list.push(i);
  }
  const matches: { block: number; place: number; end: number; share: number; words: number }[] = [];
  const blockWords = views.map((view) => wordsOf(view.text));
  for (const [block, own] of blockWords.entries()) {
    if (own.length < LONG) continue;
    let found = 0;
    const votes = new Map<number, number>();
    for (let i = 0; i + 4 <= own.length; i++) {
      const at = places.get(own.slice(i, i + 4).join(' '));
      if (at === undefined) continue;
      found++;
      for (const place of at.slice(0, 8)) votes.set(place - i, (votes.get(place - i) ?? 0) + 1);
    }
    const share = found / (own.length - 3);
    if (share < 0.2) continue;
    for (const [place] of [...votes].sort((a, b) => b[1] - a[1]).slice(0, 3))
      matches.push({ block, place, end: place + own.length, share, words: own.length * share });
  }
  // Heaviest chain with growing places, one match a block.
  const weight: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (let i = 0; i < matches.length; i++) {
    weight[i] = matches[i]!.words;
    previous[i] = -1;
    for (let j = Math.max(0, i - 600); j < i; j++) {
      if (matches[j]!.block >= matches[i]!.block || matches[j]!.place >= matches[i]!.place) continue;
      const sum = weight[j]! + matches[i]!.words;
      if (sum > weight[i]!) {
        weight[i] = sum;
        previous[i] = j;
      }
    }
    if (best < 0 || weight[i]! > weight[best]!) best = i;
  }
  const chain: (typeof matches)[number][] = [];
  for (let i = best; i >= 0; i = previous[i]!) chain.push(matches[i]!);
  chain.reverse();
  for (const { block, share } of chain) target[block] = Math.max(target[block]!, share);
  // Short blocks between two links of the chain, in the gold's gap between them.
  const anchors = [
    { block: -1, place: 0, end: 0 },
    ...chain,
    { block: views.length, place: words.length, end: words.length },
  ];
  for (let k = 0; k + 1 < anchors.length; k++) {
    let from = anchors[k]!.end;
    const to = anchors[k + 1]!.place;
    const edge = k === 0 || k === anchors.length - 2;
    for (let block = anchors[k]!.block + 1; block < anchors[k + 1]!.block; block++) {
      const own = blockWords[block]!;
      if (own.length === 0 || own.length >= LONG || (edge && own.length < 2)) continue;
      const at = find(words, own, Math.max(0, from - 3), to + 3);
      if (at < 0) continue;
      target[block] = 1;
      from = at + own.length;
    }
  }
  return target;
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
}

function find(words: readonly string[], own: readonly string[], from: number, to: number): number {
  for (let i = from; i + own.length <= Math.min(to, words.length); i++) {
    if (own.every((word, k) => words[i + k] === word)) return i;
  }
  return -1;
}
