import type { Span } from '../../core/span.ts';
import { cueClass } from '../../lexicon/cue-verbs.ts';
import { HEARING_NOUNS } from '../../lexicon/hearing-nouns.ts';
import {
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  ORGANIZATION_NOUNS,
  PERSON_NOUNS,
  UNNAMED_NOUNS,
} from '../../lexicon/source-nouns.ts';
import type { ArticleView } from './article-view.ts';
import type { TokenRange } from './assemble.ts';
import { beforeFurther } from './further-clause.ts';

/** Speech that the end of its sentence attributes. */
export interface TrailingSpeech {
  readonly content: Span;
  /** Null in `it is understood`. */
  readonly source: TokenRange | null;
  readonly cue: number;
}

/** Longest noun phrase, longest source with its modifiers, and longest end of a sentence that are read, in tokens. */
const LONGEST_PHRASE = 12;
const LONGEST_SOURCE = 18;
const REACH = 34;

/** Findings and forecasts that end a sentence as `said` does. */
const FINDS = new Set(['conclude', 'find', 'report', 'show', 'estimate', 'forecast', 'predict']);

/** Classes of verbs that quoted words may stand before, beside those that any clause may stand before. */
const QUOTES = new Set(['say', 'write', 'manner', 'ask']);

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

/** Participles of an impersonal report: `it is understood`, `it was claimed`. */
const REPORTED = new Set([
  'allege',
  'announce',
  'believe',
  'claim',
  'report',
  'reveal',
  'say',
  'think',
  'understand',
]);

/** Verbs that look like plural nouns, which a sentence seldom ends with. */
const PLURAL_LIKE = new Set(['claims', 'finds', 'says', 'shows']);

