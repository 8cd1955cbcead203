import type { Granularity } from '../../core/layers.ts';
import { addUnits, dayNumber, mondayOfWeek } from './calendar.ts';
import { dayValue, pad } from './values.ts';

/** What a TIMEX3 value covers. */
export interface Extent {
  readonly granularity: Granularity;
  /** Half-open, ISO; null when the value is not a place in time. */
  readonly interval: readonly [from: string, to: string] | null;
  /** First day, where there is one. */
  readonly day: number | null;
}

const days = (granularity: Granularity, from: number, to: number): Extent => ({
  granularity,
  interval: [dayValue(from), dayValue(to)],
  day: from,
});

const none = (granularity: Granularity): Extent => ({ granularity, interval: null, day: null });

/** First month and number of months; a winter runs from December of its year into the next. */
const SEASON_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** Hours, the last may lie in the next day. */
const DAY_PART_HOURS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  MO: [5, 12],
  MI: [12, 13],
  AF: [12, 18],
  EV: [17, 22],
  NI: [18, 30],
  DT: [6, 18],
};

const VALUE =
  /^((?:BC)?\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)(?:-(WE|[1-7]))?|Q([1-4])|H([12])|(SP|SU|FA|WI)))?(?:T(.+))?$/;

/** Interval and granularity of a TIMEX3 date or time value. Durations and sets have their own (`durationGranularity`). */
export function extentOf(value: string): Extent {
  const match = VALUE.exec(value);
  if (match === null) return shortOrVague(value);
  const yearText = match[1];
  // Before Christ years count down from -1: good for anchors, not for intervals.
  const beforeChrist = yearText!.startsWith('BC');
  const year = beforeChrist ? -Number(yearText!.slice(2)) : Number(yearText);
  if (beforeChrist) return { ...extentOfYear(match, year), interval: null };
  return extentOfYear(match, year);
}

function extentOfYear(match: RegExpExecArray, year: number): Extent {
  const [, , monthText, dayText, weekText, weekPart, quarter, half, season, time] = match;
  if (weekText !== undefined) {
    const monday = mondayOfWeek(year, Number(weekText));
    if (weekPart === 'WE') return days('weekend', monday + 5, monday + 7);
    if (weekPart !== undefined) return days('day', monday + Number(weekPart) - 1, monday + Number(weekPart));
    return days('week', monday, monday + 7);
  }
  const months = (granularity: Granularity, first: number, count: number): Extent => {
    const from = dayNumber(year, first, 1);
    return days(granularity, from, addUnits(from, count, 'month'));
  };
  if (quarter !== undefined) return months('quarter', Number(quarter) * 3 - 2, 3);
  if (half !== undefined) return months('half', Number(half) * 6 - 5, 6);
  if (season !== undefined) return months('season', SEASON_MONTH[season]!, 3);
  if (monthText === undefined) return time === undefined ? months('year', 1, 12) : none('part-of-day');
  if (dayText === undefined)
    return time === undefined ? months('month', Number(monthText), 1) : none('part-of-day');
  const day = dayNumber(year, Number(monthText), Number(dayText));
  return time === undefined ? days('day', day, day + 1) : timeExtent(day, time);
}

function timeExtent(day: number, time: string): Extent {
  const hours = DAY_PART_HOURS[time];
  if (hours !== undefined)
    return {
      granularity: 'part-of-day',
      interval: [stamp(day, hours[0] * 60), stamp(day, hours[1] * 60)],
      day,
    };
  const match = /^(\d\d)(?::(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d:?\d\d)?$/.exec(time);
  if (match === null) return { granularity: 'part-of-day', interval: null, day };
  const [, hour, minute, second, zone = ''] = match;
  const start = Number(hour) * 60 + Number(minute ?? 0);
  if (second !== undefined) {
    const from = `${dayValue(day)}T${hour}:${minute}:${second}${zone}`;
    const next = start * 60 + Number(second) + 1;
    const to = `${stamp(day, Math.floor(next / 60))}:${pad(next % 60)}${zone}`;
    return { granularity: 'second', interval: [from, to], day };
  }
  const length = minute === undefined ? 60 : 1;
  return {
    granularity: minute === undefined ? 'hour' : 'minute',
    interval: [stamp(day, start) + zone, stamp(day, start + length) + zone],
    day,
  };
}

function stamp(day: number, minutes: number): string {
  const over = Math.floor(minutes / 1440);
  const rest = minutes - over * 1440;
  return `${dayValue(day + over)}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
}

function shortOrVague(value: string): Extent {
  if (/^\d{3}$/.test(value)) return years('decade', Number(value) * 10, 10);
  if (/^\d\d$/.test(value)) return years('century', Number(value) * 100, 100);
  if (/^\d$/.test(value)) return years('millennium', Number(value) * 1000, 1000);
  if (/_REF$/.test(value)) return none('vague');
  if (/T(?:MO|MI|AF|EV|NI|DT)$/.test(value)) return none('part-of-day');
  if (/T[\dX]{2}$/.test(value)) return none('hour');
  if (/T/.test(value)) return none('minute');
  if (/-WE$/.test(value)) return none('weekend');
  if (/-W[\dX]{2}$/.test(value)) return none('week');
  if (/-(?:W[\dX]{2}-\d|[\dX]{2}-[\dX]{2})$/.test(value)) return none('day');
  if (/-Q/.test(value)) return none('quarter');
  if (/-H/.test(value)) return none('half');
  if (/-(?:SP|SU|FA|WI)$/.test(value)) return none('season');
  if (/-[\dX]{2}$/.test(value)) return none('month');
  if (/^(?:BC)?[\dX]{4}$/.test(value)) return none('year');
  return none('vague');
}

function years(granularity: Granularity, first: number, count: number): Extent {
  return days(granularity, dayNumber(first, 1, 1), dayNumber(first + count, 1, 1));
}

const DURATION_UNITS: readonly (readonly [RegExp, Granularity])[] = [
  [/^PT[\dX.]+S/, 'second'],
  [/^PT[\dX.]+M/, 'minute'],
  [/^PT[\dX.]+H/, 'hour'],
  [/^P[\dX.]+D$/, 'day'],
  [/^P[\dX.]+W$/, 'week'],
  [/^P[\dX.]+WE$/, 'weekend'],
  [/^P[\dX.]+M$/, 'month'],
  [/^P[\dX.]+Q$/, 'quarter'],
  [/^P[\dX.]+Y/, 'year'],
  [/^P[\dX.]+DE$/, 'decade'],
  [/^P[\dX.]+CE$/, 'century'],
  [/^P[\dX.]+ML$/, 'millennium'],
];

/** The unit a duration counts in. */
export function durationGranularity(value: string): Granularity {
  for (const [pattern, granularity] of DURATION_UNITS) if (pattern.test(value)) return granularity;
  return 'vague';
}
