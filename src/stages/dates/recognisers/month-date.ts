import { civilDay, daysInMonth } from '../calendar.ts';
import { nearestYear } from '../nearest-year.ts';
import { ORDINAL, readOrdinal } from '../numbers.ts';
import {
  BC_YEAR,
  compile,
  DAY_OF_MONTH,
  MONTH,
  PART,
  readMonth,
  readPart,
  readWeekday,
  readYear,
  SPOKEN_YEAR,
  WEEKDAY,
  WEEKDAY_ABBREVIATED,
  YEAR,
} from '../patterns.ts';
import type { Around, Recogniser } from '../recogniser.ts';
import { fromPrevious, fromReference } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { monthValue, pad } from '../values.ts';

/** Words before a bare month name that make it a date. */
const DATE_CONTEXT =
  /\b(?:in|since|of|by|until|till|from|to|through|between|and|or|for|during|before|after|on|about|around|the|its|this|last|next|every|each|until|late|early|mid)[\s-]+(?:\()?$/i;

/** Months whose names are also words or given names. */
const AMBIGUOUS = /^(?:march|may|april|june|august|jan|mar)\b/i;

/** A bare month name is a name or a verb: `Theresa May`, `May she rest`, `March on Washington`, `June Carter`. */
function isOtherWord(month: string, around: Around): boolean {
  if (!AMBIGUOUS.test(month)) return false;
  const before = around.before(24);
  const after = around.after(24);
  if (/^may$/i.test(month) && !DATE_CONTEXT.test(before)) return true;
  if (
    /^ma(?:rch|y|r)\b/i.test(month) &&
    /^\s(?:on|to|for|against|of|through)\s(?!\d)/.test(after) &&
    !/\b(?:in|since|by|last|this|next|until)\s$/i.test(before)
  )
    return true;
  // `and June Carter`, `for April Jones`.
  if (/\b(?:and|or|for|to|from|with|the)\s$/i.test(before) && /^\s[A-Z][a-z]/.test(after)) return true;
  if (DATE_CONTEXT.test(before)) return false;
  if (/[A-Z][\w.'’-]*\s$/.test(before) && !/(?:^|[.!?]\s)[A-Z]\w*\s$/.test(before)) return true;
  return /^\s[A-Z][a-z]/.test(after);
}

export const monthDate: Recogniser = {
  id: 'month-date',
  about:
    'A month name with or without weekday, part, day and year (`Feb. 22`, `early March 2025`, `last October`); May, March and names of people are left alone.',
  needs: TRIGGER.month,
  pattern: compile(
    `(?:(?<weekday>${WEEKDAY}|${WEEKDAY_ABBREVIATED}),? )?(?<part>${PART})?(?:(?<relation>last|this past|this coming|this|next|the previous|the following|the same|that same|that) )?(?<month>${MONTH})(?: (?:the )?(?<day>${DAY_OF_MONTH}(?:st|nd|rd|th)?|${ORDINAL})(?!\\d|:\\d|\\.\\d|,\\d| ?[ap]\\.?m\\b|%| percent))?(?:,? (?:of |in )?(?<year>${BC_YEAR}|${SPOKEN_YEAR}|${YEAR}(?!\\d|:\\d|,\\d)|(?:last|this|next|that|the same|the following|the previous) year))?`,
  ),
  matches: [
    'The council voted on Feb. 22 to close the road.',
    'He was appointed in early March 2025.',
    'The ban began last October.',
    'Theresa May resigned in May.',
  ],
  rejects: [
    'Theresa May said no.',
    'May she rest in peace.',
    'They march every day.',
    'June Harper won the seat.',
    'The March on the capital drew thousands.',
  ],
  values: [
    ['The road closed on Feb. 22.', 'Feb. 22', '2026-02-22'],
    ['The vote took place on Sunday, March 1, 2026.', 'Sunday, March 1, 2026', '2026-03-01'],
    ['The law passed in December.', 'December', '2025-12'],
    ['The court will hear the case in April.', 'April', '2026-04'],
    ['She was sworn in last August.', 'last August', '2025-08'],
    ['He resigned in late January.', 'late January', '2026-01'],
    ['They met in August 2024. The following May he died.', 'The following May', '2025-05'],
    ['They met in August 2024. That June they had moved.', 'That June', '2024-06'],
    ['It was the hottest August on record.', 'August', '2025-08'],
  ],
  read(groups, around, match) {
    const { weekday, part, relation = '', month: name, day: dayText, year: yearText } = groups;
    if (name === undefined || !/[A-Z]/.test(name.charAt(0))) return null;
    const month = readMonth(name);
    const day = dayText === undefined ? null : readOrdinal(dayText);
    const bare = day === null && yearText === undefined && relation === '' && part === undefined;
    if (bare && /^[a-z]{3,4}$/i.test(name) && !/^(?:may|june|july)$/i.test(name)) return null;
    if (bare && isOtherWord(name, around)) return null;
    // A title: “September”.
    if (bare && /["“‘]$/.test(around.before(1)) && /^[,.]?["”’]/.test(around.after(2))) return null;
    if (day !== null && day > daysInMonth(2024, month)) return null;
    // `Monday May` alone is no date; the weekday belongs to a day of the month.
    const skip =
      weekday !== undefined && day === null
        ? match.search(/[,\s]/) + 1
        : /^the (?:early|mid|late)-/i.test(match)
          ? 4
          : 0;
    const relationLower = relation.toLowerCase();
    // `a strong December`: the last one.
    const rated = bare && /\ban? (?!new |late |early )[a-z]+ $/.test(around.before(20));
    return {
      type: 'DATE',
      mod: readPart(part),
      skip: skip > 0 ? match.length - match.slice(skip).trimStart().length : 0,
      unit: day === null ? 'month' : 'day',
      resolve(scope) {
        const value = (year: number | string): string =>
          `${monthValue(year, month)}${day === null ? '' : `-${pad(day)}`}`;
        if (yearText !== undefined && /\d|^nineteen/i.test(yearText))
          return { value: value(readYear(yearText)), anchor: 'explicit' };
        if (yearText !== undefined) {
          const shift = /last|previous/i.test(yearText) ? -1 : /next|following/i.test(yearText) ? 1 : 0;
          const { value: year, anchor } = /that|same|following|previous/i.test(yearText)
            ? fromPrevious(scope, 'year', shift)
            : fromReference(scope, 'year', shift);
          return { value: value(year), anchor };
        }
        if (day === 11 && month === 9 && /^ (?:terror|attack|hijack)/.test(scope.after(8)))
          return { value: '2001-09-11', anchor: 'explicit' };
        // `that June`: of the year told of.
        if (/^(?:that|the same)/.test(relationLower) && scope.previous !== null)
          return { value: value(fromPrevious(scope, 'year', 0).value), anchor: 'previous' };
        // `the following May`: counted from the story's last date.
        if (/^the (?:following|previous)/.test(relationLower) && scope.previous !== null) {
          const base = civilDay(scope.previous.day);
          const year = /following/.test(relationLower)
            ? base.year + (month > base.month ? 0 : 1)
            : base.year - (month < base.month ? 0 : 1);
          return { value: value(year), anchor: 'previous' };
        }
        const nearest = nearestYear(
          rated ? { ...scope, tense: () => 'past' } : scope,
          month,
          day,
          relationLower,
          weekday === undefined ? 0 : readWeekday(weekday),
        );
        if (nearest === null) return { value: value('XXXX'), anchor: 'publication' };
        return { value: value(nearest.year), anchor: nearest.anchor };
      },
    };
  },
};
