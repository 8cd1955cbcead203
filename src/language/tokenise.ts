import { ABBREVIATIONS, NUMBER_UNITS, UNSPLIT_PREFIXES } from './token-lexicon.ts';

/** Chunks longer than this are not remembered, so that the memory of the cache stays bounded. */
const LONGEST_REMEMBERED = 32;
const MOST_REMEMBERED = 50_000;

const NO_CUTS: readonly number[] = [];
const remembered = new Map<string, readonly number[]>();

/**
 * Splits a sentence into words as the English Universal Dependencies treebanks do (which follow the "new"
 * Penn tokenisation of the LDC web treebanks): clitics and possessives apart, hyphenated compounds split unless
 * the first part is a prefix, abbreviation points kept, currency and percent signs apart from their numbers.
 * Every character that is not white space belongs to exactly one token. Time linear in the length.
 *
 * @param emit receives the offsets of each token into `text`, in order
 */
export function tokenise(
  text: string,
  start: number,
  end: number,
  emit: (start: number, end: number) => void,
): void {
  let at = start;
  while (at < end) {
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    if (at >= end) return;
    let stop = at + 1;
    while (stop < end && !isSpace(text.charCodeAt(stop))) stop++;
    const cuts = cutsOf(text.slice(at, stop), nextIsDigit(text, stop, end), restIsEmpty(text, stop, end));
    let from = at;
    for (const cut of cuts) {
      emit(from, at + cut);
      from = at + cut;
    }
    emit(from, stop);
    at = stop;
  }
}

/** Tokens of a whole string as `[start, end]` pairs; for short texts and tests. */
export function tokenOffsets(text: string): [number, number][] {
  const offsets: [number, number][] = [];
  tokenise(text, 0, text.length, (start, end) => offsets.push([start, end]));
  return offsets;
}

/** Inner boundaries of a chunk without white space. */
function cutsOf(chunk: string, beforeDigit: boolean, last: boolean): readonly number[] {
  if (chunk.length > LONGEST_REMEMBERED) return split(chunk, beforeDigit, last);
  const key = last ? `${chunk} ` : beforeDigit ? `${chunk}0 ` : chunk;
  let cuts = remembered.get(key);
  if (cuts === undefined) {
    cuts = split(chunk, beforeDigit, last);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, cuts);
  }
  return cuts;
}

