import { civilDay, dayNumber, easterSunday, nthWeekday } from '../calendar.ts';
import { nearestYear } from '../nearest-year.ts';
import { compile, YEAR } from '../patterns.ts';
import type { Recogniser } from '../recogniser.ts';
import { fromReference } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { dayValue } from '../values.ts';

type DayOf = (year: number) => number;

const on =
  (month: number, day: number): DayOf =>
  (year) =>
    dayNumber(year, month, day);
const nth =
  (month: number, weekday: number, number: number): DayOf =>
  (year) =>
    nthWeekday(year, month, weekday, number);
const easter =
  (shift: number): DayOf =>
  (year) =>
    easterSunday(year) + shift;

/** Holidays with a rule for their day. Sources: 5 U.S.C. 6103 (federal holidays), 2 U.S.C. 7 (election day), church calendar. */
const HOLIDAYS: readonly (readonly [name: string, month: number, day: DayOf])[] = [
  ["new year['’]s eve", 12, on(12, 31)],
  ["new year['’]s day", 1, on(1, 1)],
  ['christmas eve', 12, on(12, 24)],
  ['christmas day', 12, on(12, 25)],
  ['christmas', 12, on(12, 25)],
  ['boxing day', 12, on(12, 26)],
  ["valentine['’]s day", 2, on(2, 14)],
  ["st\\.? patrick['’]s day", 3, on(3, 17)],
  ['independence day', 7, on(7, 4)],
  ['(?:the )?fourth of july', 7, on(7, 4)],
  ['halloween', 10, on(10, 31)],
  ['veterans day', 11, on(11, 11)],
  ['thanksgiving(?: day)?', 11, nth(11, 4, 4)],
  ['black friday', 11, (year) => nthWeekday(year, 11, 4, 4) + 1],
  ['memorial day', 5, nth(5, 1, -1)],
  ['labou?r day', 9, nth(9, 1, 1)],
  ['martin luther king(?: jr\\.?)? day', 1, nth(1, 1, 3)],
  ['election day', 11, (year) => nthWeekday(year, 11, 1, 1) + 1],
  ['ash wednesday', 2, easter(-46)],
  ['palm sunday', 4, easter(-7)],
  ['good friday', 4, easter(-2)],
  ['easter sunday', 4, easter(0)],
  ['easter monday', 4, easter(1)],
  ['easter', 4, easter(0)],
];

export const holiday: Recogniser = {
  id: 'holiday',
  about:
    'A holiday with a known day: `Christmas Day`, `Thanksgiving`, `Good Friday 2019`; its season or its tree is left alone.',
  needs: TRIGGER.holiday,
  pattern: compile(
    `(?:(?<relation>last|this|next) )?(?<name>${HOLIDAYS.map(([name]) => name).join('|')})(?! (?:tree|gift|card|carol|present|season|party|shopping|special|bonus|island|egg|bunny|costume|weekend|turkey|parade|sale|movie|song|eve)s?\\b)(?:,? (?:of |in )?(?<year>${YEAR}|last year|this year|next year))?`,
  ),
  matches: ['They met on Christmas Day.', 'The shop closes on Good Friday.'],
  rejects: ['a Christmas tree', 'the Easter Rising', 'Irish independence'],
  values: [
    ['They met on Christmas Day.', 'Christmas Day', '2025-12-25'],
    ['They voted on Election Day 2024.', 'Election Day 2024', '2024-11-05'],
    ['He died on Easter Sunday 2024.', 'Easter Sunday 2024', '2024-03-31'],
  ],
  read({ relation = '', name, year }, around) {
    if (!/^(?:the\s)?[A-Z]/.test(name!)) return null;
    // `Johnnie Christmas`.
    if (
      /\b[A-Z][a-z]+\s$/.test(around.before(12)) &&
      !/(?:^|\b(?:On|In|By|At|Since|This|Last|Next|For|Until|Before|After|The|And))\s$/.test(
        around.before(12),
      )
    )
      return null;
    if (/^\s[A-Z][a-z]+/.test(around.after(12)) && /^(?:easter|christmas)$/i.test(name!)) return null;
    const row = HOLIDAYS.find(([pattern]) =>
      new RegExp(`^${pattern.replaceAll(' ', '\\s{1,3}')}$`, 'i').test(name!),
    );
    if (row === undefined) return null;
    const [, month, dayOf] = row;
    return {
      type: 'DATE',
      unit: 'day',
      resolve(scope) {
        if (year !== undefined && /\d/.test(year))
          return { value: dayValue(dayOf(Number(year))), anchor: 'explicit' };
        if (year !== undefined) {
          const found = fromReference(
            scope,
            'year',
            /last/i.test(year) ? -1 : /next/i.test(year) ? 1 : 0,
          ).value;
          return /^\d{4}$/.test(found)
            ? { value: dayValue(dayOf(Number(found))), anchor: 'publication' }
            : { value: 'XXXX-XX-XX', anchor: 'publication' };
        }
        const about = nearestYear(scope, month, null, '');
        if (about === null) return { value: 'XXXX-XX-XX', anchor: 'publication' };
        const { day } = civilDay(dayOf(about.year));
        const found = nearestYear(scope, month, day, relation.toLowerCase()) ?? about;
        return { value: dayValue(dayOf(found.year)), anchor: found.anchor };
      },
    };
  },
};
