import { PAST_FORMS, PAST_PARTICIPLES } from '../../lexicon/past-forms.ts';
import type { Tense } from './scope.ts';

// Surface cues of tense: the verb group nearest before an expression in its sentence, else the first one after it.

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const FUTURE_MODALS = list("will shall would won't won’t may might could should can must");
/** Participles and adjectives that look ahead before `to`, `for`, `on` or a date. */
const AHEAD = list(
  'expected scheduled slated due set planned going likely about supposed ready expects expect plans plan planning intends intend intended aims aim aimed hopes hope hoping wants want agreed vowed promised pledged decided threatened postponed delayed moved',
);
const BE = list('is are be now also was were been being');
const NOMINAL = list('the a an this that its his her their our by at in of');
/** Base verbs that after `to` announce something. */
const PLANNED = list(
  'be begin meet start vote visit hold take discuss open travel arrive return go decide appear face play attend announce report continue end expire leave run step resign launch release speak make give address deliver publish host sign testify complete close resume',
);
/** Present forms of what is on a programme. */
const SCHEDULED = list(
  'begins starts opens meets ends closes expires arrives leaves returns visits plays faces hosts travels resumes holds votes kicks takes',
);
/** Forms in -ed that are no verbs, or adjectives. */
const NOT_PAST = list(
  'united need indeed speed feed seed hundred red bed embed breed exceed succeed proceed proposed',
);
const WORD = /[A-Za-z][A-Za-z'’]*/g;

interface Group {
  readonly tense: 'past' | 'future';
  readonly start: number;
}

/** The verb groups of a stretch of text, with their tense and place. */
function groups(text: string): readonly Group[] {
  const found: Group[] = [];
  // Words for which a group that looks ahead still holds its participles.
  let ahead = 0;
  // `had been due to expire`: over, whatever was planned.
  let had = 0;
  let before = '';
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    const { index } = match;
    if (/[,;:—–()]/.test(text.slice(end, index))) ahead = 0;
    const read = tenseOf(word, before, match[0], ahead);
    const tense = had > 0 && read === 'future' && !FUTURE_MODALS.has(word) ? null : read;
    had = word === 'had' ? 6 : had - 1;
    if (tense !== null) found.push({ tense, start: index });
    ahead = tense === 'past' ? 0 : tense === 'future' ? 4 : Math.max(0, ahead - 1);
    before = word;
    end = index + word.length;
  }
  return found;
}

function tenseOf(word: string, before: string, written: string, ahead: number): 'past' | 'future' | null {
  if (FUTURE_MODALS.has(word)) return written.startsWith('M') ? null : 'future';
  if (word.endsWith("'ll") || word.endsWith('’ll')) return 'future';
  if (word === 'upcoming' || word === 'tentatively') return 'future';
  if ((word === 'to' || word === 'for') && AHEAD.has(before)) return 'future';
  if (before === 'to' && PLANNED.has(word)) return 'future';
  if (AHEAD.has(word) && BE.has(before) && /(?:ed|due|set|likely)$/.test(word)) return 'future';
  if (SCHEDULED.has(word) && !NOMINAL.has(before)) return 'future';
  // `could have met` is over, `will have met` is to come.
  if (word === 'have' && ahead > 2) return before === 'will' ? null : 'past';
  const past =
    PAST_FORMS.has(word) ||
    (word.length > 3 && word.endsWith('ed') && !NOT_PAST.has(word)) ||
    /n['’]t$/.test(word);
  if (past || (word === 'set' && !BE.has(before))) {
    const participle = word.endsWith('ed') || PAST_PARTICIPLES.has(word);
    return participle && ahead > 0 ? null : 'past';
  }
  return null;
}

const BOUNDARY = /[.;!?]["”’']?\s+(?=["“‘']?[A-Z])|\n/g;
const ABBREVIATION =
  /\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Col|Lt|Sgt|St|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.N|Inc|Corp|Co|Ltd|No)$/;

function leftOf(text: string, start: number, limit: number): string {
  // With the first letter of the expression, so that the stop right before one that opens a sentence counts.
  const left = text.slice(Math.max(0, start - limit), start + 1);
  let from = 0;
  for (const boundary of left.matchAll(BOUNDARY))
    if (!ABBREVIATION.test(left.slice(Math.max(0, boundary.index - 6), boundary.index)))
      from = boundary.index + boundary[0].length;
  return left.slice(from, -1);
}

function rightOf(text: string, end: number, limit: number): string {
  const right = text.slice(end, end + limit);
  const boundary = /[.;!?](?=\s|$)|\n/.exec(right);
  return boundary === null ? right : right.slice(0, boundary.index);
}

/** The expression opens its clause, so its verb comes after it: `..., and on Tuesday will vote`. */
const OPENS_CLAUSE =
  /(?:^|[,;:—–]|\b(?:and|but|that|when|which|while))\s*(?:(?:on|in|by|early|late|later)\s+)?(?:the\s+)?$/i;

/** The text has a verb group whose tense shows. */
export const hasVerb = (text: string): boolean => groups(text).length > 0;

/** Words right before a date that always make it one to come. */
const FIXED =
  /\b(?:effective|payable|holders of record|stock of record)\s+(?:(?:on|in|at|as of|from|the|early|late|mid)\s+)*$/i;

/** The words right before the place say that the date there lies ahead. */
export const isFixed = (text: string, start: number): boolean =>
  FIXED.test(text.slice(Math.max(0, start - 40), start));

/** Words right before a date that make it one to come. */
const DIRECT =
  /\b(?:due|starting|beginning|until|till|expir(?:es?|ing)|upcoming)\s+(?:(?:on|in|at|as of|from|the|early|late|mid)\s+)*$/i;

/** Which way the clause around `[start, end)` looks, by its surface verb forms. */
export function surfaceTense(text: string, start: number, end: number): Tense {
  const left = leftOf(text, start, 120);
  const last = groups(left).at(-1);
  if (FIXED.test(left)) return 'future';
  const right = rightOf(text, end, 70);
  if (
    DIRECT.test(left) &&
    (last?.tense === 'future' || (groups(right)[0]?.tense !== 'past' && !/\b(?:was|were|had)\b/.test(left)))
  )
    return 'future';
  if (last !== undefined && !OPENS_CLAUSE.test(left)) return last.tense;
  // `Friday's vote` says nothing of the verb after it.
  const next = /^['’]s?\b/.test(right) ? undefined : groups(right)[0];
  if (next !== undefined && (last === undefined || next.start < 45)) return next.tense;
  return last?.tense ?? 'none';
}

const AHEAD_FROM_NOW =
  /\b(?:will|won['’]t|(?:is|are) (?:due|expected|scheduled|set|slated|planned|to))\b|['’]ll\b/i;

/** The clause left of the place looks ahead from the present. */
export const looksAhead = (text: string, start: number): boolean =>
  AHEAD_FROM_NOW.test(leftOf(text, start, 90));
