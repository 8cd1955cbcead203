import type { NameRange } from '../../core/tokens.ts';
import { declaredNames } from './declared-names.ts';
import { GAZETTEER, GIVEN_NAME, gazetteerBits, PLACE_NAME } from './gazetteer.ts';
import { joinHyphens } from './join-hyphens.ts';
import {
  isHonorific,
  isOffice,
  isOrganizationHead,
  isParticle,
  isPlaceOpener,
  isTitleModifier,
} from './name-form.ts';
import { scoreTypes } from './name-type.ts';
import { isCalendar, opensClause, type Run, standsByName } from './run-words.ts';
import { CAPITALS, type Words } from './words.ts';

/** A run that may be a name, with the name tagger's opinion of it. */
export interface Candidate extends Run {
  readonly tagged: NameRange | null;
  readonly rule: string;
}

/** Confidence of a name that its acronym explains. */
const SURE = 0.95;

/** A run that the tagger does not know needs this much evidence to be a name; one word that no lexicon knows, less. */
const ALONE = 6;
const ALONE_UNKNOWN = 4;
/** Two words or more inside a sentence, of which the last heads names of bodies: "Norvia Mining". */
const ALONE_BODY = 4;

/** The tagger's names, cut right, and the runs that it has missed but evidence speaks for; in order, not overlapping. */
export function mergeTagger(words: Words, runs: readonly Run[]): Candidate[] {
  if (words.names.length === 0) return runs.map((run) => ({ ...run, tagged: null, rule: 'capitals' }));
  const runOf = new Int32Array(words.length).fill(-1);
  runs.forEach((run, index) => {
    runOf.fill(index, run.first, run.last);
  });
  const bodyWords = capitalisedWords(words);
  const taken = words.names
    .map((name) => trim(words, name))
    .filter((name) => {
      if (name.first >= name.last || !standsInBody(words, name, bodyWords)) return false;
      const run = runs[runOf[name.first]!];
      return run === undefined || !overrules(words, run, name);
    });
  const covered = new Uint8Array(words.length);
  const out: Candidate[] = [];
  for (const { first, last, type, rule } of declaredNames(words)) {
    const inside = taken.filter((name) => name.first < last && name.last > first);
    const known = inside.some((name) => name.first <= first && name.last >= last);
    if (known || inside.length === 0) continue;
    covered.fill(1, first, last);
    out.push({ first, last, title: first, tagged: { first, last, type, confidence: SURE }, rule });
  }
  for (const name of taken) {
    if (covered[name.first] === 1 || covered[name.last - 1] === 1) continue;
    covered.fill(1, name.first, name.last);
    const run = runs[runOf[name.first]!];
    const title = run !== undefined && run.first === name.first ? run.title : titleOf(words, name.first);
    out.push({ first: name.first, last: name.last, title, tagged: name, rule: 'tagger' });
  }
  for (const run of runs) {
    if (covered.subarray(run.first, run.last).includes(1)) continue;
    if (isKnown(words, run) || isPlaceOf(words, run) || strength(words, run) >= neededAlone(words, run))
      out.push({ ...run, tagged: null, rule: 'capitals' });
  }
  return joinHyphens(
    words,
    out.sort((a, b) => a.first - b.first),
  );
}

/** The run is the whole of what the tagger has found a part of: by the gazetteer, or "Port of ..." before it. */
function overrules(words: Words, run: Run, name: NameRange): boolean {
  if (run.first > name.first || run.last < name.last || run.last - run.first === name.last - name.first)
    return false;
  const atEdge = run.last === name.last || (run.first === name.first && name.last - name.first === 1);
  return isKnown(words, run) || (atEdge && isPlaceOf(words, run));
}

/** "Port of Spain", "Gulf of Aden". */
function isPlaceOf(words: Words, run: Run): boolean {
  return (
    run.last - run.first > 2 &&
    words.folded[run.first + 1] === 'of' &&
    isPlaceOpener(words.folded[run.first]!)
  );
}

/** Folded words that are capitalised where that says something: inside sentences that are not all capitals. */
function capitalisedWords(words: Words): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i < words.length; i++)
    if (words.capitals[i] !== CAPITALS.none && !words.shouting[words.sentence[i]!] && !opensClause(words, i))
      found.add(words.folded[i]!);
  return found;
}

/**
 * What the tagger finds in a headline, or in the first word of a sentence that is an ordinary word, is a name only when
 * the text names it elsewhere too, or a gazetteer does.
 */
function standsInBody(words: Words, name: NameRange, body: ReadonlySet<string>): boolean {
  const headline = words.shouting[words.sentence[name.first]!] === 1;
  if (!headline && !(name.last - name.first === 1 && opensClause(words, name.first))) return true;
  const bits = gazetteerBits(words.folded[name.first]!);
  if (!headline)
    return (
      (bits & GAZETTEER.common) === 0 || bits !== GAZETTEER.common || body.has(words.folded[name.first]!)
    );
  if ((bits & GIVEN_NAME && name.last - name.first > 1) || isKnown(words, { ...name, title: name.first }))
    return true;
  for (let i = name.first; i < name.last; i++) if (!body.has(words.folded[i]!)) return false;
  return true;
}

