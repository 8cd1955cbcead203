import { describe, expect, it } from 'vitest';
import { diffRecords } from '../../src/gold/diff.ts';
import type { ArticleRecord, ClaimRecord } from '../../src/record/record.ts';
import { smallRecord } from './small-article.ts';

function diff(change: (claims: ClaimRecord[], record: ArticleRecord) => void) {
  const after = smallRecord();
  change(after.claims, after);
  return diffRecords(smallRecord(), after);
}

describe('the diff of two records', () => {
  it('finds nothing between equal ones', () => {
    expect(diff(() => {})).toEqual({ gained: [], lost: [], changed: [], unchanged: 5 });
  });

  it('compares slots of claims of equal id', () => {
    const { changed, unchanged } = diff(([claim]) => {
      claim!.time = [];
      claim!.modality = 'alleged';
    });
    expect(unchanged).toBe(4);
    expect(changed[0]!.slots).toEqual([
      { slot: 'modality', from: 'asserted', to: 'alleged' },
      { slot: 'time', from: 'event 2026-05-01', to: '' },
    ]);
  });

  it('pairs claims whose id changed with a slot of theirs', () => {
    const { gained, lost, changed } = diff(([claim]) => {
      claim!.id = 'other';
      claim!.polarity = 'negative';
    });
    expect([gained, lost]).toEqual([[], []]);
    expect(changed[0]!.slots).toEqual([{ slot: 'polarity', from: 'positive', to: 'negative' }]);
  });

  it('lists claims that only one of them has', () => {
    const { gained, lost } = diff((claims) => {
      claims[0]!.id = 'other';
      claims[0]!.predicate.text = 'shut';
      claims.pop();
    });
    expect(gained.map(({ id }) => id)).toEqual(['other']);
    expect(lost.map(({ id }) => id)).toEqual(['c0', 'c4']);
  });

  it('looks at entities by their key, not by their number', () => {
    const { changed } = diff((claims, record) => {
      for (const entity of record.entities) entity.id = `e${Number(entity.id.slice(1)) + 5}`;
      for (const { subject } of claims) {
        if (subject.entity !== undefined) subject.entity = `e${Number(subject.entity.slice(1)) + 5}`;
      }
    });
    expect(changed).toEqual([]);
  });

  it('leaves scores, rules and offsets aside', () => {
    const { unchanged } = diff(([claim]) => {
      claim!.checkWorthiness = 1;
      claim!.rule = 'another';
      claim!.quote.rawStart = 0;
    });
    expect(unchanged).toBe(5);
  });
});
