import { describe, expect, it } from 'vitest';
import { ClaimlineError } from '../../src/core/errors.ts';
import { loadGold } from '../../src/gold/load-gold.ts';
import { GOLD_FILE, PAGE, smallGold } from './small-article.ts';

// biome-ignore lint/suspicious/noExplicitAny: a spoiler writes what the type forbids
type Spoil = (file: any) => void;

function problemsOf(spoil: Spoil, raw = PAGE): string {
  const file = structuredClone(GOLD_FILE);
  spoil(file);
  try {
    loadGold(file, { raw, mediaType: 'text/plain' });
  } catch (error) {
    expect(error).toBeInstanceOf(ClaimlineError);
    expect((error as ClaimlineError).code).toBe('gold/invalid');
    return (error as Error).message;
  }
  return '';
}

describe('loading gold', () => {
  it('finds the place of every text', () => {
    const gold = smallGold();
    const pieces = [
      ...gold.blocks,
      ...gold.boilerplate,
      ...gold.sentences,
      ...gold.timexes,
      ...gold.entities.flatMap((entity) => entity.mentions),
      ...gold.quotes,
      ...gold.notQuotes,
    ];
    for (const { start, end, text } of pieces) expect(PAGE.slice(start, end)).toBe(text);
    for (const { subject, predicate } of gold.claims) {
      expect(PAGE.slice(subject.span!.start, subject.span!.end)).toBe(subject.text);
      expect(PAGE.slice(predicate.span!.start, predicate.span!.end)).toBe(predicate.text);
    }
    expect(gold.entities[0]!.mentions.map((mention) => mention.start)).toEqual([36, 89, 147]);
  });

  it('fills in what a claim leaves out', () => {
    expect(smallGold().claims[3]).toMatchObject({
      polarity: 'negative',
      modality: 'asserted',
      time: null,
      place: null,
      source: null,
      sources: [],
      quantities: [],
      optional: false,
    });
  });

  it('takes stated offsets and checks them', () => {
    expect(problemsOf((file) => Object.assign(file.timexes[0], { start: 67, end: 73 }))).toBe('');
    expect(problemsOf((file) => Object.assign(file.timexes[0], { start: 66, end: 72 }))).toContain(
      'timexes.0: "Friday" is stated for 66-72, where " Frida" stands',
    );
    expect(problemsOf((file) => Object.assign(file.timexes[0], { start: 67 }))).toContain('half an offset');
    expect(
      problemsOf((file) => Object.assign(file.timexes[0], { sentence: 2, start: 67, end: 73 })),
    ).toContain('does not lie in sentence 2');
  });

  it.each<[string, Spoil, string]>([
    [
      'a text that is not there',
      (f) => (f.timexes[0].text = 'Sunday'),
      'timexes.0: in sentence 1, "Sunday" does not',
    ],
    ['a sentence that is not there', (f) => (f.timexes[0].sentence = 9), 'timexes.0: there is no sentence 9'],
    ['a changed sentence', (f) => (f.sentences[1] = 'Mayor Finch reopened it.'), 'sentences.1:'],
    ['a part of a block in no sentence', (f) => f.sentences.splice(3, 1), 'is in no sentence'],
    [
      'a line that is neither',
      (f) => f.boilerplate.shift(),
      '"MENU" at 0 is neither article nor boilerplate',
    ],
    ['boilerplate inside a line', (f) => (f.boilerplate[0] = 'MEN'), 'is no line of its own'],
    ['an alias without mention', (f) => f.entities[0].aliases.push('Ada'), 'the alias "Ada" is no mention'],
    ['an unknown subject', (f) => (f.claims[0].subjectEntity = 'Ada'), 'no entity is named "Ada"'],
    [
      'an unknown time',
      (f) => (f.claims[0].time = '2026-05-02'),
      'c1.time: no timex has the value 2026-05-02',
    ],
    ['an id used twice', (f) => (f.claims[1].id = 'c1'), 'c1: the id is used twice'],
    ['a cue without source', (f) => (f.claims[0].cue = 'said'), 'belong to a source'],
    ['a source without type', (f) => delete f.claims[1].quoteType, 'c2.quoteType: missing'],
    ['an unknown speaker', (f) => (f.quotes[0].speaker = 'Bo'), 'quotes.0.speaker: "Bo" is neither'],
    ['an unknown field', (f) => (f.claims[0].when = 'now'), 'claims.0'],
    ['a word of no list', (f) => (f.claims[0].kind = 'fact'), 'claims.0.kind'],
  ])('reports %s', (_, spoil, message) => {
    expect(problemsOf(spoil)).toContain(message);
  });

  it('reports every problem at once', () => {
    const message = problemsOf((file) => {
      file.timexes[0].text = 'Sunday';
      file.claims[1].id = 'c1';
    });
    expect(message.split('\n')).toHaveLength(3);
  });

  it('finds places in HTML and takes no offsets for it', () => {
    const raw = PAGE.split('\n')
      .map((line) => `<p>${line.replace('Ada', '<b>Ada</b>').replaceAll('"', '&quot;')}</p>`)
      .join('');
    const gold = loadGold(GOLD_FILE, { raw, mediaType: 'text/html' });
    const cut = ({ start, end }: { start: number; end: number }) => raw.slice(start, end);
    expect(cut(gold.entities[0]!.mentions[0]!)).toBe('Ada</b> Finch');
    expect(cut(gold.sentences[2]!)).toBe('&quot;It is safe,&quot; Finch said.');
    const stated = { ...GOLD_FILE, timexes: [{ ...GOLD_FILE.timexes[0], start: 67, end: 73 }] };
    expect(() => loadGold(stated, { raw, mediaType: 'text/html' })).toThrow('state no offsets');
  });
});
