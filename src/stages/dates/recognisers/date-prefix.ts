import type { TimexMod } from '../../../core/layers.ts';
import { DAY_PARTS } from '../../../lexicon/time-words.ts';
import { addUnits, type Unit } from '../calendar.ts';
import { extentOf } from '../intervals.ts';
import { CARDINAL, readCount } from '../numbers.ts';
import { compile, readUnit } from '../patterns.ts';
import type { Reading, Recogniser, Resolved } from '../recogniser.ts';
import { TRIGGER } from '../triggers.ts';
import { unitValue } from '../values.ts';

// Beginnings of an expression that ends in a date of its own: they are joined to it by `refiners/join-prefix`,
// and are nothing without it.

const prefix = (type: Reading['type'], apply: (date: Resolved) => Resolved | null): Reading => ({
  type,
  prefix: apply,
  resolve: () => null,
});

export const dayPartOf: Recogniser = {
  id: 'day-part-of',
  about:
    'A part of the day of a date: `the night of April 18`, `the early morning hours of Friday`, `the small hours of Monday`.',
  needs: TRIGGER.dayPart | TRIGGER.unit,
  pattern: compile(
    `(?:the )?(?:(?:(?<part>early|late) )?(?<dayPart>morning|afternoon|evening|night)(?: hours)?|(?<hours>(?:very )?(?:early|small) hours)) of`,
  ),
  matches: ['They crossed on the night of April 18.', 'He died in the early hours of Monday.'],
  rejects: ['the night of the long knives', 'the morning after'],
  values: [['They crossed on the night of March 3.', 'the night of March 3', '2026-03-03TNI']],
  read({ part, dayPart, hours }) {
    const code = hours === undefined ? DAY_PARTS.get(dayPart!.toLowerCase()) : 'MO';
    const mod: TimexMod | undefined =
      part === undefined && hours === undefined ? undefined : /late/i.test(part ?? '') ? 'END' : 'START';
    return prefix('TIME', (date) =>
      /^(?:BC)?[\dX]{4}-[\dX]{2}-[\dX]{2}$/.test(date.value) || /^XXXX-WXX-\d$/.test(date.value)
        ? { ...date, type: 'TIME', value: `${date.value}T${code}`, ...(mod === undefined ? {} : { mod }) }
        : null,
    );
  },
};

export const weekOf: Recogniser = {
  id: 'week-of',
  about: 'The week or weekend that holds a date: `the week of March 6`, `the weekend of May 2`.',
  needs: TRIGGER.unit,
  pattern: compile(`(?:the )?(?<unit>week|weekend) of`),
  matches: ['The hearing is set for the week of March 6.'],
  rejects: ['a week of talks', 'the week of rain'],
  values: [['It was heard in the week of March 4.', 'the week of March 4', '2026-W10']],
  read: ({ unit }) =>
    prefix('DATE', (date) => {
      const { day, granularity } = extentOf(date.value);
      return day === null || granularity !== 'day'
        ? null
        : { ...date, value: unitValue(day, /end/i.test(unit!) ? 'weekend' : 'week') };
    }),
};

export const beforeDate: Recogniser = {
  id: 'before-date',
  about:
    'A distance from a date: `the day before last Tuesday`, `two days after Christmas`, `a week from Monday`.',
  needs: TRIGGER.unit,
  also: TRIGGER.distance,
  pattern: compile(
    `(?:the|a|one|(?<count>\\d{1,3}|${CARDINAL})) (?<unit>day|week|month|year)s? (?<direction>before|after|from)`,
  ),
  matches: ['He left the day before last Tuesday.', 'They met two days after Christmas.'],
  rejects: ['the day before the vote', 'two days later'],
  values: [
    ['He left the day before last Tuesday.', 'the day before last Tuesday', '2026-03-16'],
    ['They will meet a week from Monday.', 'a week from Monday', '2026-03-30'],
    ['They met two days after Christmas.', 'two days after Christmas', '2025-12-27'],
  ],
  read({ count, unit: unitText, direction }) {
    const unit: Unit = readUnit(unitText!);
    const amount = count === undefined ? 1 : readCount(count);
    if (amount === null) return null;
    const shift = /before/i.test(direction!) ? -amount : amount;
    const reading = prefix('DATE', (date) => {
      const { day, granularity } = extentOf(date.value);
      if (day === null || granularity !== 'day') return null;
      return {
        ...date,
        value: unitValue(addUnits(day, shift, unit), unit === 'year' || unit === 'month' ? unit : 'day'),
      };
    });
    return /from/i.test(direction!) ? { ...reading, ahead: true } : reading;
  },
};

export const partOf: Recogniser = {
  id: 'part-of',
  about:
    'The first, last or middle days or weeks of a month or year: `the last week of August`, `the first month of 1939`.',
  needs: TRIGGER.unit,
  pattern: compile(
    `(?:the )?(?<which>first|opening|second|third|middle|last|final|closing) (?:day|weekend|week|month) (?:of|in)`,
  ),
  matches: ['It rained in the last week of August.', 'They fought through the first month of 1939.'],
  rejects: ['the last week of the campaign', 'the first months of war'],
  values: [['It rained in the last week of August 2019.', 'the last week of August 2019', '2019-08']],
  read({ which }) {
    const mod: TimexMod = /first|opening/i.test(which!)
      ? 'START'
      : /last|final|closing/i.test(which!)
        ? 'END'
        : 'MID';
    return prefix('DATE', (date) => {
      const { granularity } = extentOf(date.value);
      return granularity === 'month' || granularity === 'year' || granularity === 'quarter'
        ? { ...date, mod }
        : null;
    });
  },
};
