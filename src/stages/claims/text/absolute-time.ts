export interface AbsoluteTime {
  readonly preposition: string;
  readonly text: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ORDINALS = ['first', 'second', 'third', 'fourth'];
const SEASONS: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn' };
const PARTS: Readonly<Record<string, string>> = {
  MO: 'morning',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
};

/** A TIMEX3 calendar value in words, with the preposition it takes; null for what names no calendar time. */
export function absoluteTime(value: string): AbsoluteTime | null {
  const day = dayInWords(value);
  if (day !== null) {
    const part = /^.{10}T(MO|AF|EV|NI)$/.exec(value)?.[1];
    if (part !== undefined) return { preposition: 'on', text: `the ${PARTS[part]} of ${day}` };
    return value.length === 10 ? { preposition: 'on', text: day } : null;
  }
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month !== null) {
    const name = MONTHS[Number(month[2]) - 1];
    return name === undefined ? null : { preposition: 'in', text: `${name} ${month[1]}` };
  }
  if (/^\d{4}$/.test(value)) return { preposition: 'in', text: value };
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(value);
  if (week !== null) {
    const monday = dayOfWeek(Number(week[1]), Number(week[2]), 1);
    if (week[3] === undefined) return { preposition: 'in', text: `the week of ${inWords(monday)}` };
    return {
      preposition: 'on',
      text: `the weekend of ${inWords(dayOfWeek(Number(week[1]), Number(week[2]), 6))}`,
    };
  }
  const part = /^(\d{4})-([QH])([1-4])$/.exec(value);
  if (part !== null) {
    const whole = part[2] === 'Q' ? 'quarter' : 'half';
    return { preposition: 'in', text: `the ${ORDINALS[Number(part[3]) - 1]} ${whole} of ${part[1]}` };
  }
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value);
  if (season === null) return null;
  // The winter of a year begins in its December.
  const year = Number(season[1]);
  const name =
    season[2] === 'WI'
      ? `winter of ${year}-${String(year + 1).slice(2)}`
      : `${SEASONS[season[2]!]} of ${year}`;
  return { preposition: 'in', text: `the ${name}` };
}

/** `2025-03-10TNI` as `March 10, 2025`; null for a value without a day. */
export function dayInWords(value: string): string | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(value);
  if (day === null || MONTHS[Number(day[2]) - 1] === undefined) return null;
  return inWords({ year: Number(day[1]), month: Number(day[2]) - 1, day: Number(day[3]) });
}

interface Day {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
}

function inWords({ year, month, day }: Day): string {
  return `${MONTHS[month]} ${day}, ${year}`;
}

/** A day of an ISO 8601 week, Monday 1. */
function dayOfWeek(year: number, week: number, weekday: number): Day {
  const fourth = Date.UTC(year, 0, 4);
  const first = (new Date(fourth).getUTCDay() + 6) % 7;
  const found = new Date(fourth + ((week - 1) * 7 - first + weekday - 1) * 86_400_000);
  return { year: found.getUTCFullYear(), month: found.getUTCMonth(), day: found.getUTCDate() };
}
