import { UPOS_CODE } from '../../core/labels.ts';
import { NEWSPAPER_WORDS } from '../../lexicon/newspaper-words.ts';
import { PLACE_NOUNS } from '../../lexicon/person-nouns.ts';
import { addClubContext } from './club-context.ts';
import { addCompanyContext } from './company-context.ts';
import { GAZETTEER, gazetteerBits, stateOf } from './gazetteer.ts';
import { isHonorific, isOffice } from './name-form.ts';
import type { TypeScores } from './name-type.ts';
import { isOrganizationNoun } from './organization-nouns.ts';
import { isRoleNoun } from './roles.ts';
import { CAPITALS, type Words } from './words.ts';

const SPEECH =
  /^(?:said|says|told|added|asked|replied|explained|insisted|argued|wrote|tweeted|recalled|noted|warned|testified|told|thinks|believes|resigned|died|married|smiled|laughed|joked|admitted|denied|claimed|stated|announced|confirmed)$/;
const PERSON_AFTER = /^(?:who|whose|whom|,who|himself|herself|aged)$/;

const placeNouns = new Set(PLACE_NOUNS);

/** What only organisations have: "Norvia's shares". */
const OWNED_BY_BODY =
  /^(?:board|ceo|chief|customers|earnings|employees|executives?|factory|factories|founders?|headquarters|investors|lawyers|loss|losses|members|offices|plants?|profits?|quarterly|revenues?|sales|shareholders|shares|spokesman|spokesperson|spokeswoman|staff|stock|stores|subsidiary|subscribers|users|website|workers|workforce)$/;
const DETERMINER = /^(?:the|its|their|his|her)$/;
const ENDS_DESCRIPTION = /^(?:of|for|in|at|on|that|which|who|whose|where|and|with|from|to|by|[,.;:()])$/;
const COPULA = /^(?:is|was|became|remains|remained)$/;
/** Where people are from: after "from" any of these, after "in" and "of" only some. */
const COMES =
  /^(?:is|are|was|were|come|comes|came|hail|hails|hailed|born|native|resident|residents|lives?|lived|grew|raised)$/;
const BORN = /^(?:born|native|resident|residents|lives?|lived|raised)$/;
/** What papers do: "the Helm Echo reported". */
const REPORTS = /^(?:reported|reports|revealed|reveals|published|quoted|wrote|said|says|retracted)$/;
/** What the place of a dateline says: enough by itself. */
const DATELINE = 7;
/** What a noun says that describes the name: more than the tagger's word. */
const DESCRIBED = 4;
/** Words of a description before its head that are looked over. */
const DESCRIPTION = 7;

/** Adds what the words around a name tell of its type. */
export function addContext(scores: TypeScores, words: Words, first: number, last: number): void {
  const before = words.isFirst(first) ? '' : words.folded[first - 1]!;
  const ends = last >= words.length || words.isFirst(last);
  const after = ends ? '' : words.folded[last]!;
  const second = ends || last + 1 >= words.length || words.isFirst(last + 1) ? '' : words.folded[last + 1]!;
  if (/^(?:in|near|off|across|throughout|inside|outside)$/.test(before)) scores.PLACE += 1.8;
  else if (/^(?:at|from|to|toward|towards|into|around|visit|visited)$/.test(before)) scores.PLACE += 0.6;
  // "were from Helm", "born in Helm", "a native of Helm"
  if (
    first >= 2 &&
    /^(?:from|in|of)$/.test(before) &&
    !words.isFirst(first - 1) &&
    COMES.test(words.folded[first - 2]!)
  )
    scores.PLACE += before === 'from' || BORN.test(words.folded[first - 2]!) ? DESCRIBED : 0;
  if (/^(?:the)$/.test(before)) {
    scores.PERSON -= 2;
    scores.ORGANIZATION += 0.7;
  }
  if (
    before === 'the' &&
    last - first > 1 &&
    NEWSPAPER_WORDS.has(words.folded[last - 1]!) &&
    REPORTS.test(after)
  )
    scores.ORGANIZATION += DESCRIBED;
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
  // "Norvia Storage, which owns the building,": no person, and a place less often than a body
  if (after === ',' && second === 'which') {
    scores.PERSON -= 2;
    scores.ORGANIZATION += 1.5;
  }
  if (after === ',' && !ends) {
    const bits = gazetteerBits(second);
    if (bits & (GAZETTEER.state | GAZETTEER.country) || stateOf(second) !== undefined) scores.PLACE += 2;
  }
  if (before === ',' && first >= 2 && gazetteerBits(words.folded[first - 2]!) & GAZETTEER.city)
    scores.PLACE += 0.7;
  if (after === '-' && /^(?:based|born|area)$/.test(second)) scores.PLACE += 2.5;
  if (/^(?:officials|authorities|residents|border|coast|province|region|area)$/.test(after))
    scores.PLACE += 1;
  // "in Skarvik harbour", "at Skarvik station"
  if (
    /^(?:in|at|near|off|from|outside)$/.test(before) &&
    /^(?:airport|beach|bridge|county|district|harbou?r|island|pier|port|quay|station|valley)$/.test(after)
  )
    scores.PLACE += 2.5;
  if (
    /^(?:spokesman|spokeswoman|shares|executives?|employees|members|chief|ceo|director|officials|headquarters|agents|troops|fighters|militants)$/.test(
      after,
    )
  )
    scores.ORGANIZATION += 1;
  if (isDateline(words, first, last)) scores.PLACE += DATELINE;
  addCompanyContext(scores, words, first, last);
  addClubContext(scores, words, first, last);
  describedBefore(scores, words, first);
  if (!ends) describedAfter(scores, words, last, after, second);
}

