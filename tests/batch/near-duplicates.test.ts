import { describe, expect, it } from 'vitest';
import { NearDuplicates, similarity, sketchText } from '../../src/batch/near-duplicates.ts';

/** Text of made-up words, the same for the same seed. */
function prose(seed: number, words: number): string[] {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8;
  return Array.from({ length: words }, () => `w${next() % 3000}`);
}

const jaccard = (a: string[], b: string[]) => {
  const shingles = (words: string[]) =>
    new Set(words.slice(3).map((_, i) => words.slice(i, i + 4).join(' ')));
  const [x, y] = [shingles(a), shingles(b)];
  const both = [...x].filter((shingle) => y.has(shingle)).length;
  return both / (x.size + y.size - both);
};

describe('sketches', () => {
  it('estimate the Jaccard similarity of 4-word shingles', () => {
    for (const changed of [0, 10, 40, 150, 400]) {
      const a = prose(1, 500);
      const b = a.map((word, i) => (i % 500 < changed ? `x${i}` : word));
      const estimate = similarity(sketchText(a.join(' '))!, sketchText(b.join(' '))!);
      expect(Math.abs(estimate - jaccard(a, b)), `${changed} changed`).toBeLessThan(0.15);
    }
  });

  it('do not see case and punctuation, and none is made of a short text', () => {
    const words = prose(2, 100);
    expect(sketchText(words.join(' '))).toEqual(sketchText(`“${words.join(', ').toUpperCase()}.”`));
    expect(sketchText('Too short to tell.')).toBeNull();
  });
});

describe('NearDuplicates', () => {
  it('finds syndicated copies with another head and tail, and links them to the first', () => {
    const found = new NearDuplicates();
    const story = prose(3, 400);
    const copy = (head: number, tail: number) =>
      [...prose(head, 15), ...story.slice(10), ...prose(tail, 15)].join(' ');
    expect(found.add('a', sketchText(story.join(' '))!)).toBeNull();
    expect(found.add('b', sketchText(copy(4, 5))!)).toMatchObject({ of: 'a' });
    expect(found.add('c', sketchText(copy(6, 7))!)).toMatchObject({ of: 'a' });
    expect(found.add('a', sketchText(copy(8, 9))!)).toBeNull();
  });

  it('takes no two of a thousand different texts for copies, half of their words shared or not', () => {
    const found = new NearDuplicates();
    const shared = prose(10, 150);
    for (let seed = 100; seed < 1100; seed++) {
      const text = seed % 2 === 0 ? prose(seed, 300) : [...shared, ...prose(seed, 200)];
      expect(found.add(String(seed), sketchText(text.join(' '))!)).toBeNull();
    }
  });
});
