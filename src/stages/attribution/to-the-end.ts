import type { Span } from '../../core/span.ts';
import type { ArticleView } from './article-view.ts';
import type { Proposal } from './propose.ts';

/** Relations of verbs behind which no outer clause goes on: not those of relative clauses and of subjects. */
const OUTERMOST = /^(?:root|conj|ccomp|parataxis|advcl|xcomp)$/;

/** Dependents of the cue that tell of the saying, or of what the speaker did besides. */
const BESIDE = /^(?:conj|advcl|obl|parataxis)$/;

/**
 * The content after a cue runs on to the sentence's end where what is left goes on with it and tells neither of the saying
 * nor what else the speaker did: `said he was "against the war" because it failed`. Trees break off such
 * clauses, most of all around quotation marks.
 *
 * @param cues tokens of all possible cues
 */
export function toTheEnd(
  view: ArticleView,
  { content, frame }: Proposal,
  cues: ReadonlySet<number>,
): readonly Span[] {
  const { cue } = frame;
  const { tokens, region } = view;
  const last = content.at(-1);
  if (last === undefined || region[cue]! >= 0 || last.start < tokens.columns.end[cue]!) return content;
  if (!OUTERMOST.test(tokens.deprel(cue))) return content;
  let end = tokens.end(view.sentence[cue]!);
  while (end > cue && view.isPunctuation(end - 1) && region[end - 1]! < 0) end--;
  const from = tokens.tokenAt(last.end);
  let at = from;
  while (at < end && view.isPunctuation(at) && region[at]! < 0) {
    if (/^[;):]$/.test(tokens.text(view.text, at))) return content;
    at++;
  }
  if (at >= end || startsPredicate(view, at, end) || (at > from && /^VB[GN]$/.test(tokens.xpos(at))))
    return content;
  for (let token = at; token < end; token++) {
    if (region[token]! >= 0) continue;
    if (cues.has(token)) return content;
    if (tokens.head(token) === cue && BESIDE.test(tokens.deprel(token))) return content;
  }
  return [...content.slice(0, -1), { start: last.start, end: tokens.columns.end[end - 1]! }];
}

/** A finite verb that would need another subject: `made an offer`, `but has failed`, `and later fled`. */
function startsPredicate({ tokens, region }: ArticleView, from: number, end: number): boolean {
  let at = from;
  while (at < end && region[at]! < 0 && /^(?:CCONJ|ADV|PART)$/.test(tokens.upos(at))) at++;
  return at < end && region[at]! < 0 && /^(?:VB[DPZ]|MD)$/.test(tokens.xpos(at));
}
