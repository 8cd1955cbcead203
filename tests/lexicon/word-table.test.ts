import { describe, expect, it } from 'vitest';
import { NUMERALS } from '../../src/lexicon/numerals.ts';
import { wordTable } from '../../src/lexicon/word-table.ts';
import { createPipeline } from '../../src/pipeline.ts';
import { RecordSchema } from '../../src/record/record.ts';

describe('word tables', () => {
  it('have no entries but their own', () => {
    const table = wordTable({ one: 1 });
    expect(table.one).toBe(1);
    expect(['constructor', 'toString', '__proto__', 'valueOf'].map((word) => table[word])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(NUMERALS.constructor).toBeUndefined();
  });

  it('so that words which every object knows make no values', () => {
    const record = createPipeline().process({
      text: 'The draft has four previews and flexible constructor bodies, the Constructor Company said. It costs $constructor million.',
      articleText: true,
    });
    expect(RecordSchema.safeParse(JSON.parse(JSON.stringify(record))).error?.issues).toBeUndefined();
    expect(record.claims.flatMap(({ quantities }) => quantities.map(({ value }) => value))).toEqual([4]);
  });
});
