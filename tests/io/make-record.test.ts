import { expect, it } from 'vitest';
import { RecordSchema } from '../../src/record/record.ts';
import { makeRecord } from './make-record.ts';

it('the record that sinks are tested with is a valid one', () => {
  const record = makeRecord({ number: 7, state: 2 });
  expect(RecordSchema.safeParse(record).error).toBeUndefined();
  for (const claim of record.claims) {
    expect(record.text.slice(claim.quote.start, claim.quote.end)).toBe(claim.quote.exact);
  }
});
