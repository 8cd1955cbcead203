import type { NameRange } from '../../core/tokens.ts';
import { GAZETTEER, gazetteerBits, PLACE_NAME } from './gazetteer.ts';
import { isHonorific, isOffice, isTitleModifier } from './name-form.ts';
import { scoreTypes } from './name-type.ts';
import { isCalendar, opensClause, type Run } from './runs.ts';
import { CAPITALS, type Words } from './words.ts';

/** A run that may be a name, with the name tagger's opinion of it. */
export interface Candidate extends Run {
  readonly tagged: NameRange | null;
  readonly rule: string;
}

/** A run that the tagger does not know needs this much evidence to be a name. */
const ALONE = 6;
/** A tagger's name less sure than this gives way to a run that the gazetteer knows. */
const UNSURE = 0.5;

/** The tagger's names, cut right, and the runs that it has missed but evidence speaks for; in order, not overlapping. */
export function mergeTagger(words: Words, runs: readonly Run[]): Candidate[] {
  if (words.names.length === 0) return runs.map((run) => ({ ...run, tagged: null, rule: 'capitals' }));
  const out: Candidate[] = [];
  const tagged = words.names.map((name) => trim(words, name)).filter((name) => name.first < name.last);
  const free = new Uint8Array(words.length);
  // A run that a gazetteer knows whole wins over an unsure part of it.
  const taken = tagged.filter(
    (name) =>
      name.confidence >= UNSURE ||
      !runs.some(
        (run) =>
          run.first <= name.first &&
          run.last >= name.last &&
          run.last - run.first > name.last - name.first &&
          isKnown(words, run),
      ),
  );
  for (const name of taken) {
    free.fill(1, name.first, name.last);
    const same = runs.find((run) => run.last > name.first && run.first < name.last);
    const title = same !== undefined && same.first === name.first ? same.title : titleOf(words, name.first);
    out.push({ first: name.first, last: name.last, title, tagged: name, rule: 'tagger' });
  }
  for (const run of runs) {
    let open = true;
    for (let i = run.first; i < run.last; i++) if (free[i]) open = false;
    if (open && (isKnown(words, run) || strength(words, run) >= ALONE))
      out.push({ ...run, tagged: null, rule: 'capitals' });
  }
  return out.sort((a, b) => a.first - b.first);
}

function strength(words: Words, run: Run): number {
  return Math.max(...Object.values(scoreTypes(words, run.first, run.last, run.title < run.first)));
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
  while (first < last && (isOpeningArticle(words, first) || !/[\p{L}\d]/u.test(words.word(first)))) first++;
  if (name.type === 'PERSON')
    while (
      first < last - 1 &&
      (isHonorific(words.folded[first]!) ||
        isOffice(words.folded[first]!) ||
        isTitleModifier(words.folded[first]!))
    )
      first++;
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
