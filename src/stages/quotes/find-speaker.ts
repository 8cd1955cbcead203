import type { Dependents } from '../../core/dependents.ts';
import type { Span } from '../../core/span.ts';
import type { TokenTable } from '../../core/tokens.ts';
import { CUE_NOUNS, cueClass, SPEECH_CUES } from '../../lexicon/cue-verbs.ts';

export interface SpeakerFinding {
  readonly rule: string;
  /** Token of the cue. */
  readonly cue: number;
  readonly speaker: Span | null;
}

/** What the search reads: a document's tokens and trees, and which tokens stand inside quotation marks. */
export interface SpeakerContext {
  readonly text: string;
  readonly tokens: TokenTable;
  readonly dependents: Dependents;
  /** 1 where the token lies between marks. */
  readonly quoted: Uint8Array;
  /** Names of people: first token -> the token behind the last. */
  readonly people: ReadonlyMap<number, number>;
}

const NOUNS = new Set(CUE_NOUNS);

/**
 * The cue and speaker of the quoted words `[first, last)` (tokens), whose sentences are the tokens `[from, to)`:
 * the cue right after words that end in a comma or mark, the cue right before, a cue that governs them in the tree,
 * the nearest cue before, `according to`, and last a parenthetical cue after. Null when nothing plain is there.
 */
export function findSpeaker(
  context: SpeakerContext,
  first: number,
  last: number,
  from: number,
  to: number,
): SpeakerFinding | null {
  const { tokens, text, quoted } = context;
  const end = last - 1;
  const lastText = end >= first ? tokens.text(text, end) : '';
  const cueAfter = firstCue(context, last, to);
  // `..., adding that`: a participle introduces what follows it.
  const introduces = cueAfter >= 0 && tokens.xpos(cueAfter) === 'VBG';
  if (!introduces && /^(?:[,?!]|[—–-]+|\.\.\.|…)$/.test(lastText) && cueAfter >= 0 && cueAfter - last <= 14) {
    return finding(context, 'cue-after', cueAfter);
  }
  const cueBefore = lastCue(context, from, first);
  if (
    cueBefore >= 0 &&
    (isAdjacent(context, cueBefore, first) || /^:$/.test(tokens.text(text, first - 2) ?? ''))
  ) {
    return finding(context, 'cue-before', cueBefore);
  }
  // The nearest governor in the tree that is a cue outside the marks.
  for (let token = first, steps = 0; token >= 0 && steps < 40; token = tokens.head(token), steps++) {
    if (token >= first && token < last) continue;
    if (quoted[token] === 0 && isCue(tokens, token)) return finding(context, 'cue-governs', token);
  }
  if (cueBefore >= 0) return finding(context, 'cue-earlier', cueBefore);
  const according = findAccording(context, from, to);
  if (according !== null) return according;
  if (cueAfter >= 0) return finding(context, 'cue-later', cueAfter);
  return null;
}

function finding(context: SpeakerContext, rule: string, cue: number): SpeakerFinding {
  return { rule, cue, speaker: speakerOf(context, cue) };
}

export function isCue(tokens: TokenTable, token: number): boolean {
  const upos = tokens.upos(token);
  if (upos === 'VERB') {
    const lemma = tokens.lemma(token);
    return SPEECH_CUES.has(lemma) || cueClass(lemma) === 'judge';
  }
  return false;
}

function firstCue({ tokens, quoted }: SpeakerContext, from: number, to: number): number {
  for (let token = from; token < to; token++) if (quoted[token] === 0 && isCue(tokens, token)) return token;
  return -1;
}

function lastCue({ tokens, quoted }: SpeakerContext, from: number, to: number): number {
  for (let token = to - 1; token >= from; token--)
    if (quoted[token] === 0 && isCue(tokens, token)) return token;
  return -1;
}

/** Nothing but marks, `that`, adverbs and the hearer between the cue and the quoted words. */
function isAdjacent({ tokens }: SpeakerContext, cue: number, first: number): boolean {
  if (first - cue > 12) return false;
  for (let token = cue + 1; token < first; token++) {
    const upos = tokens.upos(token);
    if (upos === 'VERB' || upos === 'AUX') return false;
  }
  return true;
}

function findAccording(context: SpeakerContext, from: number, to: number): SpeakerFinding | null {
  const { tokens, quoted, dependents } = context;
  for (let token = from; token + 2 < to; token++) {
    if (
      quoted[token] !== 0 ||
      (tokens.lemma(token) !== 'accord' && !/^according$/i.test(tokens.text(context.text, token)))
    )
      continue;
    if (tokens.text(context.text, token + 1) !== 'to') continue;
    // The head of the noun phrase after `to`.
    let noun = token + 2;
    while (
      tokens.head(noun) > noun &&
      tokens.head(noun) < to &&
      !/VERB|AUX/.test(tokens.upos(tokens.head(noun)))
    )
      noun = tokens.head(noun);
    return { rule: 'according-to', cue: token, speaker: nounPhrase(context, noun, token + 2, dependents) };
  }
  return null;
}

