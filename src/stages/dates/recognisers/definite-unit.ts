import { daysInMonth, weekdayOf } from '../calendar.ts';
import { compile, PART, readPart, readUnit } from '../patterns.ts';
import { fixed, type Recogniser } from '../recogniser.ts';
import { fromPrevious, fromReference, referenceFor } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { unitValue, weekendOf } from '../values.ts';

export const storyUnit: Recogniser = {
  id: 'story-unit',
  about:
    'A unit counted from the story’s own last date: `that year`, `the following week`, `the next day`, `the same month`.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?<part>(?:(?:early|earlier|late|later|mid)(?: in| on)?[- ]|${PART}))?(?:(?<relation>that same|that very|that|the same|the following|the next|the previous|the preceding|the prior|the very next|following) )(?<unit>day|week|weekend|month|quarter|year|decade)(?!s|-)`,
  ),
  matches: ['In 2019 he left; that year the firm closed.', 'The following week they met.'],
  rejects: ['the day', 'the same days', 'following years'],
  values: [
    ['On Feb. 3 they met. The following day he left.', 'The following day', '2026-02-04'],
    ['The firm closed in 2019. Later that year he died.', 'Later that year', '2019'],
    ['They met in May 2020. The next month he left.', 'The next month', '2020-06'],
  ],
  read({ part, relation, unit: unitText }, around) {
    const unit = readUnit(unitText!);
    const lower = relation!.toLowerCase();
    if (lower === 'following' && !/\b(?:the|in)\s$|^$|[.!?]\s$/i.test(around.before(4))) return null;
    const shift = /following|next/.test(lower) ? 1 : /previous|preceding|prior/.test(lower) ? -1 : 0;
    return { type: 'DATE', mod: readPart(part), unit, resolve: (scope) => fromPrevious(scope, unit, shift) };
  },
};

export const dayBefore: Recogniser = {
  id: 'day-before',
  about:
    'The unit next to the one told of: `The day before, he had left`, `they married the year after`; before an event it is left alone.',
  needs: TRIGGER.unit,
  also: TRIGGER.distance,
  pattern: compile(
    `the (?<unit>day|week|month|year) (?<direction>before|after)(?= ?[.,;:)”"]|$| (?:and|but)\\b)`,
  ),
  matches: ['On May 3 he resigned. The day before, he had been seen in Rome.'],
  rejects: ['the day before the vote', 'the week after they met'],
  values: [
    ['On Feb. 3 they met. The day before, he had left.', 'The day before', '2026-02-02'],
    ['They met in 2016 and married the year after.', 'the year after', '2017'],
  ],
  read({ unit: unitText, direction }) {
    const unit = readUnit(unitText!);
    const shift = /before/i.test(direction!) ? -1 : 1;
    return { type: 'DATE', unit, resolve: (scope) => fromPrevious(scope, unit, shift) };
  },
};

