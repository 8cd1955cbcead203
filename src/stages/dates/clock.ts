import { fixed, type Reading } from './recogniser.ts';
import { referenceFor } from './scope.ts';
import { dayValue, monthValue, pad } from './values.ts';

/** What chrono knows for certain of a date or a clock time. */
export interface Components {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

/** `15:30`, `15:30:10`. */
export function clockText({ hour, minute, second }: Components): string {
  return `${pad(hour ?? 0)}:${pad(minute ?? 0)}${second === undefined ? '' : `:${pad(second)}`}`;
}

/** A clock time without a day: that of the story's day, else today. */
export function clockReading(clock: string): Reading {
  return {
    type: 'TIME',
    clock,
    resolve(scope) {
      const { previous } = scope;
      const sameStory = previous !== null && previous.unit === 'day' && scope.start - previous.start < 300;
      if (sameStory)
        return { value: `${dayValue(previous.day)}T${clock}`, anchor: 'previous', anchors: false };
      const reference = referenceFor(scope, 'day');
      const day = reference === null ? 'XXXX-XX-XX' : dayValue(reference.day);
      return { value: `${day}T${clock}`, anchor: 'publication', anchors: false };
    },
  };
}

/** A numeric date of chrono's: year, month and day are all there or it is none. */
export function dateReading({ year, month, day, ...clock }: Components): Reading | null {
  if (year === undefined || month === undefined || month < 1 || month > 12) return null;
  const date = monthValue(year, month) + (day === undefined ? '' : `-${pad(day)}`);
  if (clock.hour === undefined) return { ...fixed('DATE', date), unit: day === undefined ? 'month' : 'day' };
  return { ...fixed('TIME', `${date}T${clockText(clock)}`), unit: 'day' };
}
