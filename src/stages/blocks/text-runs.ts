import type { BlockView } from './block-view.ts';

/** Blocks without running text that a run may hold between two that have it. */
const GAP = 4;
/** Blocks of running text that a block's words are looked for in, to either side. */
const REACH = 6;

/** A stretch of the page that holds running text with little between. */
export interface TextRun {
  readonly first: number;
  readonly last: number;
  readonly words: number;
  readonly textBlocks: number;
  /** Mean share of a block's telling words that the text before it in reach has. */
  readonly cohesion: number;
}

export interface TextRuns {
  readonly runs: readonly TextRun[];
  /** Run of each block, `-1` outside. */
  readonly runOf: Int32Array;
  /** Share of a block's telling words found in the running text before and after it; -1 when it has none. */
  readonly before: Float32Array;
  readonly after: Float32Array;
  /** The same for names alone: words with a capital that do not open the block. */
  readonly namesNear: Float32Array;
}

/**
 * Splits the page at wide gaps, and measures how well the words of each block go on with what stands around it: a
 * story repeats its names and nouns, a list of teasers does not (lexical cohesion; Hearst 1997).
 */
export function textRuns(views: readonly BlockView[], textWords: Float32Array): TextRuns {
  const words = views.map((view) => new Set(view.longWords));
  const names = views.map(namesOf);
  const text: number[] = [];
  for (let i = 0; i < views.length; i++) if (textWords[i]! > 0) text.push(i);
  const before = around(views.length, words, text, -1);
  const after = around(views.length, words, text, 1);
  const namesBefore = around(views.length, names, text, -1);
  const namesAfter = around(views.length, names, text, 1);
  const runs: TextRun[] = [];
  const runOf = new Int32Array(views.length).fill(-1);
  for (let k = 0; k < text.length; ) {
    let end = k;
    while (end + 1 < text.length && text[end + 1]! - text[end]! <= GAP + 1) end++;
    let sum = 0;
    let cohesion = 0;
    for (let m = k; m <= end; m++) {
      sum += textWords[text[m]!]!;
      if (m > k) cohesion += Math.max(0, before[text[m]!]!);
    }
    for (let i = text[k]!; i <= text[end]!; i++) runOf[i] = runs.length;
    runs.push({
      first: text[k]!,
      last: text[end]!,
      words: sum,
      textBlocks: end - k + 1,
      cohesion: end === k ? 0 : cohesion / (end - k),
    });
    k = end + 1;
  }
  const namesNear = namesBefore.map((share, i) => Math.max(share, namesAfter[i]!));
  return { runs, runOf, before, after, namesNear };
}

function namesOf(view: BlockView): Set<string> {
  const found = new Set<string>();
  for (const match of view.text.matchAll(/(?<=[\p{L},;'’)]\s{1,2})\p{Lu}[\p{L}'’-]{2,}/gu))
    found.add(match[0].replace(/['’]s$/, '').toLowerCase());
  return found;
}

/** Share of each block's words that the nearest blocks of running text on one side have. */
function around(
  count: number,
  words: readonly ReadonlySet<string>[],
  text: readonly number[],
  side: -1 | 1,
): Float32Array {
  const shares = new Float32Array(count).fill(-1);
  const counts = new Map<string, number>();
  const window: number[] = [];
  const add = (block: number, by: number) => {
    for (const word of words[block]!) counts.set(word, (counts.get(word) ?? 0) + by);
  };
  let next = side === -1 ? 0 : text.length - 1;
  for (let k = 0; k < count; k++) {
    const i = side === -1 ? k : count - 1 - k;
    while (next >= 0 && next < text.length && (side === -1 ? text[next]! < i : text[next]! > i)) {
      add(text[next]!, 1);
      window.push(text[next]!);
      if (window.length > REACH) add(window.shift()!, -1);
      next -= side;
    }
    if (words[i]!.size === 0 || window.length === 0) continue;
    let found = 0;
    for (const word of words[i]!) if ((counts.get(word) ?? 0) > 0) found++;
    shares[i] = found / words[i]!.size;
  }
  return shares;
}
