import { describe, expect, it } from 'vitest';
import { EXAMPLE_REFERENCE } from '../../../src/stages/dates/recogniser.ts';
import { RECOGNISERS } from '../../../src/stages/dates/recognisers/index.ts';
import { tagDates } from '../../../src/stages/dates/tag-dates.ts';

const tag = (text: string) => tagDates(text, { reference: EXAMPLE_REFERENCE });

describe.each(RECOGNISERS.map((row) => [row.id, row] as const))('recogniser %s', (id, row) => {
  it('has a sentence about it and examples of both kinds', () => {
    expect(row.about).toMatch(/\w/);
    expect(row.matches.length).toBeGreaterThan(0);
    expect(row.rejects.length).toBeGreaterThan(0);
  });

  it.each(row.matches)('matches: %s', (sentence) => {
    expect(tag(sentence).map(({ rule }) => rule)).toContain(`dates/${id}`);
  });

  it.each(row.rejects)('rejects: %s', (sentence) => {
    expect(tag(sentence).map(({ rule }) => rule)).not.toContain(`dates/${id}`);
  });

  const values = row.values ?? [];
  it.runIf(values.length > 0).each(values)('%s: %s is %s', (sentence, span, value) => {
    const timexes = tag(sentence);
    const found = timexes.map(({ start, end, value: got }) => [sentence.slice(start, end), got]);
    expect(found).toContainEqual([span, value]);
  });
});

it('ids are unique', () => {
  expect(new Set(RECOGNISERS.map(({ id }) => id)).size).toBe(RECOGNISERS.length);
});
