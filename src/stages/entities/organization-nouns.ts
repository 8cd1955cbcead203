import { MAKERS_OF_ONE, ORGANIZATION_NOUNS } from '../../lexicon/person-nouns.ts';

const nouns = new Set(ORGANIZATION_NOUNS);
const persons = new Set(MAKERS_OF_ONE);

/** A noun for a body, "company", or one made with "-maker", "chipmaker": of these only a few are said of people. */
export function isOrganizationNoun(word: string): boolean {
  return nouns.has(word) || (word.length > 6 && word.endsWith('maker') && !persons.has(word));
}
