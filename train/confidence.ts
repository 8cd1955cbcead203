import { join } from 'node:path';
import { readJsonl } from '../bench/harness.ts';
import { type CarbGold, matchTuple } from '../bench/openie/carb.ts';
import { claimsOf, claimTuple } from '../bench/openie/claim-tuples.ts';
import { type ConfidenceEvidence, confidenceFeatures, evidenceOf } from '../src/stages/scores/confidence.ts';
import { sigmoid } from '../src/stages/scores/linear-model.ts';

/** A claim of a development sentence and whether the gold says the same. */
export interface JudgedClaim {
  readonly evidence: ConfidenceEvidence;
  readonly right: 0 | 1;
}

interface Row {
  readonly sentence: string;
  readonly gold: readonly { arg1: string; rel: string; arg2: string | null; args: readonly string[] }[];
}

/** A claim is right when some gold tuple of its sentence agrees with it by half or more (CaRB's words, F1). */
const AGREES = 0.5;

/** The claims of the CaRB development sentences, judged; every second sentence, beginning with `parity`. */
export function judgedClaims(evalDir: string, parity: 0 | 1): JudgedClaim[] | null {
  const rows = readJsonl<Row>(join(evalDir, 'openie', 'carb-dev.jsonl'));
  if (rows === null) return null;
  const out: JudgedClaim[] = [];
  for (const [at, { sentence, gold }] of rows.entries()) {
    if (at % 2 !== parity) continue;
    const wanted = gold.map(
      (one): CarbGold => ({ rel: one.rel, args: [one.arg1, ...(one.arg2 ? [one.arg2] : []), ...one.args] }),
    );
    const { claims, words, clauses } = claimsOf(sentence);
    for (const claim of claims) {
      const tuple = claimTuple(claim);
      // Whatever the verb, a claim without an object cannot be matched by CaRB's rules: nothing to learn from.
      if (tuple.args.length < 2) continue;
      const best = Math.max(0, ...wanted.map((one) => agreement(tuple, one)));
      out.push({ evidence: evidenceOf(claim, words, clauses), right: best >= AGREES ? 1 : 0 });
    }
  }
  return out;
}

function agreement(tuple: CarbGold, gold: CarbGold): number {
  const [p, r] = matchTuple(tuple, gold);
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/** Weights of a logistic model, by plain gradient descent with an L2 penalty. */
export function fitConfidence(claims: readonly JudgedClaim[]): Record<string, number> {
  const examples = claims.map(({ evidence, right }) => ({ features: confidenceFeatures(evidence), right }));
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
