import { entryNext, entryStart, GAZETTEER_BIT, LONGEST_ENTRY } from '../src/language/gazetteer.ts';
import { hashString } from '../src/language/hash.ts';
import { normaliseForm } from '../src/language/lexeme.ts';
import { tokenOffsets } from '../src/language/tokenise.ts';
import type { NameLists } from './name-lists.ts';

export interface GazetteerColumns {
  /** Ascending as unsigned numbers. */
  readonly keys: Int32Array;
  readonly bits: Uint16Array;
}

/** Tags of compromise's lexicon that say something about names. */
const BIT_OF_TAG: Readonly<Record<string, number>> = {
  FemaleName: GAZETTEER_BIT.firstName,
  MaleName: GAZETTEER_BIT.firstName,
  FirstName: GAZETTEER_BIT.firstName,
  LastName: GAZETTEER_BIT.lastName,
  Person: GAZETTEER_BIT.person,
  City: GAZETTEER_BIT.city,
  Place: GAZETTEER_BIT.city,
  Country: GAZETTEER_BIT.country,
  Region: GAZETTEER_BIT.country,
  Organization: GAZETTEER_BIT.organization,
  SportsTeam: GAZETTEER_BIT.organization,
  Demonym: GAZETTEER_BIT.demonym,
  Honorific: GAZETTEER_BIT.honorific,
  Actor: GAZETTEER_BIT.role,
  Month: GAZETTEER_BIT.calendar,
  WeekDay: GAZETTEER_BIT.calendar,
};

/** The entries of a gazetteer from lists of names. */
export function buildGazetteer(lists: NameLists): GazetteerColumns {
  const entries = new Map<number, number>();
  const add = (name: string, bit: number): void => {
    const lower = normaliseForm(name).toLowerCase();
    const words = tokenOffsets(lower).map(([start, end]) => hashString(lower.slice(start, end)));
    if (words.length === 0 || words.length > LONGEST_ENTRY) return;
    let hash = entryStart(words[0]!);
    for (const word of words.slice(1)) {
      entries.set(hash, (entries.get(hash) ?? 0) | GAZETTEER_BIT.prefix);
      hash = entryNext(hash, word);
    }
    entries.set(hash, (entries.get(hash) ?? 0) | bit);
  };
  for (const [name, tag] of lists.tagged) {
    const bit = BIT_OF_TAG[tag];
    if (bit !== undefined) add(name, bit);
  }
  for (const name of lists.given) add(name, GAZETTEER_BIT.firstName);
  for (const name of lists.surnames) add(name, GAZETTEER_BIT.lastName);
  for (const word of lists.organizationWords) add(word, GAZETTEER_BIT.orgWord);
  for (const word of lists.placeWords) add(word, GAZETTEER_BIT.placeWord);
  for (const name of lists.largeCities) add(name, GAZETTEER_BIT.largeCity);
  for (const name of lists.smallCities) add(name, GAZETTEER_BIT.smallCity);
  const sorted = [...entries].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0));
  return {
    keys: Int32Array.from(sorted, ([key]) => key),
    bits: Uint16Array.from(sorted, ([, bits]) => bits),
  };
}
