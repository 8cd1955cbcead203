import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise, tokenOffsets } from '../../src/language/tokenise.ts';

const words = (text: string): string[] => tokenOffsets(text).map(([start, end]) => text.slice(start, end));

describe('tokenise', () => {
  it.each<[string, string]>([
    ["They don't know who's coming.", "They do n't know who 's coming ."],
    ['We can’t say “no” to the firm’s offer.', 'We ca n’t say “ no ” to the firm ’s offer .'],
    ['You cannot, and we’re gonna wait.', 'You can not , and we ’re gon na wait .'],
    ["She shouldn't've asked.", "She should n't 've asked ."],
    ['Shares of AT&T fell 5% to $3.20, or €2.90.', 'Shares of AT&T fell 5 % to $ 3.20 , or € 2.90 .'],
    ['Mr. Ortiz met Dr. J. Lund in St. Paul.', 'Mr. Ortiz met Dr. J. Lund in St. Paul .'],
    ['The U.S.-led force left at 5 p.m. on Nov. 3.', 'The U.S. - led force left at 5 p.m. on Nov. 3 .'],
    ['a London-based, pre-war, non-profit co-op', 'a London - based , pre-war , non-profit co-op'],
    [
      'See https://example.org/a?b=1, or write to desk@example.org.',
      'See https://example.org/a?b=1 , or write to desk@example.org .',
    ],
    ['He (the mayor) said: "[We] won..."', 'He ( the mayor ) said : " [ We ] won ... "'],
    ['In the 1990s, at 10:30am, 20km away', 'In the 1990s , at 10:30 am , 20 km away'],
    ['No. 5 is open. Is it? No.', 'No. 5 is open . Is it ? No .'],
    ['the players’ union', 'the players ’ union'],
    ["Ana 's shop, and they 're open", "Ana 's shop , and they 're open"],
    ["The letter 's' is last.", "The letter ' s ' is last ."],
    ['O’Neill and d’Estaing', 'O’Neill and d’Estaing'],
    ['from 2019–2021, 1,200/2,000', 'from 2019 – 2021 , 1,200/2,000'],
    ['#MeToo @desk 👍🏽 🇫🇷', '#MeToo @desk 👍🏽 🇫🇷'],
    ['Call 555-010-4477 now!!', 'Call 555-010-4477 now !!'],
  ])('%s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected);
  });

  it('covers every character but white space, once, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const covered = new Array<number>(text.length).fill(0);
        let last = 0;
        tokenise(text, 0, text.length, (start, end) => {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
          for (let i = start; i < end; i++) covered[i]!++;
        });
        for (let i = 0; i < text.length; i++)
          expect(covered[i]).toBe(/[\s\u200b]/u.test(text[i]!) && covered[i] === 0 ? 0 : 1);
      }),
    );
  });

  it('takes long text without spaces in its stride', () => {
    for (const unit of ['a-', 'a.', "a'", '1,', '((', 'ab@', '💥', 'http://']) {
      const text = unit.repeat(20_000);
      let total = 0;
      tokenise(text, 0, text.length, (start, end) => {
        total += end - start;
      });
      expect(total).toBe(text.length);
    }
  });
});
