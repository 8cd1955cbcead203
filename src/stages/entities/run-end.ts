import { GAZETTEER, GIVEN_NAME, gazetteerBits, PLACE_NAME, stateOf } from './gazetteer.ts';
import { isHonorific, isNameSuffix, isOrganizationHead, isParticle, isPlaceOpener } from './name-form.ts';
import { isNameWord, LINKS_OF, NEVER } from './run-words.ts';
import { CAPITALS, type Words } from './words.ts';

/** Most tokens of a run. */
const LONGEST = 40;

/** Heads that "on", "to" and "against" go on from ("Intergovernmental Panel on Climate Change"). */
const ON_HEAD =
  /^(?:panel|council|committee|commission|conference|convention|institute|centre|center|office|summit|rapporteur|group|agreement|forum|campaign|coalition)$/;

/** One past the last token of the capitalised run from `first`. */
export function runEnd(words: Words, first: number): number {
  let end = first + 1;
  while (end < words.length && end - first < LONGEST && words.sentence[end] === words.sentence[first]) {
    const folded = words.folded[end]!;
    if (
      isNameWord(words, end) &&
      !(words.capitals[end] === CAPITALS.initial && NEVER.has(folded)) &&
      !endsBefore(words, end)
    ) {
      end++;
      continue;
    }
    const next = end + 1;
    if (next >= words.length || words.sentence[next] !== words.sentence[first]) break;
    const nextIsName = isNameWord(words, next) && !NEVER.has(words.folded[next]!);
    if (!nextIsName) {
      // "Bank of the West", "bin al-Shibh", "Lawyers for the Arts"
      const after = next + 1;
      if (
        after < words.length &&
        isNameWord(words, after) &&
        ((LINKS_OF.has(folded) && words.folded[next] === 'the' && links(words, first, end)) ||
          (isParticle(folded) &&
            isParticle(words.folded[next]!) &&
            folded !== 'a' &&
            words.folded[next] !== 'a'))
      ) {
        end = after + 1;
        continue;
      }
      if (folded === '-' && words.joined(end - 1) && words.joined(end) && isInsideName(words, end)) {
        end = next + 1;
        continue;
      }
      break;
    }
    if (folded === '&' || (folded === '-' && words.joined(end - 1) && words.joined(end))) end = next + 1;
    else if (folded === "'" && words.joined(end - 1) && words.joined(end)) end = next + 1;
    else if (LINKS_OF.has(folded) && links(words, first, end)) end = next + 1;
    else if (/^(?:on|to|against)$/.test(folded) && ON_HEAD.test(words.folded[end - 1]!)) end = next + 1;
    else if (folded === 'and' && (joinsCommonWords(words, first, end) || linksAnd(words, first, end)))
      end = next + 1;
    else if (isParticle(folded) && folded !== 'a' && folded !== 'e' && folded !== 'do' && folded.length < 5)
      end = next + 1;
    else if (
      (folded === "'s" || folded === '’s' || words.word(end) === "'s" || words.word(end) === '’s') &&
      ownsInName(words, end)
    )
      end = next + 1;
    else break;
  }
  return end;
}

/** "Kim Jong-un": a lower-case part after a hyphen that ends the name (before a verb or a mark, not "U.S.-led"). */
function isInsideName(words: Words, hyphen: number): boolean {
  const tail = words.word(hyphen + 1);
  return (
    /^\p{Ll}{1,5}$/u.test(tail) &&
    words.capitals[hyphen - 1] === CAPITALS.initial &&
    hyphen >= 2 &&
    words.capitals[hyphen - 2] === CAPITALS.initial &&
    (gazetteerBits(tail) & GAZETTEER.common) === 0
  );
}

/** A new name begins here though capitals go on: a title after a surname, a sentence-like break. */
function endsBefore(words: Words, token: number): boolean {
  return (
    isHonorific(words.folded[token]!) &&
    words.capitals[token] === CAPITALS.initial &&
    words.folded[token] !== 'st' &&
    words.folded[token] !== 'king' &&
    words.folded[token] !== 'prince' &&
    words.folded[token] !== 'count' &&
    !isNameSuffix(words.folded[token]!) &&
    words.word(token).endsWith('.')
  );
}

