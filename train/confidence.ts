import { join } from 'node:path';
import { readJsonl } from '../bench/harness.ts';
import { type CarbGold, matchTuple } from '../bench/openie/carb.ts';
import { claimsOf, claimTuple } from '../bench/openie/claim-tuples.ts';
import { wireWords } from '../bench/openie/wire57.ts';
import {
  type ConfidenceEvidence,
  confidenceFeatures,
  evidenceOf,
  type Slot,
} from '../src/stages/scores/confidence.ts';
import { sigmoid } from '../src/stages/scores/linear-model.ts';

/** A claim of a development sentence and whether the gold says the same. */
export interface JudgedClaim {
  readonly evidence: ConfidenceEvidence;
  readonly right: 0 | 1;
  /** Whether each slot agrees with that of the nearest gold tuple. */
  readonly slots: Readonly<Record<Slot, 0 | 1>>;
}

interface Row {
  readonly sentence: string;
  readonly gold: readonly { arg1: string; rel: string; arg2: string | null; args: readonly string[] }[];
}

/** A claim is right when some gold tuple of its sentence agrees with it by half or more (CaRB's words, F1). */
const AGREES = 0.5;

/** The sets of gold tuples; the weights are fitted on half of the first, the second is for proof. */
export type TupleSet = 'carb-dev' | 'wire57';

/** The claims of the sentences of a set, judged; of every second sentence, beginning with `parity`, or of all. */
export function judgedClaims(evalDir: string, set: TupleSet, parity?: 0 | 1): JudgedClaim[] | null {
  const rows = readJsonl<Row>(join(evalDir, 'openie', `${set}.jsonl`));
  if (rows === null) return null;
  const out: JudgedClaim[] = [];
  for (const [at, { sentence, gold }] of rows.entries()) {
    if (parity !== undefined && at % 2 !== parity) continue;
    const wanted = gold.map((one): CarbGold => {
      const parts = [one.rel, one.arg1, ...(one.arg2 ? [one.arg2] : []), ...one.args];
      const [rel, ...args] = set === 'wire57' ? parts.map(readWire) : parts;
      return { rel: rel!, args };
    });
    const { claims, words, clauses } = claimsOf(sentence);
    for (const claim of claims) {
      const tuple = claimTuple(claim);
      // Whatever the verb, a claim without an object cannot be matched by CaRB's rules: nothing to learn from.
      if (tuple.args.length < 2) continue;
      const best = Math.max(0, ...wanted.map((one) => agreement(tuple, one)));
      out.push({
        evidence: evidenceOf(claim, words, clauses),
        right: best >= AGREES ? 1 : 0,
        slots: judgedSlots(tuple, wanted),
      });
    }
  }
  return out;
}

/** A part of a WiRe57 tuple without its notes on references. */
function readWire(annotation: string): string {
  return wireWords(annotation)
    .map(({ word }) => word)
    .join(' ');
}

/** Slot by slot against the gold tuple that shares most with the claim. */
function judgedSlots(tuple: CarbGold, wanted: readonly CarbGold[]): Readonly<Record<Slot, 0 | 1>> {
  let most = -1;
  let best: readonly number[] = [0, 0, 0];
  for (const gold of wanted) {
    const shares = [
      wordsF1(tuple.args[0]!, gold.args[0] ?? ''),
      wordsF1(tuple.rel, gold.rel),
      wordsF1(tuple.args.slice(1).join(' '), gold.args.slice(1).join(' ')),
    ];
    const sum = shares[0]! + shares[1]! + shares[2]!;
    if (sum > most) [most, best] = [sum, shares];
  }
  const judged = (at: number): 0 | 1 => (best[at]! >= AGREES ? 1 : 0);
  return { subject: judged(0), predicate: judged(1), object: judged(2) };
}

function wordsF1(a: string, b: string): number {
  const left = a.toLowerCase().split(/\s+/).filter(Boolean);
  const right = b.toLowerCase().split(/\s+/).filter(Boolean);
  const total = left.length + right.length;
  let common = 0;
  for (const word of left) {
    const at = right.indexOf(word);
    if (at < 0) continue;
    common++;
    right.splice(at, 1);
  }
  return total === 0 ? 0 : (2 * common) / total;
}

function agreement(tuple: CarbGold, gold: CarbGold): number {
  const [p, r] = matchTuple(tuple, gold);
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

interface Judged {
  readonly features: ReadonlyMap<string, number>;
  readonly right: 0 | 1;
}

/** Weights for whole claims. */
export function fitConfidence(claims: readonly JudgedClaim[]): Record<string, number> {
  return fitWeights(claims.map(({ evidence, right }) => ({ features: confidenceFeatures(evidence), right })));
}

/** Weights for each slot. */
export function fitSlots(claims: readonly JudgedClaim[]): Record<Slot, Record<string, number>> {
  const weightsOf = (slot: Slot) =>
    fitWeights(
      claims.map(({ evidence, slots }) => ({ features: confidenceFeatures(evidence), right: slots[slot] })),
    );
  return { subject: weightsOf('subject'), predicate: weightsOf('predicate'), object: weightsOf('object') };
}

/** Weights of a logistic model, by plain gradient descent with an L2 penalty. */
function fitWeights(examples: readonly Judged[]): Record<string, number> {
  const weights = new Map<string, number>();
  for (let step = 0; step < 1500; step++) {
    const gradient = new Map<string, number>();
    for (const { features, right } of examples) {
      let score = 0;
      for (const [name, value] of features) score += (weights.get(name) ?? 0) * value;
      const error = sigmoid(score) - right;
      for (const [name, value] of features) gradient.set(name, (gradient.get(name) ?? 0) + error * value);
    }
    for (const [name, sum] of gradient) {
      const before = weights.get(name) ?? 0;
      weights.set(name, before - 0.8 * (sum / examples.length + 0.01 * before));
    }
  }
  return Object.fromEntries(
    [...weights]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]),
  );
}
