import { ORDINALS } from '../../../lexicon/time-words.ts';
import { addUnits, civilDay } from '../calendar.ts';
import { compile } from '../patterns.ts';
import type { Recogniser } from '../recogniser.ts';
import { referenceFor, type Scope } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { unitValue } from '../values.ts';

const YEAR_WORDS = '(?:19|20)\\d\\d|last year|this year|next year|the (?:previous|prior|following|same) year';

/** The year of a numbered part of a year: the one that is over, or running when the tense looks ahead. */
function partYear(
  scope: Scope,
  lastMonth: number,
  months: number,
  yearText: string | undefined,
): number | null {
  if (yearText !== undefined && /\d{4}/.test(yearText)) return Number(/\d{4}/.exec(yearText)![0]);
  const reference = referenceFor(scope, 'quarter');
  if (reference === null) return scope.previous === null ? null : civilDay(scope.previous.day).year;
  const { year, month } = civilDay(reference.day);
  if (yearText !== undefined) {
    if (/last|previous|prior/i.test(yearText)) return year - 1;
    if (/next|following/i.test(yearText)) return year + 1;
    return year;
  }
  if (scope.narrative && scope.previous !== null) return civilDay(scope.previous.day).year;
  const started = lastMonth - months + 1 <= month;
  return scope.tense() === 'future' || started ? year : year - 1;
}

const SPORT =
  /\b(?:touchdowns?|field goals?|yards?|scor(?:ed|ing|es)|halftime|rebounds?|three-pointers?|quarterback|free throws?|fumbled?|interception|outscor\w+|led by|trail(?:ed|ing|s) by|turnovers?|coach|kickoff|NBA|NFL|WNBA|three-point|layups?|dunks?)\b/i;

export const quarter: Recogniser = {
  id: 'quarter',
  about:
    'A numbered quarter or half of a year: `the third quarter`, `fiscal second-quarter`, `last year’s fourth quarter`, `the first half of 2012`; a half of a match or of people is left alone.',
  needs: TRIGGER.quarter,
  pattern: compile(
    `(?<poss>its |their |our |his |her |a |an )?(?:the )?(?:(?<before>(?:19|20)\\d\\d|(?:this|last|next) year)(?:['’]s)? )?(?:(?:latest|current|fiscal|just-ended|year-ago|year-earlier) |fiscal-){0,2}(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|last)(?<joint>[- ])(?<part>quarter|half)(?!s|-|time)(?:,? (?:of |in )?(?:the )?(?:fiscal )?(?:year )?(?<after>${YEAR_WORDS}|the year))?`,
  ),
  matches: [
    'Profit rose 4% in the third quarter.',
    'It posted a second-quarter loss.',
    'Sales fell in the first half of 2012.',
  ],
  rejects: ['They scored twice in the first half.', 'The second half of the book', 'a quarter of voters'],
  values: [
    ['Profit rose in the fourth quarter.', 'the fourth quarter', '2025-Q4'],
    ['Sales fell in the first half of 2012.', 'the first half of 2012', '2012-H1'],
  ],
  read({ poss, before, ordinal, joint, part, after }, around, match) {
    const isHalf = part!.toLowerCase() === 'half';
    const lower = ordinal!.toLowerCase();
    const number = ORDINALS.get(lower) ?? Number.parseInt(lower, 10);
    const yearText = before ?? (/^the year$/i.test(after ?? '') ? undefined : after);
    if (isHalf && yearText === undefined && after === undefined) return null;
    if (isHalf && number > 2) return null;
    if (lower === 'last' && !isHalf) return null;
    // A quarter of a match.
    if (yearText === undefined && SPORT.test(around.before(80) + around.after(60))) return null;
    const ordinalNumber = lower === 'last' ? 2 : number;
    const months = isHalf ? 6 : 3;
    const compound = joint === '-';
    return {
      type: 'DATE',
      // `its third-quarter profit`: the expression is the compound alone; `its fourth quarter` keeps its determiner.
      skip: compound
        ? match.search(/(?:(?:19|20)\d\d|fiscal[ -]|first|second|third|fourth|[1-4](?:st|nd|rd|th))/i)
        : (poss?.length ?? 0),
      unit: isHalf ? 'half' : 'quarter',
      resolve(scope) {
        const year = partYear(scope, ordinalNumber * months, months, yearText);
        const agoShift = /year-ago|year-earlier/i.test(match) && yearText === undefined ? -1 : 0;
        if (year === null)
          return { value: `XXXX-${isHalf ? 'H' : 'Q'}${ordinalNumber}`, anchor: 'publication' };
        return {
          value: `${year + agoShift}-${isHalf ? 'H' : 'Q'}${ordinalNumber}`,
          anchor: yearText !== undefined && /\d/.test(yearText) ? 'explicit' : 'publication',
        };
      },
    };
  },
};

