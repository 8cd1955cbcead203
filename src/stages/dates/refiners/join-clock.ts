import type { Found } from '../found.ts';

const DATE_THEN_CLOCK =
  /^(?:,?\s{1,3}(?:(?:at|around|about|by|from|just (?:after|before))\s{1,3})?|\s?[–-]\s?)$/;
const CLOCK_THEN_DATE =
  /^(?:,?\s{1,3}(?:\([^()\n]{3,20}\)\s{1,3}|(?:local time|Eastern(?: time)?|Pacific(?: time)?),?\s{1,3})?(?:(?:on|of)\s{1,3})?)$/i;

/** A date and the clock time beside it are one expression: `5 p.m. Friday`, `March 3 at 17:30`. */
export function joinClock(found: readonly Found[], text: string): readonly Found[] {
  const out: Found[] = [];
  for (const item of found) {
    if (out.length > 0 && isSameMoment(out.at(-1)!, item, text)) continue;
    const last = out.at(-1);
    const joined = last === undefined ? null : join(last, item, text.slice(last.end, item.start));
    if (joined === null) out.push(item);
    else out[out.length - 1] = joined;
  }
  return out.map((item, index) => shareDay(item, out[index + 1], text));
}

/** `10:35 a.m. (0735 GMT)`: the bracket says the time again in another zone. */
const isSameMoment = (last: Found, item: Found, text: string): boolean =>
  last.reading.clock !== undefined &&
  item.reading.clock !== undefined &&
  /^\s\($/.test(text.slice(last.end, item.start)) &&
  /^[^()\n]{0,20}\)/.test(text.slice(item.end, item.end + 22));

const isDay = ({ reading }: Found): boolean => reading.clock === undefined && reading.unit === 'day';

function join(first: Found, second: Found, between: string): Found | null {
  const firstClock = first.reading.clock;
  const secondClock = second.reading.clock;
  if (firstClock !== undefined && isDay(second) && CLOCK_THEN_DATE.test(between))
    return withClock(first, second, second, firstClock);
  if (secondClock !== undefined && isDay(first) && DATE_THEN_CLOCK.test(between))
    return withClock(first, second, first, secondClock);
  return null;
}

function withClock(first: Found, second: Found, date: Found, clock: string): Found {
  const { reading } = date;
  return {
    start: first.start,
    end: second.end,
    rule: date.rule,
    reading: {
      type: 'TIME',
      unit: 'day',
      ...(reading.mod === undefined ? {} : { mod: reading.mod }),
      resolve(scope) {
        const day = reading.resolve(scope);
        return day === null
          ? null
          : {
              ...day,
              type: 'TIME',
              value: `${day.value.replace(/T.*$/, '')}T${withDayPart(clock, day.value)}`,
            };
      },
    },
  };
}

/** `Sunday evening at 10:00` is 22:00. */
function withDayPart(clock: string, day: string): string {
  const hour = Number(clock.slice(0, 2));
  return /T(?:AF|EV|NI)$/.test(day) && hour >= 1 && hour < 12 && (hour >= 5 || !day.endsWith('NI'))
    ? `${hour + 12}${clock.slice(2)}`
    : clock;
}

/** `9 a.m. to 5 p.m. Monday`: the day counts for both. */
function shareDay(item: Found, next: Found | undefined, text: string): Found {
  const { clock } = item.reading;
  if (
    clock === undefined ||
    next === undefined ||
    next.reading.clock !== undefined ||
    next.reading.type !== 'TIME'
  )
    return item;
  if (!/^\s?(?:to|and|-|–|until|till)\s?$/.test(text.slice(item.end, next.start))) return item;
  return {
    ...item,
    reading: {
      type: 'TIME',
      resolve(scope) {
        const day = next.reading.resolve({ ...scope, start: next.start, end: next.end });
        return day === null ? null : { ...day, value: `${day.value.replace(/T.*$/, '')}T${clock}` };
      },
    },
  };
}
