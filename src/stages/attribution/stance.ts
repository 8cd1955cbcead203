import { DEPREL_CODE } from '../../core/labels.ts';
import type { Stance } from '../../core/layers.ts';
import { cueClass } from '../../lexicon/cue-verbs.ts';
import type { ArticleView } from './article-view.ts';
import { NEGATIONS } from './frame.ts';

const DENYING_NOUNS = new Set(['denial', 'rejection', 'criticism', 'condemnation', 'attack']);
const QUESTIONING_NOUNS = new Set(['doubt', 'question', 'skepticism', 'scepticism', 'uncertainty']);
const REJECTING = new Set([
  'condemn',
  'criticise',
  'criticize',
  'denounce',
  'oppose',
  'blast',
  'slam',
  'attack',
]);
const REFUSING = new Set(['decline', 'refuse', 'fail']);

/**
 * Where the source stands to the content: it affirms it, denies it, questions it, or neither (a negated cue, a refusal
 * to speak, a judgement of a person or thing). A negated denial or doubt affirms nothing either, so it is neutral.
 */
export function stanceOf(view: ArticleView, cue: number): Stance {
  const lemma = view.tokens.lemma(cue);
  const kind = cueClass(lemma);
  const plain: Stance =
    kind === 'deny' || DENYING_NOUNS.has(lemma) || REJECTING.has(lemma)
      ? 'denies'
      : kind === 'ask' || QUESTIONING_NOUNS.has(lemma)
        ? 'questions'
        : kind === 'judge'
          ? 'neutral'
          : kind === undefined && view.tokens.upos(cue) !== 'PUNCT' && !/^accord/.test(lemma)
            ? 'neutral'
            : 'affirms';
  return isNegated(view, cue) ? (kind === 'think' ? 'denies' : 'neutral') : plain;
}

/** A negation on the cue itself, or a refusal that governs it: did not say, declined to say. */
function isNegated(view: ArticleView, cue: number): boolean {
  const { deprel } = view.tokens.columns;
  for (const child of view.dependents.of(cue)) {
    if (child < cue && deprel[child] === DEPREL_CODE.advmod && NEGATIONS.has(view.lemma[child]!)) return true;
  }
  const head = view.tokens.head(cue);
  return head >= 0 && deprel[cue] === DEPREL_CODE.xcomp && REFUSING.has(view.tokens.lemma(head));
}
