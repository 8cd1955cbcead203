import type { Recogniser } from '../recogniser.ts';
import { beforeDate, dayPartOf, partOf, weekOf } from './date-prefix.ts';
import { dayMonth } from './day-month.ts';
import { dayOfMonth } from './day-of-month.ts';
import { dayWord, nightWord, thisDayPart } from './day-word.ts';
import { century, decade } from './decade.ts';
import { dayBefore, storyUnit, theUnit, yearEnd } from './definite-unit.ts';
import { deicticUnit } from './deictic-unit.ts';
import {
  anchoredDuration,
  compoundDuration,
  duration,
  pastUnits,
  someTime,
  thePastYear,
  theYears,
  vagueDuration,
} from './duration.ts';
import { fiscalYear } from './fiscal-year.ts';
import { fourDigitClock } from './four-digit-clock.ts';
import { holiday } from './holiday.ts';
import { monthDate } from './month-date.ts';
import { agoWords, offset, samePeriod, yearAgo } from './offset.ts';
import { partOfDay } from './part-of-day.ts';
import { quarter, quarterCode, thisQuarter } from './quarter.ts';
import { rangeEnd, rangeStart, yearTail } from './range.ts';
import {
  currentAdjective,
  futureWord,
  onceWord,
  pastWord,
  presentWord,
  recentAdjective,
  storyTime,
} from './reference-word.ts';
import { season } from './season.ts';
import { everyUnit, frequencyWord, pluralDay, timesPerUnit } from './set.ts';
import { weekday, weekdayShort } from './weekday.ts';
import { eraYear, shortYear, spokenYear, year } from './year.ts';

/** Every recogniser. Of two readings that overlap the longer one wins, and of equal ones the earlier in this list. */
export const RECOGNISERS: readonly Recogniser[] = [
  dayPartOf,
  weekOf,
  beforeDate,
  partOf,
  monthDate,
  dayMonth,
  dayOfMonth,
  rangeStart,
  rangeEnd,
  holiday,
  weekday,
  weekdayShort,
  pluralDay,
  dayWord,
  nightWord,
  thisDayPart,
  yearAgo,
  samePeriod,
  offset,
  agoWords,
  quarter,
  quarterCode,
  thisQuarter,
  fiscalYear,
  season,
  century,
  decade,
  eraYear,
  year,
  yearTail,
  shortYear,
  spokenYear,
  thePastYear,
  theYears,
  dayBefore,
  storyUnit,
  deicticUnit,
  yearEnd,
  theUnit,
  timesPerUnit,
  everyUnit,
  frequencyWord,
  fourDigitClock,
  anchoredDuration,
  compoundDuration,
  pastUnits,
  duration,
  vagueDuration,
  someTime,
  partOfDay,
  presentWord,
  currentAdjective,
  pastWord,
  onceWord,
  recentAdjective,
  futureWord,
  storyTime,
];
