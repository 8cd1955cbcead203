import { CARDINALS, ORDINALS } from '../../lexicon/time-words.ts';

// Counts before units of time: `3`, `1,200`, `two`, `twenty-four`, `a`, `half an`, `two and a half`, `a couple of`.

const WORD = [...CARDINALS.keys()].sort((a, b) => b.length - a.length).join('|');

export const CARDINAL = `(?:${WORD})(?:-(?:${WORD}))?`;

/** Pattern of a count; blanks stand for white space (see `compile`). */
export const COUNT = [
  '\\d{1,3}(?:,\\d{3}){1,3}',
  '\\d{1,5}(?:\\.\\d{1,2})?(?:(?: |-)1/2| ?½)?(?! ?%)',
  '(?:a )?half(?: an?)?',
  '(?:a |the )?couple(?: of)?',
  `(?:(?:a|an|${WORD})(?:[- ](?:${WORD}))? )?(?:hundred|thousand|million|dozen)`,
  `(?:${WORD})(?:[- ](?:${WORD}))?(?: and a half)?`,
  'an?',
]
  .map((part) => `(?:${part})`)
  .join('|');

/** Pattern of a count written without a determiner, as in `three-month`. */
export const BARE_COUNT = `\\d{1,4}(?:\\.\\d)?|(?:${WORD})(?:-(?:${WORD}))?`;

export const ORDINAL = `\\d{1,2}(?:st|nd|rd|th)|${[...ORDINALS.keys()].sort((a, b) => b.length - a.length).join('|')}`;

/** The number that `COUNT` matched; null for anything else. */
export function readCount(source: string): number | null {
  let text = source.toLowerCase().replace(/,/g, '').replace(/\s+/g, ' ').trim();
  if (/^(?:a )?half(?: an?)?$/.test(text)) return 0.5;
  if (/couple/.test(text)) return 2;
  let half = 0;
  const tail = /(?:[ -]1\/2| ?½| and a half)$/.exec(text);
  if (tail !== null) {
    half = 0.5;
    text = text.slice(0, -tail[0].length);
  }
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) + half;
  let total = 0;
  for (const word of text.split(/[ -]/)) {
    const value = word === 'a' || word === 'an' ? 1 : CARDINALS.get(word);
    if (value !== undefined) total += value;
    else if (word === 'hundred') total = (total || 1) * 100;
    else if (word === 'thousand') total = (total || 1) * 1000;
    else if (word === 'million') total = (total || 1) * 1_000_000;
    else if (word === 'dozen') total = (total || 1) * 12;
    else return null;
  }
  return total + half;
}

/** The number that `ORDINAL` matched. */
export function readOrdinal(source: string): number | null {
  const text = source.toLowerCase().replace(/\s/g, '-');
  const digits = /^\d+/.exec(text);
  return digits === null ? (ORDINALS.get(text) ?? null) : Number(digits[0]);
}
