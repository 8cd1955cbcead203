import { ORGANIZATION_EQUIVALENTS } from '../../lexicon/organization-words.ts';
import { isAcronymOf } from './acronyms.ts';
import { canonicalPlace, countryOfDemonym, GAZETTEER, gazetteerBits, PLACE_NAME } from './gazetteer.ts';
import { isOrganizationHead, isPlaceHead, type NameForm } from './name-form.ts';

const equivalents = new Map(ORGANIZATION_EQUIVALENTS);

export function areEquivalent(a: NameForm, b: NameForm): boolean {
  return equivalents.get(a.key) === b.key || equivalents.get(b.key) === a.key;
}

/** The acronym stands for the long name; a leading country may be left out (`USAF`, `the Air Force`). */
export function acronymStandsFor(acronym: NameForm, long: NameForm): boolean {
  if (acronym.acronym === null || long.words.length < 2) return false;
  const letters = acronym.acronym.replace(/s$/, '');
  const words = long.key === long.words.join(' ') ? long.words : long.key.split(' ');
  if (isAcronymOf(letters, words)) return true;
  const first = words[0]!;
  if (first === 'us' || first === 'uk') return isAcronymOf(letters, [...first, ...words.slice(1)]);
  return words.length > 3 && gazetteerBits(first) & GAZETTEER.demonym
    ? isAcronymOf(letters, words.slice(1))
    : false;
}

/** The shorter name of an organisation is a part of the longer one that can stand for it. */
export function shortens(short: NameForm, long: NameForm): boolean {
  const s = short.words;
  const l = long.words;
  if (s.length >= l.length || s.length === 0) return false;
  if (s[0] !== l[0] && s[s.length - 1] !== l[l.length - 1]) return false;
  if (gazetteerBits(short.key) & (PLACE_NAME | GAZETTEER.demonym)) return false;
  const offset = l.length - s.length;
  if (s.every((word, i) => word === l[i])) {
    // "Lockheed" for "Lockheed Martin"; "University" alone, or "Bank" of "Bank of England", is not a name.
    if (s.length === 1 && (isOrganizationHead(s[0]!) || s[0]!.length < 3)) return false;
    const next = l[s.length]!;
    // "Comic Guild" of "Comic Guild of Canada": a modifier and its head are a name already.
    if (next === 'of' && s.length >= 2 && isOrganizationHead(s[s.length - 1]!)) return true;
    return next !== 'of' && next !== 'for' && next !== 'and' && next !== 'at' && next !== 'in';
  }
  if (s.every((word, i) => word === l[offset + i])) {
    if (s.length < 2) return false;
    const before = l.slice(0, offset);
    // "the Air Force" of the "United States Air Force": only the country is left out.
    return before.every((word) => isNation(word)) || isNation(before.join(' '));
  }
  return false;
}

const STORM = /^(?:storm|depression|cyclone|hurricane|typhoon)$/;

/** "Nadia" of "Tropical Storm Nadia". */
export function isNameOfStorm(short: NameForm, long: NameForm): boolean {
  const { words } = long;
  return (
    short.words.length === 1 &&
    words.length > 1 &&
    STORM.test(words[words.length - 2]!) &&
    words[words.length - 1] === short.key
  );
}

function isNation(word: string): boolean {
  const key = canonicalPlace(word);
  return (
    countryOfDemonym(word) !== undefined ||
    (gazetteerBits(key) & (GAZETTEER.country | GAZETTEER.state | GAZETTEER.demonym)) !== 0 ||
    word === 'royal' ||
    word === 'national' ||
    word === 'federal'
  );
}

/** A place with more said of it: "Springfield" and "Springfield, Ill."; never a capital (its name may mean a government). */
export function placeExtends(short: NameForm, long: NameForm): boolean {
  if (short.words.length >= long.words.length) return false;
  if (!short.words.every((word, i) => word === long.words[i])) return false;
  const rest = long.words.slice(short.words.length);
  if (gazetteerBits(short.key) & (GAZETTEER.state | GAZETTEER.country)) return false;
  return rest.length === 1 && isPlaceHead(rest[0]!);
}
