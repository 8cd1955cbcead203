import { CUE_NOUNS, cueClass } from '../../lexicon/cue-verbs.ts';
import type { ArticleView } from './article-view.ts';
import { frameOf } from './frame.ts';
import type { Proposal } from './propose.ts';
import { sharedSubject } from './shared-subject.ts';

const REPORTS: ReadonlySet<string> = new Set(CUE_NOUNS);

/**
 * `rejected claims that ...`, `Ruiz, dismissing his accusation that she ...`: whoever denies the report is the source, be the verb a
 * participle, and what is denied is the content.
 */
export function deniedReports(view: ArticleView): Proposal[] {
  const { tokens, dependents, region } = view;
  const out: Proposal[] = [];
  for (let cue = 0; cue < tokens.length; cue++) {
    if (tokens.upos(cue) !== 'VERB' || region[cue]! >= 0 || cueClass(tokens.lemma(cue)) !== 'deny') continue;
    const frame = frameOf(view, cue);
    const noun = dependents
      .of(cue)
      .find((child) => child > cue && /^(?:obj|obl)$/.test(tokens.deprel(child)));
    if (noun === undefined || frame.passive || !REPORTS.has(tokens.lemma(noun))) continue;
    const clause = dependents
      .of(noun)
      .find((child) => child > noun && /^(?:acl|ccomp|acl:relcl)$/.test(tokens.deprel(child)));
    if (clause === undefined || tokens.text(view.text, noun + 1) !== 'that') continue;
    const source = sharedSubject(view, frame);
    if (source === null) continue;
    let last = dependents.high[clause]!;
    while (last > clause && view.isPunctuation(last) && region[last]! < 0) last--;
    out.push({ frame, probability: 1, content: [view.span(dependents.low[noun]!, last + 1)], source });
  }
  return out;
}
