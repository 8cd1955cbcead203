import { UPOS_CODE } from '../../core/labels.ts';
import { cutRun } from './cut-run.ts';
import { GAZETTEER, GIVEN_NAME, gazetteerBits, PLACE_NAME } from './gazetteer.ts';
import { isHonorific, isOffice } from './name-form.ts';
import { runEnd } from './run-end.ts';
import { isNameWord, NEVER, opensClause, type Run, standsByName } from './run-words.ts';
import { CAPITALS, type Words } from './words.ts';

/** Capitalised runs of the document, cut at titles, demonyms, possessives and places that stand before a title. */
export function candidateRuns(words: Words): Run[] {
  const runs: Run[] = [];
  const seenLower = lowerCaseWords(words);
  for (let i = 0; i < words.length; ) {
    if (!startsName(words, i, seenLower)) {
      i++;
      continue;
    }
    const end = runEnd(words, i);
    if (words.shouting[words.sentence[i]!]) pickKnown(words, i, end, runs);
    else cutRun(words, i, end, runs);
    i = end;
  }
  return runs;
}

/** Folded words that occur in lower case outside shouting sentences. */
function lowerCaseWords(words: Words): Set<string> {
  const seen = new Set<string>();
  for (let i = 0; i < words.length; i++)
    if (words.capitals[i] === CAPITALS.none && words.folded[i]!.length > 2) seen.add(words.folded[i]!);
  return seen;
}

function isTagged(words: Words, token: number): boolean {
  return words.table.columns.upos[token] !== UPOS_CODE.X;
}

function isProper(words: Words, token: number): boolean {
  return words.table.columns.upos[token] === UPOS_CODE.PROPN;
}

function startsName(words: Words, token: number, seenLower: ReadonlySet<string>): boolean {
  if (!isNameWord(words, token) || standsByName(words, token)) return false;
  const folded = words.folded[token]!;
  const bits = gazetteerBits(folded);
  if (words.capitals[token] === CAPITALS.letter) {
    if (folded === 'x')
      return (
        token > 0 &&
        /^(?:on|to|via)$/.test(words.folded[token - 1]!) &&
        !/^\d/.test(words.word(Math.min(token + 1, words.length - 1)))
      );
    if (folded === 'a') return false;
    // An initial before a surname.
    return (
      /^\p{Lu}\.$/u.test(words.word(token)) &&
      token + 1 < words.length &&
      words.capitals[token + 1] !== CAPITALS.none
    );
  }
  if (NEVER.has(folded) && words.capitals[token] !== CAPITALS.all) return false;
  // "El Greco", "Le Monde"
  if (/^(?:el|la|le|los|las|al)$/.test(folded) && words.capitals[token] === CAPITALS.initial)
    return token + 1 < words.length && words.capitals[token + 1] === CAPITALS.initial;
  if (words.capitals[token] === CAPITALS.inner) return true;
  if (startsKnownPhrase(words, token)) return true;
  const sure =
    bits & (PLACE_NAME | GAZETTEER.demonym | GAZETTEER.organization | GIVEN_NAME | GAZETTEER.surname);
  if (isTagged(words, token)) {
    if (isProper(words, token)) return true;
    if (words.capitals[token] === CAPITALS.all && !words.shouting[words.sentence[token]!])
      return !(bits & GAZETTEER.common);
    if (bits & (PLACE_NAME | GAZETTEER.demonym | GAZETTEER.organization) && !(bits & GAZETTEER.common))
      return true;
    if (opensPair(words, token, bits) && !seenLower.has(folded)) return true;
    return !opensClause(words, token) && !words.shouting[words.sentence[token]!] && !isOffice(folded);
  }
  if (opensClause(words, token) || words.shouting[words.sentence[token]!]) {
    if (sure && !(bits & GAZETTEER.common)) return true;
    if (seenLower.has(folded)) return false;
    return !(bits & GAZETTEER.common) || isHonorific(folded) || isOffice(folded);
  }
  return true;
}

/** "Norvia Storage denied it": a word that no lexicon knows, before another with a capital. */
function opensPair(words: Words, token: number, bits: number): boolean {
  const next = token + 1;
  return (
    bits === 0 &&
    next < words.length &&
    !words.isFirst(next) &&
    words.capitals[token] === CAPITALS.initial &&
    words.capitals[next] === CAPITALS.initial &&
    !words.shouting[words.sentence[token]!]
  );
}

/** A gazetteer knows the two to four capitalised words from here ("White House", "New York Times"). */
function startsKnownPhrase(words: Words, token: number): boolean {
  let phrase = words.folded[token]!;
  for (let i = token + 1; i < Math.min(words.length, token + 4) && words.capitals[i] !== CAPITALS.none; i++) {
    phrase += ` ${words.folded[i]}`;
    if (
      gazetteerBits(phrase) &
      (PLACE_NAME | GAZETTEER.organization | GAZETTEER.demonym | GAZETTEER.famousPerson)
    )
      return true;
  }
  return false;
}

/** In a headline in capitals, only what a gazetteer knows or a given name begins is a name; memory adds the rest. */
function pickKnown(words: Words, first: number, end: number, runs: Run[]): void {
  for (let i = first; i < end; ) {
    let last = 0;
    for (let stop = Math.min(end, i + 5); stop > i && last === 0; stop--) {
      const bits = gazetteerBits(words.folded.slice(i, stop).join(' '));
      const named = bits & (PLACE_NAME | GAZETTEER.organization | GAZETTEER.demonym | GAZETTEER.famousPerson);
      if (named && (stop - i > 1 || !(bits & (GAZETTEER.common | GIVEN_NAME | GAZETTEER.surname))))
        last = stop;
    }
    if (last > 0) {
      runs.push({ first: i, last, title: i });
      i = last;
    } else i++;
  }
}
