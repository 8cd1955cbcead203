import { DEPREL_CODE } from '../core/labels.ts';
import { PAST_FORMS, PAST_PARTICIPLES } from '../lexicon/past-forms.ts';

/**
 * Words that are parsed together, without the rest of their sentence: what stands in brackets, a quotation, the
 * clause that says who speaks. A parser trained on whole sentences loses the main clause around such insertions
 * far more often than it errs within them.
 */
export interface Piece {
  /** Word indexes in text order, not always next to each other. */
  readonly words: readonly number[];
  /** Marks around the piece that are not parsed; they hang on its root. */
  readonly marks: readonly number[];
  /** The word that the piece hangs on in the way that `attach` says; -1 for the root of the sentence. */
  readonly host: number;
  /** On the head of the phrase that ends with the host, on the root of the piece that holds it, or on the host itself. */
  readonly attach: 'phrase' | 'clause' | 'word';
  /** Code of `DEPREL` of the root. */
  readonly relation: number;
}

/** The pieces of a sentence, the one with its root first. */
export type Pieces = readonly [Piece, ...Piece[]];

/** Shortest rest of a sentence that can stand without what is taken out of it. */
const SHORTEST_REST = 3;
const LONGEST_BRACKET = 40;
const LONGEST_DATELINE = 16;
/** Oldest person whose age stands after a name. */
const OLDEST = 115;
/** Most words of `, a source close to the talks told this newspaper on Friday`. */
const LONGEST_SPEECH_CLAUSE = 24;

