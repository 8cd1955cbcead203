import { DAY_PARTS } from '../../../lexicon/time-words.ts';
import { civilDay, weekdayOf } from '../calendar.ts';
import { compile, readPart, readWeekday, WEEKDAY } from '../patterns.ts';
import { fixed, type Recogniser } from '../recogniser.ts';
import { referenceFor, type Scope } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { dayValue, nearestWeekday } from '../values.ts';

/** The day that a weekday means: by its own words, else by the tense of the clause; null without a date to count from. */
export function weekdayDay(
  scope: Scope,
  weekday: number,
  relation: string,
  weeks = 0,
): { day: number; story: boolean } | null {
  const reference = referenceFor(scope, 'day');
  const { previous } = scope;
  const previousDay = previous !== null && previous.unit === 'day' ? previous.day : null;
  if (/following|previous/.test(relation) || reference === null) {
    const base = previousDay ?? reference?.day ?? null;
    if (base === null) return null;
    const backward = /previous|last/.test(relation);
    return { day: nearestWeekday(base, weekday, backward ? -1 : 1, false), story: previousDay !== null };
  }
  const today = reference.day;
  if (weeks > 0) return { day: nearestWeekday(today, weekday, 1, true) + 7 * weeks, story: false };
  if (/next|coming/.test(relation)) return { day: nearestWeekday(today, weekday, 1, false), story: false };
  if (/last|past/.test(relation)) return { day: nearestWeekday(today, weekday, -1, false), story: false };
  if (/this/.test(relation)) return { day: nearestWeekday(today, weekday, 1, true), story: false };
  const future = scope.tense() === 'future';
  return { day: nearestWeekday(today, weekday, future ? 1 : -1, true), story: false };
}

/** `Friday the 13th`: the nearest such day in the direction of the clause, within three years. */
function weekdayNth(scope: Scope, weekday: number, nth: number): { day: number; story: boolean } | null {
  const reference = referenceFor(scope, 'day');
  if (reference === null) return null;
  const step = scope.tense() === 'future' ? 1 : -1;
  for (let day = reference.day, days = 0; days < 1100; day += step, days++)
    if (weekdayOf(day) === weekday && civilDay(day).day === nth) return { day, story: false };
  return null;
}

