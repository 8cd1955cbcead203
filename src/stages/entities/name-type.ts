import { NEWSPAPER_WORDS } from '../../lexicon/newspaper-words.ts';
import { DIRECTIONS } from '../../lexicon/place-words.ts';
import { GAZETTEER, GIVEN_NAME, gazetteerBits, PLACE_NAME, stateOf } from './gazetteer.ts';
import {
  isCompanySuffix,
  isNameSuffix,
  isOrganizationHead,
  isPlaceHead,
  isPlaceOpener,
} from './name-form.ts';
import { addContext } from './type-context.ts';
import { CAPITALS, type Words } from './words.ts';

/** Scores of the types that names are told apart by; the highest wins. */
export interface TypeScores {
  PERSON: number;
  ORGANIZATION: number;
  PLACE: number;
  NORP: number;
  EVENT: number;
  LAW: number;
  /** Other names, by the tagger's word only. */
  MISC: number;
}

const directions = new Set(DIRECTIONS);
const PAPER_OPENER = /^(?:the|daily|evening|morning|sunday|weekly|national|financial|new)$/;
const EVENT_HEAD =
  /^(?:war|olympics|olympic|cup|championship|championships|festival|revolution|games|open|summit|election|elections|massacre|uprising|riots|grand prix|awards?|prize|marathon|hurricane|tournament|intifada|day|holocaust|crisis|storm|masters|derby|bowl)$/;
const LAW_HEAD =
  /^(?:act|treaty|constitution|accord|accords|agreement|bill|law|code|amendment|convention|protocol|charter|pact|resolution)$/;
/**
 * Evidence for the type of the name in tokens `first` to `last`: gazetteers (the project's and compromise's lexicon), words
 * that head names, the title before and the words around.
 */
export function scoreTypes(words: Words, first: number, last: number, titled: boolean): TypeScores {
  const scores: TypeScores = { PERSON: 0, ORGANIZATION: 0, PLACE: 0, NORP: 0, EVENT: 0, LAW: 0, MISC: 0 };
  const length = last - first;
  const folded = words.folded;
  const phrase = folded.slice(first, last).join(' ').replace(/ - /g, '-');
  const head = folded[last - 1]!;
  const start = folded[first]!;
  inside(scores, phrase, start, head, length);
  if (titled) scores.PERSON += 5;
  if (length === 1) {
    const capitals = words.capitals[first]!;
    if (capitals === CAPITALS.all && !words.shouting[words.sentence[first]!] && scores.PLACE < 3)
      scores.ORGANIZATION += 2.5;
    if (capitals === CAPITALS.inner) scores.ORGANIZATION += 1;
    // "Perth, WA": the post's abbreviation of a state.
    if (capitals === CAPITALS.all && stateOf(start) !== undefined)
      scores.PLACE += words.folded[first - 1] === ',' ? 4 : 1.5;
  }
  addContext(scores, words, first, last);
  return scores;
}

function inside(scores: TypeScores, phrase: string, start: string, head: string, length: number): void {
  const bits = gazetteerBits(phrase);
  if (bits & GAZETTEER.country) scores.PLACE += 5;
  if (bits & (GAZETTEER.state | GAZETTEER.region)) scores.PLACE += 4;
  if (bits & GAZETTEER.city) scores.PLACE += length > 1 ? 4 : 2.5;
  if (bits & GAZETTEER.demonym) scores.NORP += 6;
  if (bits & GAZETTEER.organization) scores.ORGANIZATION += 4.5;
  if (bits & GAZETTEER.famousPerson) scores.PERSON += 2.5;
  if (length === 1) {
    if (bits & GIVEN_NAME) scores.PERSON += 1.5;
    if (bits & GAZETTEER.surname) scores.PERSON += 1.5;
    if (isOrganizationHead(head)) scores.ORGANIZATION += 1;
    return;
  }
  const first = gazetteerBits(start);
  const last = gazetteerBits(head);
  if (first & GIVEN_NAME && !/ (?:of|for) /.test(phrase)) scores.PERSON += first & GAZETTEER.common ? 2 : 3;
  if (/^\p{L}$/u.test(start)) scores.PERSON += 1.5;
  if (last & (GAZETTEER.surname | GIVEN_NAME)) scores.PERSON += 1;
  if (/^(?:st|saint)$/.test(start) && !(gazetteerBits(phrase.split(' ')[1]!) & GIVEN_NAME)) scores.PLACE += 3;
  if (isNameSuffix(head)) scores.PERSON += 2;
  if (length > 4) scores.PERSON -= 2;
  if (/\b(?:al|bin|bint|ibn|von|van|de|del|der|da|dos|la)\b/.test(phrase)) scores.PERSON += 0.7;
  if (isCompanySuffix(head)) scores.ORGANIZATION += 5;
  else if (isOrganizationHead(head)) scores.ORGANIZATION += 4;
  else if (NEWSPAPER_WORDS.has(head) && (first & PLACE_NAME || PAPER_OPENER.test(start)))
    scores.ORGANIZATION += 4;
  if (/&/.test(phrase)) scores.ORGANIZATION += 2;
  const of = / (?:of|for) /.test(phrase);
  if (of) {
    if (
      isPlaceOpener(start) ||
      /^(?:city|gulf|bay|strait|sea|isle|valley|town|district|state|county|horn|coast) of /.test(phrase)
    )
      scores.PLACE += 4;
    else scores.ORGANIZATION += 2.5;
    if (/^(?:battle|siege|war) of /.test(phrase)) scores.EVENT += 5;
    const lead = phrase
      .slice(0, phrase.search(/ (?:of|for) /))
      .split(' ')
      .pop()!;
    if (isOrganizationHead(lead)) scores.ORGANIZATION += 2.5;
  } else if (isPlaceOpener(start)) scores.PLACE += 2;
  if (isPlaceHead(head)) scores.PLACE += 3.5;
  if (isPlaceHead(head) || isOrganizationHead(head)) scores.PERSON -= 2;
  if (directions.has(start)) direction(scores, phrase.slice(start.length + 1));
  if (stateOf(head) !== undefined) scores.PLACE += 1;
  if (EVENT_HEAD.test(head)) scores.EVENT += 4.5;
  if (LAW_HEAD.test(head)) scores.LAW += 4.5;
  if (first & (GAZETTEER.country | GAZETTEER.state | GAZETTEER.demonym) && !(bits & GAZETTEER.country))
    scores.ORGANIZATION += 1;
  if (first & GAZETTEER.city && !(first & GIVEN_NAME) && !(bits & GAZETTEER.city)) scores.ORGANIZATION += 1;
}

/** "Southern Africa", "North African": of the type of what the direction belongs to. */
function direction(scores: TypeScores, rest: string): void {
  const bits = gazetteerBits(rest);
  if (bits & GAZETTEER.demonym) scores.NORP += 5;
  else if (bits & PLACE_NAME) scores.PLACE += 4;
}
