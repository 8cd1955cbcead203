import { fixed, type Reading } from './recogniser.ts';
import { referenceFor, type Scope } from './scope.ts';
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

/** The day that the story has reached, named at most `reach` characters before; one to come is not it in a clause that is over. */
export function storyDay(scope: Scope, reach: number): number | null {
  const { previous, told, reference, start } = scope;
  const isAhead = previous !== null && reference?.unit === 'day' && previous.day > reference.day;
  const anchor = isAhead && scope.tense() === 'past' ? told : previous;
  return anchor !== null && anchor.unit === 'day' && start - anchor.start < reach ? anchor.day : null;
}

/** A clock time without a day: that of the story's day, else today. */
export function clockReading(clock: string): Reading {
  return {
    type: 'TIME',
    clock,
    resolve(scope) {
      const story = storyDay(scope, 300);
      if (story !== null) return { value: `${dayValue(story)}T${clock}`, anchor: 'previous', anchors: false };
      const reference = referenceFor(scope, 'day');
      if (reference === null) return { value: `XXXX-XX-XXT${clock}`, anchor: 'publication', anchors: false };
      // What is over was not later than the publication.
      const minute = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
      const late = reference.minute !== undefined && minute > reference.minute && scope.tense() === 'past';
      return {
        value: `${dayValue(reference.day - (late ? 1 : 0))}T${clock}`,
        anchor: 'publication',
        anchors: false,
      };
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
