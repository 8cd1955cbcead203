import type { Span } from '../../core/span.ts';
import { cueClass } from '../../lexicon/cue-verbs.ts';
import { REPORTIVE_ADVERBS } from '../../lexicon/modality-cues.ts';
import type { ArticleView } from './article-view.ts';
import type { TokenRange } from './assemble.ts';

/** What is handed on without the one who said it, or by a quotation of them. */
export interface Hearsay {
  readonly rule: 'adverb' | 'quoted-as';
  readonly cue: number;
  readonly content: readonly Span[];
  /** A token that is no cue beside it: `quoted` in `was quoted as saying`. */
  readonly spent?: number;
  /** Null where the text names nobody. */
  readonly source: TokenRange | null;
}

/** `The pair reportedly met`, `Allegedly, he fled`; `Ruiz was quoted as saying that the pair met`. */
export function hearsay(view: ArticleView): Hearsay[] {
  const { tokens, region } = view;
  const out: Hearsay[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (region[at]! >= 0) continue;
    const found = REPORTIVE_ADVERBS.has(tokens.lemma(at).toLowerCase())
      ? byAdverb(view, at)
      : tokens.xpos(at) === 'VBN' && tokens.lemma(at) === 'quote'
        ? quotedAs(view, at)
        : null;
    if (found !== null && found.content.length > 0) out.push(found);
  }
  return out;
}

/** The clause of the verb that the adverb stands with, without the adverb. */
function byAdverb(view: ArticleView, cue: number): Hearsay | null {
  const { tokens, dependents } = view;
  const verb = tokens.head(cue);
  if (verb < 0 || !/^(?:VERB|AUX|ADJ|NOUN)$/.test(tokens.upos(verb))) return null;
  // `an allegedly stolen car`, `the allegedly guilty man` state nothing of their own
  if (/^(?:amod|nmod|compound)$/.test(tokens.deprel(verb))) return null;
  if (
    !/^VERB$/.test(tokens.upos(verb)) &&
    !dependents.of(verb).some((child) => /^(?:cop|nsubj)/.test(tokens.deprel(child)))
  )
    return null;
  let { first, last } = { first: dependents.low[verb]!, last: dependents.high[verb]! + 1 };
  while (first < last && /^(?:PUNCT|CCONJ|SCONJ)$/.test(tokens.upos(first))) first++;
  while (last > first && view.isPunctuation(last - 1) && view.region[last - 1]! < 0) last--;
  let behind = cue + 1;
  while (behind < last && view.isPunctuation(behind)) behind++;
  let ahead = cue;
  while (ahead > first && view.isPunctuation(ahead - 1)) ahead--;
  const parts = [
    { first, last: Math.min(ahead, last) },
    { first: Math.max(behind, first), last },
  ];
  const content = parts.flatMap((part) => (part.last > part.first ? [view.span(part.first, part.last)] : []));
  return { rule: 'adverb', cue, content, source: null };
}

/** The passive alone: who quotes somebody is a source of its own. */
function quotedAs(view: ArticleView, quoted: number): Hearsay | null {
  const { tokens, dependents } = view;
  const cue = quoted + 2;
  if (tokens.text(view.text, quoted + 1) !== 'as' || tokens.xpos(cue) !== 'VBG') return null;
  if (cueClass(tokens.lemma(cue)) !== 'say') return null;
  const subject = dependents.of(quoted).find((child) => tokens.deprel(child) === 'nsubj:pass');
  if (subject === undefined) return null;
  let last = dependents.high[cue]! + 1;
  while (last > cue && view.isPunctuation(last - 1) && view.region[last - 1]! < 0) last--;
  if (last <= cue + 1) return null;
  return {
    rule: 'quoted-as',
    cue,
    spent: quoted,
    content: [view.span(cue + 1, last)],
    source: { first: dependents.low[subject]!, last: dependents.high[subject]! + 1 },
  };
}
