import { addUnits, civilDay, dayNumber, daysInMonth, type Unit } from './calendar.ts';
import type { Around, Resolved } from './recogniser.ts';
import { dayValue, unitValue, unknownUnit, weekendOf } from './values.ts';

/** The day that relative expressions count from, as exact as it is known. */
export interface Reference {
  readonly day: number;
  readonly unit: 'day' | 'month' | 'year';
  /** Minutes since midnight, in the publication's own zone, where the time is known. */
  readonly minute?: number;
  readonly value: string;
  /** Set when the article's dateline gives it rather than its publication date. */
  readonly dateline?: boolean;
}

/** A date named before in the text. */
export interface Anchor {
  /** Its first day. */
  readonly day: number;
  readonly unit: Unit;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** It says its year itself. */
  readonly explicit: boolean;
}

/** Which way the verbs around an expression look. */
export type Tense = 'past' | 'future' | 'none';

/** What an expression is resolved against. */
export interface Scope extends Around {
  readonly reference: Reference | null;
  /** The last date named before this expression that it may count from. */
  readonly previous: Anchor | null;
  /** The last of those that is not after the publication. */
  readonly told: Anchor | null;
  /** The last clock time: its day and minute. */
  readonly clock: { readonly day: number; readonly minute: number; readonly start: number } | null;
  /** The last quarter or half year named before. */
  readonly quarter: Anchor | null;
  /** The text tells a story of its own time rather than the news of its day. */
  readonly narrative: boolean;
  /** A word that counts from now (`this year`) stands just before, behind the last date. */
  readonly present: boolean;
  /** Tense of the clause, looked up when first asked. */
  tense(): Tense;
  /** The `future` of `tense` is but a present one: `opens in May`, but also `honours the dead of October 7`. */
  isPresent(): boolean;
  /** The clause looks ahead from now (`will`, `is due`), not from a time that is told of (`would`). */
  ahead(): boolean;
}

const REFERENCE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):?(\d\d))?)?)?/;

/** Reads `2026`, `2026-02`, `2026-02-27` or a full ISO time, in which the written local date counts; null when it is none. */
export function readReference(iso: string | null): Reference | null {
  const match = iso === null ? null : REFERENCE.exec(iso);
  if (match === null) return null;
  const [, year, month, day, hour, minute] = match.map(Number);
  if (month !== undefined && !Number.isNaN(month) && (month < 1 || month > 12)) return null;
  const value = match[0].slice(0, 10);
  if (match[2] === undefined) return { day: dayNumber(year!, 7, 1), unit: 'year', value };
  if (match[3] === undefined) return { day: dayNumber(year!, month!, 15), unit: 'month', value };
  if (day! < 1 || day! > daysInMonth(year!, month!)) return null;
  return {
    day: dayNumber(year!, month!, day!),
    unit: 'day',
    value,
    ...(match[4] === undefined ? {} : { minute: hour! * 60 + minute! }),
  };
}

const RANK: Readonly<Record<Unit, number>> = {
  second: 0,
  minute: 0,
  hour: 0,
  day: 0,
  weekend: 0,
  week: 0,
  month: 1,
  quarter: 1,
  half: 1,
  year: 2,
  decade: 2,
  century: 2,
  millennium: 2,
};

/** The reference when it is exact enough to count in `unit`. */
export function referenceFor(scope: Scope, unit: Unit): Reference | null {
  const { reference } = scope;
  if (reference === null) return null;
  const known = reference.unit === 'day' ? 0 : reference.unit === 'month' ? 1 : 2;
  return RANK[unit] >= known ? reference : null;
}

/** The unit that lies `shift` units from the reference. */
export function fromReference(scope: Scope, unit: Unit, shift: number): Resolved {
  const reference = referenceFor(scope, unit);
  if (reference === null) return { value: unknownUnit(unit), anchor: 'publication' };
  return { value: shifted(reference.day, unit, shift), anchor: 'publication' };
}

/** Characters that a date may stand before one to come that it told of: `he said on Tuesday that ... until Friday`. */
const TOLD = 150;

/**
 * The date that the story has reached. One to come that was only spoken of is not it, unless the clause looks ahead:
 * then it is the day on which that was said, or, where none is named, the publication (null).
 */
function storyAnchor({ previous, told, reference, tense }: Scope): Anchor | null {
  const isAhead =
    previous !== null && reference !== null && reference.unit === 'day' && previous.day > reference.day;
  if (!isAhead || tense() === 'future') return previous;
  return told !== null && previous.start - told.end < TOLD ? told : null;
}

/** The unit that lies `shift` units from the last date of the story, or from the reference when there is none. */
export function fromPrevious(scope: Scope, unit: Unit, shift: number): Resolved {
  const previous = storyAnchor(scope);
  if (previous === null) return fromReference(scope, unit, shift);
  if (RANK[unit] < RANK[previous.unit])
    return {
      value: coarse(previous, unit),
      anchor: 'previous',
      interval: [
        dayValue(addUnits(previous.day, shift, unit)),
        dayValue(addUnits(addUnits(previous.day, 1, previous.unit), shift, unit)),
      ],
    };
  return { value: shifted(previous.day, unit, shift), anchor: 'previous' };
}

function shifted(day: number, unit: Unit, shift: number): string {
  if (unit === 'weekend') return unitValue(weekendOf(day, shift), 'weekend');
  return unitValue(addUnits(day, shift, unit), unit);
}

/** A day counted from a month or a year: what is known of it. */
function coarse(previous: Anchor, unit: Unit): string {
  const { year } = civilDay(previous.day);
  const known = RANK[previous.unit] === 1 && unit === 'day' ? unitValue(previous.day, 'month') : String(year);
  const unknown = unknownUnit(unit);
  return known + unknown.slice(known.length);
}
