import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/stages/claims/number.ts';

/** Reads the number at the start of blank-separated tokens. */
function read(text: string) {
  const forms = text.split(' ');
  const found = readNumber({ form: (at) => forms[at] ?? '' }, 0, forms.length);
  return found && { value: found.value, words: forms.slice(0, found.last + 1).join(' ') };
}

describe('readNumber', () => {
  it.each([
    ['1,200 nurses', 1200, '1,200'],
    ['4.1 million people', 4_100_000, '4.1 million'],
    ['2.3 bn', 2_300_000_000, '2.3 bn'],
    ['3bn', 3_000_000_000, '3bn'],
    ['rs500 crore', 5_000_000_000, 'rs500 crore'],
    ['forty - two homes', 42, 'forty - two'],
    ['two hundred and forty thousand votes', 240_000, 'two hundred and forty thousand'],
    ['three million four hundred thousand', 3_400_000, 'three million four hundred thousand'],
    ['two dozen', 24, 'two dozen'],
    ['a dozen eggs', 12, 'a dozen'],
    ['a million people', 1_000_000, 'a million'],
    ['tens of thousands of people', 10_000, 'tens of thousands'],
    ['dozens of homes', 12, 'dozens'],
    ['two thirds of voters', 2 / 3, 'two thirds'],
    ['two - thirds of voters', 2 / 3, 'two - thirds'],
    ['a third of the houses', 1 / 3, 'a third'],
    ['one in five adults', 0.2, 'one in five'],
    ['3 in 10 men', 0.3, '3 in 10'],
    ['half of it', 0.5, 'half'],
    ['five seven', 5, 'five'],
    ['95kg', 95, '95kg'],
  ] as const)('%s', (text, value, words) => expect(read(text)).toEqual({ value, words }));

  it.each([
    'a third man',
    'half - time',
    'a half - hour',
    'the men',
    'second',
    'covid-19',
    '2nd',
    'a few men',
  ])('none at the start of %s', (text) => expect(read(text)).toBeNull());

  it('takes no share of a noun that is counted', () => {
    expect(read('two quarter - point cuts')).toEqual({ value: 2, words: 'two' });
  });

  it('reads a long run of numbers in bounded time', () => {
    expect(read(Array(5000).fill('nine').join(' '))).toEqual({ value: 9, words: 'nine' });
  });
});
