import { describe, expect, it } from 'vitest';
import { tagDates } from '../../../src/stages/dates/tag-dates.ts';

const uses = (text: string) =>
  tagDates(text, { reference: '2026-03-11' }).map(({ start, end, use }) => [
    text.slice(start, end),
    use ?? null,
  ]);

describe('what a time is used for', () => {
  it.each([
    ['Prices were higher than in March 2024.', [['March 2024', 'comparison']]],
    ['Turnover was down from 2019.', [['2019', 'comparison']]],
    ['Sales rose 58% from the previous year.', [['the previous year', 'comparison']]],
    ['The loss widened to 1.34bn from 890m a year earlier.', [['a year earlier', 'comparison']]],
    [
      'It fell from 61,000 in 2015 to 38,000 last year.',
      [
        ['2015', 'comparison'],
        ['last year', null],
      ],
    ],
    ['It was the deadliest landslide since 2006.', [['2006', 'comparison']]],
    ['He has been under arrest since May 2025.', [['May 2025', 'since']]],
    ['She has chaired the board since 2008.', [['2008', 'since']]],
    ['The ban holds until 2028.', [['2028', 'until']]],
    [
      'She taught from 1967 to 2004.',
      [
        ['1967', 'from'],
        ['2004', 'to'],
      ],
    ],
    [
      'It grew between 2016 and 2023.',
      [
        ['2016', 'from'],
        ['2023', 'to'],
      ],
    ],
    [
      'The war of 1939-1945 ruined it.',
      [
        ['1939', 'from'],
        ['1945', 'to'],
      ],
    ],
    [
      'They met in 2016 and in 2023.',
      [
        ['2016', null],
        ['2023', null],
      ],
    ],
    ['Guests from 9 countries in 2019 came back.', [['2019', null]]],
    ['He died on Monday.', [['Monday', null]]],
  ] as const)('%s', (text, expected) => {
    expect(uses(text)).toEqual(expected);
  });
});
