import { describe, expect, it } from 'vitest';
import { tagDates } from '../../../src/stages/dates/tag-dates.ts';
import { analysed } from './analysed.ts';

/** Friday, 27 February 2026. */
const REFERENCE = '2026-02-27T08:00:00-05:00';
const tag = (text: string, reference: string | null = REFERENCE) => tagDates(text, { reference });
const values = (text: string, reference: string | null = REFERENCE) =>
  tag(text, reference).map(({ start, end, value }) => [text.slice(start, end), value]);

describe('direction by tense and context', () => {
  it.each([
    ['The board will meet on Monday.', '2026-03-02'],
    ['The board met Monday.', '2026-02-23'],
    ['On Monday, the board will elect a chair.', '2026-03-02'],
    ['On Monday, the board elected a chair.', '2026-02-23'],
    ['The vote is scheduled for Tuesday.', '2026-03-03'],
    ['The deal had been due to close Tuesday.', '2026-02-24'],
    ['The hearing, which was postponed twice, is expected to be held on Wednesday.', '2026-03-04'],
    ['He was arrested Sunday after he refused to open the door.', '2026-02-22'],
    ['The minister resigned in December.', '2025-12'],
    ['The plant will close in December.', '2026-12'],
    ['She had warned in last August that it could fail.', '2025-08'],
    ['The road should be open by the end of April.', '2026-04'],
    ['The dividend is payable April 2.', '2026-04-02'],
    ['The tax takes effect in July.', '2026-07'],
    ['The team plays Thursday in Leeds.', '2026-03-05'],
    ['He spent this week in hospital.', '2026-W09'],
    ['This spring the shop will move.', '2026-SP'],
    ['A fire destroyed it last winter.', '2024-WI'],
  ])('%s', (text, value) => {
    expect(tag(text).map((timex) => timex.value)).toEqual([value]);
  });
});

describe('dates near the turn of the year', () => {
  it.each([
    ['The tour ends with a Feb. 7 game in Leeds.', '2023-12-26', '2024-02-07'],
    ['Police arrested him on Feb. 7.', '2023-12-26', '2023-02-07'],
    ['The Nov. 19 game was close.', '2023-12-26', '2023-11-19'],
  ])('%s (%s)', (text, reference, value) => {
    expect(tag(text, reference).map((timex) => timex.value)).toEqual([value]);
  });
});

