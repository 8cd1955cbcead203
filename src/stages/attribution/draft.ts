import { UPOS_CODE } from '../../core/labels.ts';
import type { Quote } from '../../core/layers.ts';
import { contains, type Span } from '../../core/span.ts';
import { type CueClass, cueClass } from '../../lexicon/cue-verbs.ts';
import type { ArticleView } from './article-view.ts';
import type { TokenRange } from './assemble.ts';
import { hasStatement, withoutGaps, withoutHearer, withoutNextVerb } from './clean-proposal.ts';
import { ContentMap } from './content-map.ts';
import { behind, datelineAt, datelineLength } from './dateline.ts';
import { deniedReports } from './denied-report.ts';
import { hearings } from './hearing.ts';
import { hearsay } from './hearsay.ts';
import { isPlainCue } from './nested.ts';
import { participleReports } from './participle-report.ts';
import { type AttributionModels, type Proposal, propose } from './propose.ts';
import { continueQuotes, selectOuter } from './select.ts';
import { surfaceSpeech } from './surface-speech.ts';
import { toTheEnd } from './to-the-end.ts';
import { type TrailingSpeech, trailingSpeech } from './trailing-speech.ts';

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

/** Rule of what a court or inquiry heard. */
export const HEARING = 'attribution/hearing';

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
  const datelines = blocks.flatMap(({ start, end }) => {
    const length = datelineLength(view.text.slice(start, Math.min(end, start + 120)));
    return length === 0 ? [] : [{ start, end: start + length }];
  });
  const found = propose(
    view,
    sentences,
    models,
    (frame, probability) => probability >= enough(frame.cue) || (nested && isPlainCue(view, frame)),
  )
    .map((one) => {
      const whole = withoutGaps(view, one.frame, withoutHearer(view, one.frame, one.content), one.source);
      return { ...one, content: withoutNextVerb(view, one.frame.cue, whole) };
    })
    .filter((one) => one.content.length > 0 && hasStatement(view, one))
    .flatMap((one) => withoutDateline(view, one, datelines));
  const denied = new Map(deniedReports(view).map((one) => [one.frame.cue, one]));
  const known = [...found.filter(({ frame }) => !denied.has(frame.cue)), ...denied.values()];
  const possible = new Set(known.map(({ frame }) => frame.cue));
  const proposals = participleReports(
    view,
    known.map((one) =>
      denied.has(one.frame.cue) ? one : { ...one, content: toTheEnd(view, one, possible) },
    ),
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
  const trailing = new Map<number, TrailingSpeech>();
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const dateline = datelineAt(datelines, sentences[sentence]!.start);
    const speech = trailingSpeech(view, sentence, dateline?.end ?? 0);
    if (speech !== null && !taken.has(speech.cue)) trailing.set(speech.cue, speech);
  }
  const proposed = new Set(
    proposals.flatMap(({ frame, probability }) => (probability >= enough(frame.cue) ? [frame.cue] : [])),
  );
  for (const { cue, content, source } of trailing.values()) {
    if (proposed.has(cue) || held.touches(content)) continue;
    held.paint([content], drafts.length);
    drafts.push({ rule: 'attribution/trailing', cue, content: [content], source });
    taken.add(cue);
  }
  for (const { cue, content, source } of hearings(view)) {
    if (taken.has(cue) || held.at(cue) >= 0 || content.some((span) => held.touches(span))) continue;
    held.paint(content, drafts.length);
    drafts.push({ rule: HEARING, cue, content, source });
    taken.add(cue);
  }
  const heard = hearsay(view);
  for (const { rule, cue, content, source, spent } of heard) {
    if (rule !== 'quoted-as' || taken.has(cue) || held.at(cue) >= 0) continue;
    held.paint(content, drafts.length);
    drafts.push({ rule: `attribution/${rule}`, cue, content, source });
    taken.add(cue);
    if (spent !== undefined) taken.add(spent);
  }
  const open = proposals.filter(({ frame }) => !taken.has(frame.cue));
  const selected = selectOuter(open, ({ frame }) => enough(frame.cue), held);
  continueQuotes(view, sentences, selected, held);
  for (const one of selected) {
    const { proposal } = one;
    const whole = trailing.get(proposal.frame.cue);
    if (whole !== undefined) {
      const kept = one.content.filter((span) => isQuoted(view, span) || span.start < whole.content.end);
      one.content = kept.length === 0 || startsLate(view, kept, whole.content) ? [whole.content] : kept;
      held.paint(one.content, drafts.length);
    }
    const { content } = one;
    const source = fuller(proposal.source, whole?.source ?? null);
    drafts.push({ rule: ruleOf(view, proposal), cue: proposal.frame.cue, content, source });
  }
  for (const { rule, cue, content, source } of heard) {
    if (taken.has(cue) || held.at(cue) >= 0 || content.some((span) => held.touches(span))) continue;
    held.paint(content, drafts.length);
    drafts.push({ rule: `attribution/${rule}`, cue, content, source });
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
      const inside = clipped(content, drafts, view.span(frame.cue, frame.cue + 1));
      if (inside.length > 0)
        drafts.push({ rule: 'attribution/nested', cue: frame.cue, content: inside, source });
    }
  }
  nest(view, drafts);
  const all = nested ? drafts : drafts.filter(({ within }) => within === undefined);
  return all.sort((a, b) => a.content[0]!.start - b.content[0]!.start || a.cue - b.cue);
}

/** One plain span that ends as the sentence's words before the cue do and leaves out how they start. */
function startsLate(view: ArticleView, content: readonly Span[], whole: Span): boolean {
  const only = content.length === 1 ? content[0]! : null;
  if (only === null || only.start <= whole.start || Math.abs(only.end - whole.end) > 1) return false;
  return !isQuoted(view, only);
}

/** The source that the end of a sentence names, where the model found none or a part of it. */
function fuller(found: TokenRange | null, named: TokenRange | null): TokenRange | null {
  if (found === null || named === null) return found ?? named;
  return named.first <= found.first && found.last <= named.last ? named : found;
}

/** The span starts between quotation marks. */
const isQuoted = (view: ArticleView, { start }: Span): boolean =>
  (view.region[view.tokens.tokenAt(start)] ?? -1) >= 0;

/** The proposal without words of a dateline; none where its cue or all of its content is one. */
function withoutDateline(view: ArticleView, one: Proposal, datelines: readonly Span[]): Proposal[] {
  if (datelines.length === 0) return [one];
  const place = (token: number) => datelineAt(datelines, view.tokens.columns.start[token]!);
  if (place(one.frame.cue) !== undefined) return [];
  const content = one.content.flatMap((span) => {
    const dateline = datelineAt(datelines, span.start);
    return dateline === undefined ? [span] : behind([span], dateline);
  });
  let { source } = one;
  if (source !== null) {
    let { first } = source;
    while (first < source.last && place(first) !== undefined) first++;
    source = first < source.last ? { first, last: source.last } : null;
  }
  return content.length === 0 ? [] : [{ ...one, content, source }];
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

/** What of the content lies in the shortest part of other contents that holds the cue. */
function clipped(content: readonly Span[], others: readonly Draft[], cue: Span): readonly Span[] {
  let part: Span | undefined;
  for (const other of others)
    for (const span of other.content)
      if (contains(span, cue) && (part === undefined || contains(part, span))) part = span;
  if (part === undefined) return content;
  const { start, end } = part;
  return content
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.start < span.end);
}

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
