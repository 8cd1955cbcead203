import type { Claim } from '../../core/layers.ts';
import { sigmoid } from './linear-model.ts';

/** The slots with a confidence of their own; the object goes with the further arguments. */
export const SLOTS = ['subject', 'predicate', 'object'] as const;
export type Slot = (typeof SLOTS)[number];

/** What the confidence of a claim rests on: how it was read from the tree. */
export interface ConfidenceEvidence {
  /** `construction/role` of its proposition. */
  readonly rule: string;
  /** `own`, `shared`, `controlled`, `antecedent`. */
  readonly subjectFrom: string;
  readonly object: string;
  /** Words of the sentence, the subject and the object. */
  readonly sentenceWords: number;
  readonly subjectWords: number;
  readonly objectWords: number;
  readonly args: number;
  /** Verbs and other clause heads of the sentence. */
  readonly clauses: number;
}

export function evidenceOf(claim: Claim, sentenceWords: number, clauses: number): ConfidenceEvidence {
  const words = (text: string | undefined) => (text === undefined ? 0 : text.split(/\s+/).length);
  return {
    rule: claim.rule,
    subjectFrom: claim.trail.subject?.split('/')[1] ?? 'own',
    object: claim.trail.object?.split('/')[1] ?? 'none',
    sentenceWords,
    subjectWords: words(claim.subject.text),
    objectWords: words(claim.object?.text),
    args: claim.args.length,
    clauses,
  };
}

/** Named features of the evidence, each about 0 to 1. */
export function confidenceFeatures(evidence: ConfidenceEvidence): Map<string, number> {
  const [construction = '', role = ''] = evidence.rule.split('/');
  const out = new Map<string, number>([['bias', 1]]);
  out.set(`construction:${construction}`, 1);
  out.set(`role:${role}`, 1);
  out.set(`subject:${evidence.subjectFrom}`, 1);
  out.set(`object:${evidence.object}`, 1);
  out.set('sentence', Math.min(1, evidence.sentenceWords / 50));
  out.set('subject-words', Math.min(1, evidence.subjectWords / 15));
  out.set('object-words', Math.min(1, evidence.objectWords / 25));
  out.set('args', Math.min(1, evidence.args / 4));
  out.set('clauses', Math.min(1, evidence.clauses / 8));
  if (evidence.subjectWords === 1) out.set('one-word-subject', 1);
  if (evidence.objectWords > 12) out.set('long-object', 1);
  return out;
}

/** The probability that the claim (or the slot whose weights these are) says what the sentence says, 0 to 1, by weights fitted in `train/confidence.ts`. */
export function confidenceOf(
  evidence: ConfidenceEvidence,
  weights: Readonly<Record<string, number>>,
): number {
  let score = 0;
  for (const [name, value] of confidenceFeatures(evidence)) score += (weights[name] ?? 0) * value;
  return Math.round(sigmoid(score) * 1000) / 1000;
}
