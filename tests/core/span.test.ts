import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bySpan,
  contains,
  cover,
  firstEndingAfter,
  indexAt,
  intersection,
  isValidSpan,
  overlaps,
  type Span,
  trimSpan,
} from '../../src/core/span.ts';

const anySpan = fc
  .tuple(fc.nat(60), fc.nat(20))
  .map(([start, length]): Span => ({ start, end: start + length }));

/** The characters of a span as a set: the definition that the algebra is checked against. */
const chars = ({ start, end }: Span) => new Set(Array.from({ length: end - start }, (_, i) => start + i));

describe('span algebra', () => {
  it('agrees with sets of characters', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const shared = [...chars(a)].filter((c) => chars(b).has(c));
        expect(overlaps(a, b)).toBe(shared.length > 0);
        const both = intersection(a, b);
        expect(both === null ? [] : [...chars(both)]).toEqual(shared);
        expect(contains(cover(a, b), a) && contains(cover(a, b), b)).toBe(true);
        if (a.end > a.start) expect(contains(b, a)).toBe([...chars(a)].every((c) => chars(b).has(c)));
      }),
    );
  });

  it('sorts parents before children', () => {
    const spans = [
      { start: 2, end: 4 },
      { start: 0, end: 3 },
      { start: 0, end: 9 },
    ];
    expect(spans.sort(bySpan)).toEqual([
      { start: 0, end: 9 },
      { start: 0, end: 3 },
      { start: 2, end: 4 },
    ]);
  });

  it('finds the span at an offset as a linear search does', () => {
    const gaps = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 5 })), { maxLength: 12 });
    fc.assert(
      fc.property(gaps, fc.nat(80), (parts, offset) => {
        let at = 0;
        const spans = parts.map(([gap, length]) => {
          const start = at + gap;
          at = start + length;
          return { start, end: at };
        });
        expect(indexAt(spans, offset)).toBe(spans.findIndex((s) => s.start <= offset && offset < s.end));
        const after = spans.findIndex((s) => s.end > offset);
        expect(firstEndingAfter(spans, offset)).toBe(after < 0 ? spans.length : after);
      }),
    );
  });

  it('trims as String.prototype.trim does', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\u00a0', '\n', '\u3000', '\ufeff', '.') }),
        (text) => {
          const { start, end } = trimSpan(text, { start: 0, end: text.length });
          expect(text.slice(start, end)).toBe(text.trim());
        },
      ),
    );
  });

  it('refuses spans outside the text or through a surrogate pair', () => {
    const text = 'a😀b';
    expect(isValidSpan(text, { start: 1, end: 3 })).toBe(true);
    expect(isValidSpan(text, { start: 1, end: 2 })).toBe(false);
    expect(isValidSpan(text, { start: 2, end: 4 })).toBe(false);
    expect(isValidSpan(text, { start: 0, end: 5 })).toBe(false);
    expect(isValidSpan(text, { start: 3, end: 1 })).toBe(false);
  });
});
