import type { EntityType } from '../../core/layers.ts';
import { COMPANY_SUFFIXES, ORGANIZATION_HEADS } from '../../lexicon/organization-words.ts';
import { FEMALE_NOUNS, MALE_NOUNS } from '../../lexicon/person-nouns.ts';
import {
  FEMALE_HONORIFICS,
  MALE_HONORIFICS,
  NAME_PARTICLES,
  NAME_SUFFIXES,
  NEUTRAL_HONORIFICS,
  OFFICES,
  TITLE_MODIFIERS,
} from '../../lexicon/person-titles.ts';
import { PLACE_HEADS, PLACE_OPENERS } from '../../lexicon/place-words.ts';
import { fold } from './fold.ts';
import {
  canonicalPlace,
  GAZETTEER,
  GIVEN_NAME,
  gazetteerBits,
  PLACE_NAME,
  singularDemonym,
  stateOf,
} from './gazetteer.ts';

export type Gender = 'male' | 'female';

/** A name taken apart for comparison. */
export interface NameForm {
  /** Folded words of the name proper: without titles, determiners, legal forms and name suffixes. */
  readonly words: readonly string[];
  /** `words` joined by blanks, other names of a country replaced by its main one. */
  readonly key: string;
  readonly type: EntityType;
  /** Folded words of the title before the name, empty when there is none. */
  readonly title: string;
  /** Of an honorific, a gendered title or the given name. */
  readonly gender: Gender | null;
  /** Written as an acronym: folded letters, or null. */
  readonly acronym: string | null;
}

const companySuffixes = new Set(COMPANY_SUFFIXES);
const organizationHeads = new Set([...ORGANIZATION_HEADS, ...COMPANY_SUFFIXES]);
const placeHeads = new Set(PLACE_HEADS);
const placeOpeners = new Set(PLACE_OPENERS);
const nameSuffixes = new Set(NAME_SUFFIXES);
const particles = new Set(NAME_PARTICLES);
const offices = new Set(OFFICES);
const modifiers = new Set(TITLE_MODIFIERS);
const maleTitles = new Set([...MALE_HONORIFICS, ...MALE_NOUNS]);
const femaleTitles = new Set([...FEMALE_HONORIFICS, ...FEMALE_NOUNS]);
const honorifics = new Set([...MALE_HONORIFICS, ...FEMALE_HONORIFICS, ...NEUTRAL_HONORIFICS]);
const determiners = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'these',
  'those',
  'both',
  'our',
  'their',
  'his',
  'her',
]);

export const isParticle = (word: string): boolean => particles.has(word);
export const isHonorific = (word: string): boolean => honorifics.has(word);
export const isOffice = (word: string): boolean => offices.has(word);
export const isTitleModifier = (word: string): boolean => modifiers.has(word);
export const isOrganizationHead = (word: string): boolean => organizationHeads.has(word);
export const isCompanySuffix = (word: string): boolean => companySuffixes.has(word);
export const isPlaceHead = (word: string): boolean => placeHeads.has(word);
export const isPlaceOpener = (word: string): boolean => placeOpeners.has(word);
export const isNameSuffix = (word: string): boolean => nameSuffixes.has(word);

const ACRONYM = /^\p{Lu}[\p{Lu}\d&]{1,7}s?$|^(?:\p{Lu}\.){2,7}$|^\p{Lu}{2,5}-\p{Lu}{1,3}$/u;

