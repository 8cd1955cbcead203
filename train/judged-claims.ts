import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConllu } from '../bench/conllu.ts';
import { readJsonl } from '../bench/harness.ts';
import { type CarbGold, matchTuple } from '../bench/openie/carb.ts';
import { claimsOf, claimTuple } from '../bench/openie/claim-tuples.ts';
import { wireWords } from '../bench/openie/wire57.ts';
import type { Claim } from '../src/core/layers.ts';
import type { Slot } from '../src/stages/scores/confidence.ts';
import { confidenceFeatures } from '../src/stages/scores/confidence-features.ts';
import { readSentence } from '../src/stages/scores/sentence-reading.ts';

/** A claim of a development sentence and whether the gold says the same. */
export interface JudgedClaim {
  readonly features: ReadonlyMap<string, number>;
  readonly right: 0 | 1;
  /** Whether each slot agrees with that of the nearest gold tuple. */
  readonly slots: Readonly<Record<Slot, 0 | 1>>;
}

interface Row {
  readonly sentence: string;
  readonly gold: readonly { arg1: string; rel: string; arg2: string | null; args: readonly string[] }[];
}

/** Shares of words from which a claim or slot agrees with the gold. */
const AGREES = 0.5;
const SAME = 0.6;

/** The sets of gold tuples; the weights are fitted on half of the first, the second is for proof. */
export type TupleSet = 'carb-dev' | 'wire57';

/**
 * The claims of the sentences of a set, judged; of every second sentence, beginning with `parity`, or of all. A claim is right
 * when some gold tuple of its sentence agrees with it by half or more (CaRB's words, F1).
 */
export function judgedTuples(evalDir: string, set: TupleSet, parity?: 0 | 1): JudgedClaim[] | null {
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
    const { claims, tokens } = claimsOf(sentence);
    const reading = readSentence(tokens, 0, claims);
    for (const claim of claims) {
      const tuple = claimTuple(claim);
      // Whatever the verb, a claim without an object cannot be matched by CaRB's rules: nothing to learn from.
      if (tuple.args.length < 2) continue;
      const best = Math.max(0, ...wanted.map((one) => agreement(tuple, one)));
      out.push({
        features: confidenceFeatures(claim, tokens, reading),
        right: best >= AGREES ? 1 : 0,
        slots: judgedSlots(tuple, wanted),
      });
    }
  }
  return out;
}

/** GUM's genres whose texts are under non-commercial licences. */
const RESTRICTED = /^GUM_(?:fiction|whow|essay|letter|podcast)_/;
/** Shorter sentences make hardly a claim. */
const FEWEST_WORDS = 6;

export type TreebankPart = 'ewt-ud-dev' | 'gum-ud-dev' | 'ewt-ud-test' | 'gum-ud-test';

/**
 * The claims that our own trees give, judged by those that the treebank's trees give: right when predicates stand in one
 * place, and subject and the rest have most words in common. What our rules make of a right tree is taken for right.
 */
export function judgedTrees(trainDir: string, part: TreebankPart): JudgedClaim[] {
  const out: JudgedClaim[] = [];
  const content = readFileSync(join(trainDir, 'ud', `en_${part}.conllu`), 'utf8');
  for (const { id, text, tokens: tree } of readConllu(content)) {
    if (RESTRICTED.test(id) || tree.length < FEWEST_WORDS) continue;
    const wanted = claimsOf(text, tree).claims;
    const { claims, tokens } = claimsOf(text);
    const reading = readSentence(tokens, 0, claims);
    for (const claim of claims) {
      const near = wanted.filter(
        ({ predicate }) =>
          (predicate.implicit === true) === (claim.predicate.implicit === true) &&
          predicate.start < claim.predicate.end &&
          claim.predicate.start < predicate.end,
      );
      const subject = near.some((one) => wordsF1(one.subject.text, claim.subject.text) >= SAME);
      const predicate = near.some((one) => wordsF1(one.predicate.text, claim.predicate.text) >= AGREES);
      const object = near.some((one) => wordsF1(rest(one), rest(claim)) >= SAME);
      const right = near.some(
        (one) =>
          wordsF1(one.subject.text, claim.subject.text) >= SAME &&
          wordsF1(one.predicate.text, claim.predicate.text) >= AGREES &&
          wordsF1(rest(one), rest(claim)) >= SAME,
      );
      out.push({
        features: confidenceFeatures(claim, tokens, reading),
        right: right ? 1 : 0,
        slots: { subject: subject ? 1 : 0, predicate: predicate ? 1 : 0, object: object ? 1 : 0 },
      });
    }
  }
  return out;
}

/** Object and further arguments in one line. */
function rest({ object, args }: Claim): string {
  return [object?.text ?? '', ...args.map(({ text }) => text)].join(' ');
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

/** F1 of two bags of words; 1 for two empty ones. */
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
  return total === 0 ? 1 : (2 * common) / total;
}

function agreement(tuple: CarbGold, gold: CarbGold): number {
  const [p, r] = matchTuple(tuple, gold);
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