export const quarterCode: Recogniser = {
  id: 'quarter-code',
  about: 'A quarter or half in code: `Q3 2025`, `H1`, `3Q`.',
  needs: TRIGGER.quarter,
  pattern: compile(
    `(?:(?<kind>[QH])(?<number>[1-4])|(?<number2>[1-4])Q)(?: (?:of )?(?:FY ?)?(?<year>(?:19|20)\\d\\d))?`,
  ),
  matches: ['Revenue grew in Q3 2025.', 'H1 was weak.'],
  rejects: ['H5 bird flu', 'quality 3q4'],
  values: [['Revenue grew in Q3 2025.', 'Q3 2025', '2025-Q3']],
  read({ kind = 'Q', number, number2, year }) {
    const part = Number(number ?? number2);
    const isHalf = kind.toUpperCase() === 'H';
    if (kind !== kind.toUpperCase() || (isHalf && part > 2)) return null;
    const months = isHalf ? 6 : 3;
    return {
      type: 'DATE',
      unit: isHalf ? 'half' : 'quarter',
      resolve(scope) {
        const found = partYear(scope, part * months, months, year);
        return {
          value: `${found ?? 'XXXX'}-${isHalf ? 'H' : 'Q'}${part}`,
          anchor: year === undefined ? 'publication' : 'explicit',
        };
      },
    };
  },
};

export const thisQuarter: Recogniser = {
  id: 'this-quarter',
  about: 'The quarter that the text is about: `the quarter`, `the latest quarter`, `the latest period`.',
  needs: TRIGGER.quarter,
  pattern: compile(
    `(?:the (?<year>(?:19|20)\\d\\d) |(?:the |this |that |its )(?:year['’]s )?)(?<which>latest |current |most recent |just-ended |same |previous |prior |preceding )?(?<noun>quarter|period)(?!s|-)`,
  ),
  matches: ['Earnings rose in the third quarter. Costs fell in the quarter.'],
  rejects: ['the quarter of the city', 'the period of unrest', 'a quarter'],
  read({ which = '', noun, year }, around, match) {
    const period = /^period$/i.test(noun!);
    if (year === undefined && period && !/^(?:latest|most recent|same) $/i.test(which)) return null;
    if (/^\s(?:of\s(?:the|a|all)|mile|century|pound|million|billion)/.test(around.after(16))) return null;
    // The quarter of a town or a match, unless results are told.
    const placed =
      which !== '' || /\b(?:in|for|during|of|over|from|throughout|since|by)\s$/i.test(around.before(11));
    return {
      type: 'DATE',
      unit: 'quarter',
      resolve(scope) {
        if (year !== undefined) {
          const part =
            scope.quarter !== null && scope.start - scope.quarter.start < 900
              ? scope.quarter.value.slice(4)
              : '';
          return { value: year + part, anchor: 'explicit', anchors: false };
        }
        const near = scope.quarter !== null && scope.start - scope.quarter.start < 900;
        // `This quarter’s loss includes ...`: of the results just told.
        const told =
          near && /^['’]s\s(?:loss|profit|net|results?|earnings|sales|revenue)/.test(scope.after(12));
        const deictic = (/^this /i.test(match) && !told) || /current/i.test(which);
        const shift = /previous|prior|preceding/i.test(which) ? -1 : 0;
        // The latest one is over, even when the text has just looked ahead to the running one.
        const running = scope.reference === null ? null : unitValue(scope.reference.day, 'quarter');
        const latest =
          /latest|recent|just/i.test(which) && running !== null && near && scope.quarter!.value >= running;
        if (near && !deictic && !latest) {
          const day = addUnits(scope.quarter!.day, shift, 'quarter');
          return {
            value: shift === 0 ? scope.quarter!.value : unitValue(day, 'quarter'),
            anchor: 'previous',
          };
        }
        // `the latest period` of results; `the same period` needs one named before.
        if ((period && !/latest|recent/i.test(which)) || (!placed && year === undefined)) return null;
        const reference = referenceFor(scope, 'quarter');
        if (reference === null) return { value: 'XXXX-QX', anchor: 'publication' };
        const value = unitValue(addUnits(reference.day, deictic ? 0 : -1, 'quarter'), 'quarter');
        return { value, anchor: 'publication' };
      },
    };
  },
};
