import { ACRONYM_WORDS } from '../../lexicon/acronym-words.ts';
import { GAZETTEER, GIVEN_NAME, gazetteerBits } from './gazetteer.ts';
import { CAPITALS, type Words } from './words.ts';

/** A run of tokens that may be a name. */
export interface Run {
  readonly first: number;
  /** One past the last token. */
  readonly last: number;
  /** First token of the title before it, `first` when there is none. */
  readonly title: number;
}

const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun gmt est edt pst pdt bst utc am pm ad bc easter christmas ramadan'.split(
    ' ',
  ),
);

export const NEVER = new Set(
  'i the a an he she it we they you this that these those his her its their our my your who what when where why how which whose whom if but and or nor so as at by for from in into of off on onto out over to up with than then there here yes no not after before since while until although though because however meanwhile also both each every many most much more some such other another all any few several one two three four five six seven eight nine ten mr mrs ms dr is are was were be been has have had do does did can could will would shall should may might must let'.split(
    ' ',
  ),
);

export const LINKS_OF = new Set(['of', 'for']);

const acronymWords = new Set(ACRONYM_WORDS);

const ROMAN = /^(?:[IVX]{2,6}|[CDLM][CDILMVX]+)$/;

export function isCalendar(word: string): boolean {
  return CALENDAR.has(word);
}

/** The token can be part of a name at all. */
export function isNameWord(words: Words, token: number): boolean {
  const capitals = words.capitals[token]!;
  if (capitals === CAPITALS.none) return false;
  const folded = words.folded[token]!;
  if (CALENDAR.has(folded))
    return folded === 'may' ||
      folded === 'march' ||
      folded === 'april' ||
      folded === 'june' ||
      folded === 'august'
      ? isNamed(words, token)
      : false;
  if (folded === 'i' || folded === "i'm") return false;
  if (capitals === CAPITALS.all && (acronymWords.has(folded) || ROMAN.test(words.word(token))))
    return token > 0 && words.capitals[token - 1] === CAPITALS.initial;
  if (
    !/^[\p{L}\d]/u.test(words.word(token)) ||
    (/^\p{Lu}\d+$/u.test(words.word(token)) && !(gazetteerBits(folded) & GAZETTEER.organization))
  )
    return false;
  return true;
}

/** A month's name between other capitalised words, not beside a number ("Theresa May said"). */
function isNamed(words: Words, token: number): boolean {
  const next = token + 1 < words.length ? words.word(token + 1) : '';
  if (/^\d/.test(next)) return false;
  return (
    token > 0 &&
    words.capitals[token - 1] === CAPITALS.initial &&
    (gazetteerBits(words.folded[token - 1]!) & GIVEN_NAME) !== 0
  );
}

/** The token opens a clause, so that its capital says nothing: first of a sentence, or after a colon or quotation mark. */
export function opensClause(words: Words, token: number): boolean {
  if (words.isFirst(token)) return true;
  const before = words.word(token - 1);
  if (/^["“”'‘`(:—–*•.!?]+$/.test(before) || before === '--' || before === '``') {
    return /^["“'‘`:*•.!?]|^``/.test(before) || words.isFirst(token - 1);
  }
  return false;
}

const STANDS_BY = /^(?:rival|fellow|ex|nearby|neighbouring|neighboring)$/;

/** "Rival Norvia fell 2%": what the name is to another, with the capital of the sentence. */
export function standsByName(words: Words, token: number): boolean {
  return STANDS_BY.test(words.folded[token]!) && opensClause(words, token);
}
