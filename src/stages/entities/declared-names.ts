import { isAcronymOf } from './acronyms.ts';
import { CAPITALS, type Words } from './words.ts';

/** A name that the text declares by what stands beside it: its tokens. */
export interface DeclaredName {
  readonly first: number;
  readonly last: number;
  readonly type: 'ORGANIZATION' | 'PERSON';
  readonly rule: string;
}

const SMALL = /^(?:a|an|and|at|de|del|der|des|di|do|du|for|in|la|le|of|on|sans|the|to|und|&|-)$/;
/** Letters of a declared acronym: two capitals or more, small ones between them ("TfL"). */
const LETTERS = /^\p{Lu}[\p{L}\d&]{0,6}\p{Lu}$/u;
/** Small words and hyphens that may stand among the words of the name. */
const EXTRA = 6;

export function isDeclaredAcronym(word: string): boolean {
  return LETTERS.test(word);
}

const NICKNAMED = /^(?:nicknamed|alias|aka)$/;
const QUOTE = /^["“”]$/;
/** Most words of a nickname. */
const NICKNAME = 4;

/** Names explained by an acronym in brackets, and nicknames in quotation marks; in order. */
export function declaredNames(words: Words): DeclaredName[] {
  const found: DeclaredName[] = [];
  for (let i = 0; i + 2 < words.length; i++) {
    const name =
      words.word(i) === '('
        ? nameBefore(words, i)
        : NICKNAMED.test(words.folded[i]!)
          ? nickname(words, i + 1)
          : null;
    if (name !== null) found.push(name);
  }
  return found;
}

/**
 * The name that the acronym in brackets delimits: the shortest run of capitalised words before the bracket whose initials it is
 * (after Schwartz & Hearst 2003), "Transport for London (TfL)".
 */
function nameBefore(words: Words, open: number): DeclaredName | null {
  const letters = words.word(open + 1);
  if (words.word(open + 2) !== ')' || !isDeclaredAcronym(letters)) return null;
  if (words.sentence[open] !== words.sentence[open + 2]) return null;
  const first = startOfName(words, open, letters.toLowerCase().replace('&', ''));
  return first < 0 ? null : { first, last: open, type: 'ORGANIZATION', rule: 'declared-acronym' };
}

/** 'nicknamed "Big Tom"'. */
function nickname(words: Words, quote: number): DeclaredName | null {
  if (!QUOTE.test(words.word(quote))) return null;
  const first = quote + 1;
  let last = first;
  while (last < words.length && last - first < NICKNAME && words.capitals[last] === CAPITALS.initial) last++;
  if (last === first || last >= words.length || !QUOTE.test(words.word(last))) return null;
  return { first, last, type: 'PERSON', rule: 'nickname' };
}

function startOfName(words: Words, end: number, letters: string): number {
  const least = Math.max(words.table.first(words.sentence[end]!), end - letters.length - EXTRA);
  for (let i = end - 1; i >= least; i--) {
    const small = SMALL.test(words.folded[i]!);
    if (words.capitals[i] === CAPITALS.none && !small) return -1;
    if (small || end - i < 2) continue;
    if (
      isAcronymOf(
        letters,
        words.folded.slice(i, end).filter((word) => word !== '-'),
      )
    )
      return i;
  }
  return -1;
}
