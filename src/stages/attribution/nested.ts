import { DEPREL_CODE } from '../../core/labels.ts';
import { cueClass } from '../../lexicon/cue-verbs.ts';
import type { ArticleView } from './article-view.ts';
import type { Frame } from './frame.ts';

const CLEAR = new Set(['clear', 'plain', 'known']);

/**
 * A cue that is plain enough to stand inside another's content: a verb of the lexicon with a subject of its own and a
 * clause as its complement, `made it clear that` among them.
 */
export function isPlainCue(view: ArticleView, frame: Frame): boolean {
  const { tokens, dependents } = view;
  const { cue } = frame;
  if (tokens.upos(cue) !== 'VERB') return false;
  const lemma = tokens.lemma(cue);
  const kind = cueClass(lemma);
  if ((kind === undefined || kind === 'judge') && lemma !== 'make') return false;
  let subject = false;
  let clause = false;
  let clear = lemma !== 'make';
  for (const child of dependents.of(cue)) {
    const relation = tokens.columns.deprel[child]!;
    if (relation === DEPREL_CODE.nsubj && child < cue) subject = true;
    if (relation === DEPREL_CODE.ccomp && child > cue) clause = true;
    // `had denied taking bribes`
    if (kind === 'deny' && relation === DEPREL_CODE.xcomp && tokens.xpos(child) === 'VBG') clause = true;
    if (relation === DEPREL_CODE.xcomp && CLEAR.has(tokens.lemma(child))) {
      clear = true;
      for (const grandchild of dependents.of(child)) {
        if (tokens.columns.deprel[grandchild] === DEPREL_CODE.ccomp) clause = true;
      }
    }
  }
  return subject && clause && clear;
}