describe('narrative anchors', () => {
  it('counts from the last event, not from the page', () => {
    expect(
      values('On Jan. 3 troops took the port. One day later they left. The following week the king died.'),
    ).toEqual([
      ['Jan. 3', '2026-01-03'],
      ['One day later', '2026-01-04'],
      ['The following week', '2026-W02'],
    ]);
  });

  it('stays in the year that is told of', () => {
    expect(
      values('The strike began in May 1985. In October the mill closed. In January it was sold.'),
    ).toEqual([
      ['May 1985', '1985-05'],
      ['October', '1985-10'],
      ['January', '1986-01'],
    ]);
  });

  it('leaves an aside when the tense looks ahead', () => {
    expect(values('The strike began in May 1985. The mill will reopen in June.')).toEqual([
      ['May 1985', '1985-05'],
      ['June', '2026-06'],
    ]);
  });

  it('says what it counted from', () => {
    const [first, second, third] = tag('He was elected in 2019. Two years later he lost. He died last week.');
    expect(first?.anchor).toEqual({ kind: 'explicit' });
    expect(second?.anchor).toEqual({ kind: 'previous', value: '2019' });
    expect(second?.value).toBe('2021');
    expect(third?.anchor).toEqual({ kind: 'publication', value: '2026-02-27' });
  });

  it('gives both ends of a range the year of its last', () => {
    expect(values('It was built between March and June 2019.')).toEqual([
      ['March', '2019-03'],
      ['June 2019', '2019-06'],
    ]);
    expect(values('Thefts rose between November and May last year.')).toEqual([
      ['November', '2024-11'],
      ['May last year', '2025-05'],
    ]);
    expect(values('He served from November to February 2020.')).toEqual([
      ['November', '2019-11'],
      ['February 2020', '2020-02'],
    ]);
  });

  it('counts back from what is over, not from a day to come that was spoken of', () => {
    expect(
      values(
        'The search will go on until Friday, he said on Tuesday. A day earlier, he had left.',
        '2026-03-11',
      ),
    ).toEqual([
      ['Friday', '2026-03-13'],
      ['Tuesday', '2026-03-10'],
      ['A day earlier', '2026-03-09'],
    ]);
  });

  it('counts back from the publication where no day of telling is named', () => {
    const text =
      'The hill slid on Saturday, burying eleven houses and a school on the edge of the town and blocking the only road to the coast for the second time. The mayor said the search would continue until Wednesday. A day earlier, she had left.';
    const last = tagDates(text, { reference: '2025-10-19', tokens: analysed(text) }).at(-1);
    expect(last?.value).toBe('2025-10-18');
    expect(last?.anchor).toEqual({ kind: 'publication', value: '2025-10-19' });
  });

  it('counts hours from a clock time, and from the hour of publication', () => {
    expect(values('The slide came at 4 a.m. on Saturday. A girl was found three hours later.')).toEqual([
      ['4 a.m. on Saturday', '2026-02-21T04:00'],
      ['three hours later', '2026-02-21T07:00'],
    ]);
    expect(values('The fire broke out two hours ago.')).toEqual([['two hours ago', '2026-02-27T06:00']]);
    expect(values('The fire broke out two hours ago.', '2026-02-27')).toEqual([['two hours ago', 'PT2H']]);
  });

  it('gives the interval of what is known by halves', () => {
    const timexes = tag('They left in May 2024. Three days later they came back.');
    expect(timexes[1]).toMatchObject({ value: '2024-05-XX', interval: ['2024-05-04', '2024-06-04'] });
  });

  it('leaves the story of a text where a word like this year stands', () => {
    const years = 'It came out in 1957, was banned in 1958, sold out in 1961 and was filmed in 1964. ';
    expect(values(`${years}In May it closed. This year, they met before April 3.`).slice(4)).toEqual([
      ['May', '1964-05'],
      ['This year', '2026'],
      ['April 3', '2026-04-03'],
    ]);
  });

  it('shares the day of a range of times', () => {
    expect(values('It will open from 9 a.m. to 5 p.m. Monday.')).toEqual([
      ['9 a.m.', '2026-03-02T09:00'],
      ['5 p.m. Monday', '2026-03-02T17:00'],
    ]);
  });
});

describe('datelines', () => {
  const text = 'OSLO, Feb. 11 (Agency) — The ferry sank on Tuesday. It was found two days ago.';

  it('anchor what follows', () => {
    expect(values(text)).toEqual([
      ['Feb. 11', '2026-02-11'],
      ['Tuesday', '2026-02-10'],
      ['two days ago', '2026-02-09'],
    ]);
    expect(tag(text).map(({ anchor }) => anchor.kind)).toEqual(['publication', 'dateline', 'dateline']);
  });

  it('stand in for a publication date that is not known, when they say their year', () => {
    expect(values('OSLO, Feb. 11, 2025 (Agency) — The ferry sank yesterday.', null)).toEqual([
      ['Feb. 11, 2025', '2025-02-11'],
      ['yesterday', '2025-02-10'],
    ]);
  });
});

describe('no false dates', () => {
  it.each([
    'The Hawks won 3-2 on penalties and lead 12:10 on points.',
    'Shares in Sun rose 2.5 percent to 19.99.',
    'He scored in the 45th minute and again in the second half.',
    'Version 2.0.1 was released as build 2019.',
    'Theresa May and June Carter met April Jones.',
    'May they rest in peace, and may we march on.',
    'Section 2019 of the act, Article 1984 and H.R. 2021 were cited.',
    'The 24/7 hotline took 911 calls about 9/11.',
    'She is 42 years old and her 3-year-old son is ill.',
    'Call 555-2019 or 1-800-555-1999.',
    'It cost $2,019, or 1990 euros.',
    'He lives at 1984 Elm Street.',
    'Flight 1549 flew 2000 miles with 1500 meals.',
    'Police found 2000 rounds and 1500 doses.',
    'The index fell from 2010 to 1990 points.',
    'It marks the fall of the wall, a spring in his step and a summer camp.',
    'Read John 3:16; he ran the race in 2:05:30.',
    'The Sun, the Daily Mail and the Sunday Times reported it.',
    'A quarter of voters and three-quarters of members agreed.',
    'Highs in the nineties are forecast; she is in her sixties.',
    'Just a second; he held second place in the standings.',
    'The Christmas market and a New Year’s Eve party were called off.',
    'The winter fuel payment is part of Agenda 2030.',
    'He drove a 1998 Toyota and wrote “1917” for the band The 1975.',
    'The Communist Party daily Rodina printed it.',
    'The Hawks led by six in the third quarter.',
    'They watched Apocalypse Now and Entertainment Tonight.',
  ])('%s', (text) => {
    expect(values(text)).toEqual([]);
  });
});

