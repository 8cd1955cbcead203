import { intersection, type Span } from '../core/span.ts';
import type { ClaimRecord } from '../record/record.ts';
import type { Gold, GoldClaim } from './gold.ts';
import { scoreWords } from './names.ts';
import type { RecordView } from './record-view.ts';

/** A gold claim and the predicted one that says the same. */
export interface ClaimPair {
  /** Index into the gold's claims. */
  readonly gold: number;
  /** Index into the record's claims. */
  readonly predicted: number;
  readonly f1: number;
}

/**
 * Gold and predicted claims of one sentence, one to one, best first, when the token F1 of subject, predicate and
 * object (with or without arguments, whichever is better) is at least 0.5 and the predicates share a word, or when
 * the F1 is at least 0.8 (DESIGN.md, "What scores a claim"). Sentences are compared by place: a predicted claim
 * belongs to the gold sentence that holds most of its predicate.
 *
 * Two gold claims of one sentence with the same subject and predicate, one of them optional, are two ways to write
 * one claim down (a longer and a shorter object): a prediction that matches the optional one answers the required one
 * when nothing else does.
 */
export function matchClaims(gold: Gold, view: RecordView): ClaimPair[] {
  const predicted = view.record.claims.map((claim) => ({
    sentence: sentenceOf(gold.sentences, view.raw(claim.predicate), view.raw(claim.quote)),
    bare: scoreWords(proposition(claim, false)),
    full: scoreWords(proposition(claim, true)),
    predicate: new Set(scoreWords(claim.predicate.text)),
  }));
  const candidates: ClaimPair[] = [];
  for (const [g, want] of gold.claims.entries()) {
    const words = scoreWords([want.subject.text, want.predicate.text, want.object?.text ?? ''].join(' '));
    const predicate = scoreWords(want.predicate.text);
    for (const [p, got] of predicted.entries()) {
      if (got.sentence !== want.sentence) continue;
      const f1 = Math.max(tokenF1(words, got.bare), tokenF1(words, got.full));
      const shares = predicate.some((word) => got.predicate.has(word));
      if (f1 >= 0.8 || (f1 >= 0.5 && shares)) candidates.push({ gold: g, predicted: p, f1 });
    }
  }
  // Of equals the required gold first, so that an optional one never takes its answer.
  const rank = (g: number) => (gold.claims[g]!.optional ? 1 : 0);
  candidates.sort(
    (a, b) => b.f1 - a.f1 || rank(a.gold) - rank(b.gold) || a.gold - b.gold || a.predicted - b.predicted,
  );
  const ofGold = new Map<number, ClaimPair>();
  const takenPredicted = new Set<number>();
  for (const pair of candidates) {
    if (ofGold.has(pair.gold) || takenPredicted.has(pair.predicted)) continue;
    ofGold.set(pair.gold, pair);
    takenPredicted.add(pair.predicted);
  }
  for (const [required, other] of alternatives(gold.claims)) {
    const pair = ofGold.get(other);
    if (pair === undefined || ofGold.has(required)) continue;
    ofGold.delete(other);
    ofGold.set(required, { ...pair, gold: required });
  }
  return [...ofGold.values()].sort((a, b) => a.gold - b.gold);
}

/** Pairs of a required claim and an optional one that writes the same claim down otherwise. */
function alternatives(claims: readonly GoldClaim[]): [required: number, optional: number][] {
  const required = new Map<string, number>();
  for (const [i, claim] of claims.entries()) {
    const key = alternativeKey(claim);
    if (!claim.optional && key !== null) required.set(key, i);
  }
  return claims.flatMap((claim, i): [number, number][] => {
    const head = claim.optional ? required.get(alternativeKey(claim) ?? '') : undefined;
    return head === undefined ? [] : [[head, i]];
  });
}

function alternativeKey({ sentence, subject, predicate }: GoldClaim): string | null {
  if (predicate.span === null) return null;
  return [sentence, subject.span?.start, subject.span?.end, predicate.span.start, predicate.span.end].join(
    ' ',
  );
}

function proposition(claim: ClaimRecord, withArguments: boolean): string {
  const parts = [claim.subject.text, claim.predicate.text, claim.object?.text ?? ''];
  if (withArguments) {
    for (const { prep, text } of claim.args) {
      parts.push(prep !== '' && !startsWithWords(text, prep) ? `${prep} ${text}` : text);
    }
  }
  return parts.join(' ');
}

function startsWithWords(text: string, prefix: string): boolean {
  const words = scoreWords(text);
  return scoreWords(prefix).every((word, i) => words[i] === word);
}

/** F1 of two bags of words, 0 to 1. */
export function tokenF1(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      common++;
      left.set(word, count - 1);
    }
  }
  return (2 * common) / (a.length + b.length);
}

/** The sentence that holds most of the first of the spans that touches one; -1 when none does. */
export function sentenceOf(sentences: readonly Span[], ...spans: readonly Span[]): number {
  for (const span of spans) {
    let best = -1;
    let most = 0;
    for (const [i, sentence] of sentences.entries()) {
      const common = intersection(sentence, span);
      if (common !== null && common.end - common.start > most) {
        best = i;
        most = common.end - common.start;
      }
    }
    if (best >= 0) return best;
  }
  return -1;
}