const PLAIN = /^[a-z]+$/;
// Each pattern is sticky and either a character class run or a sequence of such runs that start differently,
// so that matching is linear.
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]+/iuy;
const MAIL = /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){1,8}/uy;
const DOMAIN =
  /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.(?:com|org|net|gov|edu|info|co\.uk|ac\.uk|org\.uk|gov\.uk|io|tv|eu)(?![\p{L}\p{N}])(?:\/[^\s<>"“”]*)?/uy;
const TAG = /[@#][\p{L}_][\p{L}\p{N}_]*/uy;
const EMOTICON = /[:;=]['’]?-?[)(DPp](?![\p{L}\p{N}])|<3/uy;
const RUN = /\.{2,}|-{2,}|[!?]{2,}|={2,}|\*{2,}|_{2,}|~{2,}|#{2,}|''|``/uy;
const DECADE = /['’]\d0s(?![\p{L}\p{N}])/uy;
const PHONE = /\d{3}[-.]\d{3}[-.]\d{4}(?![\p{L}\p{N}-])/uy;
/** Currencies that are written right before digits: `Sh3.8`, `Rs500`. */
const CURRENCY = /(?:[KTU]?Sh|Rs\.?|RM|Rp|CHF|EUR|USD|GBP)(?=\d)/y;
const NUMBER = /\d+(?:[.,:/]\d+)*/uy;
const ORDINAL = /(?:st|nd|rd|th|s)(?![\p{L}\p{N}])/iuy;
const LETTERS = /[\p{L}\p{M}]+/uy;
const ACRONYM = /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{M}\p{N}]))?/uy;
const WORD = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[&'’`][\p{L}\p{M}\p{N}_]+)*/uy;
const CLITIC = /['’`](?:s|re|ve|ll|d|m|em)(?![\p{L}\p{M}\p{N}])/iuy;
const PICTOGRAPH =
  /\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?(?:\u200D\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)*|\p{Regional_Indicator}{2}/uy;

function split(chunk: string, beforeDigit: boolean, last: boolean): readonly number[] {
  if (PLAIN.test(chunk)) return contracted(chunk, 0, chunk.length);
  const cuts: number[] = [];
  const hasAt = chunk.includes('@');
  const hasDot = chunk.includes('.');
  let at = 0;
  while (at < chunk.length) {
    const from = at;
    at = next(chunk, at, hasAt, hasDot, beforeDigit, last, cuts);
    if (at < chunk.length) cuts.push(at);
    if (at <= from) throw new Error('the tokeniser does not advance');
  }
  return cuts.length === 0 ? NO_CUTS : cuts;
}

/** End of the token that starts at `at`; a word that falls into several pushes its inner cuts itself. */
function next(
  chunk: string,
  at: number,
  hasAt: boolean,
  hasDot: boolean,
  beforeDigit: boolean,
  last: boolean,
  cuts: number[],
): number {
  const code = chunk.charCodeAt(at);
  let end: number;
  if ((code | 32) === 104 || (code | 32) === 119) {
    if ((end = match(ADDRESS, chunk, at)) > 0) return trimAddress(chunk, at, end);
  }
  if (hasAt && (end = match(MAIL, chunk, at)) > 0) return end;
  if (hasDot && isAscii(code) && (end = match(DOMAIN, chunk, at)) > 0) return trimAddress(chunk, at, end);
  if (code === 35 || code === 64) {
    if ((end = match(TAG, chunk, at)) > 0) return end;
  }
  if ((end = match(EMOTICON, chunk, at)) > 0) return end;
  if ((end = match(RUN, chunk, at)) > 0) return end;
  if (code === 39 || code === 0x2019) {
    if ((end = match(DECADE, chunk, at)) > 0) return end;
    // at the start of a chunk a clitic that white space was put before: "Ana 's", but not the quoted letter in "'s'"
    if ((end = match(CLITIC, chunk, at)) > 0 && !(at === 0 && isApostrophe(chunk.charCodeAt(end))))
      return end;
  }
  if (code >= 48 && code <= 57) return number(chunk, at);
  if (hasDot && (end = match(ACRONYM, chunk, at)) > 0) return end;
  if (isAscii(code) && (end = match(CURRENCY, chunk, at)) > 0) return end;
  if ((end = match(WORD, chunk, at)) > 0) return word(chunk, at, end, beforeDigit, last, cuts);
  if ((end = match(PICTOGRAPH, chunk, at)) > 0) return end;
  return at + (chunk.codePointAt(at)! > 0xffff ? 2 : 1);
}

function number(chunk: string, at: number): number {
  const phone = match(PHONE, chunk, at);
  if (phone > 0) return phone;
  const end = match(NUMBER, chunk, at);
  const ordinal = match(ORDINAL, chunk, end);
  if (ordinal > 0) return ordinal;
  const letters = match(LETTERS, chunk, end);
  if (letters < 0 || NUMBER_UNITS.has(chunk.slice(end, letters).toLowerCase())) return end;
  return match(WORD, chunk, at) > end ? match(WORD, chunk, at) : letters;
}

function word(
  chunk: string,
  at: number,
  matched: number,
  beforeDigit: boolean,
  last: boolean,
  cuts: number[],
): number {
  let end = matched;
  const next = chunk.charCodeAt(end);
  // a prefix with its hyphen and the next word are one token: pre-war, non-profit
  if (next === 45 && isPrefix(chunk.slice(at, end))) {
    const second = match(WORD, chunk, end + 1);
    if (second > 0) end = second;
  }
  if (next === 46 && keepsPoint(chunk, at, end, beforeDigit, last)) return end + 1;
  for (const cut of contracted(chunk, at, end)) cuts.push(cut);
  return end;
}

/** Whether the point after a word belongs to it. */
function keepsPoint(chunk: string, at: number, end: number, beforeDigit: boolean, last: boolean): boolean {
  if (chunk.charCodeAt(end + 1) === 46) return false;
  const form = chunk.slice(at, end);
  const closes = last && end + 1 === chunk.length;
  // an initial: "J. Smith", but "plan B." at the end of the sentence
  if (form.length === 1 && /\p{Lu}/u.test(form)) return !closes;
  const kind = ABBREVIATIONS.get(form.toLowerCase());
  if (kind === undefined) return false;
  if (kind === 'number') return beforeDigit && end + 1 === chunk.length;
  if (kind === 'capital') return /^\p{Lu}/u.test(form) && !closes;
  return true;
}

const NEGATED =
  /^(?:do|does|did|is|are|was|were|have|has|had|ca|could|wo|would|should|must|need|ai|might|sha|dare|ought|may)$/;

/** Cuts before clitics and in fused words, at absolute positions of the chunk. */
function contracted(chunk: string, at: number, end: number): readonly number[] {
  const form = chunk.slice(at, end).toLowerCase();
  const length = form.length;
  if (length < 3 && !/['’`]/.test(form)) return NO_CUTS;
  if (form === 'cannot') return [at + 3];
  if (form === 'gonna' || form === 'wanna' || form === 'gotta') return [at + 3];
  const third = form.charCodeAt(length - 2);
  if (form.endsWith('t') && isApostrophe(third) && form.charCodeAt(length - 3) === 110) {
    return NEGATED.test(form.slice(0, -3)) ? [at + length - 3] : NO_CUTS;
  }
  const mark = Math.max(form.lastIndexOf("'"), form.lastIndexOf('’'), form.lastIndexOf('`'));
  if (mark <= 0) return NO_CUTS;
  switch (form.slice(mark + 1)) {
    case 's':
    case 're':
    case 've':
    case 'll':
    case 'd':
    case 'm': {
      const inner = contracted(chunk, at, at + mark);
      return [...inner, at + mark];
    }
    default:
      return NO_CUTS;
  }
}

function isPrefix(form: string): boolean {
  return UNSPLIT_PREFIXES.has(form.toLowerCase());
}

/** An address does not end in punctuation that belongs to the sentence. */
function trimAddress(chunk: string, at: number, end: number): number {
  let stop = end;
  while (stop > at + 1 && /[.,;:!?)\]}'"’”»…]/u.test(chunk[stop - 1]!)) stop--;
  return stop;
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 96;
}

function isAscii(code: number): boolean {
  return code < 128;
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

function nextIsDigit(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  const code = i < end ? text.charCodeAt(i) : 0;
  return code >= 48 && code <= 57;
}

function restIsEmpty(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i >= end;
}