describe('interval and granularity', () => {
  it.each([
    ['He left on March 3, 2024.', ['2024-03-03', '2024-03-04'], 'day'],
    ['He left in March 2024.', ['2024-03-01', '2024-04-01'], 'month'],
    ['He left in 2024.', ['2024-01-01', '2025-01-01'], 'year'],
    ['He left last week.', ['2026-02-16', '2026-02-23'], 'week'],
    ['He left over the weekend.', ['2026-02-21', '2026-02-23'], 'weekend'],
    ['It fell in the third quarter of 2023.', ['2023-07-01', '2023-10-01'], 'quarter'],
    ['It fell in the first half of 2023.', ['2023-01-01', '2023-07-01'], 'half'],
    ['He left in the summer of 2021.', ['2021-06-01', '2021-09-01'], 'season'],
    ['He left in the 1990s.', ['1990-01-01', '2000-01-01'], 'decade'],
    ['It was built in the 19th century.', ['1800-01-01', '1900-01-01'], 'century'],
    ['He left at 5:30 p.m. on March 3, 2024.', ['2024-03-03T17:30', '2024-03-03T17:31'], 'minute'],
    ['He left at midnight on March 3, 2024.', ['2024-03-04T00:00', '2024-03-04T00:01'], 'minute'],
    ['He left yesterday morning.', ['2026-02-26T05:00', '2026-02-26T12:00'], 'part-of-day'],
    ['He waited for two weeks.', null, 'week'],
    ['It happens every Monday.', null, 'day'],
    ['He now lives abroad.', null, 'vague'],
  ] as const)('%s', (text, interval, granularity) => {
    const [timex] = tag(text);
    expect(timex?.interval ?? null).toEqual(interval);
    expect(timex?.granularity).toBe(granularity);
  });
});

describe('without a publication date', () => {
  it.each([
    ['He resigned yesterday.', 'XXXX-XX-XX'],
    ['He resigned on Monday.', 'XXXX-WXX-1'],
    ['He resigned last month.', 'XXXX-XX'],
    ['He resigned in December.', 'XXXX-12'],
    ['He resigned on Feb. 3.', 'XXXX-02-03'],
    ['He resigned last summer.', 'XXXX-SU'],
    ['He resigned last year.', 'XXXX'],
    ['He resigned in 2019.', '2019'],
    ['He spoke for two hours.', 'PT2H'],
  ])('%s', (text, value) => {
    expect(tag(text, null).map((timex) => timex.value)).toEqual([value]);
  });

  it('takes a publication date as exact as it is', () => {
    expect(values('He resigned last year, on Monday.', '2026')).toEqual([
      ['last year', '2025'],
      ['Monday', 'XXXX-WXX-1'],
    ]);
    expect(values('He resigned last month.', '2026-03')).toEqual([['last month', '2026-02']]);
    expect(values('He resigned last month.', 'soon')).toEqual([['last month', 'XXXX-XX']]);
  });
});

describe('any text', () => {
  const hostile = [
    'a '.repeat(20_000),
    '1 '.repeat(20_000),
    'the early '.repeat(5_000),
    'night of Monday '.repeat(4_000),
    'May 3 and '.repeat(4_000),
    'today '.repeat(8_000),
    '2019-'.repeat(5_000),
    '\n'.repeat(9_999),
  ];

  it.each(hostile.map((text) => [text.slice(0, 12), text] as const))(
    'takes bounded time: %s...',
    (_, text) => {
      expect(Array.isArray(tag(text))).toBe(true);
    },
  );

  it('gives sorted spans that do not overlap, and the same ones each time', () => {
    const text =
      'On Friday, March 3, 2023, at 5 p.m. EST, two days after the vote and a week before May 1, he said last year’s third quarter was bad.';
    const timexes = tag(text);
    timexes.forEach((timex, index) => {
      expect(timex.start).toBeLessThan(timex.end);
      if (index > 0) expect(timex.start).toBeGreaterThanOrEqual(timexes[index - 1]!.end);
    });
    expect(tag(text)).toEqual(timexes);
  });
});