/** The noun phrase that the cue names as its source, without clauses and appositions; null when it names none. */
export function speakerOf(context: SpeakerContext, cue: number): Span | null {
  const { tokens, dependents } = context;
  let verb = cue;
  for (let steps = 0; steps < 6; steps++) {
    let agent = -1;
    let subject = -1;
    for (const child of dependents.of(verb)) {
      const relation = tokens.deprel(child);
      if (relation === 'nsubj') subject = subject < 0 || tokens.deprel(subject) !== 'nsubj' ? child : subject;
      else if (relation === 'obl:agent') agent = child;
    }
    if (agent >= 0) return nounPhrase(context, agent, firstWord(context, agent), dependents);
    if (subject >= 0) {
      if (/^(?:who|which|that)$/.test(tokens.lemma(subject))) {
        const host = tokens.deprel(verb).startsWith('acl')
          ? tokens.head(verb)
          : nominalBefore(context, subject);
        return host < 0 ? null : nounPhrase(context, host, 0, dependents);
      }
      return nounPhrase(context, subject, 0, dependents);
    }
    const head = tokens.head(verb);
    if (head < 0) break;
    const relation = tokens.deprel(verb);
    if (relation === 'acl' && !NOUNS.has(tokens.lemma(head))) return nounPhrase(context, head, 0, dependents);
    if (relation === 'conj' || relation === 'advcl' || relation === 'xcomp' || relation === 'parataxis')
      verb = head;
    else break;
  }
  return besideCue(context, cue);
}

/** The noun right before a relative pronoun, a comma between at most, or -1. */
function nominalBefore({ tokens }: SpeakerContext, pronoun: number): number {
  let at = pronoun - 1;
  while (at >= 0 && tokens.upos(at) === 'PUNCT') at--;
  if (at < 0 || !/^(?:NOUN|PROPN|PRON)$/.test(tokens.upos(at))) return -1;
  while (tokens.deprel(at) === 'flat' && tokens.head(at) < at && tokens.head(at) >= 0) at = tokens.head(at);
  return at;
}

/** Surface order, where the tree names no subject: `said the mayor`, `the mayor said`. */
function besideCue(context: SpeakerContext, cue: number): Span | null {
  const { tokens, dependents, quoted } = context;
  const isNominal = (token: number) => /^(?:NOUN|PROPN|PRON)$/.test(tokens.upos(token));
  for (let token = cue + 1; token < Math.min(cue + 7, tokens.length) && quoted[token] === 0; token++) {
    if (/^(?:VERB|AUX|ADP|PUNCT|SCONJ)$/.test(tokens.upos(token))) break;
    if (isNominal(token)) {
      let noun = token;
      while (tokens.head(noun) > noun && isNominal(tokens.head(noun)) && tokens.head(noun) - noun < 8)
        noun = tokens.head(noun);
      return nounPhrase(context, noun, cue + 1, dependents);
    }
  }
  for (let token = cue - 1; token >= Math.max(0, cue - 4) && quoted[token] === 0; token--) {
    if (/^(?:VERB|ADP|PUNCT|SCONJ)$/.test(tokens.upos(token))) break;
    if (isNominal(token)) return nounPhrase(context, token, 0, dependents);
  }
  return null;
}

const OUTSIDE =
  /^(?:acl|acl:relcl|appos|parataxis|advcl|punct|case|cc|conj|ccomp|list|dep|mark|cop|nsubj|aux)$/;

/** First word of the phrase after its preposition. */
function firstWord({ tokens, dependents }: SpeakerContext, noun: number): number {
  let from = dependents.low[noun]!;
  for (const child of dependents.of(noun)) {
    if (tokens.deprel(child) === 'case' && child < noun) from = Math.max(from, child + 1);
  }
  return from;
}

/** The noun with its modifiers, from no further left than `from`. */
function nounPhrase(context: SpeakerContext, noun: number, from: number, dependents: Dependents): Span {
  const { tokens } = context;
  let low = noun;
  let high = noun;
  for (const child of dependents.of(noun)) {
    const relation = tokens.deprel(child);
    if (OUTSIDE.test(relation)) {
      if (relation !== 'conj' || child - high > 12) continue;
    }
    if (context.quoted[child] !== context.quoted[noun]) continue;
    low = Math.min(low, dependents.low[child]!);
    high = Math.max(high, dependents.high[child]!);
  }
  low = Math.max(low, from);
  // `recalled nurse Ana Bello`: trees part an office from the name right behind it
  const behind = context.people.get(high + 1);
  if (behind !== undefined && context.quoted[high + 1] === context.quoted[noun]) high = behind - 1;
  return { start: tokens.columns.start[low]!, end: tokens.columns.end[high]! };
}
