import { DIRECTIONS } from '../../lexicon/place-words.ts';
import { GAZETTEER, GIVEN_NAME, gazetteerBits, PLACE_NAME, stateOf } from './gazetteer.ts';
import {
  isCompanySuffix,
  isHonorific,
  isNameSuffix,
  isOffice,
  isOrganizationHead,
  isPlaceHead,
  isPlaceOpener,
} from './name-form.ts';
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
const EVENT_HEAD =
  /^(?:war|olympics|olympic|cup|championship|championships|festival|revolution|games|open|summit|election|elections|massacre|uprising|riots|grand prix|awards?|prize|marathon|hurricane|tournament|intifada|day|holocaust|crisis|storm|masters|derby|bowl)$/;
const LAW_HEAD =
  /^(?:act|treaty|constitution|accord|accords|agreement|bill|law|code|amendment|convention|protocol|charter|pact|resolution)$/;
const SPEECH =
  /^(?:said|says|told|added|asked|replied|explained|insisted|argued|wrote|tweeted|recalled|noted|warned|testified|told|thinks|believes|resigned|died|married|smiled|laughed|joked|admitted|denied|claimed|stated|announced|confirmed)$/;
const PERSON_AFTER = /^(?:who|whose|whom|,who|himself|herself|aged)$/;

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
  around(scores, words, first, last);
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
  if (isNameSuffix(head)) scores.PERSON += 2;
  if (length > 4) scores.PERSON -= 2;
  if (/\b(?:al|bin|bint|ibn|von|van|de|del|der|da|dos|la)\b/.test(phrase)) scores.PERSON += 0.7;
  if (isCompanySuffix(head)) scores.ORGANIZATION += 5;
  else if (isOrganizationHead(head)) scores.ORGANIZATION += 4;
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

function around(scores: TypeScores, words: Words, first: number, last: number): void {
  const before = words.isFirst(first) ? '' : words.folded[first - 1]!;
  const ends = last >= words.length || words.isFirst(last);
  const after = ends ? '' : words.folded[last]!;
  const second = ends || last + 1 >= words.length || words.isFirst(last + 1) ? '' : words.folded[last + 1]!;
  if (/^(?:in|near|across|throughout|inside|outside)$/.test(before)) scores.PLACE += 1.8;
  else if (/^(?:at|from|to|toward|towards|into|around|visit|visited)$/.test(before)) scores.PLACE += 0.6;
  if (/^(?:the)$/.test(before)) {
    scores.PERSON -= 2;
    scores.ORGANIZATION += 0.7;
  }
  if (isOffice(before) || isHonorific(before)) scores.PERSON += 2.5;
  if (/^(?:by|with|told|mr|son|daughter|wife|husband|brother|sister|named)$/.test(before))
    scores.PERSON += 0.7;
  if (SPEECH.test(after)) {
    scores.PERSON += 1.3;
    scores.ORGANIZATION += 0.4;
  }
  if (after === ',' && /^(?:who|whose|whom|\d\d|a|an|the|then|now)$/.test(second))
    scores.PERSON += /^wh|^\d/.test(second) ? 2.5 : 0.4;
  if (PERSON_AFTER.test(after)) scores.PERSON += 2;
  if (after === ',' && !ends) {
    const bits = gazetteerBits(second);
    if (bits & (GAZETTEER.state | GAZETTEER.country) || stateOf(second) !== undefined) scores.PLACE += 2;
  }
  if (before === ',' && first >= 2 && gazetteerBits(words.folded[first - 2]!) & GAZETTEER.city)
    scores.PLACE += 0.7;
  if (after === '-' && /^(?:based|born|area)$/.test(second)) scores.PLACE += 2.5;
  if (/^(?:officials|authorities|residents|border|coast|province|region|area)$/.test(after))
    scores.PLACE += 1;
  if (
    /^(?:spokesman|spokeswoman|shares|executives?|employees|members|chief|ceo|director|officials|headquarters|agents|troops|fighters|militants)$/.test(
      after,
    )
  )
    scores.ORGANIZATION += 1;
}

/** "Southern Africa", "North African": of the type of what the direction belongs to. */
function direction(scores: TypeScores, rest: string): void {
  const bits = gazetteerBits(rest);
  if (bits & GAZETTEER.demonym) scores.NORP += 5;
  else if (bits & PLACE_NAME) scores.PLACE += 4;
}
