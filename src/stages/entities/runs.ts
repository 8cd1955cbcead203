import { UPOS_CODE } from '../../core/labels.ts';
import { ACRONYM_WORDS } from '../../lexicon/acronym-words.ts';
import { GAZETTEER, GIVEN_NAME, gazetteerBits, PLACE_NAME, stateOf } from './gazetteer.ts';
import {
  isHonorific,
  isNameSuffix,
  isOffice,
  isOrganizationHead,
  isParticle,
  isPlaceHead,
  isPlaceOpener,
  isTitleModifier,
} from './name-form.ts';
import { CAPITALS, type Words } from './words.ts';

/** A run of tokens that may be a name. */
export interface Run {
  readonly first: number;
  /** One past the last token. */
  readonly last: number;
  /** First token of the title before it, `first` when there is none. */
  readonly title: number;
}

const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun gmt est edt pst pdt bst utc am pm ad bc easter christmas ramadan'.split(
    ' ',
  ),
);
const NEVER = new Set(
  'i the a an he she it we they you this that these those his her its their our my your who what when where why how which whose whom if but and or nor so as at by for from in into of off on onto out over to up with than then there here yes no not after before since while until although though because however meanwhile also both each every many most much more some such other another all any few several one two three four five six seven eight nine ten mr mrs ms dr is are was were be been has have had do does did can could will would shall should may might must let'.split(
    ' ',
  ),
);
const LINKS_OF = new Set(['of', 'for']);
const acronymWords = new Set(ACRONYM_WORDS);
const ROMAN = /^(?:[IVX]{2,6}|[CDLM][CDILMVX]+)$/;
/** Heads that "on", "to" and "against" go on from ("Intergovernmental Panel on Climate Change"). */
const ON_HEAD =
  /^(?:panel|council|committee|commission|conference|convention|institute|centre|center|office|summit|rapporteur|group|agreement|forum|campaign|coalition)$/;

/** Capitalised runs of the document, cut at titles, demonyms, possessives and places that stand before a title. */
export function candidateRuns(words: Words): Run[] {
  const runs: Run[] = [];
  const seenLower = lowerCaseWords(words);
  for (let i = 0; i < words.length; ) {
    if (!startsName(words, i, seenLower)) {
      i++;
      continue;
    }
    const end = runEnd(words, i);
    if (words.shouting[words.sentence[i]!]) pickKnown(words, i, end, runs);
    else cutRun(words, i, end, runs);
    i = end;
  }
  return runs;
}

/** Folded words that occur in lower case outside shouting sentences. */
function lowerCaseWords(words: Words): Set<string> {
  const seen = new Set<string>();
  for (let i = 0; i < words.length; i++)
    if (words.capitals[i] === CAPITALS.none && words.folded[i]!.length > 2) seen.add(words.folded[i]!);
  return seen;
}

function isTagged(words: Words, token: number): boolean {
  return words.table.columns.upos[token] !== UPOS_CODE.X;
}

function isProper(words: Words, token: number): boolean {
  return words.table.columns.upos[token] === UPOS_CODE.PROPN;
}

export function isCalendar(word: string): boolean {
  return CALENDAR.has(word);
}

/** The token can be part of a name at all. */
function isNameWord(words: Words, token: number): boolean {
  const capitals = words.capitals[token]!;
  if (capitals === CAPITALS.none) return false;
  const folded = words.folded[token]!;
  if (CALENDAR.has(folded))
    return folded === 'may' ||
      folded === 'march' ||
      folded === 'april' ||
      folded === 'june' ||
      folded === 'august'
      ? isNamed(words, token)
      : false;
  if (folded === 'i' || folded === "i'm") return false;
  if (capitals === CAPITALS.all && (acronymWords.has(folded) || ROMAN.test(words.word(token))))
    return token > 0 && words.capitals[token - 1] === CAPITALS.initial;
  if (
    !/^[\p{L}\d]/u.test(words.word(token)) ||
    (/^\p{Lu}\d+$/u.test(words.word(token)) && !(gazetteerBits(folded) & GAZETTEER.organization))
  )
    return false;
  return true;
}