const OPENING = /^(?:["“]|``|‘)$/u;
const CLOSING = /^(?:["”]|''|’)$/u;
const DASH = /^(?:[–—-]|--)$/u;
export const SPEECH: ReadonlySet<string> = new Set(
  (
    'said says told tells added adds reported reports announced announces warned warns confirmed confirms claimed claims ' +
    'insisted insists argued argues wrote writes tweeted posted replied recalled recalls explained explains noted notes ' +
    'shouted cried declared stated heard ruled found showed shows suggested suggests revealed reveals estimates estimated'
  ).split(' '),
);
/** The verbs that may stand before their subject: `..., said Ana Ruiz`. */
const INVERTING = new Set(
  'said says added adds wrote writes tweeted replied recalled recalls explained explains'.split(' '),
);
/** No noun phrase begins with these. */
const NO_SUBJECT = new Set(
  (
    'about after against although amid among and as at because before but by despite during for from if in into like nor of on ' +
    'once or over since so than that though through to under unless until when where whether which while who whom whose why with without yet'
  ).split(' '),
);
/** What may follow a speech verb at the end of a sentence. */
const AFTER_SPEECH = new Set(
  (
    'on in at late early earlier yesterday today later last this to during after via through monday tuesday wednesday thursday friday ' +
    'saturday sunday reporters'
  ).split(' '),
);
/** In what is said of a speaker there may be a verb behind these: `said Ana Ruiz, who was there`. */
const BEFORE_ASIDE = new Set(', that when where which while who whose after as'.split(' '));
const AUXILIARIES = new Set(
  'are can could does has have is may might must should was were will would'.split(' '),
);
/** After `Ana Ruiz, 41,` these begin another insertion, which keeps the second comma. */
const AFTER_AGE = new Set(
  'a also an at both chief currently former formerly from his her in its now of one originally the their then who whom whose which with'.split(
    ' ',
  ),
);

/** How a sentence is cut up before it is parsed. Time linear in its length. */
export function piecesOf(forms: readonly string[], first: number, last: number): Pieces {
  const out: Piece[] = [];
  let rest = range(first, last);
  rest = takeDateline(forms, rest, out);
  rest = takeBrackets(forms, rest, out);
  rest = takeAges(forms, rest, out);
  rest = takeQuotations(forms, rest, out);
  rest = takeSpoken(forms, rest, out);
  const whole: Piece = { words: rest, marks: [], host: -1, attach: 'clause', relation: DEPREL_CODE.root };
  return [whole, ...out];
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, k) => first + k);
}

/** `LIMA, Peru (Agency) — `: capitals, or a place with a country or an agency, up to a dash before a capital. */
function takeDateline(forms: readonly string[], rest: number[], out: Piece[]): number[] {
  const opening = forms[rest[0]!] ?? '';
  const loud = /^\p{Lu}[\p{Lu}.'’-]{2,}$/u.test(opening);
  if (!loud && !/^\p{Lu}/u.test(opening)) return rest;
  let placed = false;
  let depth = 0;
  for (let at = 1; at < rest.length - SHORTEST_REST && at < LONGEST_DATELINE; at++) {
    const form = forms[rest[at]!]!;
    if (form === '(') depth++;
    else if (form === ')') depth--;
    if (form === '(' || form === ',') placed = true;
    if (depth === 0 && DASH.test(form)) {
      const next = forms[rest[at + 1]!]!;
      if (!(loud || placed) || !/^[\p{Lu}\p{N}"“‘$£€]/u.test(next)) return rest;
      // A hyphen inside a word (`UN-backed`) has no place of its own before a capital that goes on in small letters.
      if (form === '-' && !placed && at === 1 && !loud) return rest;
      out.push({
        words: rest.slice(0, at),
        marks: [rest[at]!],
        host: -1,
        attach: 'clause',
        relation: DEPREL_CODE.parataxis,
      });
      return rest.slice(at + 1);
    }
    const fits = /^[\p{Lu}\p{N},./()&]/u.test(form) || depth > 0 || form === 'of' || form === 'and';
    if (!fits) return rest;
  }
  return rest;
}

/** `the Bureau of Mines (BOM) said`: round brackets with what stands in them. */
function takeBrackets(forms: readonly string[], rest: number[], out: Piece[]): number[] {
  if (!rest.some((word) => forms[word] === '(')) return rest;
  const kept: number[] = [];
  const found: Piece[] = [];
  for (let at = 0; at < rest.length; at++) {
    const close = forms[rest[at]!] === '(' && kept.length > 0 ? closingBracket(forms, rest, at) : -1;
    if (close < 0) {
      kept.push(rest[at]!);
      continue;
    }
    const words = rest.slice(at + 1, close);
    found.push({
      words,
      marks: [rest[at]!, rest[close]!],
      host: kept.at(-1)!,
      attach: 'phrase',
      relation: words.length <= 3 ? DEPREL_CODE.appos : DEPREL_CODE.parataxis,
    });
    at = close;
  }
  if (kept.length < SHORTEST_REST) return rest;
  out.push(...found);
  return kept;
}

function closingBracket(forms: readonly string[], rest: readonly number[], open: number): number {
  for (let at = open + 1; at < rest.length && at <= open + LONGEST_BRACKET; at++) {
    if (forms[rest[at]!] === '(') return -1;
    if (forms[rest[at]!] === ')') return at > open + 1 ? at : -1;
  }
  return -1;
}

/** `Ana Ruiz, 41, was`, `Ana Ruiz, aged 41, was`; where another insertion follows the second comma stays with that. */
function takeAges(forms: readonly string[], rest: number[], out: Piece[]): number[] {
  const kept: number[] = [];
  for (let at = 0; at < rest.length; at++) {
    const form = (k: number) => forms[rest[k] ?? -1] ?? '';
    const aged = form(at + 1).toLowerCase() === 'aged' ? 1 : 0;
    const age = form(at) === ',' && /^\p{Lu}\p{Ll}/u.test(form(at - 1)) ? form(at + 1 + aged) : '';
    const after = at + 2 + aged;
    const isAge =
      aged === 1 ? /^(?:\d{1,3}|\p{Ll}{3,9})$/u.test(age) : /^\d{1,3}$/.test(age) && Number(age) <= OLDEST;
    if (!isAge || form(after) !== ',' || isMonth(form(at - 1))) {
      kept.push(rest[at]!);
      continue;
    }
    const next = form(after + 1);
    const keepsComma = AFTER_AGE.has(next.toLowerCase()) || /^\p{Lu}/u.test(next);
    out.push({
      words: rest.slice(at + 1, after),
      marks: keepsComma ? [rest[at]!] : [rest[at]!, rest[after]!],
      host: rest[at - 1]!,
      attach: 'phrase',
      relation: DEPREL_CODE.appos,
    });
    at = keepsComma ? after - 1 : after;
  }
  return kept;
}

const MONTH =
  /^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|August|September|October|November|December)\.?$/;

function isMonth(form: string): boolean {
  return MONTH.test(form);
}

/** `"...," she said`, `She said: "..."`, `"...," she said, "..."`: each quotation apart from the clause that says who speaks. */
function takeQuotations(forms: readonly string[], rest: number[], out: Piece[]): number[] {
  const form = (at: number) => forms[rest[at] ?? -1] ?? '';
  const isMark = (at: number) => OPENING.test(form(at)) || CLOSING.test(form(at));
  const close = leadingQuotation(rest, form, isMark);
  let before: Piece | null = null;
  let main = rest;
  if (close > 0) {
    const from = isMark(0) ? 1 : 0;
    const to = form(close - 1) === ',' ? close - 1 : close;
    const words = rest.slice(from, to);
    const after = rest.slice(close + 1);
    const spoken = after.some((word) => SPEECH.has(forms[word]!.toLowerCase()));
    if (words.length > 1 && after.length >= SHORTEST_REST - 1 && (words.length > 3 || spoken)) {
      before = {
        words,
        marks: [...rest.slice(0, from), ...rest.slice(to, close + 1)],
        host: after[0]!,
        attach: 'clause',
        relation: DEPREL_CODE.ccomp,
      };
      main = after;
    }
  }
  const shape = (at: number) => forms[main[at] ?? -1] ?? '';
  const open = main.findIndex(
    (word, at) => at > 1 && OPENING.test(forms[word]!) && /^[,:.]$/.test(shape(at - 1)),
  );
  if (open > 1 && main.slice(0, open).some((word) => SPEECH.has(forms[word]!.toLowerCase()))) {
    let end = main.length;
    while (end > open && (CLOSING.test(shape(end - 1)) || /^[.,]$/.test(shape(end - 1)))) end--;
    const words = main.slice(open + 1, end);
    const inner = words.some((word) => /^["”]$/u.test(forms[word]!));
    const joined = before !== null && /^\p{Ll}/u.test(forms[words[0] ?? -1] ?? '');
    if (words.length > SHORTEST_REST && !inner) {
      const marks = [...main.slice(open - 1, open + 1), ...main.slice(end)];
      // The full stop stays with the clause that is left.
      const stop = marks.findLast((word) => forms[word] === '.') ?? -1;
      const own = marks.filter((word) => word !== stop);
      main = stop < 0 ? main.slice(0, open - 1) : [...main.slice(0, open - 1), stop];
      if (joined && before !== null)
        before = { ...before, words: [...before.words, ...words], marks: [...before.marks, ...own] };
      else {
        const verb = main.findLast((word) => word < words[0]! && SPEECH.has(forms[word]!.toLowerCase()))!;
        out.push({ words, marks: own, host: verb, attach: 'word', relation: DEPREL_CODE.ccomp });
      }
    }
  }
  if (before !== null) out.push(before);
  return main;
}

/** Place of the mark that closes a quotation which opens the sentence, or opened before it; -1 for none. */
function leadingQuotation(
  rest: readonly number[],
  form: (at: number) => string,
  isMark: (at: number) => boolean,
): number {
  for (let at = OPENING.test(form(0)) ? 1 : 2; at < rest.length - 2; at++) {
    if (!isMark(at)) continue;
    if (CLOSING.test(form(at)) && /^[,?!—…]$/u.test(form(at - 1))) return at;
    // A word in quotation marks inside the quotation, or another that it is not about.
    if (!/^[’‘]$/u.test(form(at))) return -1;
  }
  return -1;
}

/** `..., the coast guard said on Monday.`, `..., said Ana Ruiz, a pilot.`, `..., according to the police.` */
function takeSpoken(forms: readonly string[], rest: number[], out: Piece[]): number[] {
  const form = (at: number) => (forms[rest[at] ?? -1] ?? '').toLowerCase();
  let end = rest.length;
  while (end > 0 && /^[.!…]$/u.test(form(end - 1))) end--;
  for (let comma = end - 2; comma >= SHORTEST_REST && comma > end - 2 * LONGEST_SPEECH_CLAUSE; comma--) {
    if (form(comma) !== ',') continue;
    if (form(comma + 1) === 'according' && form(comma + 2) === 'to') {
      out.push({
        words: rest.slice(comma + 1, end),
        marks: [rest[comma]!],
        host: -1,
        attach: 'clause',
        relation: DEPREL_CODE.obl,
      });
      return [...rest.slice(0, comma), ...rest.slice(end)];
    }
    const inverted =
      INVERTING.has(form(comma + 1)) &&
      /^(?:\p{Lu}|the$|an?$)/u.test(forms[rest[comma + 2]!] ?? '') &&
      !isClauseSaid(form, comma + 2, end);
    if (!inverted && !isSpeechClause(forms, rest, comma + 1, end)) continue;
    if (
      !inverted &&
      rest.slice(comma + 1, end).some((word) => forms[word] === ',') &&
      !isAppositiveSpeaker(form, comma, end)
    )
      continue;
    if (NO_SUBJECT.has(form(0)) && !rest.slice(0, comma).some((word) => forms[word] === ',')) return rest;
    out.push({
      words: rest.slice(0, comma),
      marks: [rest[comma]!],
      host: -1,
      attach: 'clause',
      relation: DEPREL_CODE.ccomp,
    });
    return rest.slice(comma + 1);
  }
  return rest;
}

/** `Ana Ruiz, a pilot, said the engine had failed`: with an auxiliary or a past tense it is what was said that follows, not who said it. */
function isClauseSaid(form: (at: number) => string, from: number, end: number): boolean {
  for (let at = from; at < end && !BEFORE_ASIDE.has(form(at)); at++) {
    const word = form(at);
    if (AUXILIARIES.has(word) || (PAST_FORMS.has(word) && !PAST_PARTICIPLES.has(word))) return true;
  }
  return false;
}

/** `It was cancelled because of snow, the organiser, Ana Ruiz, confirmed`: a speaker with one aside, behind a clause. */
function isAppositiveSpeaker(form: (at: number) => string, comma: number, end: number): boolean {
  const marks: number[] = [];
  for (let at = comma + 1; at < end; at++) if (form(at) === ',') marks.push(at);
  if (
    marks.length !== 2 ||
    !SPEECH.has(form(marks[1]! + 1)) ||
    !/^(?:an?|the|its|his|her|their)$/.test(form(comma + 1))
  )
    return false;
  for (let at = 0; at < comma; at++) {
    const word = form(at);
    if (AUXILIARIES.has(word) || PAST_FORMS.has(word)) return true;
  }
  return false;
}

/** A noun phrase, a verb of speech and at most a time or place of speaking. */
function isSpeechClause(
  forms: readonly string[],
  rest: readonly number[],
  first: number,
  end: number,
): boolean {
  if (end - first > LONGEST_SPEECH_CLAUSE) return false;
  const form = (at: number) => forms[rest[at]!]!.toLowerCase();
  if (NO_SUBJECT.has(form(first))) return false;
  for (let verb = end - 1; verb > first; verb--) {
    if (!SPEECH.has(form(verb))) continue;
    return verb === end - 1 || AFTER_SPEECH.has(form(verb + 1));
  }
  return false;
}
