import { describe, expect, it } from 'vitest';
import { datelineLength } from '../../../src/stages/attribution/trailing-speech.ts';
import { analyse } from './analyse.ts';

function read(text: string) {
  const doc = analyse(text);
  const cut = ({ start, end }: { start: number; end: number }) => doc.text.slice(start, end);
  return doc.layers.attributions!.map((one) => ({
    content: one.content.map(cut).join(' '),
    source: one.source && cut(one.source),
    cue: one.cue && cut(one.cue),
    type: one.quoteType,
  }));
}

describe('what the end of a sentence attributes', () => {
  it.each([
    ['Two barns burned down overnight, the parish said.', 'said', 'the parish'],
    [
      'Two barns burned down overnight, her brother Pavel Roth said on Tuesday.',
      'said',
      'her brother Pavel Roth',
    ],
    ['Two barns burned down overnight, the fire service said in a statement.', 'said', 'the fire service'],
    ['Two barns burned down overnight, said Pavel Roth, a farmer.', 'said', 'Pavel Roth'],
    ['Two barns burned down overnight, according to the insurer.', 'according', 'the insurer'],
  ])('%s', (text, cue, source) => {
    const found = read(text).find((one) => one.cue === cue);
    expect(found).toMatchObject({ cue, type: 'indirect' });
    expect(found!.source).toContain(source);
    expect(found!.content).toContain('Two barns burned down overnight');
  });

  it.each([
    'Pavel Roth bought two barns, a tractor and a well.',
    'Two barns, which the parish repaired in May, burned down.',
  ])('nothing in: %s', (text) => expect(read(text)).toEqual([]));
});

describe('a dateline', () => {
  it('is neither source nor content', () => {
    const [only] = read(
      'VARDE, Noria (NPA) — Two barns burned down overnight, the fire service said Tuesday.',
    );
    expect(only!.content).toMatch(/^Two barns burned down overnight/);
    expect(only!.source).toBe('the fire service');
  });

  it.each([
    ['VARDE, Noria (NPA) — Two barns burned.', 'Two barns burned.'],
    ['Varde (NPA) - Two barns burned.', 'Two barns burned.'],
    ['PORT VARDE, Noria — Two barns burned.', 'Two barns burned.'],
  ])('ends before the words of %s', (text, rest) => expect(text.slice(datelineLength(text))).toBe(rest));

  it.each([
    'Two barns (one of them new) burned.',
    'The NPA (Noria Press Agency) wrote of two barns.',
    'Varde — a small town — lost two barns.',
  ])('none in: %s', (text) => expect(datelineLength(text)).toBe(0));
});
