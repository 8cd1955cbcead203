/** A gold tuple: its arguments in order, the first the subject. */
export interface CarbGold {
  readonly rel: string;
  readonly args: readonly string[];
}

export interface CarbPrediction extends CarbGold {
  readonly confidence: number;
}

export interface CarbResult {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly auc: number;
}

type Score = readonly [precision: number, recall: number];

const BE = ['be', 'is', 'am', 'are', 'was', 'were', 'been', 'being'];
const SAID = ['said', 'told', 'added', 'adds', 'says'];

const split = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** How many words of `gold` find one in `predicted`, each used once; what is left of `predicted` stays in it. */
function take(gold: readonly string[], predicted: string[]): number {
  let common = 0;
  for (const word of gold) {
    const at = predicted.indexOf(word);
    if (at < 0) continue;
    common++;
    predicted.splice(at, 1);
  }
  return common;
}

function matchArguments(rel: string, args: readonly string[], gold: CarbGold): Score {
  const predictedRel = split(rel);
  const goldRel = split(gold.rel);
  let predictedWords = predictedRel.length;
  let goldWords = goldRel.length;
  let common = take(goldRel, predictedRel);
  if (predictedRel.includes('be') && BE.some((form) => goldRel.includes(form))) common++;
  if (common === 0) return [0, 0];
  for (const [at, one] of gold.args.entries()) {
    const words = split(one);
    goldWords += words.length;
    const own = args[at];
    if (own === undefined) {
      if (at < 2) return [0, 0];
      continue;
    }
    const predicted = split(own);
    predictedWords += predicted.length;
    common += take(words, predicted);
  }
  return [common / predictedWords, common / goldWords];
}

/** CaRB's lenient match of binary tuples (Bhardwaj et al. 2019): arguments after the second are joined to it. */
export function matchTuple(predicted: CarbGold, gold: CarbGold): Score {
  const binary = (args: readonly string[]) => (args.length >= 2 ? [args[0]!, args.slice(1).join(' ')] : args);
  const want = { rel: gold.rel, args: binary(gold.args) };
  const straight = matchArguments(predicted.rel, binary(predicted.args), want);
  if (!SAID.some((verb) => gold.rel.includes(verb))) return straight;
  const args =
    predicted.args.length >= 2 ? [predicted.args.slice(1).join(' '), predicted.args[0]!] : predicted.args;
  const reverse = matchArguments(predicted.rel, args, want);
  return reverse[0] > straight[0] || (reverse[0] === straight[0] && reverse[1] > straight[1])
    ? reverse
    : straight;
}

/**
 * CaRB over sentences: at every confidence cut, recall is the best recall of each gold tuple, precision that of a
 * greedy one-to-one match by precision; F1 is that of the best cut, the area that under the curve from (0, 1).
 */
export function scoreCarb(
  gold: readonly (readonly CarbGold[])[],
  predicted: readonly (readonly CarbPrediction[])[],
): CarbResult {
  const cuts = [...new Set(predicted.flat().map(({ confidence }) => confidence))].sort((a, b) => a - b);
  const indexOf = new Map(cuts.map((cut, at) => [cut, at]));
  const p = new Float64Array(cuts.length);
  const pl = new Float64Array(cuts.length);
  const r = new Float64Array(cuts.length);
  const rl = new Float64Array(cuts.length);
  for (const [sentence, wanted] of gold.entries()) {
    const found = predicted[sentence]!;
    const scores = wanted.map((want) => found.map((one) => matchTuple(one, want)));
    let from = 0;
    const confidences = found.map(({ confidence }) => confidence).sort((a, b) => a - b);
    for (const confidence of confidences) {
      const at = indexOf.get(confidence)!;
      const kept = found.flatMap((one, index) => (one.confidence >= confidence ? [index] : []));
      const recall = scores.reduce(
        (sum, row) => sum + Math.max(0, ...kept.map((index) => row[index]![1])),
        0,
      );
      const precision = greedyPrecision(scores, kept);
      for (let k = from; k <= at; k++) {
        p[k]! += precision;
        pl[k]! += kept.length;
        r[k]! += recall;
        rl[k]! += wanted.length;
      }
      from = Math.max(from, at + 1);
    }
    for (let k = from; k < cuts.length; k++) rl[k]! += wanted.length;
  }
  let best = { precision: 0, recall: 0, f1: 0 };
  const curve: [recall: number, precision: number][] = [];
  for (let k = 0; k < cuts.length; k++) {
    const precision = pl[k]! > 0 ? p[k]! / pl[k]! : 1;
    const recall = rl[k]! > 0 ? r[k]! / rl[k]! : 0;
    const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
    if (f1 > best.f1) best = { precision, recall, f1 };
    curve.push([recall, precision]);
  }
  curve.push([0, 1]);
  curve.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let auc = 0;
  for (let k = 1; k < curve.length; k++) {
    auc += ((curve[k]![0] - curve[k - 1]![0]) * (curve[k]![1] + curve[k - 1]![1])) / 2;
  }
  return { ...best, auc };
}

function greedyPrecision(scores: readonly (readonly Score[])[], kept: readonly number[]): number {
  const rows = new Set(scores.keys());
  const columns = new Set(kept);
  let sum = 0;
  while (rows.size > 0 && columns.size > 0) {
    let most = -1;
    let row = -1;
    let column = -1;
    for (const i of rows) {
      for (const j of columns) {
        if (scores[i]![j]![0] > most) {
          most = scores[i]![j]![0];
          row = i;
          column = j;
        }
      }
    }
    rows.delete(row);
    columns.delete(column);
    sum += most;
  }
  return sum;
}
