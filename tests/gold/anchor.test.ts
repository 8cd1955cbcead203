import { describe, expect, it } from 'vitest';
import { anchor, occurrences } from '../../src/gold/anchor.ts';

const text = 'The heir said he paid.\nThe he-goat  and U.S. troops left. US dollars.';
const whole = { start: 0, end: text.length };
const at = (needle: string, occurrence?: number) => {
  const { span, problem } = anchor(text, needle, whole, occurrence);
  return span === undefined ? problem : text.slice(span.start, span.end);
};

describe('anchor', () => {
  it('finds whole words alone', () => {
    expect(occurrences(text, 'he', whole).map((span) => span.start)).toEqual([14, 27]);
    expect(occurrences(text, 'US', whole).map(({ start, end }) => text.slice(start - 1, end + 1))).toEqual([
      ' US ',
    ]);
    expect(at('U.S.')).toBe('U.S.');
  });

  it('lets white space stand for any run of it', () => {
    expect(at('paid. The')).toBe('paid.\nThe');
    expect(at('he-goat and')).toBe('he-goat  and');
  });

  it('refuses what stands nowhere or more than once', () => {
    expect(at('she')).toContain('does not stand there');
    expect(at('The')).toContain('stands there 2 times');
    expect(at('The', 2)).toBe('The');
    expect(at('The', 3)).toContain('only 2 times');
  });

  it('stays within its span', () => {
    expect(anchor(text, 'The', { start: 0, end: 22 }).span).toEqual({ start: 0, end: 3 });
    expect(anchor(text, 'paid. The', { start: 0, end: 22 }).problem).toBeDefined();
  });

  it('takes every mark of a pattern as itself', () => {
    const marks = 'cost $3.2 (up) [or] a|b?';
    for (const needle of ['$3.2', '(up)', '[or]', 'a|b?']) {
      const { span } = anchor(marks, needle, { start: 0, end: marks.length });
      expect(marks.slice(span?.start, span?.end)).toBe(needle);
    }
  });
});
