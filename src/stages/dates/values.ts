import { addUnits, civilDay, isoWeek, type Unit, weekdayOf } from './calendar.ts';

// TIMEX3 values as text (TimeML 1.2.1, "value" attribute; ISO 8601 with TIMEX3's additions).

export const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** `2026`; years before Christ count down from -1, `BC0490`. */
export const yearValue = (year: number): string => (year < 0 ? `BC${pad(-year, 4)}` : pad(year, 4));

/** A month; a year in text may be one of `XXXX` and `BC0490` too. */
export const monthValue = (year: number | string, month: number): string =>
  `${typeof year === 'number' ? yearValue(year) : year}-${pad(month)}`;

export function dayValue(days: number): string {
  const { year, month, day } = civilDay(days);
  return `${monthValue(year, month)}-${pad(day)}`;
}

export function weekValue(days: number): string {
  const { year, week } = isoWeek(days);
  return `${year}-W${pad(week)}`;
}

/** The calendar unit that holds the day: `2026-02-27` as a week is `2026-W09`. */
export function unitValue(days: number, unit: Unit): string {
  const { year, month } = civilDay(days);
  switch (unit) {
    case 'weekend':
      return `${weekValue(days)}-WE`;
    case 'week':
      return weekValue(days);
    case 'month':
      return monthValue(year, month);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'year':
      return yearValue(year);
    case 'decade':
      return pad(Math.floor(year / 10), 3);
    case 'century':
      return pad(Math.floor(year / 100), 2);
    case 'millennium':
      return pad(Math.floor(year / 1000), 1);
    default:
      return dayValue(days);
  }
}

/** What stands for a unit of unknown place in time. */
export function unknownUnit(unit: Unit): string {
  switch (unit) {
    case 'weekend':
      return 'XXXX-WXX-WE';
    case 'week':
      return 'XXXX-WXX';
    case 'month':
      return 'XXXX-XX';
    case 'quarter':
      return 'XXXX-QX';
    case 'half':
      return 'XXXX-HX';
    case 'year':
      return 'XXXX';
    case 'decade':
      return 'XXX';
    case 'century':
      return 'XX';
    case 'millennium':
      return 'X';
    default:
      return 'XXXX-XX-XX';
  }
}

const UNIT_CODE: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  weekend: 'WE',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  half: 'H',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  millennium: 'ML',
};

/** Units below a half that a half of them is. */
const HALVES: Partial<Record<Unit, string>> = { year: '6M', hour: '30M', minute: '30S', day: 'T12H' };

/** A duration; `amount` null is a vague one, `PXM`. Decades and centuries count as years. */
export function durationValue(amount: number | null, unit: Unit): string {
  const prefix = unit === 'second' || unit === 'minute' || unit === 'hour' ? 'PT' : 'P';
  if (amount === null) return `${prefix}X${UNIT_CODE[unit]}`;
  if (unit === 'decade') return `P${amount * 10}Y`;
  if (unit === 'century') return `P${amount * 100}Y`;
  if (unit === 'millennium') return `P${amount * 1000}Y`;
  if (unit === 'weekend') return `P${amount * 2}D`;
  if (unit === 'half') return `P${amount * 6}M`;
  const whole = Math.floor(amount);
  const rest = amount - whole;
  const half = HALVES[unit];
  if (rest === 0.5 && half !== undefined) {
    if (whole > 0) return `${prefix}${whole}${UNIT_CODE[unit]}${half}`;
    return unit === 'day' ? 'PT12H' : `${prefix}${half}`;
  }
  return `${prefix}${amount}${UNIT_CODE[unit]}`;
}

/** The day of that weekday (ISO number) nearest to `days` in the direction; 0 days away counts when `same`. */
export function nearestWeekday(days: number, weekday: number, direction: 1 | -1, same: boolean): number {
  const forward = (weekday - weekdayOf(days) + 7) % 7;
  if (forward === 0) return same ? days : days + 7 * direction;
  return direction === 1 ? days + forward : days + forward - 7;
}

/** The weekend (its Saturday) `shift` weekends from the day; on a Saturday or Sunday 0 is the one running. */
export function weekendOf(days: number, shift: number): number {
  const weekday = weekdayOf(days);
  const saturday = days + 6 - weekday;
  return addUnits(weekday === 7 ? days - 1 : saturday, shift, 'week');
}