/** The run so far is the head of an "of" or "for" name: "Bank", "Ministry", "University", "Port". */
function links(words: Words, first: number, end: number): boolean {
  const head = words.folded[end - 1]!;
  if (isOrganizationHead(head) || isPlaceOpener(head)) return true;
  if (
    /^(?:state|commonwealth|emirate|sultanate|house|statue|tower|gulf|duke|isle|church|order|cape|daughters|sons|doctors|reporters|lawyers|students|citizens|friends|knights|women|men|people|democrats|republic|secretary|chancellor|minister|board|books|arc|battle|treaty|treaties|declaration|charter|law|act|code|bill|hall|museum|school|college|faculty|society|lord|lords)$/.test(
      head,
    )
  )
    return true;
  // A second "of" of the same name: "Ministry of State for ..."
  for (let i = first; i < end; i++) if (LINKS_OF.has(words.folded[i]!)) return head !== 'state';
  return false;
}

/** "and" inside the object of an "of" name ("Center for Strategic and International Studies"). */
function linksAnd(words: Words, first: number, end: number): boolean {
  let linked = false;
  for (let i = first; i < end; i++) if (LINKS_OF.has(words.folded[i]!)) linked = true;
  if (linked && end - 2 >= first && (LINKS_OF.has(words.folded[end - 2]!) || words.folded[end - 2] === ',')) {
    const next = words.folded[end + 1]!;
    const left = words.folded[end - 1]!;
    // "the University of Texas and Harvard": two names.
    return (
      !(gazetteerBits(left) & (PLACE_NAME | GIVEN_NAME)) &&
      !(gazetteerBits(next) & (PLACE_NAME | GIVEN_NAME | GAZETTEER.organization))
    );
  }
  const phrase = `${words.folded.slice(first, end).join(' ')} and ${words.folded.slice(end + 1, end + 2).join(' ')}`;
  return (gazetteerBits(phrase) & (GAZETTEER.country | GAZETTEER.organization)) !== 0;
}

/** "National Security and Foreign Policy Committee": ordinary words on both sides, the head of a body at the end. */
function joinsCommonWords(words: Words, first: number, and: number): boolean {
  for (let i = first; i < and; i++)
    if (!isCommonWord(words, i) || isOrganizationHead(words.folded[i]!)) return false;
  let last = and + 1;
  while (
    last < words.length &&
    words.sentence[last] === words.sentence[first] &&
    words.capitals[last] === CAPITALS.initial
  ) {
    if (isOrganizationHead(words.folded[last]!) && last > and + 1) return true;
    if (!isCommonWord(words, last)) return false;
    last++;
  }
  return false;
}

function isCommonWord(words: Words, token: number): boolean {
  const bits = gazetteerBits(words.folded[token]!);
  return (bits & GAZETTEER.common) !== 0 && (bits & (PLACE_NAME | GAZETTEER.organization | GIVEN_NAME)) === 0;
}

/** A possessive inside a name: "Prince George's County", "Lloyd's Bank", "St. Mary's Hospital". */
function ownsInName(words: Words, mark: number): boolean {
  const next = words.folded[mark + 1]!;
  const owner = words.folded[mark - 1]!;
  if (mark >= 2 && /^(?:st|saint)$/.test(words.folded[mark - 2]!)) return true;
  return (
    (next === 'county' || next === 'college' || next === 'hospital' || next === 'island') &&
    !(gazetteerBits(owner) & PLACE_NAME) &&
    words.capitals[mark + 1] === CAPITALS.initial
  );
}

/** The run ends in a comma and a state's abbreviation that belong to it: "Quantico, Va." */
export function withState(words: Words, last: number): number {
  const state = last + 1;
  if (
    state >= words.length ||
    words.folded[last] !== ',' ||
    words.sentence[state] !== words.sentence[last - 1]
  )
    return last;
  if (stateOf(words.folded[state]!) === undefined) return last;
  if (words.word(state).includes('.')) return state + 1;
  // The point may be a token of its own.
  return words.joined(state) &&
    words.word(state + 1) === '.' &&
    words.sentence[state + 1] === words.sentence[state]
    ? state + 2
    : last;
}
