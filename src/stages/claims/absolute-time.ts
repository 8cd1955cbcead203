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

/** A TIMEX3 calendar value in words, with the preposition it takes; null for what names no calendar time. */
export function absoluteTime(value: string): AbsoluteTime | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (day !== null) {
    const month = MONTHS[Number(day[2]) - 1];
    return month === undefined ? null : { preposition: 'on', text: `${month} ${Number(day[3])}, ${day[1]}` };
  }
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month !== null) {
    const name = MONTHS[Number(month[2]) - 1];
    return name === undefined ? null : { preposition: 'in', text: `${name} ${month[1]}` };
  }
  if (/^\d{4}$/.test(value)) return { preposition: 'in', text: value };
  const week = /^(\d{4})-W(\d{2})$/.exec(value);
  if (week !== null) {
    const monday = mondayOf(Number(week[1]), Number(week[2]));
    return { preposition: 'in', text: `the week of ${MONTHS[monday.month]} ${monday.day}, ${monday.year}` };
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
  if (quarter !== null)
    return { preposition: 'in', text: `the ${ORDINALS[Number(quarter[2]) - 1]} quarter of ${quarter[1]}` };
  return null;
}

/** The Monday of an ISO 8601 week. */
function mondayOf(year: number, week: number): { year: number; month: number; day: number } {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  const monday = new Date(fourth + ((week - 1) * 7 - weekday) * 86_400_000);
  return { year: monday.getUTCFullYear(), month: monday.getUTCMonth(), day: monday.getUTCDate() };
}