/** When or where something was said, up to the next mark: `on Monday`, `late last week`, `in a letter to the board`. */
const TAIL =
  /^(?:(?:on |early |late |last |earlier |late on |early on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|week|month|year|this week|at the time)(?: (?:morning|afternoon|evening|night))?|later|earlier|(?:in|at|on|during|through|via|by|after|before|to|of|from) [^,;:()"“”]{1,120})$/iu;

/** What stands behind `told`: its hearer, and when or where. */
const HEARER = /^[^,;:()"“”?!]{2,120}$/u;

/**
 * `, the county said on Monday.`, `, said Bo Lind, a farmer.`, `, a document seen by the court shows.`, `, he told
 * reporters.`, `, it is understood.` and `, according to the bank.` at a sentence's end: all before it in the sentence
 * is the content. It needs no parse beyond the kinds of words.
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
  for (let mark = end - 2; mark > Math.max(first + 1, end - REACH); mark--) {
    const quoted = region[mark]! >= 0;
    if (!(quoted ? /^[,?!]$/ : /^,$/).test(tokens.text(view.text, mark))) continue;
    // A comma within the marks stands before its closing mark.
    let start = mark + 1;
    while (start < end && view.isPunctuation(start) && region[start]! >= 0) start++;
    if (region[start]! >= 0 || start >= end || (quoted && start === mark + 1)) continue;
    const found =
      accordingTo(view, start, end) ??
      itIsReported(view, start, end) ??
      wasHeard(view, start, end) ??
      subjectThenCue(view, start, end, quoted) ??
      cueThenSubject(view, start, end, quoted);
    if (found === null) continue;
    const content = view.span(first, quoted ? start : mark);
    const whole = quoted && region[first] === region[mark];
    return whole || isClause(view, first, mark) ? { ...found, content } : null;
  }
  return null;
}

type Found = Omit<TrailingSpeech, 'content'>;

const textOf = ({ text, tokens }: ArticleView, first: number, last: number): string =>
  first < last ? text.slice(tokens.columns.start[first]!, tokens.columns.end[last - 1]!) : '';

function accordingTo(view: ArticleView, start: number, end: number): Found | null {
  const { tokens, text } = view;
  if (tokens.text(text, start) !== 'according' || tokens.text(text, start + 1) !== 'to') return null;
  return end > start + 2 ? { cue: start, source: { first: start + 2, last: end } } : null;
}

/** `it is understood`, `it was claimed on Monday`, `it has been reported` */
function itIsReported(view: ArticleView, start: number, end: number): Found | null {
  const { tokens, text } = view;
  if (tokens.text(text, start) !== 'it') return null;
  let cue = start + 1;
  while (cue < end && tokens.upos(cue) === 'AUX') cue++;
  if (cue === start + 1 || cue >= end || tokens.xpos(cue) !== 'VBN') return null;
  if (!REPORTED.has(tokens.lemma(cue))) return null;
  const tail = textOf(view, cue + 1, end);
  return tail === '' || TAIL.test(tail) ? { cue, source: null } : null;
}

/** `the court heard`, `jurors were told on Monday` */
function wasHeard(view: ArticleView, start: number, end: number): Found | null {
  const { tokens } = view;
  const last = nounPhraseEnd(view, start, end);
  if (last === start || !HEARING_NOUNS.has(tokens.lemma(last - 1).toLowerCase())) return null;
  let cue = last;
  while (cue < end && tokens.upos(cue) === 'AUX') cue++;
  if (cue >= end || tokens.lemma(cue) !== (cue > last ? 'tell' : 'hear')) return null;
  const tail = textOf(view, cue + 1, end);
  return tail === '' || TAIL.test(tail) ? { cue, source: { first: start, last } } : null;
}

function subjectThenCue(view: ArticleView, start: number, end: number, quoted: boolean): Found | null {
  const phrase = nounPhraseEnd(view, start, end);
  if (phrase === start) return null;
  const apposed = apposedEnd(view, phrase, end);
  for (const last of [phrase, modifiedEnd(view, phrase, end, quoted), apposed]) {
    const perfect = last < end && view.tokens.lemma(last) === 'have';
    const cue = perfect ? last + 1 : last;
    if (cue >= end || !isFinalCue(view, cue, perfect, quoted) || !endsWell(view, cue, end)) continue;
    const source = { first: start, last: view.isPunctuation(last - 1) ? last - 1 : last };
    if (maySpeak(view, { first: start, last: last === apposed ? last : phrase }, cue)) return { cue, source };
  }
  return null;
}

/**
 * Where a noun phrase with what modifies it ends: `a source familiar with the matter`, `a document obtained by the
 * court`, `people who knew him`. The place of the last cue in reach; `phrase` where no modifier follows.
 */
function modifiedEnd(view: ArticleView, phrase: number, end: number, quoted: boolean): number {
  const { tokens } = view;
  if (phrase >= end) return phrase;
  const tag = tokens.xpos(phrase);
  const relative = /^(?:who|that|which)$/.test(tokens.text(view.text, phrase));
  const agent = tokens.text(view.text, phrase + 1) === 'by';
  if (!relative && !/^(?:JJ|RB|VBN|VBG|IN)$/.test(tag) && !(tag === 'VBD' && agent)) return phrase;
  let cue = phrase;
  for (let at = phrase + 1; at < Math.min(end, phrase + LONGEST_SOURCE); at++) {
    if (view.isPunctuation(at) && !/^[.'’–-]$/.test(tokens.text(view.text, at))) break;
    if (isFinalCue(view, at, false, quoted) && endsWell(view, at, end)) {
      cue = at;
      break;
    }
    // a finite verb ends the phrase, but for the first one of a relative clause
    if (/^(?:VB[DPZ]|MD)$/.test(tokens.xpos(at)) && !relative) break;
  }
  return cue;
}

/** Where a name or description between commas behind the phrase ends: `her label, Tidal Records, confirmed`. */
function apposedEnd(view: ArticleView, phrase: number, end: number): number {
  const { tokens } = view;
  const isComma = (at: number) => at < end && tokens.text(view.text, at) === ',';
  if (!isComma(phrase)) return phrase;
  const close = nounPhraseEnd(view, phrase + 1, end);
  return close > phrase + 1 && isComma(close) ? close + 1 : phrase;
}

/**
 * Nothing stands behind the cue, or when and where it was said, or with `told` to whom; then a further clause may follow, which
 * is not said to be part of what was said: `..., she told the court, although he denied it`.
 */
function endsWell(view: ArticleView, cue: number, end: number): boolean {
  const rest = textOf(view, cue + 1, end);
  const tail = beforeFurther(rest);
  if (view.tokens.lemma(cue) === 'tell') return HEARER.test(tail);
  return tail === '' || TAIL.test(tail.trimStart());
}

function cueThenSubject(view: ArticleView, start: number, end: number, quoted: boolean): Found | null {
  if (!isFinalCue(view, start, false, quoted) || start + 1 >= end) return null;
  const last = nounPhraseEnd(view, start + 1, end);
  if (last === start + 1) return null;
  const source = { first: start + 1, last };
  const mark = last < end ? view.tokens.text(view.text, last) : '';
  if (last < end && mark !== ',' && !TAIL.test(textOf(view, last, end))) return null;
  return view.tokens.upos(start + 1) !== 'PRON' && maySpeak(view, source, start)
    ? { cue: start, source }
    : null;
}

/** A verb of saying or finding in a finite form of its own, or a participle after `have`. */
function isFinalCue({ text, tokens }: ArticleView, cue: number, perfect: boolean, quoted: boolean): boolean {
  // taggers take the last word of `a paper seen by the court shows` for a noun
  if (!perfect && tokens.xpos(cue) === 'NNS') return PLURAL_LIKE.has(tokens.text(text, cue));
  if (tokens.upos(cue) !== 'VERB') return false;
  const lemma = tokens.lemma(cue);
  const kind = cueClass(lemma) ?? '';
  const speaks = kind === 'say' || lemma === 'tell' || FINDS.has(lemma) || (quoted && QUOTES.has(kind));
  if (NOT_FINAL.has(lemma) || !speaks) return false;
  return perfect ? tokens.xpos(cue) === 'VBN' : /^VB[DPZN]$/.test(tokens.xpos(cue));
}

const WITHIN = /^(?:DET|ADJ|NOUN|PROPN|NUM|PART|ADP|CCONJ|PRON)$/;

/** Where the noun phrase that starts at `start` ends; `start` itself where none does. */
export function nounPhraseEnd({ tokens, text }: ArticleView, start: number, end: number): number {
  if (/^(?:ADP|CCONJ|PART)$/.test(tokens.upos(start))) return start;
  if (/^W/.test(tokens.xpos(start))) return start;
  let at = start;
  let noun = -1;
  while (at < end && at - start < LONGEST_PHRASE) {
    const upos = tokens.upos(at);
    const inner = upos === 'PUNCT' && /^[.'’–-]$/.test(tokens.text(text, at)) && at > start;
    if (!inner && (!WITHIN.test(upos) || /^W/.test(tokens.xpos(at)))) break;
    if (/^(?:ADP|CCONJ)$/.test(upos) && !/^(?:of|for|and|&|at|in)$/.test(tokens.text(text, at))) break;
    if (/^(?:in|at)$/.test(tokens.text(text, at)) && /^(?:DET|NUM)$/.test(tokens.upos(at + 1))) break;
    if (isDay(tokens.lemma(at))) break;
    if (/^(?:NOUN|PROPN|PRON|NUM)$/.test(upos)) noun = at;
    at++;
  }
  // `a source familiar with the matter`: an adjective behind the noun belongs to what follows
  let last = at;
  while (last - 1 > noun && tokens.upos(last - 1) === 'ADJ') last--;
  return noun < 0 || noun !== last - 1 ? start : last;
}

const isDay = (lemma: string) =>
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:to|yester)day$/i.test(lemma);

/** A person, group, institution or document; with `say` any noun but a pronoun for things. */
export function maySpeak(view: ArticleView, { first, last }: TokenRange, cue: number): boolean {
  const { tokens } = view;
  let says = /^(?:say|tell)$/.test(tokens.lemma(cue));
  for (let at = first; at < last; at++) {
    const lemma = tokens.lemma(at).toLowerCase();
    if (tokens.upos(at) === 'PROPN' || view.name[at]! > 0) return true;
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

/** A finite verb or a subject stands in it, and it is more than an introduction (`After the vote, the mayor said.`). */
function isClause(view: ArticleView, first: number, end: number): boolean {
  const { tokens } = view;
  let finite = false;
  let comma = false;
  for (let at = first; at < end; at++) {
    finite ||= /^(?:VB[DPZ]|MD)$/.test(tokens.xpos(at)) || /^nsubj/.test(tokens.deprel(at));
    comma ||= tokens.text(view.text, at) === ',';
  }
  const introduced = /^(?:SCONJ|ADP)$/.test(tokens.upos(first)) || /^W/.test(tokens.xpos(first));
  return finite && (comma || !introduced);
}
