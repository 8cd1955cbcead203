import type { Span } from '../../core/span.ts';
import { cueClass } from '../../lexicon/cue-verbs.ts';
import { PERSON_NOUNS } from '../../lexicon/source-nouns.ts';
import type { ArticleView } from './article-view.ts';
import { frameOf } from './frame.ts';
import type { Proposal } from './propose.ts';
import { nounPhraseEnd } from './trailing-speech.ts';

/** Participles that may carry on the speech of a person spoken of as well: `said Bo had left, saying he was ill`. */
const EITHER = new Set(['say', 'claim', 'argue', 'complain', 'allege', 'promise', 'vow']);

/**
 * `..., telling reporters that ...`, `..., adding that ...` behind a report: the same source speaks on, and the first content ends
 * before the comma. Trees hang such participles from the verb of the content.
 */
export function participleReports(view: ArticleView, proposals: readonly Proposal[]): Proposal[] {
  const out = [...proposals];
  const at = new Map(proposals.map((one, index) => [one.frame.cue, index]));
  for (const [index, one] of proposals.entries()) {
    const { cue } = one.frame;
    const last = one.content.at(-1)!;
    if (view.region[cue]! >= 0 || last.start < view.tokens.columns.end[cue]!) continue;
    const participle = reportIn(view, cue, last);
    if (participle < 0) continue;
    const { start, end } = view.tokens.columns;
    const kept = { start: last.start, end: end[participle - 2]! };
    out[index] = { ...one, content: [...one.content.slice(0, -1), kept] };
    const own = at.get(participle);
    const content = own === undefined ? [] : proposals[own]!.content;
    const further: Proposal = {
      frame: frameOf(view, participle),
      probability: 1,
      content:
        content.length > 0 && content[0]!.start > start[participle]!
          ? content
          : [{ start: start[contentStart(view, participle, last)]!, end: last.end }],
      source: one.source,
    };
    if (own === undefined) out.push(further);
    else out[own] = further;
  }
  return out;
}

/** The participle of the span that carries the report on, or -1. */
function reportIn(view: ArticleView, cue: number, { start, end }: Span): number {
  const { tokens, region } = view;
  for (let at = tokens.tokenAt(start) + 2; at < tokens.length && tokens.columns.start[at]! < end; at++) {
    if (tokens.xpos(at) !== 'VBG' || region[at]! >= 0 || tokens.text(view.text, at - 1) !== ',') continue;
    const kind = cueClass(tokens.lemma(at));
    if (kind !== 'say' && kind !== 'tell') continue;
    if (EITHER.has(tokens.lemma(at)) && speaksItself(view, cue)) continue;
    const from = contentStart(view, at, { start, end });
    if (from > at && tokens.columns.start[from]! < end) return at;
  }
  return -1;
}

/** The token that the participle's content starts with: `that` or an opening mark, behind a hearer; the participle itself without. */
function contentStart(view: ArticleView, participle: number, { end }: Span): number {
  const { tokens, region } = view;
  let limit = participle + 1;
  while (limit < tokens.length && tokens.columns.start[limit]! < end) limit++;
  const opens = (at: number) => at < limit && (tokens.text(view.text, at) === 'that' || region[at]! >= 0);
  if (opens(participle + 1)) return participle + 1;
  const hearer = nounPhraseEnd(view, participle + 1, limit);
  return opens(hearer) ? hearer : participle;
}

/** The content's own subject is a person, who may speak. */
function speaksItself({ tokens, dependents, name }: ArticleView, cue: number): boolean {
  const clause = dependents.of(cue).find((child) => child > cue && tokens.deprel(child) === 'ccomp');
  if (clause === undefined) return false;
  return dependents.of(clause).some((child) => {
    if (tokens.deprel(child) !== 'nsubj') return false;
    const lemma = tokens.lemma(child).toLowerCase();
    return name[child] === 1 || /^(?:he|she|they)$/.test(lemma) || PERSON_NOUNS.has(lemma);
  });
}