/** "LIMA, Nov 12 (Agency) -", "HELM, Ohio (AP) —", "HELM -": capitals at the start of a paragraph. */
export function isDateline(words: Words, first: number, last: number): boolean {
  if (!words.isFirst(first) || last >= words.length || words.isFirst(last)) return false;
  const sentence = words.sentence[first]!;
  const block = words.sentences[sentence]!.block;
  if (sentence > 0 && words.sentences[sentence - 1]!.block === block) return false;
  for (let i = first; i < last; i++) if (words.capitals[i] !== CAPITALS.all) return false;
  const limit = Math.min(words.table.end(sentence), last + 12);
  if (!/^[,(–—-]|^--$/.test(words.word(last))) return false;
  for (let i = last; i < limit; i++) if (/^(?:[–—-]|--)$/.test(words.word(i))) return true;
  return false;
}

/** "the startup Norvia", "the town of Helm". */
function describedBefore(scores: TypeScores, words: Words, first: number): void {
  if (words.isFirst(first)) return;
  const before = words.folded[first - 1]!;
  if (before === ',') describedInFront(scores, words, first);
  if (words.capitals[first - 1] !== CAPITALS.none) return;
  if (isOrganizationNoun(before)) scores.ORGANIZATION += DESCRIBED;
  else if (placeNouns.has(before)) scores.PLACE += DESCRIBED;
  else if (before === 'of' && first >= 2 && !words.isFirst(first - 1)) {
    if (placeNouns.has(words.folded[first - 2]!)) scores.PLACE += 3;
    else if (
      /^(?:residents|outskirts|north|south|east|west|suburbs|streets|mayor|people)$/.test(
        words.folded[first - 2]!,
      )
    )
      scores.PLACE += 1.5;
  }
}

/** "The operator, Norvia,": a definite noun before the comma. */
function describedInFront(scores: TypeScores, words: Words, first: number): void {
  const head = first - 2;
  if (head < 1 || words.isFirst(head) || words.sentence[head] !== words.sentence[first]) return;
  const noun = words.folded[head]!;
  if (words.capitals[head] !== CAPITALS.none) return;
  let start = head;
  while (
    start > 0 &&
    head - start < DESCRIPTION &&
    !words.isFirst(start) &&
    !DETERMINER.test(words.folded[start]!)
  )
    start--;
  if (!DETERMINER.test(words.folded[start]!)) return;
  if (isOrganizationNoun(noun)) scores.ORGANIZATION += DESCRIBED;
  else if (placeNouns.has(noun)) scores.PLACE += DESCRIBED;
}

/** "Norvia, a Danish startup,", "Helm is a town", "Norvia's shares", "Norvia said it". */
function describedAfter(scores: TypeScores, words: Words, last: number, after: string, second: string): void {
  if (/^['’]s?$/.test(words.word(last)) && OWNED_BY_BODY.test(second)) scores.ORGANIZATION += 1.5;
  if (SPEECH.test(after)) {
    const subject = second === 'that' ? (words.folded[last + 2] ?? '') : second;
    if (/^(?:it|its)$/.test(subject)) scores.ORGANIZATION += 2.5;
    else if (/^(?:he|she|his|her)$/.test(subject)) scores.PERSON += 2.5;
  }
  if (after !== ',' && !COPULA.test(after)) return;
  if (!/^(?:a|an|the|one|its|their|his|her)$/.test(second)) return;
  const sentence = words.sentence[last];
  let head = -1;
  for (let i = last + 2; i < Math.min(words.length, last + 2 + DESCRIPTION); i++) {
    if (words.sentence[i] !== sentence) break;
    const word = words.folded[i]!;
    if (words.table.columns.upos[i] === UPOS_CODE.ADP || ENDS_DESCRIPTION.test(word)) break;
    head = i;
  }
  if (head < 0) return;
  const noun = words.folded[head]!;
  if (isOrganizationNoun(noun)) scores.ORGANIZATION += DESCRIBED;
  else if (placeNouns.has(noun)) scores.PLACE += DESCRIBED;
  else if (isRoleNoun(noun)) scores.PERSON += DESCRIBED;
}
