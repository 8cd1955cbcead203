import type { Found } from '../found.ts';

const DATE_THEN_CLOCK =
  /^(?:,?\s{1,3}(?:(?:at|around|about|by|from|just (?:after|before))\s{1,3})?|\s?[–-]\s?)$/;
const CLOCK_THEN_DATE =
  /^(?:,?\s{1,3}(?:\([^()\n]{3,20}\)\s{1,3}|(?:local time|Eastern(?: time)?|Pacific(?: time)?),?\s{1,3})?(?:(?:on|of)\s{1,3})?)$/i;

/** A date and the clock time beside it are one expression: `5 p.m. Friday`, `March 3 at 17:30`. */
export function joinClock(found: readonly Found[], text: string): readonly Found[] {
  const out: Found[] = [];
  for (const item of found) {
    const last = out.at(-1);
    const joined = last === undefined ? null : join(last, item, text.slice(last.end, item.start));
    if (joined === null) out.push(item);
    else out[out.length - 1] = joined;
  }
  return out;
}

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
          : { ...day, type: 'TIME', value: `${day.value.replace(/T.*$/, '')}T${clock}` };
      },
    },
  };
}