/** The folded letters of an acronym ("C.I.A.", "CJNG"), or null when the word is none. */
export function acronymOf(text: string): string | null {
  const bare = text.replace(/['’]s?$/, '');
  return ACRONYM.test(bare) ? fold(bare).replace(/[^\p{L}\d]/gu, '') : null;
}

/** Takes a name apart. `type` is what is known of it; MISC when nothing is. */
export function nameForm(text: string, type: EntityType): NameForm {
  const raw = headWords(text);
  const { words: named, title } =
    type === 'PERSON' || type === 'MISC' ? splitTitle(raw) : { words: raw, title: [] };
  const folded = named.map(fold).filter((word) => word !== '');
  const words = trimWords(folded, type === 'MISC' && title.length > 0 ? 'PERSON' : type);
  const guessed = type === 'MISC' ? guessType(words, title.length > 0) : type;
  const phrase = words.join(' ');
  const key = guessed === 'NORP' ? singularDemonym(phrase) : canonicalPlace(phrase);
  return {
    words,
    key,
    type: guessed,
    title: title.map(fold).join(' '),
    gender: guessed === 'PERSON' ? genderOf(title.map(fold), words) : null,
    acronym: words.length === 1 ? acronymOf(named[named.length - 1]!) : null,
  };
}

/** Of the words of a name mention, those of its head: `Trump's National Economic Council` is about the council. */
function headWords(text: string): string[] {
  let words = text
    .replace(/["“”()[\]]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-');
  const comma = words.findIndex((word) => word.endsWith(','));
  if (comma >= 0 && comma < words.length - 1) {
    const next = fold(words[comma + 1]!);
    if (!nameSuffixes.has(next) && !companySuffixes.has(next) && stateOf(next) === undefined)
      words = words.slice(0, comma + 1);
  }
  words = words.map((word) => word.replace(/,$/, ''));
  for (let i = words.length - 2; i >= 0; i--)
    if (/['’]s?$/.test(words[i]!) && /^\p{Lu}/u.test(words[i + 1]!)) {
      // "McDonald's Corporation" and "Prince George's County" are one name; a possessor is a name of its own.
      if (gazetteerBits(fold(words[i]!)) & (PLACE_NAME | GIVEN_NAME | GAZETTEER.organization))
        words = words.slice(i + 1);
      break;
    }
  // After the last common noun stands the name ("European airframer Airbus").
  for (let i = words.length - 2; i >= 0; i--) {
    const word = words[i]!;
    if (/^\p{Ll}{3,}/u.test(word) && !particles.has(word) && !/^(?:and|for|of|the|on|in|at|to)$/.test(word)) {
      if (/^\p{Lu}/u.test(words[i + 1]!)) words = words.slice(i + 1);
      break;
    }
  }
  return words;
}

function splitTitle(words: readonly string[]): { words: readonly string[]; title: readonly string[] } {
  let cut = 0;
  let named = false;
  for (let i = 0; i < words.length - 1; i++) {
    const folded = fold(words[i]!);
    const isTitle =
      offices.has(folded) ||
      honorifics.has(folded) ||
      (i > 0 && offices.has(`${fold(words[i - 1]!)} ${folded}`));
    if (isTitle && !(named && !honorifics.has(folded) && i > 3)) cut = i + 1;
    else if (!modifiers.has(folded) && !determiners.has(folded)) named = true;
  }
  const of = words.indexOf('of');
  // "Prime Minister of Japan": no name at all; "President Moon Jae-in of South Korea": the name ends before "of".
  if (cut > 0 && of >= cut)
    return { words: of > cut ? words.slice(cut, of) : words, title: of > cut ? words.slice(0, cut) : [] };
  const rest = words.slice(cut);
  if (
    cut > 0 &&
    rest.some((word) => organizationHeads.has(fold(word)) && !/^(?:cole|star|fox|bar)$/.test(fold(word)))
  )
    return { words, title: [] };
  return { words: rest, title: words.slice(0, cut) };
}

function trimWords(folded: readonly string[], type: EntityType): readonly string[] {
  let start = 0;
  let end = folded.length;
  while (start < end - 1 && determiners.has(folded[start]!)) start++;
  if (type === 'PERSON') while (end - start > 1 && nameSuffixes.has(folded[end - 1]!)) end--;
  else while (end - start > 1 && companySuffixes.has(folded[end - 1]!) && folded[end - 2] !== 'of') end--;
  return folded.slice(start, end);
}

/** What kind of name the words make, by gazetteer and the words that head names. */
export function guessType(words: readonly string[], titled: boolean): EntityType {
  if (titled) return 'PERSON';
  const key = words.join(' ');
  const bits = gazetteerBits(key);
  if (bits & GAZETTEER.demonym) return 'NORP';
  if (bits & (GAZETTEER.country | GAZETTEER.state | GAZETTEER.region)) return 'PLACE';
  if (bits & GAZETTEER.organization) return 'ORGANIZATION';
  const first = words[0] ?? '';
  const last = words[words.length - 1] ?? '';
  if (words.length > 1) {
    if (organizationHeads.has(last)) return 'ORGANIZATION';
    if (placeHeads.has(last)) return 'PLACE';
    if (words.includes('of') || words.includes('for'))
      return placeOpeners.has(first) ? 'PLACE' : 'ORGANIZATION';
    if (words.length <= 4 && gazetteerBits(first) & GIVEN_NAME) return 'PERSON';
    if (bits & GAZETTEER.city || (words.length === 2 && stateOf(last) !== undefined)) return 'PLACE';
    if (bits & GAZETTEER.famousPerson) return 'PERSON';
    return 'MISC';
  }
  if (bits & GAZETTEER.city && !(bits & (GIVEN_NAME | GAZETTEER.surname))) return 'PLACE';
  if (bits & (GIVEN_NAME | GAZETTEER.surname) && !(bits & GAZETTEER.city)) return 'PERSON';
  return 'MISC';
}

/** The gender that a title or given name tells, null when neither does. */
export function genderOf(title: readonly string[], words: readonly string[]): Gender | null {
  for (const word of title) {
    if (femaleTitles.has(word)) return 'female';
    if (maleTitles.has(word)) return 'male';
  }
  if (words.length < 2) return null;
  return givenNameGender(words[0]!);
}

export function givenNameGender(word: string): Gender | null {
  const bits = gazetteerBits(word) & GIVEN_NAME;
  if (bits === GAZETTEER.maleName) return 'male';
  if (bits === GAZETTEER.femaleName) return 'female';
  if (bits === 0 && word.includes('-')) return givenNameGender(word.slice(0, word.indexOf('-')));
  return null;
}
