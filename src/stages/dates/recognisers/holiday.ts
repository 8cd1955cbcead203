import { civilDay, dayNumber, easterSunday, nthWeekday, weekdayOf } from '../calendar.ts';
import { isModifier } from '../modifier.ts';
import { nearestYear } from '../nearest-year.ts';
import { compile, YEAR } from '../patterns.ts';
import type { Recogniser } from '../recogniser.ts';
import { fromReference } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';
import { dayValue, unitValue, weekendOf, weekValue } from '../values.ts';

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

/**
 * Holidays with a rule for their day. Sources: 5 U.S.C. 6103 (federal holidays), 2 U.S.C. 7 (election day), church calendar,
 * the national days' own acts. Feasts by the moon (Ramadan, Eid, Hanukkah, Diwali) are not: their days depend on sightings or tables.
 */
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
  ["hallowe['’]?en", 10, on(10, 31)],
  ['veterans day', 11, on(11, 11)],
  ['thanksgiving(?: day)?', 11, nth(11, 4, 4)],
  ['black friday', 11, (year) => nthWeekday(year, 11, 4, 4) + 1],
  ['memorial day', 5, nth(5, 1, -1)],
  ['labou?r day', 9, nth(9, 1, 1)],
  ['(?:martin luther king(?:,? jr\\.?)?|mlk) day', 1, nth(1, 1, 3)],
  ['election day', 11, (year) => nthWeekday(year, 11, 1, 1) + 1],
  ['ash wednesday', 2, easter(-46)],
  ['palm sunday', 4, easter(-7)],
  ['good friday', 4, easter(-2)],
  ['easter sunday', 4, easter(0)],
  ['easter monday', 4, easter(1)],
  ['easter', 4, easter(0)],
  ['(?:shrove tuesday|mardi gras)', 2, easter(-47)],
  ['maundy thursday', 4, easter(-3)],
  ['holy saturday', 4, easter(-1)],
  ['ascension day', 5, easter(39)],
  ['(?:pentecost|whit sunday)', 5, easter(49)],
  ['whit monday', 5, easter(50)],
  ["new year['’]s", 1, on(1, 1)],
  ['epiphany', 1, on(1, 6)],
  ['inauguration day', 1, on(1, 20)],
  ['australia day', 1, on(1, 26)],
  ['groundhog day', 2, on(2, 2)],
  ["president(?:s|s['’]|['’]s) day", 2, nth(2, 1, 3)],
  ["international women['’]s day", 3, on(3, 8)],
  ["april fool(?:s|s['’]|['’]s) day", 4, on(4, 1)],
  ['earth day', 4, on(4, 22)],
  ['anzac day', 4, on(4, 25)],
  ['may day', 5, on(5, 1)],
  ["mother['’]s day", 5, nth(5, 7, 2)],
  ['juneteenth', 6, on(6, 19)],
  ["father['’]s day", 6, nth(6, 7, 3)],
  ['canada day', 7, on(7, 1)],
  ['bastille day', 7, on(7, 14)],
  ['columbus day', 10, nth(10, 1, 2)],
  ["all saints['’] day", 11, on(11, 1)],
  ['(?:armistice|remembrance) day', 11, on(11, 11)],
  ['cyber monday', 11, (year) => nthWeekday(year, 11, 4, 4) + 4],
  ["st\\.? stephen['’]s day", 12, on(12, 26)],
];

export const holiday: Recogniser = {
  id: 'holiday',
  about:
    'A holiday with a known day: `Christmas Day`, `Thanksgiving`, `Good Friday 2019`; its season or its tree is left alone.',
  needs: TRIGGER.holiday,
  pattern: compile(
    `(?:(?<relation>last|this|next) )?(?<name>${HOLIDAYS.map(([name]) => name).join('|')})(?! (?:tree|gift|card|carol|present|season|party|shopping|special|bonus|island|egg|bunny|costume|turkey|parade|sale|movie|song|eve)s?\\b)(?<stretch> weekend| week)?(?:,? (?:of |in )?(?<year>${YEAR}|last year|this year|next year))?`,
  ),
  matches: ['They met on Christmas Day.', 'The shop closes on Good Friday.'],
  rejects: ['a Christmas tree', 'the Easter Rising', 'Irish independence', 'Ukraine’s Independence Day'],
  values: [
    ['They met on Christmas Day.', 'Christmas Day', '2025-12-25'],
    ['They voted on Election Day 2024.', 'Election Day 2024', '2024-11-05'],
    ['He died on Easter Sunday 2024.', 'Easter Sunday 2024', '2024-03-31'],
    ['Two people drowned over Labor Day weekend.', 'Labor Day weekend', '2025-W35-WE'],
    ['He was stabbed on New Year’s Eve.', 'New Year’s Eve', '2025-12-31'],
  ],
  read({ relation = '', name, stretch, year }, around) {
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
    // `the Christmas market`, `a New Year’s Eve party`.
    if (stretch === undefined && year === undefined && isModifier(around.after(16))) return null;
    // `Ukraine’s Independence Day`, `Kenyan Independence Day` have days of their own.
    if (
      /^independence/i.test(name!) &&
      /(?:['’]s|[A-Z][a-z]+(?:an|ian|ese|ish)|(?:our|its|their))\s$/.test(around.before(24))
    )
      return null;
    const row = HOLIDAYS.find(([pattern]) =>
      new RegExp(`^${pattern.replaceAll(' ', '\\s{1,3}')}$`, 'i').test(name!),
    );
    if (row === undefined) return null;
    const [, month, dayOf] = row;
    const valueAt = (day: number): string => {
      if (stretch === undefined) return dayValue(day);
      if (!/end$/i.test(stretch)) return weekValue(day);
      // A holiday early in the week belongs to the weekend before it.
      return unitValue(weekendOf(weekdayOf(day) <= 2 ? day - 3 : day, 0), 'weekend');
    };
    return {
      type: 'DATE',
      unit: stretch === undefined ? 'day' : 'week',
      resolve(scope) {
        if (year !== undefined && /\d/.test(year))
          return { value: valueAt(dayOf(Number(year))), anchor: 'explicit' };
        if (year !== undefined) {
          const found = fromReference(
            scope,
            'year',
            /last/i.test(year) ? -1 : /next/i.test(year) ? 1 : 0,
          ).value;
          return /^\d{4}$/.test(found)
            ? { value: valueAt(dayOf(Number(found))), anchor: 'publication' }
            : { value: 'XXXX-XX-XX', anchor: 'publication' };
        }
        const about = nearestYear(scope, month, null, '');
        if (about === null) return { value: 'XXXX-XX-XX', anchor: 'publication' };
        const { day } = civilDay(dayOf(about.year));
        const found = nearestYear(scope, month, day, relation.toLowerCase()) ?? about;
        return { value: valueAt(dayOf(found.year)), anchor: found.anchor };
      },
    };
  },
};