export const theUnit: Recogniser = {
  id: 'the-unit',
  about:
    'The present unit named as a whole or by a part: `the end of the year`, `over the weekend`, `earlier in the week`, `in the month`; a duration or another day is left alone.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?<part>(?:(?:early|earlier|late|later|midway)(?: in)? |${PART}))?the (?<unit>weekend|year|month|week|day|century|decade)(?!s|-)(?:(?<=weekend)|(?!['’]s (?!end|start)))(?<end>['’]s (?:end|start))?`,
  ),
  matches: [
    'They met over the weekend.',
    'It should be done by the end of the year.',
    'Earlier in the week he had left.',
  ],
  rejects: ['Man of the year', 'the day he left', 'the week of May 3'],
  values: [
    ['They met over the weekend.', 'the weekend', '2026-W11-WE'],
    ['The weekend’s storm killed two.', 'The weekend', '2026-W11-WE'],
    ['It should be done by the end of the year.', 'the end of the year', '2026'],
  ],
  read({ part, unit: unitText, end }, around) {
    const unit = readUnit(unitText!);
    const before = around.before(14);
    const after = around.after(10);
    // `Man of the Year`, `the end of the day Saturday`.
    if (
      /^[A-Z]/.test(unitText!) ||
      (unit === 'day' && /^\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/.test(around.after(11)))
    )
      return null;
    const cued = part !== undefined || end !== undefined;
    if (/^\s(?:of|ahead)\b/.test(after)) return null;
    if (!cued && unit === 'year' && /^\s(?:ended|ending|to\s[A-Z])/.test(around.after(10)))
      return fixed('DURATION', 'P1Y', { anchors: false });
    if (!cued && /^\sto\s[a-z]/.test(after)) return null;
    // Results `for the year`.
    if (!cued && unit === 'year' && /\bfor\s$/i.test(before) && !/^[.,;]/.test(after)) return null;
    if (!cued && /^\s(?:that|when|he|she|they|it|we|I|after|before|began|old)\b/.test(after)) return null;
    if (unit === 'weekend') {
      return {
        type: 'DATE',
        unit: 'weekend',
        resolve(scope) {
          const reference = referenceFor(scope, 'weekend');
          if (reference === null) return { value: 'XXXX-WXX-WE', anchor: 'publication' };
          const inIt = weekdayOf(reference.day) >= 6;
          const ahead = scope.tense() === 'future' || /\b(?:ahead of|before|for|until)\s$/i.test(before);
          return {
            value: unitValue(weekendOf(reference.day, inIt || ahead ? 0 : -1), 'weekend'),
            anchor: 'publication',
          };
        },
      };
    }
    if (unit === 'century' || unit === 'decade') {
      if (!cued) return null;
      return {
        type: 'DATE',
        mod: readPart(part ?? end),
        unit,
        resolve: (scope) => fromReference(scope, unit, 0),
      };
    }
    if (!cued && !/\b(?:during|in|of|for|over|throughout|within)\s$/i.test(before)) return null;
    if (!cued && unit === 'day' && !/\b(?:earlier in|later in|during)\s$/i.test(before)) return null;
    if (
      !cued &&
      /\bof\s$/i.test(before) &&
      unit !== 'month' &&
      !/\b(?:months|weeks|half|quarters?)\sof\s$/i.test(before)
    )
      return null;
    if (
      !cued &&
      unit === 'year' &&
      /\b(?:times|day|days|time|months?|weeks?|part|most|rest)\s(?:in|of)\s$/i.test(around.before(12))
    )
      return null;
    return {
      type: 'DATE',
      mod: readPart(part ?? end),
      unit,
      resolve: (scope) => (scope.narrative ? fromPrevious(scope, unit, 0) : fromReference(scope, unit, 0)),
    };
  },
};

export const yearEnd: Recogniser = {
  id: 'year-end',
  about: '`year-end`, `year’s end`, `month-end` as a point in time.',
  needs: TRIGGER.unit,
  pattern: compile(`(?:the )?(?<unit>year|month)(?:[- ]|['’]s[- ])end(?! of)`),
  matches: ['It will close by year-end.'],
  rejects: ['the end of years'],
  values: [
    ['It will close by year-end.', 'year-end', '2026-12-31'],
    ['Shares have lost 3% since year-end.', 'year-end', '2025-12-31'],
  ],
  read({ unit }) {
    const name = readUnit(unit!);
    return {
      type: 'DATE',
      unit: 'day',
      resolve(scope) {
        // `since year-end`: the last one.
        const shift = /\bsince\s$/i.test(scope.before(6)) ? -1 : 0;
        const found = scope.narrative ? fromPrevious(scope, name, shift) : fromReference(scope, name, shift);
        const [from, month] = found.value.split('-');
        if (!/^\d{4}$/.test(from!)) return found;
        if (name === 'year') return { ...found, value: `${from}-12-31` };
        return { ...found, value: `${found.value}-${daysInMonth(Number(from), Number(month))}` };
      },
    };
  },
};
