import { compromiseLexiconTags } from '../../language/compromise.ts';
import { CITIES } from '../../lexicon/cities.ts';
import { COUNTRIES } from '../../lexicon/countries.ts';
import { EITHER_GIVEN_NAMES, FEMALE_GIVEN_NAMES, MALE_GIVEN_NAMES } from '../../lexicon/given-names.ts';
import { KNOWN_ORGANIZATIONS } from '../../lexicon/organization-words.ts';
import { REGION_DEMONYMS, REGIONS, STATES } from '../../lexicon/regions.ts';
import { fold } from './fold.ts';

/** What the lexicons say of a folded word or phrase: a set of these bits. */
export const GAZETTEER = {
  maleName: 1,
  femaleName: 2,
  surname: 4,
  city: 8,
  country: 16,
  region: 32,
  state: 64,
  demonym: 128,
  organization: 256,
  famousPerson: 512,
  /** An ordinary word of the language too. */
  common: 1024,
} as const;

export const GIVEN_NAME = GAZETTEER.maleName | GAZETTEER.femaleName;
export const PLACE_NAME = GAZETTEER.city | GAZETTEER.country | GAZETTEER.region | GAZETTEER.state;

const COMPROMISE_BITS: Readonly<Record<string, number>> = {
  MaleName: GAZETTEER.maleName,
  FemaleName: GAZETTEER.femaleName,
  FirstName: GIVEN_NAME,
  LastName: GAZETTEER.surname,
  Person: GAZETTEER.famousPerson,
  City: GAZETTEER.city,
  Country: GAZETTEER.country,
  Region: GAZETTEER.region,
  Place: GAZETTEER.region,
  Demonym: GAZETTEER.demonym,
  Organization: GAZETTEER.organization,
  SportsTeam: GAZETTEER.organization,
};

const COMMON_TAGS = new Set([
  'Adjective',
  'Adverb',
  'Conjunction',
  'Determiner',
  'Gerund',
  'Infinitive',
  'Noun',
  'PastTense',
  'Plural',
  'Preposition',
  'PresentTense',
  'Pronoun',
  'Singular',
  'Uncountable',
  'Verb',
  'Modal',
  'Month',
  'WeekDay',
  'Date',
  'Expression',
  'QuestionWord',
  'Possessive',
  'Copula',
  'TextValue',
  'Cardinal',
  'Ordinal',
]);

const own = new Map<string, number>();
const equivalents = new Map<string, string>();
const placeOfDemonym = new Map<string, string>();
const displayed = new Map<string, string>();
const stateOfAbbreviation = new Map<string, string>();

function add(name: string, bit: number): void {
  const key = fold(name);
  own.set(key, (own.get(key) ?? 0) | bit);
}

for (const name of MALE_GIVEN_NAMES) add(name, GAZETTEER.maleName);
for (const name of FEMALE_GIVEN_NAMES) add(name, GAZETTEER.femaleName);
for (const name of EITHER_GIVEN_NAMES) add(name, GIVEN_NAME);
for (const name of CITIES) add(name, GAZETTEER.city);
for (const name of REGIONS) add(name, GAZETTEER.region);
for (const name of REGION_DEMONYMS) add(name, GAZETTEER.demonym);
for (const name of KNOWN_ORGANIZATIONS) add(name, GAZETTEER.organization);
for (const { name, abbreviations } of STATES) {
  add(name, GAZETTEER.state);
  for (const abbreviation of abbreviations) stateOfAbbreviation.set(fold(abbreviation), fold(name));
}
for (const { name, aliases, demonyms, capital } of COUNTRIES) {
  add(name, GAZETTEER.country);
  displayed.set(fold(name), name);
  for (const alias of aliases) {
    add(alias, GAZETTEER.country);
    equivalents.set(fold(alias), fold(name));
  }
  for (const demonym of demonyms) {
    add(demonym, GAZETTEER.demonym);
    placeOfDemonym.set(fold(demonym), fold(name));
  }
  if (capital !== '') add(capital, GAZETTEER.city);
}

const cache = new Map<string, number>();

/** The bits of a folded word or phrase; 0 when no lexicon knows it. */
export function gazetteerBits(key: string): number {
  const known = cache.get(key);
  if (known !== undefined) return known;
  let bits = own.get(key) ?? 0;
  for (const tag of compromiseLexiconTags(key)) {
    // Its `FirstName` says nothing of gender: only for names whose gender is not known.
    if (tag !== 'FirstName' || (bits & GIVEN_NAME) === 0) bits |= COMPROMISE_BITS[tag] ?? 0;
    if (COMMON_TAGS.has(tag)) bits |= GAZETTEER.common;
  }
  if (cache.size > 50_000) cache.clear();
  cache.set(key, bits);
  return bits;
}

/** The main name of a country that the folded name is another name of ("us": "united states"), else the name itself. */
export function canonicalPlace(key: string): string {
  return equivalents.get(key) ?? key;
}

/** The folded country that a folded demonym belongs to. */
export function countryOfDemonym(key: string): string | undefined {
  return placeOfDemonym.get(key);
}

/** The usual spelling of a folded country. */
export function countryName(key: string): string {
  return displayed.get(key) ?? key;
}

/** The demonym in the singular: "kenyan" for "kenyans", when both are demonyms of one country. */
export function singularDemonym(key: string): string {
  const country = placeOfDemonym.get(key);
  return country !== undefined && key.endsWith('s') && placeOfDemonym.get(key.slice(0, -1)) === country
    ? key.slice(0, -1)
    : key;
}

/** The folded state that a folded abbreviation stands for ("va", "dc"). */
export function stateOf(key: string): string | undefined {
  return stateOfAbbreviation.get(key);
}
