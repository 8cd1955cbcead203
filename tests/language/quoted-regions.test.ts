import { describe, expect, it } from 'vitest';
import { quotedRegions } from '../../src/language/quoted-regions.ts';

function regions(text: string) {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
  }));
  const found = quotedRegions(text, blocks);
  for (const { start, end, outer } of found) {
    expect(outer.start).toBeLessThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(outer.end);
  }
  return found.map((region) => ({ ...region, text: text.slice(region.start, region.end) }));
}

const texts = (text: string) => regions(text).map((region) => region.text);

describe('quoted regions', () => {
  it.each([
    ['straight', 'He said "no way" twice.', ['no way']],
    ['curly', 'He said “no way” twice.', ['no way']],
    ['doubled single', "He said ''no way'' twice.", ['no way']],
    ['TeX', "He said ``no way'' twice.", ['no way']],
    ['guillemets', 'He said «no way» twice.', ['no way']],
    ['single around words with an apostrophe', "The ad ran: 'We don't stop' all week.", ["We don't stop"]],
    ['curly turned the wrong way at the end', 'He said “no way“ twice.', ['no way']],
    ['curly opening, straight closing', 'He said “no way" twice.', ['no way']],
    ['two pairs of straight marks', '"One," she said, "two."', ['One,', 'two.']],
  ])('pairs %s marks', (_name, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it.each([
    ['apostrophes', "It's the '90s, rock 'n' roll and the voters' choice."],
    ['feet and inches', 'He is 6\'2" tall.'],
    ['an unpaired mark in the middle of a line', 'The 15" screen cracked.'],
  ])('finds nothing in %s', (_name, text) => {
    expect(texts(text)).toEqual([]);
  });

  it('nests single marks in double ones', () => {
    const [outer, inner] = regions('“She told me, ‘Run,’ and I ran.”');
    expect(outer).toMatchObject({ text: 'She told me, ‘Run,’ and I ran.', depth: 0 });
    expect(inner).toMatchObject({ text: 'Run,', depth: 1 });
  });

  it('carries a quotation over paragraphs that repeat the opening mark', () => {
    const found = regions('“First part.\n“Second part.”\nNo quotation.');
    expect(found.map(({ text, closed, continues }) => [text, closed, continues])).toEqual([
      ['First part.', false, false],
      ['Second part.', true, true],
    ]);
  });

  it('carries a quotation over a paragraph that brings the closing mark only', () => {
    expect(texts('"First part.\nSecond part," he said.')).toEqual(['First part.', 'Second part,']);
  });

  it('ends a quotation without its closing mark at the end of its paragraph', () => {
    expect(texts('He wrote: "This never ends.\nAnother paragraph.')).toEqual(['This never ends.']);
  });

  it('takes linear time on a text of marks alone', () => {
    const text = '"“\'’'.repeat(20_000);
    expect(() => quotedRegions(text, [{ start: 0, end: text.length }])).not.toThrow();
  });
});
