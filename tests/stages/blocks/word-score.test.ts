import { describe, expect, it } from 'vitest';
import { viewBlock } from '../../../src/stages/blocks/block-view.ts';
import { segmentsOf } from '../../../src/stages/blocks/segments.ts';
import { sentenceEnds } from '../../../src/stages/blocks/sentence-ends.ts';
import { readWords, wordHashes, wordScore, writeWords } from '../../../src/stages/blocks/word-score.ts';
import { learnWords } from '../../../train/blocks/learn-words.ts';

const hashesOf = (text: string) => {
  const out: number[] = [];
  wordHashes(text, out);
  return out;
};
const viewsOf = (lines: readonly string[]) => {
  const text = lines.join('\n');
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return viewBlock(text, {
      start,
      end: start + line.length,
      tag: 'line',
      path: '',
      tokens: '',
      linkChars: 0,
      links: 0,
    });
  });
};

describe('words of a block', () => {
  it('count without case, marks and the value of numbers', () => {
    expect(hashesOf('The Pier, 1931.')).toEqual(hashesOf('the pier 2044'));
    expect(hashesOf('the pier')).not.toEqual(hashesOf('pier the'));
    expect(hashesOf('  ,. ')).toEqual([]);
  });

  it('learn from many sites which words articles have, and forget those of few', () => {
    const rows = Array.from({ length: 40 }, (_, site) => [
      { hashes: hashesOf('the board said on Tuesday'), target: 1, weight: 1, fold: 0, site },
      { hashes: hashesOf('follow us on Facebook'), target: 0, weight: 1, fold: 0, site },
      ...(site < 3 ? [{ hashes: hashesOf('sturgeon'), target: 0, weight: 1, fold: 0, site }] : []),
    ]).flat();
    const weights = learnWords(rows, 12, 1);
    expect(learnWords(rows, 12, 1)).toEqual(weights);
    const score = (text: string) => wordScore(weights, hashesOf(text));
    expect(score('the board said')).toBeGreaterThan(1);
    expect(score('follow us')).toBeLessThan(-1);
    expect(score('sturgeon')).toBe(weights.bias);
    const stored = readWords(writeWords(weights));
    expect(wordScore(stored, hashesOf('follow us'))).toBeCloseTo(score('follow us'), 0);
    expect(() => readWords(writeWords(weights).subarray(1))).toThrow(RangeError);
  });
});

describe('sentenceEnds', () => {
  it('tells stories from lists of headlines', () => {
    const story = 'The board voted on Tuesday to close the pier.';
    const headline = 'Board votes to close the old pier for good';
    const { share, unended } = sentenceEnds(viewsOf([story, story, headline, headline, headline, story]));
    expect([...unended]).toEqual([0, 0, 3, 3, 3, 0]);
    expect(share[0]).toBeCloseTo(0.5, 5);
  });
});

describe('segmentsOf', () => {
  it('finds the heaviest stretch and the valley before another', () => {
    const story = 'The harbour board voted on Tuesday to close the old pier for good.';
    const other = 'A bakery opened on Monday beside the church.';
    const views = viewsOf([story, story, story, 'Menu', 'Menu', 'Menu', 'Menu', other]);
    const { segments, main, segmentOf, likeMain, valley } = segmentsOf(
      views,
      Float32Array.of(0.9, 0.75, 0.9, 0.25, 0.125, 0.25, 0.25, 0.75),
    );
    expect(segments.map(({ first, last }) => [first, last])).toEqual([
      [0, 2],
      [7, 7],
    ]);
    expect(main).toBe(0);
    expect(segmentOf[7]).toBe(1);
    expect(valley[7]).toBe(0.125);
    expect(likeMain[1]).toBe(1);
    expect(likeMain[7]).toBe(0);
  });
});
