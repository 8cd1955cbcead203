import { describe, expect, it } from 'vitest';
import { entryNext, entryStart, GAZETTEER_BIT, Gazetteer } from '../../src/language/gazetteer.ts';
import { hashString } from '../../src/language/hash.ts';

const hashes = (words: string): Int32Array => Int32Array.from(words.split(' '), hashString);

function key(words: string): number {
  const [first, ...rest] = hashes(words);
  return rest.reduce(entryNext, entryStart(first!));
}

describe('gazetteer', () => {
  const { city, firstName, prefix } = GAZETTEER_BIT;
  const entries: [number, number][] = [
    [key('port'), prefix],
    [key('port vila'), city],
    [key('anna'), firstName],
  ];
  entries.sort(([a], [b]) => (a >>> 0) - (b >>> 0));
  const gazetteer = new Gazetteer(
    Int32Array.from(entries, ([hash]) => hash),
    Uint16Array.from(entries, ([, bits]) => bits),
  );
  const mark = (words: string): [number[], number[]] => {
    const row = hashes(words);
    const single = new Int32Array(row.length);
    const several = new Int32Array(row.length);
    gazetteer.mark(row, single, several);
    return [[...single], [...several]];
  };

  it('marks single words', () => {
    expect(mark('anna left')).toEqual([
      [firstName, 0],
      [0, 0],
    ]);
  });

  it('marks the words of longer entries and where they start', () => {
    expect(mark('in port vila today')).toEqual([
      [0, 0, 0, 0],
      [0, city | prefix, city, 0],
    ]);
  });

  it('marks nothing where only the start of an entry stands', () => {
    expect(mark('the port')).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});
