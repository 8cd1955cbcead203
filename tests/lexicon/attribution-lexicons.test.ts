import { describe, expect, it } from 'vitest';
import * as cues from '../../src/lexicon/cue-verbs.ts';
import * as sources from '../../src/lexicon/source-nouns.ts';

const lists = [...Object.entries(cues), ...Object.entries(sources)].flatMap(([name, value]) => {
  if (Array.isArray(value)) return [[name, value as string[]] as const];
  // Sets that are put together from lists have their own order.
  return value instanceof Set && name.endsWith('NOUNS') ? [[name, [...value] as string[]] as const] : [];
});

describe('attribution lexicons', () => {
  it('are found', () => expect(lists.length).toBeGreaterThanOrEqual(15));

  it.each(lists)('%s is sorted and unique', (_name, list) => {
    expect(list).toEqual([...new Set(list)].sort());
  });

  it('gives a verb its class', () => {
    expect(cues.cueClass('deny')).toBe('deny');
    expect(cues.cueClass('allegation')).toBe('noun');
    expect(cues.cueClass('table')).toBeUndefined();
  });
});
