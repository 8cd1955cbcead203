/** A word of a gold tuple, `inferred` where the sentence does not have it. */
export interface WireWord {
  readonly word: string;
  readonly inferred: boolean;
}

export interface WireGold {
  readonly parts: readonly [arg1: readonly WireWord[], rel: readonly WireWord[], arg2: readonly WireWord[]];
  readonly further: readonly (readonly WireWord[])[];
}

export interface WirePrediction {
  readonly parts: readonly [arg1: string, rel: string, arg2: string];
  readonly further: readonly string[];
}

type Score = readonly [precision: number, recall: number];

/**
 * The words of an annotation: `[is]` is inferred; of `It/Tokyo` and `(the city)/(Tokyo itself)` the first is what
 * the sentence has and the second its referent.
 */
export function wireWords(annotation: string): WireWord[] {
  const out: WireWord[] = [];
  const plain = annotation.replace(
    /\(([^()]{1,80})\)\/\([^()]{1,80}\)|\(([^()]{1,80})\)\/\S+|([^\s/()]{1,60})\/\(([^()]{1,80})\)|([^\s/()[\]]{1,60})\/[^\s/()[\]]{1,60}/gu,
    (_, a, b, c, __, d) => a ?? b ?? c ?? d,
  );
  let inferred = false;
  for (const piece of plain.split(/(\[|\]|\s+)/u)) {
    if (piece === '[') inferred = true;
    else if (piece === ']') inferred = false;
    else if (piece.trim() !== '') out.push({ word: piece, inferred });
  }
  return out;
}

const split = (text: string) => text.split(/\s+/u).filter((word) => word !== '');

/** WiRe57's match of two tuples (Léchelle, Gotti & Langlais 2019): each of the first three parts must share a word. */
export function matchWire(predicted: WirePrediction, gold: WireGold): Score | null {
  let found = 0;
  let common = 0;
  let wanted = 0;
  for (let part = 0; part < 3; part++) {
    const have = split(predicted.parts[part]!);
    const want = gold.parts[part]!;
    const real = want.filter(({ inferred }) => !inferred).length;
    if (have.length === 0) {
      if (want.length > 0 && real > 0) return null;
      continue;
    }
    const words = new Set(want.map(({ word }) => word));
    const shared = have.filter((word) => words.has(word)).length;
    if (shared === 0 && real > 0) return null;
    common += shared;
    found += have.length;
    wanted += real;
  }
  let recalled = common;
  for (const [at, want] of gold.further.entries()) {
    wanted += want.filter(({ inferred }) => !inferred).length;
    const own = predicted.further[at];
    if (own === undefined) continue;
    const words = new Set(want.map(({ word }) => word));
    const have = split(own);
    const shared = have.filter((word) => words.has(word)).length;
    common += shared;
    recalled += shared;
    found += have.length;
  }
  return found === 0 || wanted === 0 ? null : [common / found, recalled / wanted];
}

const f1 = ([p, r]: Score) => (p + r === 0 ? 0 : (2 * p * r) / (p + r));

/** Greedy one-to-one match by F1 in each sentence; precision over predicted, recall over gold tuples. */
export function scoreWire(
  gold: readonly (readonly WireGold[])[],
  predicted: readonly (readonly WirePrediction[])[],
): { precision: number; recall: number; f1: number } {
  let p = 0;
  let r = 0;
  let all = 0;
  let found = 0;
  for (const [sentence, wanted] of gold.entries()) {
    const own = predicted[sentence]!;
    const pairs = wanted
      .flatMap((want, i) => own.map((one, j) => ({ i, j, score: matchWire(one, want) })))
      .filter(
        (pair): pair is { i: number; j: number; score: Score } => pair.score !== null && f1(pair.score) > 0,
      )
      .sort((a, b) => f1(b.score) - f1(a.score) || a.i - b.i || a.j - b.j);
    const rows = new Set<number>();
    const columns = new Set<number>();
    for (const { i, j, score } of pairs) {
      if (rows.has(i) || columns.has(j)) continue;
      rows.add(i);
      columns.add(j);
      p += score[0];
      r += score[1];
    }
    all += wanted.length;
    found += own.length;
  }
  const precision = found === 0 ? 0 : p / found;
  const recall = all === 0 ? 0 : r / all;
  return { precision, recall, f1: f1([precision, recall]) };
}
