import { UPOS_CODE } from '../../core/labels.ts';
import type { EntityRole } from '../../core/layers.ts';
import { compromiseLexiconTags } from '../../language/compromise.ts';
import { FEMALE_NOUNS, MALE_NOUNS, ROLE_NOUNS } from '../../lexicon/person-nouns.ts';
import { GAZETTEER, gazetteerBits } from './gazetteer.ts';
import { type Gender, isHonorific, isOffice, isTitleModifier } from './name-form.ts';
import { CAPITALS, type Words } from './words.ts';

const roleNouns = new Set(ROLE_NOUNS);
const maleNouns = new Set(MALE_NOUNS);
const femaleNouns = new Set(FEMALE_NOUNS);

/** Longest role in tokens. */
const LONGEST = 10;

/** A role with what is needed to recognise it again. */
export interface Role extends EntityRole {
  /** Folded head noun: "director" of "FBI Director". */
  readonly head: string;
  /** Folded names and adjectives before or after the head that tell whose role it is. */
  readonly qualifiers: readonly string[];
  readonly gender: Gender | null;
}

export function isRoleNoun(word: string): boolean {
  return (
    roleNouns.has(word) ||
    isOffice(word) ||
    maleNouns.has(word) ||
    femaleNouns.has(word) ||
    (word.endsWith('ist') && word.length > 6)
  );
}

export function nounGender(word: string): Gender | null {
  if (femaleNouns.has(word)) return 'female';
  return maleNouns.has(word) ? 'male' : null;
}

/** The roles that stand next to a person's name: a title before it, an apposition after it. */
export function rolesBeside(words: Words, first: number, last: number): Role[] {
  const roles: Role[] = [];
  const before = roleBefore(words, first, last);
  if (before !== null) roles.push(before);
  const after = roleAfter(words, last);
  if (after !== null) roles.push(after);
  return roles;
}

/** "White House spokeswoman Anna Bell", "the city's former mayor, Tom Reed,". */
function roleBefore(words: Words, first: number, last: number): Role | null {
  const sentence = words.sentence[first]!;
  let end = first;
  if (end > 0 && words.folded[end - 1] === ',' && words.sentence[end - 1] === sentence) end--;
  const comma = end < first;
  if (end === 0 || words.sentence[end - 1] !== sentence) return null;
  const head = words.folded[end - 1]!;
  if (!isRoleNoun(head) || (isHonorific(head) && !isOffice(head))) return null;
  let start = end - 1;
  while (
    start > 0 &&
    end - start < LONGEST &&
    words.sentence[start - 1] === sentence &&
    modifiesRole(words, start - 1)
  )
    start--;
  while (start < end - 1 && !startsRole(words, start)) start++;
  // After a comma only a phrase with a determiner is an apposition: "the president, Ana Gil,", not "lawyer, Ana Gil".
  if (
    comma &&
    !(start > 0 && /^(?:the|his|her|its|their|our|my)$/.test(words.folded[start - 1]!)) &&
    !(start > 0 && /^an?$/.test(words.folded[start - 1]!) && words.folded[last] === ',') &&
    !words.folded.slice(start, end).includes("'s")
  ) {
    if (!words.folded.slice(start, end).some((word, i) => word === '' && i > 0)) return null;
  }
  return makeRole(words, start, end);
}

