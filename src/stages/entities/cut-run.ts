import { GAZETTEER, GIVEN_NAME, gazetteerBits, PLACE_NAME } from './gazetteer.ts';
import {
  isHonorific,
  isOffice,
  isOrganizationHead,
  isPlaceHead,
  isPlaceOpener,
  isTitleModifier,
} from './name-form.ts';
import { LINKS_OF, type Run } from './run-words.ts';
import { CAPITALS, type Words } from './words.ts';

/** Cuts one run at titles and demonyms into names, in order. */
export function cutRun(words: Words, first: number, end: number, runs: Run[]): void {
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
