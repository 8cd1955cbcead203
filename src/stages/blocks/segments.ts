import type { BlockView } from './block-view.ts';

/** Probability from which a block opens or goes on with a segment. */
const SURE = 0.5;
/** Blocks below it that a segment may hold between two above. */
const GAP = 2;

/** A stretch of blocks that are probably the article's. */
export interface Segment {
  readonly first: number;
  readonly last: number;
  /** Sum of probability times words. */
  readonly mass: number;
  readonly words: number;
  /** Mean probability, by words. */
  readonly mean: number;
  /** Share of its words in blocks that end like a sentence. */
  readonly ends: number;
}

/** Segments of a page, and how each block and segment stands to the heaviest of them. */
export interface Segments {
  readonly segments: readonly Segment[];
  /** Segment of each block, `-1` outside. */
  readonly segmentOf: Int32Array;
  /** The heaviest, `-1` when there is none. */
  readonly main: number;
  /** Share of each block's telling words that other blocks of the main segment have; -1 when it has none. */
  readonly likeMain: Float32Array;
  /** The same for the first blocks of the main segment alone. */
  readonly likeLead: Float32Array;
  /** Mean of `likeMain` over the blocks of each segment. */
  readonly segmentLike: Float32Array;
  /** Least probability between the block and the main segment; 1 inside it. */
  readonly valley: Float32Array;
}

const LEAD = 4;

export function segmentsOf(views: readonly BlockView[], p: Float32Array): Segments {
  const segments: Segment[] = [];
  const segmentOf = new Int32Array(views.length).fill(-1);
  for (let i = 0; i < views.length; i++) {
    if (p[i]! < SURE) continue;
    let last = i;
    for (let j = i + 1; j < views.length && j - last <= GAP + 1; j++) if (p[j]! >= SURE) last = j;
    let mass = 0;
    let words = 0;
    let ended = 0;
    for (let j = i; j <= last; j++) {
      const own = Math.min(views[j]!.words, 80);
      mass += p[j]! * own;
      words += own;
      if (views[j]!.endsSentence) ended += own;
      segmentOf[j] = segments.length;
    }
    segments.push({
      first: i,
      last,
      mass,
      words,
      mean: words === 0 ? 0 : mass / words,
      ends: words === 0 ? 0 : ended / words,
    });
    i = last;
  }
  let main = -1;
  for (let s = 0; s < segments.length; s++)
    if (main < 0 || segments[s]!.mass > segments[main]!.mass) main = s;
  const heaviest = segments[main];
  const { likeMain, likeLead } = likeness(views, p, heaviest);
  const sums = new Float32Array(segments.length);
  const counts = new Float32Array(segments.length);
  for (let i = 0; i < views.length; i++) {
    const s = segmentOf[i]!;
    if (s < 0 || likeMain[i]! < 0) continue;
    sums[s]! += likeMain[i]!;
    counts[s]!++;
  }
  const segmentLike = sums.map((sum, s) => (counts[s] === 0 ? -1 : sum / counts[s]!));
  return { segments, segmentOf, main, likeMain, likeLead, segmentLike, valley: valleys(p, heaviest) };
}

function likeness(views: readonly BlockView[], p: Float32Array, main: Segment | undefined) {
  const likeMain = new Float32Array(views.length).fill(-1);
  const likeLead = new Float32Array(views.length).fill(-1);
  if (main === undefined) return { likeMain, likeLead };
  const counts = new Map<string, number>();
  const lead = new Map<string, number>();
  const words = views.map((view) => new Set(view.longWords));
  let leading = 0;
  for (let i = main.first; i <= main.last; i++) {
    if (p[i]! < SURE) continue;
    for (const word of words[i]!) counts.set(word, (counts.get(word) ?? 0) + 1);
    if (leading++ < LEAD) for (const word of words[i]!) lead.set(word, (lead.get(word) ?? 0) + 1);
  }
  leading = 0;
  for (let i = 0; i < views.length; i++) {
    const own = words[i]!;
    const inside = i >= main.first && i <= main.last && p[i]! >= SURE;
    const leads = inside && leading++ < LEAD;
    if (own.size === 0) continue;
    let found = 0;
    let foundLead = 0;
    for (const word of own) {
      if ((counts.get(word) ?? 0) > (inside ? 1 : 0)) found++;
      if ((lead.get(word) ?? 0) > (leads ? 1 : 0)) foundLead++;
    }
    likeMain[i] = found / own.size;
    likeLead[i] = foundLead / own.size;
  }
  return { likeMain, likeLead };
}

function valleys(p: Float32Array, main: Segment | undefined): Float32Array {
  const out = new Float32Array(p.length).fill(1);
  if (main === undefined) return out;
  let least = 1;
  for (let i = main.last + 1; i < p.length; i++) {
    out[i] = least;
    least = Math.min(least, p[i]!);
  }
  least = 1;
  for (let i = main.first - 1; i >= 0; i--) {
    out[i] = least;
    least = Math.min(least, p[i]!);
  }
  return out;
}
