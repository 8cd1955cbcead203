import { ORDINAL, readOrdinal } from '../numbers.ts';
import { compile, PART, readPart } from '../patterns.ts';
import { fixed, type Recogniser } from '../recogniser.ts';
import { TRIGGER } from '../triggers.ts';
import { pad } from '../values.ts';

const WORDS = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];

export const decade: Recogniser = {
  id: 'decade',
  about:
    'A decade in figures or words: `the 1990s`, `the late ’80s`, `the sixties`; ages (`in his sixties`) are left alone.',
  needs: TRIGGER.decade,
  pattern: compile(
    `(?<part>${PART})?(?:the )?(?:(?<full>(?:1[1-9]|20)\\d)0['’]?s|['’](?<short>\\d)0s|(?<word>${WORDS.join('|')}))`,
  ),
  matches: ['Prices soared in the 1990s.', 'He left in the late ’80s.', 'It was the style of the sixties.'],
  rejects: ['She is in her sixties.', 'Highs in the nineties are expected.', 'They paid in 20s.'],
  values: [
    ['Prices soared in the 1990s.', 'the 1990s', '199'],
    ['He left in the late 1980s.', 'the late 1980s', '198'],
  ],
  read({ part, full, short, word }, around, match) {
    if (full !== undefined) return { ...fixed('DATE', full, { mod: readPart(part) }), unit: 'decade' };
    if (short !== undefined)
      return { ...fixed('DATE', `19${short}`, { mod: readPart(part) }), unit: 'decade' };
    if (word === undefined || !/\bthe\s/i.test(match)) return null;
    if (/\b(?:temperatures?|highs?|lows?|mercury|degrees)\b/i.test(around.before(40) + around.after(30)))
      return null;
    return {
      ...fixed('DATE', `19${WORDS.indexOf(word.toLowerCase()) + 2}`, { mod: readPart(part) }),
      unit: 'decade',
    };
  },
};

export const century: Recogniser = {
  id: 'century',
  about: 'A numbered century: `the 19th century`, `the early twentieth century`, `eighteenth-century`.',
  needs: TRIGGER.century,
  pattern: compile(
    `(?<part>${PART})?(?:the )?(?<ordinal>${ORDINAL})[- ]century(?<era> (?:B\\.C\\.(?:E\\.)?|BCE?|A\\.D\\.|AD)(?![A-Za-z]))?`,
  ),
  matches: ['The house dates from the 19th century.', 'an eighteenth-century print'],
  rejects: ['His third century of the season', 'They waited a century.'],
  values: [['The house dates from the 19th century.', 'the 19th century', '18']],
  read({ part, ordinal, era }, around, match) {
    const number = ordinal === undefined ? null : readOrdinal(ordinal);
    if (number === null || number > 30) return null;
    // A batsman's third century, not the third one of our era.
    if (number < 9 && era === undefined && !/\bthe\s/i.test(match)) return null;
    if (
      /^\s(?:of|in|from|for)\s(?:the\s)?(?:season|match|innings|series|test|tournament)/i.test(
        around.after(24),
      )
    )
      return null;
    const value = era !== undefined && /b/i.test(era) ? `BC${pad(number - 1)}` : pad(number - 1);
    return { ...fixed('DATE', value, { mod: readPart(part) }), unit: 'century' };
  },
};
