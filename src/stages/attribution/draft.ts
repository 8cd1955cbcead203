import { UPOS_CODE } from '../../core/labels.ts';
import type { Quote } from '../../core/layers.ts';
import type { Span } from '../../core/span.ts';
import { type CueClass, cueClass } from '../../lexicon/cue-verbs.ts';
import type { ArticleView } from './article-view.ts';
import type { TokenRange } from './assemble.ts';
import { ContentMap } from './content-map.ts';
import { isPlainCue } from './nested.ts';
import { type AttributionModels, type Proposal, propose } from './propose.ts';
import { continueQuotes, selectOuter } from './select.ts';
import { surfaceSpeech } from './surface-speech.ts';

/** An attribution before its parts are described. */
export interface Draft {
  readonly rule: string;
  /** Token of the cue. */
  readonly cue: number;
  readonly content: readonly Span[];
  readonly source: TokenRange | null;
  /** The attribution whose content holds the cue. */
  within?: Draft;
}

export interface DraftInput {
  /** Article blocks. */
  readonly blocks: readonly Span[];
  readonly sentences: readonly Span[];
  readonly quotes: readonly Quote[];
}

export interface DraftOptions {
  readonly minProbability: number;
  readonly nested: boolean;
}

/** A cue that quoted words point to needs this much of the probability that others need. */
const QUOTED_SHARE = 0.4;

/** All attributions of a document in text order of their content. */
export function draftAttributions(
  view: ArticleView,
  { blocks, sentences, quotes }: DraftInput,
  models: AttributionModels,
  { minProbability, nested }: DraftOptions,
): Draft[] {
  const quoteCues = new Set(quotes.flatMap(({ cue }) => (cue ? [view.tokens.tokenAt(cue.start)] : [])));
  const enough = (cue: number) => (quoteCues.has(cue) ? QUOTED_SHARE : 1) * minProbability;
  const proposals = propose(
    view,
    sentences,
    models,
    (frame, probability) => probability >= enough(frame.cue) || (nested && isPlainCue(view, frame)),
  );
  // What layout makes certain comes first; cues inside it are nested.
  const drafts: Draft[] = [];
  const held = new ContentMap(view);
  const certain = surfaceSpeech(view, blocks);
  const taken = new Set(certain.map(({ cue }) => cue));
  for (const { rule, cue, content, source } of certain) {
    held.paint(content, drafts.length);
    drafts.push({ rule: `attribution/${rule}`, cue, content, source });
  }
  const open = proposals.filter(({ frame }) => !taken.has(frame.cue));
  const selected = selectOuter(open, ({ frame }) => enough(frame.cue), held);
  continueQuotes(view, sentences, selected, held);
  for (const { proposal, content } of selected) {
    drafts.push({ rule: ruleOf(view, proposal), cue: proposal.frame.cue, content, source: proposal.source });
  }
  for (const quote of quotes) {
    const draft = held.touches(quote) ? null : fromQuote(view, quote);
    if (draft) {
      held.paint(draft.content, drafts.length);
      drafts.push(draft);
    }
  }
  if (nested) {
    const cues = new Set(drafts.map(({ cue }) => cue));
    for (const { frame, content, source } of proposals) {
      if (cues.has(frame.cue) || held.at(frame.cue) < 0 || !source || !isPlainCue(view, frame)) continue;
      drafts.push({ rule: 'attribution/nested', cue: frame.cue, content, source });
    }
  }
  nest(view, drafts);
  const all = nested ? drafts : drafts.filter(({ within }) => within === undefined);
  return all.sort((a, b) => a.content[0]!.start - b.content[0]!.start || a.cue - b.cue);
}

/** What the model found, by whether its cue is an utterance or finding, or the attitude of a mind. */
function ruleOf(view: ArticleView, { frame }: Proposal): string {
  const lemma = view.tokens.lemma(frame.cue);
  const kind = cueClass(lemma);
  const utters =
    kind === undefined ? frame.upos === UPOS_CODE.PUNCT || /^accord/.test(lemma) : UTTERS.has(kind);
  return utters || frame.marks > 0 ? 'attribution/utterance' : 'attribution/attitude';
}

const UTTERS: ReadonlySet<CueClass> = new Set([
  'say',
  'tell',
  'manner',
  'write',
  'ask',
  'deny',
  'urge',
  'show',
  'noun',
]);

/** Links each attribution to the one with the smallest content around its cue. */
function nest(view: ArticleView, drafts: readonly Draft[]): void {
  const size = ({ content }: Draft) => content.reduce((sum, { start, end }) => sum + end - start, 0);
  const bySize = drafts.map((draft) => ({ draft, size: size(draft) })).sort((a, b) => b.size - a.size);
  const held = new ContentMap(view);
  for (const [index, { draft }] of bySize.entries()) {
    const outer = held.at(draft.cue);
    if (outer >= 0) draft.within = bySize[outer]!.draft;
    held.paint(draft.content, index);
  }
}

/** Fewer quoted words are part of a clause, not a statement of their own. */
const LEAST_WORDS = 4;

/** Speech that the quotes stage found a cue for and the model passed by. */
function fromQuote(view: ArticleView, quote: Quote): Draft | null {
  if (!quote.cue || !quote.speaker) return null;
  if (view.text.slice(quote.start, quote.end).split(/\s+/).length < LEAST_WORDS) return null;
  const { tokens } = view;
  const first = tokens.tokenAt(quote.start);
  const region = view.regions[view.region[first] ?? -1];
  const from = tokens.tokenAt(quote.speaker.start);
  let to = from;
  while (to < tokens.length && tokens.columns.start[to]! < quote.speaker.end) to++;
  return {
    rule: 'attribution/quote',
    cue: tokens.tokenAt(quote.cue.start),
    content: [region?.outer ?? quote],
    source: to > from ? { first: from, last: to } : null,
  };
}
