import { describe, expect, it } from 'vitest';
import { invariantViolations } from '../../src/gold/invariants.ts';
import type { ArticleRecord } from '../../src/record/record.ts';
import { PAGE, smallRecord } from './small-article.ts';

/** A small record with every kind of reference in it. */
function record(): ArticleRecord {
  const made = smallRecord();
  for (const [i, claim] of made.claims.entries()) {
    claim.id = `x${i}`;
    claim.links = i === 0 ? [] : [{ type: 'elaborates', claim: 'x0' }];
  }
  made.attributions.push({ ...made.attributions[0]!, id: 'a1', within: 'a0' });
  return made;
}

function violations(spoil: (record: ArticleRecord) => void, raw?: string): string[] {
  const made = record();
  spoil(made);
  return invariantViolations(made, raw).map(({ path, message }) => `${path}: ${message}`);
}

describe('invariants', () => {
  it('hold for a faultless record, with and without its input', () => {
    expect(violations(() => {})).toEqual([]);
    expect(violations(() => {}, PAGE)).toEqual([]);
  });

  it.each<[string, (r: ArticleRecord) => void, string]>([
    [
      'a slice that differs',
      (r) => (r.timexes[0]!.text = 'Monday'),
      'timexes.0: says "Monday" where "Friday" stands',
    ],
    [
      'a span outside the text',
      (r) => (r.timexes[0]!.end = 9999),
      'timexes.0: 67-9999 is no span of the text',
    ],
    ['a span backwards', (r) => (r.blocks[0]!.end = -1), 'blocks.0'],
    ['overlapping blocks', (r) => (r.blocks[0]!.end += 3), 'blocks.1: overlaps'],
    ['overlapping sentences', (r) => (r.sentences[1]!.end += 3), 'sentences.2: overlaps'],
    [
      'a sentence outside its block',
      (r) => (r.sentences[1]!.block = 0),
      'sentences.1: does not lie in its block',
    ],
    [
      'a block that is not there',
      (r) => (r.sentences[1]!.block = 99),
      'sentences.1.block: there is no block 99',
    ],
    [
      'a timex in no sentence',
      (r) => Object.assign(r.timexes[0]!, { start: 0, end: 4, text: 'MENU' }),
      'timexes.0: lies in no sentence',
    ],
    ['an interval backwards', (r) => (r.timexes[0]!.interval = ['2026', '2025']), 'timexes.0.interval'],
    [
      'mentions out of order',
      (r) => r.entities[0]!.mentions.reverse(),
      'entities.0.mentions.1: is out of order',
    ],
    ['ids used twice', (r) => (r.claims[1]!.id = 'x0'), 'claims.1.id: x0 is used twice'],
    [
      'an entity that is not there',
      (r) => (r.claims[0]!.subject.entity = 'e99'),
      'claims.0.subject.entity: there is no entity e99',
    ],
    [
      'a timex that is not there',
      (r) => (r.claims[0]!.time[0]!.timex = 't99'),
      'claims.0.time.0.timex: there is no timex t99',
    ],
    [
      'a time that its timex does not say',
      (r) => (r.claims[0]!.time[0]!.value = '2026'),
      'claims.0.time.0.value: the timex says 2026-05-01',
    ],
    [
      'an attribution that is not there',
      (r) => (r.claims[1]!.attribution[0]!.attribution = 'a9'),
      'claims.1.attribution.0: there is no attribution a9',
    ],
    [
      'a copy that differs',
      (r) => (r.claims[1]!.attribution[0]!.quoteType = 'mixed'),
      'claims.1.attribution.0: is not what a0 says',
    ],
    [
      'a link to nowhere',
      (r) => (r.claims[1]!.links[0]!.claim = 'x9'),
      'claims.1.links.0: there is no claim x9',
    ],
    [
      'attributions in a ring',
      (r) => (r.attributions[0]!.within = 'a1'),
      'attributions.0.within: is nested in itself',
    ],
    [
      'a slot outside its sentence',
      (r) => (r.claims[0]!.sentence = 2),
      'claims.0.subject: does not lie in its sentence',
    ],
    ['a prefix that does not precede', (r) => (r.claims[0]!.quote.prefix = 'zzz'), 'claims.0.quote.prefix'],
    ['a suffix that does not follow', (r) => (r.claims[0]!.quote.suffix = 'zzz'), 'claims.0.quote.suffix'],
    [
      'raw offsets that the map does not give',
      (r) => (r.claims[0]!.quote.rawStart = 1),
      'claims.0.quote.rawStart: the map says',
    ],
    [
      'a map out of order',
      (r) =>
        (r.textMap = [
          [5, 5, 3],
          [0, 0, 3],
        ]),
      'textMap: offset segment',
    ],
    ['a map past the text', (r) => (r.textMap = [[0, 0, 9999]]), 'textMap: runs past the text'],
    [
      'half a span',
      (r) => r.diagnostics.push({ severity: 'info', code: 'x', message: 'x', stage: 'x', start: 1 }),
      'diagnostics.0: has half a span',
    ],
  ])('find %s', (_, spoil, message) => {
    expect(violations(spoil).join('\n')).toContain(message);
  });

  it('let an implicit word stand for its span', () => {
    const implicit = (r: ArticleRecord) =>
      Object.assign(r.claims[0]!.predicate, { text: 'is', implicit: true });
    expect(violations(implicit)).toEqual([]);
  });

  it('find a span that cuts a character', () => {
    const made = smallRecord();
    made.text = `${made.text}😀`;
    made.blocks.push({ start: PAGE.length, end: PAGE.length + 1, kind: 'paragraph', label: 'other' });
    expect(invariantViolations(made)[0]).toMatchObject({
      path: 'blocks.5',
      message: expect.stringContaining('no span'),
    });
  });

  it('compare the raw input when it is there', () => {
    const other = PAGE.replace('Friday', 'Monday');
    expect(violations(() => {}, other).join('\n')).toContain('textMap.0: maps characters to others');
    expect(violations(() => {}, other).join('\n')).toContain(
      'timexes.0: reads "Friday", and its raw slice "Monday"',
    );
    expect(violations(() => {}, PAGE.slice(0, 20)).join('\n')).toContain('runs past the raw input');
  });

  it('read HTML slices without tags and entities', () => {
    const raw = '<p>Fish &amp; <b>chips</b> rose.</p>';
    const made: ArticleRecord = {
      ...smallRecord(),
      text: 'Fish & chips rose.',
      textMap: [
        [0, 3, 5],
        [5, 8, 1, 5],
        [6, 13, 1],
        [7, 17, 5],
        [12, 26, 6],
      ],
      blocks: [{ start: 0, end: 18, kind: 'paragraph', label: 'article' }],
      sentences: [{ start: 0, end: 18, block: 0 }],
      timexes: [],
      entities: [],
      quotes: [],
      attributions: [],
      claims: [],
    };
    made.source.mediaType = 'text/html';
    expect(invariantViolations(made, raw)).toEqual([]);
    expect(invariantViolations(made, raw.replace('&amp;', '&lt;.'))).toHaveLength(1);
  });
});