function strength(words: Words, run: Run): number {
  return Math.max(...Object.values(scoreTypes(words, run.first, run.last, run.title < run.first)));
}

function neededAlone(words: Words, { first, last }: Run): number {
  if (last - first === 1) return gazetteerBits(words.folded[first]!) === 0 ? ALONE_UNKNOWN : ALONE;
  const body = isOrganizationHead(words.folded[last - 1]!) && words.capitals[last - 1] !== CAPITALS.none;
  return body && !opensClause(words, first) ? ALONE_BODY : ALONE;
}

function isKnown(words: Words, run: Run): boolean {
  const bits = gazetteerBits(words.folded.slice(run.first, run.last).join(' '));
  return (
    (bits & (PLACE_NAME | GAZETTEER.organization | GAZETTEER.demonym)) !== 0 &&
    (bits & GAZETTEER.common) === 0
  );
}

/** A tagger's name without title, determiner and marks at its ends. */
function trim(words: Words, name: NameRange): NameRange {
  let { first, last } = name;
  while (last > first && !/[\p{L}\d.]$/u.test(words.word(last - 1))) last--;
  while (last > first && /^['’]s?$/.test(words.word(last - 1))) last--;
  // No part of an address is a name.
  if (last > first && /\/|@|^www\./.test(words.word(first))) last = first;
  while (first < last && (isOpeningArticle(words, first) || !/[\p{L}\d]/u.test(words.word(first)))) first++;
  if (last - first > 1 && standsByName(words, first)) first++;
  // "Fiona Tait KC": a rank behind the name.
  if (name.type === 'PERSON')
    while (last - first > 2 && /^(?:KC|QC|MP|MEP|MSP|MBE|OBE|CBE|PhD|MD)$/.test(words.word(last - 1))) last--;
  // "the Varley smelter": the ordinary noun is no part of a body's or person's name.
  if (name.type === 'PERSON' || name.type === 'ORGANIZATION')
    while (
      last - first > 1 &&
      /^\p{Ll}{3,}$/u.test(words.word(last - 1)) &&
      words.capitals[last - 2] !== CAPITALS.none &&
      !isParticle(words.folded[last - 1]!)
    )
      last--;
  if (name.type === 'PERSON')
    while (
      first < last - 1 &&
      !/^(?:st|saint)$/.test(words.folded[first]!) &&
      (isHonorific(words.folded[first]!) ||
        isOffice(words.folded[first]!) ||
        isTitleModifier(words.folded[first]!))
    )
      first++;
  // "Peru on Sunday": the day is no part of it.
  while (
    last - first > 1 &&
    (isWeekday(words.folded[last - 1]!) ||
      (last < name.last && /^(?:on|late|early)$/.test(words.folded[last - 1]!)))
  )
    last--;
  if (last - first === 1 && modifiesTitle(words, first)) last = first;
  // "Jan. 3" is a date, "May 2" too.
  if (isCalendar(words.folded[first]!) && (last - first === 1 || /^\d/.test(words.word(first + 1))))
    last = first;
  if (last - first === 1 && (isCalendar(words.folded[first]!) || isTitleOnly(words, first))) last = first;
  return { ...name, first, last };
}

/** "the Greens", and "The Greens" where the capital says nothing; not "The Hague" inside a sentence. */
function isOpeningArticle(words: Words, token: number): boolean {
  return (
    /^(?:the|a|an)$/.test(words.folded[token]!) &&
    (words.capitals[token] === CAPITALS.none || opensClause(words, token))
  );
}

function isTitleOnly(words: Words, token: number): boolean {
  return isOffice(words.folded[token]!) || isHonorific(words.folded[token]!);
}

const isWeekday = (word: string): boolean => /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(word);

/** "Financial" of "Chief Financial Officer", "Special" of "Special Agent": an ordinary word before an office. */
function modifiesTitle(words: Words, token: number): boolean {
  const next = token + 1;
  if (next >= words.length || words.isFirst(next) || words.capitals[next] !== CAPITALS.initial) return false;
  if (!isOffice(words.folded[next]!)) return false;
  const folded = words.folded[token]!;
  return isTitleModifier(folded) || isOffice(folded) || gazetteerBits(folded) === GAZETTEER.common;
}

/** First token of the title that stands right before the token. */
function titleOf(words: Words, first: number): number {
  let at = first;
  while (
    at > 0 &&
    words.sentence[at - 1] === words.sentence[first] &&
    (isOffice(words.folded[at - 1]!) || isHonorific(words.folded[at - 1]!))
  )
    at--;
  return at;
}