/** A month's name between other capitalised words, not beside a number ("Theresa May said"). */
function isNamed(words: Words, token: number): boolean {
  const next = token + 1 < words.length ? words.word(token + 1) : '';
  if (/^\d/.test(next)) return false;
  return (
    token > 0 &&
    words.capitals[token - 1] === CAPITALS.initial &&
    (gazetteerBits(words.folded[token - 1]!) & GIVEN_NAME) !== 0
  );
}

/** The token opens a clause, so that its capital says nothing: first of a sentence, or after a colon or quotation mark. */
export function opensClause(words: Words, token: number): boolean {
  if (words.isFirst(token)) return true;
  const before = words.word(token - 1);
  if (/^["“”'‘`(:—–*•.!?]+$/.test(before) || before === '--' || before === '``') {
    return /^["“'‘`:*•.!?]|^``/.test(before) || words.isFirst(token - 1);
  }
  return false;
}

function startsName(words: Words, token: number, seenLower: ReadonlySet<string>): boolean {
  if (!isNameWord(words, token)) return false;
  const folded = words.folded[token]!;
  const bits = gazetteerBits(folded);
  if (words.capitals[token] === CAPITALS.letter) {
    if (folded === 'x')
      return (
        token > 0 &&
        /^(?:on|to|via)$/.test(words.folded[token - 1]!) &&
        !/^\d/.test(words.word(Math.min(token + 1, words.length - 1)))
      );
    if (folded === 'a') return false;
    // An initial before a surname.
    return (
      /^\p{Lu}\.$/u.test(words.word(token)) &&
      token + 1 < words.length &&
      words.capitals[token + 1] !== CAPITALS.none
    );
  }
  if (NEVER.has(folded) && words.capitals[token] !== CAPITALS.all) return false;
  // "El Greco", "Le Monde"
  if (/^(?:el|la|le|los|las|al)$/.test(folded) && words.capitals[token] === CAPITALS.initial)
    return token + 1 < words.length && words.capitals[token + 1] === CAPITALS.initial;
  if (words.capitals[token] === CAPITALS.inner) return true;
  if (startsKnownPhrase(words, token)) return true;
  const sure =
    bits & (PLACE_NAME | GAZETTEER.demonym | GAZETTEER.organization | GIVEN_NAME | GAZETTEER.surname);
  if (isTagged(words, token)) {
    if (isProper(words, token)) return true;
    if (words.capitals[token] === CAPITALS.all && !words.shouting[words.sentence[token]!])
      return !(bits & GAZETTEER.common);
    if (bits & (PLACE_NAME | GAZETTEER.demonym | GAZETTEER.organization) && !(bits & GAZETTEER.common))
      return true;
    return !opensClause(words, token) && !words.shouting[words.sentence[token]!] && !isOffice(folded);
  }
  if (opensClause(words, token) || words.shouting[words.sentence[token]!]) {
    if (sure && !(bits & GAZETTEER.common)) return true;
    if (seenLower.has(folded)) return false;
    return !(bits & GAZETTEER.common) || isHonorific(folded) || isOffice(folded);
  }
  return true;
}

/** A gazetteer knows the two to four capitalised words from here ("White House", "New York Times"). */
function startsKnownPhrase(words: Words, token: number): boolean {
  let phrase = words.folded[token]!;
  for (let i = token + 1; i < Math.min(words.length, token + 4) && words.capitals[i] !== CAPITALS.none; i++) {
    phrase += ` ${words.folded[i]}`;
    if (
      gazetteerBits(phrase) &
      (PLACE_NAME | GAZETTEER.organization | GAZETTEER.demonym | GAZETTEER.famousPerson)
    )
      return true;
  }
  return false;
}

/** One past the last token of the capitalised run from `first`. */
function runEnd(words: Words, first: number): number {
  let end = first + 1;
  while (end < words.length && words.sentence[end] === words.sentence[first]) {
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

/** In a headline in capitals, only what a gazetteer knows or a given name begins is a name; memory adds the rest. */
function pickKnown(words: Words, first: number, end: number, runs: Run[]): void {
  for (let i = first; i < end; ) {
    let last = 0;
    for (let stop = Math.min(end, i + 5); stop > i && last === 0; stop--) {
      const bits = gazetteerBits(words.folded.slice(i, stop).join(' '));
      const named = bits & (PLACE_NAME | GAZETTEER.organization | GAZETTEER.demonym | GAZETTEER.famousPerson);
      if (named && (stop - i > 1 || !(bits & (GAZETTEER.common | GIVEN_NAME | GAZETTEER.surname))))
        last = stop;
    }
    if (last > 0) {
      runs.push({ first: i, last, title: i });
      i = last;
    } else i++;
  }
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

/** Cuts one run at titles and demonyms into names, in order. */
function cutRun(words: Words, first: number, end: number, runs: Run[]): void {
  while (end > first && !/[\p{L}\d.]/u.test(words.word(end - 1))) end--;
  if (end <= first) return;
  if (end - first === 1 && (isTitleWord(words, first) || isGeneric(words, first))) return;
  const phrase = words.folded.slice(first, end).join(' ');
  const bits = gazetteerBits(phrase);
  if (
    end - first > 1 &&
    bits &
      (GAZETTEER.organization | GAZETTEER.country | GAZETTEER.region | GAZETTEER.state | GAZETTEER.demonym)
  ) {
    runs.push({ first, last: end, title: first });
    return;
  }
  const cut = titleEnd(words, first, end);
  if (cut > first) {
    const titleStart = titleBegin(words, first, cut);
    if (titleStart > first) cutRun(words, first, titleStart, runs);
    if (cut < end) runs.push({ first: cut, last: end, title: titleStart });
    return;
  }
  // "the United States Ana Gil": a place or body, and a person right after it.
  const known = knownPrefix(words, first, end);
  if (
    known > first &&
    end - known >= 2 &&
    end - known <= 3 &&
    gazetteerBits(words.folded[known]!) & GIVEN_NAME &&
    !isOrganizationHead(words.folded[end - 1]!) &&
    !isPlaceHead(words.folded[end - 1]!)
  ) {
    runs.push({ first, last: known, title: first }, { first: known, last: end, title: known });
    return;
  }
  // A demonym before something that is not part of its name: "Venezuelan drug boats", "Chinese Foreign Ministry".
  const lead = demonymLength(words, first, end);
  if (lead > 0 && lead < end - first && !keepsDemonym(words, first + lead, end)) {
    runs.push({ first, last: first + lead, title: first });
    cutRun(words, first + lead, end, runs);
    return;
  }
  runs.push({ first, last: end, title: first });
}

/** A common noun with a capital ("the Government", "the Park"). */
function isGeneric(words: Words, token: number): boolean {
  const folded = words.folded[token]!;
  const bits = gazetteerBits(folded);
  if (
    words.capitals[token] !== CAPITALS.initial ||
    bits & (GAZETTEER.organization | GAZETTEER.country | GAZETTEER.demonym)
  )
    return false;
  return isOrganizationHead(folded) || isPlaceHead(folded) || isPlaceOpener(folded);
}

/** A title by itself names nobody: it is resolved as a role. */
function isTitleWord(words: Words, token: number): boolean {
  const folded = words.folded[token]!;
  return isOffice(folded) || isHonorific(folded) || (folded.endsWith('s') && isOffice(folded.slice(0, -1)));
}

/** One past the longest country or known organisation that the run begins with; `first` when there is none. */
function knownPrefix(words: Words, first: number, end: number): number {
  for (let last = Math.min(end - 1, first + 4); last > first; last--) {
    const bits = gazetteerBits(words.folded.slice(first, last).join(' '));
    if (bits & (GAZETTEER.country | GAZETTEER.organization) && !(bits & (GIVEN_NAME | GAZETTEER.surname)))
      return last;
  }
  return first;
}

function demonymLength(words: Words, first: number, end: number): number {
  if (
    end - first >= 2 &&
    gazetteerBits(`${words.folded[first]} ${words.folded[first + 1]}`) & GAZETTEER.demonym
  )
    return 2;
  return gazetteerBits(words.folded[first]!) & GAZETTEER.demonym &&
    !(gazetteerBits(words.folded[first]!) & PLACE_NAME)
    ? 1
    : 0;
}

const STATE_BODIES = new Set(
  'army government parliament police navy ministry embassy cabinet senate congress court council department constitution president forces intelligence military consulate'.split(
    ' ',
  ),
);

/** After the demonym stands the head of an organisation's proper name ("African National Congress", "British Airways"). */
function keepsDemonym(words: Words, first: number, end: number): boolean {
  const head = words.folded[end - 1]!;
  if (
    !isOrganizationHead(head) &&
    !/^(?:ocean|sea|channel|islands?|peninsula|war|revolution|open|championships?|cup|games|league|grand|dream|spring|times)$/.test(
      head,
    )
  )
    return false;
  return end - first >= 2
    ? head !== 'ministry' && head !== 'court' && head !== 'force'
    : !STATE_BODIES.has(head);
}

/** One past the title that a person's name in the run follows; `first` when there is none. */
function titleEnd(words: Words, first: number, end: number): number {
  let cut = first;
  for (let i = first; i < end - 1; i++) {
    const folded = words.folded[i]!;
    const pair = i > first ? `${words.folded[i - 1]} ${folded}` : '';
    const triple = i > first + 1 ? `${words.folded[i - 2]} ${pair}` : '';
    if (isOffice(folded) || isHonorific(folded) || isOffice(pair) || isOffice(triple)) cut = i + 1;
    else if (LINKS_OF.has(folded) && cut === i) {
      // "Secretary of Security Omar Garcia": up to the given name.
      let given = i + 1;
      while (given < end - 1 && !(gazetteerBits(words.folded[given]!) & GIVEN_NAME)) given++;
      if (given < end - 1 && given > i + 1) cut = given;
    }
  }
  if (cut === first) return first;
  const rest = words.folded.slice(cut, end);
  if (rest.some((word) => isOrganizationHead(word)) && !(gazetteerBits(rest[0]!) & GIVEN_NAME)) return first;
  if (LINKS_OF.has(rest[0]!)) return first;
  const last = words.folded[cut - 1]!;
  // "Saint Petersburg", "Lake George", "St. Louis": the word belongs to the name.
  if (
    /^(?:st|saint|general|private|chief|star|major|special|first|doctor|head|count|king|prince|queen|pilot|fr|father|mother|sister|brother|don)$/.test(
      last,
    ) &&
    (cut - first === 1 || last === 'general')
  ) {
    if (/^(?:st|saint)$/.test(last)) return first;
    const bits = gazetteerBits(rest[0]!);
    if (
      !(bits & GIVEN_NAME) &&
      rest.length < 2 &&
      !/^(?:king|prince|queen|general|major|father|sister)$/.test(last)
    )
      return first;
    if (
      bits & GAZETTEER.organization ||
      rest.some((word) => /^(?:motors|electric|mills|dynamics|assembly|office|hospital)$/.test(word))
    )
      return first;
  }
  return cut;
}

/** First token of the title that ends before `cut`: its offices and what modifies them. */
function titleBegin(words: Words, first: number, cut: number): number {
  let at = cut - 1;
  let seenOf = false;
  while (at > first) {
    const before = words.folded[at - 1]!;
    if (isOffice(before) || isHonorific(before) || isTitleModifier(before)) at--;
    else if (LINKS_OF.has(before)) {
      at--;
      seenOf = true;
    } else if (seenOf) break;
    else if (LINKS_OF.has(words.folded[at - 2] ?? '')) at--;
    else if (
      /^(?:foreign|home|interior|defense|defence|finance|health|justice|education|energy|transport|transportation|treasury|labor|labour|trade|security|environment|agriculture|culture|prime|attorney|opposition|party|press|police|budget|economy|economic|industry|information|communications|development|immigration|supreme|state|district|political|campaign|shadow|majority|minority|national|federal|county|chief|vice|deputy|general)$/.test(
        before,
      )
    )
      at--;
    else break;
  }
  return at;
}

/** The run ends in a comma and a state's abbreviation that belong to it: "Quantico, Va." */
export function withState(words: Words, last: number): number {
  if (
    last + 1 >= words.length ||
    words.folded[last] !== ',' ||
    words.sentence[last + 1] !== words.sentence[last - 1]
  )
    return last;
  const next = words.word(last + 1);
  return /\./.test(next) && stateOf(words.folded[last + 1]!) !== undefined ? last + 2 : last;
}
