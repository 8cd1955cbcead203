import { daysInMonth } from '../calendar.ts';
import { nearestYear } from '../nearest-year.ts';
import { ORDINAL, readOrdinal } from '../numbers.ts';
import {
  BC_YEAR,
  compile,
  DAY_OF_MONTH,
  MONTH,
  readMonth,
  readWeekday,
  readYear,
  WEEKDAY,
  WEEKDAY_ABBREVIATED,
  YEAR,
} from '../patterns.ts';
import type { Recogniser } from '../recogniser.ts';
import { fromPrevious } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { monthValue, pad } from '../values.ts';

export const dayMonth: Recogniser = {
  id: 'day-month',
  about: 'A day before its month: `22 March 2013`, `the 3rd of May`, `Monday 4 June`.',
  needs: TRIGGER.month,
  pattern: compile(
    `(?:(?<weekday>${WEEKDAY}|${WEEKDAY_ABBREVIATED}),? )?(?<the>the )?(?<day>${DAY_OF_MONTH}|${ORDINAL})(?: day)?(?: of)?[ -](?<month>${MONTH})(?:,?[ -](?:of )?(?<year>${BC_YEAR}|${YEAR}|that year|the same year))?`,
  ),
  matches: [
    'The bridge opened on 22 March 2013.',
    'They met on the 3rd of May.',
    'Monday 4 June is a holiday.',
  ],
  rejects: ['The 45 March voters', 'the 3rd may be late'],
  values: [
    ['The bridge opened on 22 March 2013.', '22 March 2013', '2013-03-22'],
    ['They met on the 3rd of March.', 'the 3rd of March', '2026-03-03'],
    ['The trial will open on 4 June.', '4 June', '2026-06-04'],
  ],
  read({ weekday, day: dayText, month: name, year }) {
    if (dayText === undefined || name === undefined || !/[A-Z]/.test(name.charAt(0))) return null;
    const day = readOrdinal(dayText);
    const month = readMonth(name);
    if (day === null || day < 1 || day > daysInMonth(2024, month)) return null;
    return {
      type: 'DATE',
      unit: 'day',
      resolve(scope) {
        const value = (resolved: number | string): string => `${monthValue(resolved, month)}-${pad(day)}`;
        if (year !== undefined && /\d/.test(year))
          return { value: value(readYear(year)), anchor: 'explicit' };
        if (year !== undefined) {
          const story = fromPrevious(scope, 'year', 0);
          return { value: value(story.value), anchor: story.anchor };
        }
        const nearest = nearestYear(scope, month, day, '', weekday === undefined ? 0 : readWeekday(weekday));
        if (nearest === null) return { value: value('XXXX'), anchor: 'publication' };
        return { value: value(nearest.year), anchor: nearest.anchor };
      },
    };
  },
};
