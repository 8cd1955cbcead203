import { describe, expect, it } from 'vitest';
import { addUnits, dayNumber } from '../../../src/stages/dates/calendar.ts';
import { tagDates } from '../../../src/stages/dates/tag-dates.ts';
import { dayValue } from '../../../src/stages/dates/values.ts';
import { analysed } from './analysed.ts';

// A publication date 364 days later is the same weekday, 52 weeks on: everything that counts from it moves along.
const REFERENCES = ['2023-05-17', '2024-02-12', '2024-08-22', '2025-03-18', '2026-02-27', '2026-10-14'];
const SHIFT = 364;

const BY_DAYS = [
  'The mayor resigned yesterday.',
  'Officers arrested him on Monday.',
  'Ministers will meet on Thursday to discuss the deal.',
  'The bridge reopened last Friday, and trams will run again next Tuesday.',
  'The council ruled last week that the market must close.',
  'They will vote next week.',
  'The festival drew thousands over the weekend.',
  'Rain is expected this weekend.',
  'The thief struck on Saturday night and again early Sunday morning.',
  'The firm was sold three days ago.',
  'The strike began two weeks ago.',
  'Talks resume at 9 a.m. Wednesday.',
  'Police said on Tuesday that he had left the day before yesterday.',
  'The play opens tonight and closes in ten days from now.',
  'He was seen last night. The next morning he was gone.',
  'Voters go to the polls on Sunday.',
  'The two sides agreed to meet Monday.',
  'Doctors want the operation done by Thursday.',
  'The deadline for bids is Thursday.',
  'The search will go on until Friday, he said on Tuesday. A day earlier, he had left.',
  'The slide came at 4 a.m. on Saturday. A girl was found three hours later.',
  'Supplies will run out in two days.',
  'It was passed in the early hours of Tuesday.',
];

const BY_YEARS: readonly (readonly [sentence: string, months: number])[] = [
  ['The law was passed last month.', 12],
  ['It will take effect next month.', 12],
  ['The plant closed last year.', 12],
  ['The council will decide early next year.', 12],
  ['The army left six years ago.', 12],
  ['The court heard the case in April.', 12],
  ['The shop opened last summer.', 12],
  ['Profits doubled last year and fell this year.', 12],
];

const ABSOLUTE = [
  'The treaty was signed on March 3, 1998.',
  'She was born in 1951 and died in May 2012.',
  'They worked for two years and met every Monday.',
  'Prices rose in the 1990s and in the third quarter of 2004.',
];

const tag = (text: string, reference: string) => tagDates(text, { reference, tokens: analysed(text) });
const later = (iso: string): string => dayValue(day(iso) + SHIFT);
const day = (iso: string): number => {
  const [year, month, date] = iso.slice(0, 10).split('-').map(Number);
  return dayNumber(year!, month!, date!);
};

describe.each(REFERENCES)('published %s and 364 days later', (reference) => {
  it.each(BY_DAYS)('moves by 364 days: %s', (sentence) => {
    const before = tag(sentence, reference);
    const after = tag(sentence, later(reference));
    expect(before.length).toBeGreaterThan(0);
    expect(after.map(({ start, end, type, mod }) => ({ start, end, type, mod }))).toEqual(
      before.map(({ start, end, type, mod }) => ({ start, end, type, mod })),
    );
    before.forEach((timex, index) => {
      expect(timex.interval).not.toBeNull();
      const moved = after[index]!.interval!.map((time) => dayValue(day(time) - SHIFT) + time.slice(10));
      expect(moved).toEqual(timex.interval);
    });
  });

  it.each(BY_YEARS)('moves by a year: %s', (sentence, months) => {
    const before = tag(sentence, reference);
    const after = tag(sentence, later(reference));
    expect(before.length).toBeGreaterThan(0);
    before.forEach((timex, index) => {
      expect(timex.interval).not.toBeNull();
      const moved = timex.interval!.map((time) => dayValue(addUnits(day(time), months, 'month')));
      expect(after[index]!.interval).toEqual(moved);
    });
  });

  it.each(ABSOLUTE)('stays: %s', (sentence) => {
    const before = tag(sentence, reference);
    const after = tag(sentence, later(reference));
    expect(before.length).toBeGreaterThan(0);
    expect(after.map(({ value, interval }) => ({ value, interval }))).toEqual(
      before.map(({ value, interval }) => ({ value, interval })),
    );
  });
});
