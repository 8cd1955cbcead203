import { daysInMonth } from '../calendar.ts';
import { nearestYear } from '../nearest-year.ts';
import { compile, DAY_OF_MONTH, MONTH, readMonth, YEAR } from '../patterns.ts';
import { fixed, type Reading, type Recogniser } from '../recogniser.ts';
import { TRIGGER } from '../triggers.ts';
import { monthValue, pad } from '../values.ts';

function dayOf(dayText: string, monthText: string, year: string | undefined): Reading | null {
  const day = Number(dayText);
  const month = readMonth(monthText);
  if (!/^[A-Z]/.test(monthText) || day > daysInMonth(2024, month)) return null;
  return {
    type: 'DATE',
    unit: 'day',
    resolve(scope) {
      if (year !== undefined)
        return { value: `${monthValue(Number(year), month)}-${pad(day)}`, anchor: 'explicit' };
      const found = nearestYear(scope, month, day, '');
      return {
        value: `${monthValue(found?.year ?? 'XXXX', month)}-${pad(day)}`,
        anchor: found?.anchor ?? 'publication',
      };
    },
  };
}

export const rangeStart: Recogniser = {
  id: 'range-start',
  about:
    'The first day of a range whose month follows its last: the `12` of `12-14 July`, `from 3 to 5 May 2019`.',
  needs: TRIGGER.month,
  pattern: compile(
    `(?<day>${DAY_OF_MONTH})(?= ?(?:-|–|and|to|or) ?${DAY_OF_MONTH} (?<month>${MONTH})(?: (?<year>${YEAR}))?)`,
  ),
  matches: ['The fair runs on 12-14 July.', 'They met from 3 to 5 May 2019.'],
  rejects: ['It runs from July 12 to 14.', 'They won 3 to 5 in May.'],
  values: [['They met from 3 to 5 May 2019.', '3', '2019-05-03']],
  read: ({ day, month, year }) => dayOf(day!, month!, year),
};

const BEFORE = new RegExp(`(${MONTH})\\s{1,3}(?:\\d{1,2})(?:st|nd|rd|th)?\\s?(?:-|–|and|to|or)\\s?$`, 'i');

export const rangeEnd: Recogniser = {
  id: 'range-end',
  about: 'The last day of a range that follows its month: the `24` of `March 22-24`, `May 6 and 7, 2019`.',
  needs: TRIGGER.month,
  pattern: compile(
    `(?<day>${DAY_OF_MONTH})(?:st|nd|rd|th)?(?:, (?<year>${YEAR}))?(?![:.]?\\d|%| ${MONTH}| percent)`,
  ),
  matches: ['The summit runs March 22-24.', 'They met on May 6 and 7, 2019.'],
  rejects: ['March 22', 'May 6 and 700 others', '12-14 July'],
  values: [['They met on May 6 and 7, 2019.', '7, 2019', '2019-05-07']],
  read({ day, year }, around) {
    const month = BEFORE.exec(around.before(24))?.[1];
    if (
      month === undefined ||
      /^\s(?:others?|people|more|of|years|days|months|hours|percent)\b/.test(around.after(9))
    )
      return null;
    return dayOf(day!, month, year);
  },
};

export const yearTail: Recogniser = {
  id: 'year-tail',
  about: 'The shortened second year of a range: the `45` of `1939-45`, `2025/26` and `2025–26`.',
  needs: TRIGGER.year,
  pattern: /(?<![\w$£€])(?<tail>\d\d)(?![\w%]|[-,.]\d)/,
  matches: ['The war of 1939-45 ruined it.', 'He played in the 2025–26 season.'],
  rejects: ['The vote was 51-45.', 'It was 1939-1945.', 'They sold 1988-10 units.'],
  values: [['The war of 1939-45 ruined it.', '45', '1945']],
  read({ tail }, around) {
    const first = /(?<![\d.,$£€-])(1[1-9]\d\d|20\d\d)[-–/]$/.exec(around.before(6))?.[1];
    if (first === undefined) return null;
    const ending = Number(first.slice(2));
    if (Number(tail) <= ending || Number(tail) <= 12)
      return ending === 99 && tail === '00' ? fixed('DATE', String(Number(first) + 1)) : null;
    return { ...fixed('DATE', first.slice(0, 2) + tail), unit: 'year' };
  },
};
