import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/stages/sentences.ts';

const split = (text: string) =>
  splitSentences(text, { start: 0, end: text.length }).map((s) => text.slice(s.start, s.end));

/** Sentences are divided by ` | `; the text is the line without the bars. */
const lines = [
  'Gov. Ada Lund signed it on Oct. 3 in Salem, Ore., before noon. | The bill takes effect in May.',
  'The U.S. Department of Labor sued Orla Foods Inc. on Friday. | The company denied it.',
  'She flew back to the U.S. | The others stayed in Lima.',
  'The plant closed at 5 p.m. Monday. | Some 40 workers left at 6 p.m. | The gates were locked.',
  'Judge Ira P. Moss and Dr. Lena K. Sund were there. | Mr. Abara was not.',
  '“We lost everything,” said Rosa Brandt. | “Nobody came. | Nobody called.”',
  '“Is it over?” she asked. | He said it was.',
  'Prices rose 3.5 percent, to $4.20 a gallon. | No. 2 diesel rose more.',
  'Asked whether he knew, he said no. | The mayor left.',
  'The ship (it was built in 1931. It sank twice.) is a museum. | Entry is free.',
  'He wrote “The Long Way Home.” | It sold 20,000 copies.',
  'It was 10 below zero ... and then the lights went out.',
  'The vote failed.Later that day the council met again.',
];

describe('splitSentences', () => {
  it.each(lines)('%s', (line) => {
    expect(split(line.replaceAll(' | ', ' ').replace('failed. Later', 'failed.Later'))).toEqual(
      line.replace('failed.Later', 'failed. | Later').split(' | '),
    );
  });

  it('numbers of a list written in one run open its items', () => {
    expect(split('1. Check the locks 2. Call the police 3. Leave')).toEqual([
      '1. Check the locks',
      '2. Call the police',
      '3. Leave',
    ]);
  });

  it('loses no word and stays in order on any text', () => {
    const unit = fc.constantFrom(
      'Mr.',
      ' ',
      'U.S.',
      'The',
      'we',
      '“',
      '”',
      '.',
      '?',
      '\n',
      '(',
      ')',
      '1.',
      '😀',
      '…',
      'a',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const spans = splitSentences(text, { start: 0, end: text.length });
        let at = 0;
        for (const span of spans) {
          expect(text.slice(at, span.start).trim()).toBe('');
          expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end));
          expect(span.end).toBeGreaterThan(span.start);
          at = span.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('sees the same boundaries in a text of many windows', () => {
    const one = 'The harbour was closed on Monday. Nobody was hurt in the U.S. Coast Guard boat. ';
    expect(split(one.repeat(300))).toEqual(Array.from({ length: 300 }, () => split(one)).flat());
    const long = `${'and then the water rose '.repeat(400)}. It fell.`;
    expect(split(long)).toEqual([long.slice(0, -9), 'It fell.']);
  });

  it('keeps its offsets in the middle of a text', () => {
    const text = 'Menu\nIt rained. It poured.\nFooter';
    const spans = splitSentences(text, { start: 5, end: 26 });
    expect(spans.map((s) => text.slice(s.start, s.end))).toEqual(['It rained.', 'It poured.']);
  });
});