export const weekday: Recogniser = {
  id: 'weekday',
  about:
    'A weekday with or without `last`, `next`, a part of the day; the tense decides the direction. `Saturday week` and `a week on Saturday` are a week past the next one. Plural weekdays are sets.',
  needs: TRIGGER.weekday,
  pattern: compile(
    `(?:(?<away>a week|two weeks|a fortnight) )?(?<lead>on |(?<=week |weeks |fortnight )from )?(?:(?<part>early|earlier|late|later|mid)(?: on)?[- ])?(?:(?<relation>this past|this coming|this|last|next|past|coming|the (?:previous|following|next)|previous|following) )?(?<weekday>${WEEKDAY})(?:(?:,? (?<inner>early|late|mid))?[ -](?:in the )?(?<dayPart>morning|afternoon|evening|night)|,? the (?<nth>\\d{1,2}(?:st|nd|rd|th)))?(?<week> week(?= (?:at|in|for|and|but|when|against|to)\\b|[.,;:)”"’]|$))?`,
  ),
  matches: [
    'The talks resume Monday.',
    'He died early Friday morning.',
    'They met on the following Tuesday.',
  ],
  rejects: ['Black Fridays are over.', 'Mr. Friday paid.', 'The Sunday Times reported it.'],
  values: [
    ['He was arrested Monday.', 'Monday', '2026-03-16'],
    ['The court will meet on Monday.', 'Monday', '2026-03-23'],
    ['It happened on Friday the 13th.', 'Friday the 13th', '2026-03-13'],
    ['She left Sunday night.', 'Sunday night', '2026-03-15TNI'],
    ['They spoke last Friday.', 'last Friday', '2026-03-13'],
    ['The race is planned for Saturday week.', 'Saturday week', '2026-03-28'],
    ['The shop will open a week on Friday.', 'a week on Friday', '2026-03-27'],
    ['They will meet two weeks from Monday.', 'two weeks from Monday', '2026-04-06'],
    ['They fasted for a week on Friday.', 'Friday', '2026-03-13'],
  ],
  read({ away, lead, part, relation = '', weekday: name, inner, dayPart, nth, week }, around) {
    if (name === undefined || !/[A-Z]/.test(name.charAt(0))) return null;
    const after = around.after(14);
    const before = around.before(12);
    if (
      /^\s(?:Times|Telegraph|Post|Mirror|Herald|Express|Mail|Tribune|Independent|Night Football)\b/.test(
        after,
      )
    )
      return null;
    if (
      /\b(?:Black|Bloody|Good|Ash|Palm|Super|Cyber|Ruby|Ginger|Joe|Freaky)\s$/.test(before) &&
      relation === ''
    )
      return null;
    if (/\b(?:Mr|Mrs|Ms|Dr|Miss|Sir|Lord|Lady)\.?\s$/.test(before)) return null;
    // A title: `Saturday Morning Breakfast`.
    if (dayPart !== undefined && /^[A-Z]/.test(dayPart) && /^\s[A-Z]/.test(after)) return null;
    const number = readWeekday(name);
    const lower = relation.toLowerCase();
    // `on a Monday`: any one.
    if (lower === '' && /\b(?:on an?|any)\s$/i.test(`${before}${lead ?? ''}`) && dayPart === undefined)
      return { ...fixed('DATE', `XXXX-WXX-${number}`, { anchors: false }), skip: lead?.length ?? 0 };
    // `for a week on Friday` is a duration with a day behind it.
    const counted = away !== undefined && lead !== undefined && !/\b(?:for|of)\s$/i.test(before);
    const weeks = (counted ? (/^a week/i.test(away) ? 1 : 2) : 0) + (week === undefined ? 0 : 1);
    return {
      type: dayPart === undefined ? 'DATE' : 'TIME',
      mod: readPart(part ?? inner),
      skip: counted ? 0 : (away === undefined ? 0 : away.length + 1) + (lead?.length ?? 0),
      unit: 'day',
      resolve(scope) {
        const found =
          nth === undefined
            ? weekdayDay(scope, number, lower, weeks)
            : weekdayNth(scope, number, Number.parseInt(nth, 10));
        const suffix = dayPart === undefined ? '' : `T${DAY_PARTS.get(dayPart.toLowerCase())}`;
        if (found === null) return { value: `XXXX-WXX-${number}${suffix}`, anchor: 'publication' };
        return { value: dayValue(found.day) + suffix, anchor: found.story ? 'previous' : 'publication' };
      },
    };
  },
};

export const weekdayShort: Recogniser = {
  id: 'weekday-short',
  about:
    'A shortened weekday with its full stop at a place for a date: `on Mon.`, `last Fri.`; `Sun` and `Sat` without one never.',
  needs: TRIGGER.shortDay,
  pattern: compile(
    `(?:(?<relation>last|next|this) |(?<lead>on ))(?<weekday>Mon\\.|Tues?\\.|Wed\\.|Thu(?:rs?)?\\.|Fri\\.|Sat\\.|Sun\\.)`,
  ),
  matches: ['The game is on Sat. at noon.'],
  rejects: ['The Sun reported it.', 'He sat down on Fri day.'],
  read({ relation = '', lead, weekday: name }) {
    if (name === undefined || !/[A-Z]/.test(name.charAt(0))) return null;
    const number = readWeekday(name);
    return {
      type: 'DATE',
      skip: lead?.length ?? 0,
      unit: 'day',
      resolve(scope) {
        const found = weekdayDay(scope, number, relation.toLowerCase());
        if (found === null) return { value: `XXXX-WXX-${number}`, anchor: 'publication' };
        return { value: dayValue(found.day), anchor: found.story ? 'previous' : 'publication' };
      },
    };
  },
};
