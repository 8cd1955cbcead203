import { describe, expect, it } from 'vitest';
import { datelineLength } from '../../../src/stages/attribution/dateline.ts';
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
    [
      'Two barns burned down overnight, according to a letter seen by the parish.',
      'according',
      'a letter seen by the parish',
    ],
    ['Two barns burned down overnight, a farmer who lives nearby said.', 'said', 'a farmer who lives nearby'],
    [
      'Two barns burned down overnight, a person close to the insurer told the parish paper.',
      'told',
      'a person close to the insurer',
    ],
  ])('%s', (text, cue, source) => {
    const found = read(text).find((one) => one.cue === cue);
    expect(found).toMatchObject({ cue, type: 'indirect' });
    expect(found!.source).toContain(source);
    expect(found!.content).toContain('Two barns burned down overnight');
  });

  it('has nobody to name where a report is impersonal', () => {
    const [only] = read('Two barns will be pulled down in May, it is understood.');
    expect(only).toMatchObject({ cue: 'understood', source: null });
    expect(only!.content).toBe('Two barns will be pulled down in May');
  });

  it('holds a report within it', () => {
    const [outer, inner] = read(
      'Inspectors found that two barns had no alarm, a letter seen by the parish shows.',
    );
    expect(outer).toMatchObject({ cue: 'shows', source: 'a letter seen by the parish' });
    expect(inner).toMatchObject({ cue: 'found', content: 'that two barns had no alarm' });
  });

  it('is not what a relative clause is about', () => {
    const found = read('The sale, which brokers at Roth Bank described as "far too cheap", ended on Monday.');
    expect(found[0]!.source).toContain('brokers');
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
    ['VARDE, Noria, March 3 (NPA) — Two barns burned.', 'Two barns burned.'],
    ['VARDE, 3 March - Two barns burned.', 'Two barns burned.'],
    ['PORT VARDE, Noria — Two barns burned.', 'Two barns burned.'],
  ])('ends before the words of %s', (text, rest) => expect(text.slice(datelineLength(text))).toBe(rest));

  it.each([
    'Two barns (one of them new) burned.',
    'The NPA (Noria Press Agency) wrote of two barns.',
    'Varde — a small town — lost two barns.',
  ])('none in: %s', (text) => expect(datelineLength(text)).toBe(0));
});
