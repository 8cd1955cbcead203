import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE, NameDecoder, TRANSITIONS, transition } from '../../src/language/name-decoder.ts';
import { mayFollow, NAME_LABELS, namesOf } from '../../src/language/name-labels.ts';

/** Every well-formed row of labels of the given length. */
function* rows(length: number, start: number[] = []): Generator<number[]> {
  const previous = start.at(-1) ?? -1;
  if (start.length === length) {
    if (mayFollow(previous, -1)) yield start;
    return;
  }
  for (let label = 0; label < NAME_LABELS; label++)
    if (mayFollow(previous, label)) yield* rows(length, [...start, label]);
}

const ALL = [...rows(3)];

describe('name decoder', () => {
  it('finds the best row and its margins', () => {
    const scores = fc.array(fc.integer({ min: -30, max: 30 }), {
      minLength: 3 * NAME_LABELS + TRANSITIONS,
      maxLength: 3 * NAME_LABELS + TRANSITIONS,
    });
    fc.assert(
      fc.property(scores, (values) => {
        const emissions = Float64Array.from(values.slice(0, 3 * NAME_LABELS));
        const transitions = Float32Array.from(values.slice(3 * NAME_LABELS));
        const score = (row: readonly number[]): number => {
          let sum = transitions[transition(EDGE, row[0]!)]! + transitions[transition(row[2]!, EDGE)]!;
          row.forEach((label, i) => {
            sum += emissions[i * NAME_LABELS + label]!;
            if (i > 0) sum += transitions[transition(row[i - 1]!, label)]!;
          });
          return sum;
        };
        const decoder = new NameDecoder();
        const found = decoder.decode(emissions, 3, transitions);
        const best = Math.max(...ALL.map(score));
        expect(score([...found])).toBe(best);
        const margins = decoder.margins(emissions, found, transitions);
        for (let i = 0; i < 3; i++) {
          const rival = Math.max(...ALL.filter((row) => row[i] !== found[i]).map(score));
          expect(margins[i]).toBe(best - rival);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps to the labels that are allowed', () => {
    const allowed = new Uint8Array(2 * NAME_LABELS);
    allowed[1] = 1;
    allowed[NAME_LABELS + 3] = 1;
    const labels = new NameDecoder().decode(
      new Float64Array(2 * NAME_LABELS),
      2,
      new Float32Array(TRANSITIONS),
      allowed,
    );
    expect(namesOf(labels)).toEqual([{ first: 0, last: 2, type: 0 }]);
  });
});
