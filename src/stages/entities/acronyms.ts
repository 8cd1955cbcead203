import { ROMANCE_INITIALS } from '../../lexicon/organization-words.ts';

const SKIPPED = new Set([
  'a',
  'an',
  'and',
  'at',
  'de',
  'del',
  'do',
  'da',
  'for',
  'in',
  'la',
  'of',
  'on',
  'the',
  'to',
  '&',
]);

/**
 * True when the letters can stand for the words: their initials in order (small words may count or not), or, from three
 * letters on, the initials in another order or those of the words' Romance translations (Ejército de Liberación
 * Nacional, ELN, is the National Liberation Army).
 */
export function isAcronymOf(letters: string, words: readonly string[]): boolean {
  if (words.length < 2) return false;
  const parts = words.flatMap((word) => word.split('-')).filter((word) => word !== '');
  if (initialsMatch(letters, parts)) return true;
  return letters.length >= 3 && translatedInitialsMatch(letters, parts);
}

function initialsMatch(letters: string, parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    if (part[0] === letters[at]) at++;
    else if (!SKIPPED.has(part)) return false;
  }
  if (at === letters.length) return true;
  return (
    parts
      .filter((part) => !SKIPPED.has(part))
      .map((part) => part[0])
      .join('') === letters
  );
}

function translatedInitialsMatch(letters: string, parts: readonly string[]): boolean {
  const content = parts.filter((part) => !SKIPPED.has(part));
  if (content.length !== letters.length) return false;
  return assign(letters, content, 0);
}

/** Each word takes one of its initials away; at most 8 words of two initials each. */
function assign(left: string, words: readonly string[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return left === '';
  if (words.length > 8) return false;
  for (const initial of new Set([word[0]!, ROMANCE_INITIALS[word] ?? word[0]!])) {
    const found = left.indexOf(initial);
    if (found >= 0 && assign(left.slice(0, found) + left.slice(found + 1), words, at + 1)) return true;
  }
  return false;
}
