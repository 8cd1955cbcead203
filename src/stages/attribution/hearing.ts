import { DEPREL_CODE } from '../../core/labels.ts';
import type { Span } from '../../core/span.ts';
import { HEARING_NOUNS } from '../../lexicon/hearing-nouns.ts';
import type { ArticleView } from './article-view.ts';
import type { TokenRange } from './assemble.ts';

/** What a court or inquiry was told. */
export interface Hearing {
  readonly cue: number;
  readonly content: readonly Span[];
  /** The body that heard it: who told it is not named. */
  readonly source: TokenRange;
}

/**
 * `The inquest heard that the alarm was off`, `Jurors were told the log had been altered`: evidence that is given to a
 * body which hears it. The body stands as the source, since the record of its hearing is.
 */
export function hearings(view: ArticleView): Hearing[] {
  const { tokens, dependents, region } = view;
  const { deprel } = tokens.columns;
  const out: Hearing[] = [];
  for (let cue = 0; cue < tokens.length; cue++) {
    const lemma = tokens.lemma(cue);
    if ((lemma !== 'hear' && lemma !== 'tell') || region[cue]! >= 0 || tokens.upos(cue) !== 'VERB') continue;
    const subject = lemma === 'hear' ? DEPREL_CODE.nsubj : DEPREL_CODE['nsubj:pass'];
    let body = -1;
    let clause = -1;
    for (const child of dependents.of(cue)) {
      if (deprel[child] === subject && child < cue && HEARING_NOUNS.has(tokens.lemma(child).toLowerCase()))
        body = child;
      if (deprel[child] === DEPREL_CODE.ccomp && child > cue) clause = child;
    }
    if (body < 0 || clause < 0) continue;
    const content = view.span(dependents.low[clause]!, lastWord(view, dependents.high[clause]!) + 1);
    out.push({
      cue,
      content: [content],
      source: { first: dependents.low[body]!, last: dependents.high[body]! + 1 },
    });
  }
  return out;
}

function lastWord(view: ArticleView, token: number): number {
  let last = token;
  while (last > 0 && view.isPunctuation(last) && view.region[last]! < 0) last--;
  return last;
}
