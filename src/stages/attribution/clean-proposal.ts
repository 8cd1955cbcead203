import type { Span } from '../../core/span.ts';
import { cueClass } from '../../lexicon/cue-verbs.ts';
import type { ArticleView } from './article-view.ts';
import type { Proposal } from './propose.ts';
import { maySpeak, nounPhraseEnd } from './trailing-speech.ts';

/** Verbs that name their hearer first. */
const HEARD = new Set([
  'advise',
  'alert',
  'assure',
  'convince',
  'inform',
  'notify',
  'persuade',
  'reassure',
  'remind',
  'tell',
  'warn',
]);

/**
 * A verb outside the cue lexicon with a bare noun phrase as its content needs a source that can speak: `the board
 * signalled a strike`; not `the flood reached the kiln`. Clauses and words in marks are statements whoever makes them.
 */
export function hasStatement(view: ArticleView, { frame, content, source }: Proposal): boolean {
  const { tokens } = view;
  if (tokens.upos(frame.cue) !== 'VERB' || source === null) return true;
  if (cueClass(tokens.lemma(frame.cue)) !== undefined || maySpeak(view, source, frame.cue)) return true;
  return content.some(({ start, end }) => {
    for (let at = tokens.tokenAt(start); at < tokens.length && tokens.columns.start[at]! < end; at++) {
      if (view.region[at]! >= 0 || /^(?:VERB|AUX)$/.test(tokens.upos(at))) return true;
    }
    return false;
  });
}

/** The content without the hearer that it starts with: `warned him that the ice was thin`, `told us the ice was thin`. */
export function withoutHearer(view: ArticleView, cue: number, content: readonly Span[]): readonly Span[] {
  const { tokens } = view;
  const next = cue + 1;
  if (!HEARD.has(tokens.lemma(cue)) || next >= tokens.length) return content;
  const at = content.findIndex(({ start }) => start === tokens.columns.start[next]);
  if (at < 0 || view.region[next]! >= 0) return content;
  const { end } = content[at]!;
  const limit = tokens.end(view.sentence[cue]!);
  let to = nounPhraseEnd(view, next, limit);
  const clause = to < limit && tokens.text(view.text, to) === 'that';
  if (!clause) {
    if (!/^(?:him|them|us|me)$/.test(tokens.text(view.text, next))) return content;
    to = next + 1;
  }
  const start = to < limit ? tokens.columns.start[to]! : end;
  return start < end ? content.with(at, { start, end }) : content;
}
