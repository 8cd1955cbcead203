import { firstEndingAfter, type Span } from '../../core/span.ts';
import { cueClass } from '../../lexicon/cue-verbs.ts';
import {
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  ORGANIZATION_NOUNS,
  PERSON_NOUNS,
  UNNAMED_NOUNS,
} from '../../lexicon/source-nouns.ts';
import type { ArticleView } from './article-view.ts';
import type { TokenRange } from './assemble.ts';

/** Speech that the end of its sentence attributes. */
export interface TrailingSpeech {
  readonly content: Span;
  readonly source: TokenRange;
  readonly cue: number;
}

/** Longest noun phrase and longest end of a sentence that are read, in tokens. */
const LONGEST_SOURCE = 12;
const REACH = 24;

/** Findings and forecasts that end a sentence as `said` does. */
const FINDS = new Set(['conclude', 'find', 'report', 'show', 'estimate', 'forecast', 'predict']);

/** Utterances that need their hearer or content right behind them, or that mean something else at a sentence's end. */
const NOT_FINAL = new Set([
  'continue',
  'counter',
  'object',
  'offer',
  'reason',
  'relate',
  'repeat',
  'pronounce',
]);

const TAIL =
  /^(?:(?:on |early |late |last |earlier |late on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|week|month|year|this week|at the time)(?: (?:morning|afternoon|evening|night))?|later|earlier|(?:in|at|on|during|through|via|by|after|before|to|of|from) [^,;:()"“”]{1,120})$/iu;

/**
 * `, the county said on Monday.`, `, said Bo Lind, a farmer.` and `, according to the bank.` at a sentence's end: all
 * before it in the sentence is the content. It needs no parse beyond the kinds of words.
 *
 * @param from offset in the sentence where its words start, behind a dateline
 */
export function trailingSpeech(view: ArticleView, sentence: number, from: number): TrailingSpeech | null {
  const { tokens, region } = view;
  const first = Math.max(tokens.first(sentence), tokens.tokenAt(from));
  let end = tokens.end(sentence);
  while (
    end > first &&
    view.isPunctuation(end - 1) &&
    region[end - 1]! < 0 &&
    tokens.text(view.text, end - 1) !== ','
  )
    end--;
  for (let comma = end - 2; comma > Math.max(first + 2, end - REACH); comma--) {
    if (tokens.text(view.text, comma) !== ',') continue;
    // A comma within the marks stands before its closing mark.
    let start = comma + 1;
    while (start < end && view.isPunctuation(start) && region[start]! >= 0) start++;
    if (region[start]! >= 0 || start >= end) continue;
    const found =
      accordingTo(view, start, end) ?? subjectThenCue(view, start, end) ?? cueThenSubject(view, start, end);
    if (found === null) continue;
    const lastWord = region[comma]! >= 0 ? start - 1 : comma - 1;
    const content = view.span(first, lastWord + 1);
    return isClause(view, first, comma) ? { ...found, content } : null;
  }
  return null;
}

type Found = Omit<TrailingSpeech, 'content'>;

function accordingTo(view: ArticleView, start: number, end: number): Found | null {
  const { tokens, text } = view;
  if (tokens.text(text, start) !== 'according' || tokens.text(text, start + 1) !== 'to') return null;
  return end > start + 2 ? { cue: start, source: { first: start + 2, last: end } } : null;
}

function subjectThenCue(view: ArticleView, start: number, end: number): Found | null {
  const last = nounPhraseEnd(view, start, end);
  const cue = last < end && view.tokens.lemma(last) === 'have' ? last + 1 : last;
  if (last === start || cue >= end || !isFinalCue(view, cue, cue > last)) return null;
  const source = { first: start, last };
  const tail = cue + 1 < end ? view.span(cue + 1, end) : null;
  if (tail !== null && !TAIL.test(view.text.slice(tail.start, tail.end))) return null;
  return maySpeak(view, source, cue) ? { cue, source } : null;
}

function cueThenSubject(view: ArticleView, start: number, end: number): Found | null {
  if (!isFinalCue(view, start, false) || start + 1 >= end) return null;
  const last = nounPhraseEnd(view, start + 1, end);
  if (last === start + 1) return null;
  const source = { first: start + 1, last };
  const mark = last < end ? view.tokens.text(view.text, last) : '';
  if (last < end && mark !== ',' && !TAIL.test(view.text.slice(...bounds(view.span(last, end))))) return null;
  return view.tokens.upos(start + 1) !== 'PRON' && maySpeak(view, source, start)
    ? { cue: start, source }
    : null;
}

const bounds = ({ start, end }: Span): [number, number] => [start, end];

/** A verb of saying or finding in a finite form of its own, or a participle after `have`. */
function isFinalCue({ tokens }: ArticleView, cue: number, perfect: boolean): boolean {
  if (tokens.upos(cue) !== 'VERB') return false;
  const lemma = tokens.lemma(cue);
  if (NOT_FINAL.has(lemma) || (cueClass(lemma) !== 'say' && !FINDS.has(lemma))) return false;
  return perfect ? tokens.xpos(cue) === 'VBN' : /^VB[DPZN]$/.test(tokens.xpos(cue));
}

const WITHIN = /^(?:DET|ADJ|NOUN|PROPN|NUM|PART|ADP|CCONJ|PRON)$/;

/** Where the noun phrase that starts at `start` ends; `start` itself where none does. */
export function nounPhraseEnd({ tokens, text }: ArticleView, start: number, end: number): number {
  if (/^(?:ADP|CCONJ|PART)$/.test(tokens.upos(start))) return start;
  if (/^W/.test(tokens.xpos(start))) return start;
  let at = start;
  let noun = -1;
  while (at < end && at - start < LONGEST_SOURCE) {
    const upos = tokens.upos(at);
    const inner = upos === 'PUNCT' && /^[.'’–-]$/.test(tokens.text(text, at)) && at > start;
    if (!inner && (!WITHIN.test(upos) || /^W/.test(tokens.xpos(at)))) break;
    if (/^(?:ADP|CCONJ)$/.test(upos) && !/^(?:of|for|and|&|at|in)$/.test(tokens.text(text, at))) break;
    if (/^(?:in|at)$/.test(tokens.text(text, at)) && /^(?:DET|NUM)$/.test(tokens.upos(at + 1))) break;
    if (isDay(tokens.lemma(at))) break;
    if (/^(?:NOUN|PROPN|PRON|NUM)$/.test(upos)) noun = at;
    at++;
  }
  return noun < 0 || noun !== at - 1 ? start : at;
}

const isDay = (lemma: string) =>
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:to|yester)day$/i.test(lemma);

/** A person, group, institution or document; with `say` any noun but a pronoun for things. */
export function maySpeak(view: ArticleView, { first, last }: TokenRange, cue: number): boolean {
  const { tokens } = view;
  let says = tokens.lemma(cue) === 'say';
  for (let at = first; at < last; at++) {
    const lemma = tokens.lemma(at).toLowerCase();
    if (view.name[at]! > 0 || tokens.upos(at) === 'PROPN') return true;
    if (tokens.upos(at) === 'PRON' && last - first === 1) return /^(?:he|she|they|we|i|it)$/.test(lemma);
    if (
      PERSON_NOUNS.has(lemma) ||
      GROUP_NOUNS.has(lemma) ||
      ORGANIZATION_NOUNS.has(lemma) ||
      UNNAMED_NOUNS.has(lemma) ||
      DOCUMENT_NOUNS.has(lemma)
    )
      return true;
    if (tokens.upos(at) === 'NUM') says = false;
  }
  return says;
}

/** A finite verb stands in it, and it is more than an introduction (`After the vote, the mayor said.`). */
function isClause(view: ArticleView, first: number, end: number): boolean {
  const { tokens } = view;
  let finite = false;
  let comma = false;
  for (let at = first; at < end; at++) {
    finite ||= /^(?:VB[DPZ]|MD)$/.test(tokens.xpos(at));
    comma ||= tokens.text(view.text, at) === ',';
  }
  const introduced = /^(?:SCONJ|ADP)$/.test(tokens.upos(first)) || /^W/.test(tokens.xpos(first));
  return finite && (comma || !introduced);
}

/**
 * Where a text's first words start behind a dateline: `VARNA, Bulgaria (AP) — `, `OSLO (Reuters) - `, `LIMA, Peru — `.
 * 0 where none stands there.
 */
export function datelineLength(text: string): number {
  const head = text.slice(0, 120);
  const found =
    /^\s{0,4}\p{Lu}[\p{L}.'’ -]{1,40}(?:, \p{Lu}[\p{L}.'’ -]{1,30}){0,2},? ?\([\p{L}\p{N}.'’/& -]{2,30}\) ?(?:[—–]|--?)\s{1,3}/u.exec(
      head,
    ) ??
    /^\s{0,4}\p{Lu}{2}[\p{Lu}.'’ -]{1,40}(?:, \p{Lu}[\p{L}.'’ -]{1,30}){0,2} ?(?:[—–]|--)\s{1,3}/u.exec(head);
  return found === null ? 0 : found[0].length;
}

/** The spans without what stands before an offset that lies in `block`; empty ones go. */
export function behind(content: readonly Span[], dateline: Span): Span[] {
  return content.flatMap(({ start, end }) => {
    if (start < dateline.start || start >= dateline.end) return [{ start, end }];
    return end > dateline.end ? [{ start: dateline.end, end }] : [];
  });
}

/** The dateline that holds or follows an offset. */
export function datelineAt(datelines: readonly Span[], offset: number): Span | undefined {
  const found = datelines[firstEndingAfter(datelines, offset)];
  return found !== undefined && found.start <= offset ? found : undefined;
}