/** The possessive mark folds to nothing or "'s". */
function isPossessiveMark(words: Words, token: number): boolean {
  return /^['’]s?$/.test(words.word(token));
}

function modifiesRole(words: Words, token: number): boolean {
  const folded = words.folded[token]!;
  if (isOffice(folded) || isTitleModifier(folded) || isPossessiveMark(words, token)) return true;
  if (folded === 'of' || folded === '-' || folded === '&') return true;
  if (
    /^(?:the|a|an|that|this|and|or|said|says|with|by|to|in|on|at|for|from|under|over|after|before|as|but|when|where|while|,)$/.test(
      folded,
    )
  )
    return false;
  const upos = words.table.columns.upos[token];
  if (words.capitals[token] !== CAPITALS.none)
    return (
      upos === UPOS_CODE.X || upos === UPOS_CODE.PROPN || upos === UPOS_CODE.ADJ || upos === UPOS_CODE.NOUN
    );
  if (upos !== UPOS_CODE.X)
    return upos === UPOS_CODE.NOUN || upos === UPOS_CODE.ADJ || upos === UPOS_CODE.PROPN;
  if (!/^\p{Ll}/u.test(words.word(token))) return false;
  const tags = compromiseLexiconTags(folded);
  return tags.some(
    (tag) =>
      tag === 'Noun' || tag === 'Singular' || tag === 'Adjective' || tag === 'Uncountable' || tag === 'Actor',
  );
}

/** A role begins with a content word. */
function startsRole(words: Words, token: number): boolean {
  const folded = words.folded[token]!;
  return !isPossessiveMark(words, token) && folded !== 'of' && folded !== '-' && folded !== '&';
}

/** "Ana Gil, director of the agency,", "Tom Reed, a policy expert at the institute". */
function roleAfter(words: Words, last: number): Role | null {
  if (last + 1 >= words.length || words.folded[last] !== ',') return null;
  const sentence = words.sentence[last - 1]!;
  let start = last + 1;
  while (start < words.length && /^(?:the|a|an|now|then|who|was|is)$/.test(words.folded[start]!)) start++;
  if (words.folded[last + 1] === 'who' && !/^(?:is|was)$/.test(words.folded[last + 2] ?? '')) return null;
  let end = start;
  let head = -1;
  while (end < words.length && end - start < LONGEST && words.sentence[end] === sentence) {
    const folded = words.folded[end]!;
    if (
      /^[,.;:()–—"“”]$/.test(words.word(end)) ||
      /^(?:who|which|that|said|says|told|was|is|has|had|whose|where|when)$/.test(folded)
    )
      break;
    if (
      head < 0 &&
      (/^(?:of|for|at|in|with|and|from|on|to|by)$/.test(folded) ||
        words.table.columns.upos[end] === UPOS_CODE.ADP)
    )
      break;
    if (isRoleNoun(folded)) head = end;
    else if (
      head >= 0 &&
      !/^(?:of|for|at|the|and|-|&)$/.test(folded) &&
      words.capitals[end] === CAPITALS.none &&
      !isPossessiveMark(words, end) &&
      !isNounLike(words, end)
    )
      break;
    end++;
  }
  while (head >= 0 && end > head + 1 && /^(?:of|for|at|the|and|-|&|in|on)$/.test(words.folded[end - 1]!))
    end--;
  return head < 0 || end <= start ? null : makeRole(words, start, end, head);
}

function isNounLike(words: Words, token: number): boolean {
  const upos = words.table.columns.upos[token];
  if (upos !== UPOS_CODE.X)
    return upos === UPOS_CODE.NOUN || upos === UPOS_CODE.ADJ || upos === UPOS_CODE.PROPN;
  return gazetteerBits(words.folded[token]!) === GAZETTEER.common;
}

function makeRole(words: Words, start: number, end: number, head = headOf(words, start, end)): Role {
  const span = { start: words.start(start), end: words.end(end - 1) };
  return {
    ...span,
    text: words.text.slice(span.start, span.end),
    head: words.folded[head]!,
    qualifiers: qualifiersOf(words, start, end, head),
    gender: nounGender(words.folded[head]!),
  };
}

/** Head noun of a phrase: the last word before "of" or "for". */
export function headOf(words: Words, start: number, end: number): number {
  for (let i = start + 1; i < end; i++)
    if (/^(?:of|for|at)$/.test(words.folded[i]!) && isRoleNoun(words.folded[i - 1]!)) return i - 1;
  return end - 1;
}

/** Names, demonyms and nouns of a phrase but its head: what tells one president from another. */
export function qualifiersOf(words: Words, start: number, end: number, head: number): string[] {
  const found: string[] = [];
  for (let i = start; i < end; i++) {
    const folded = words.folded[i]!;
    if (
      i === head ||
      folded === '' ||
      isTitleModifier(folded) ||
      /^(?:the|of|for|at|and|a|an|-|&|'s|')$/.test(folded)
    )
      continue;
    found.push(folded);
  }
  return found;
}
