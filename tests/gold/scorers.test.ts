import { describe, expect, it } from 'vitest';
import { alignEntities } from '../../src/gold/align-entities.ts';
import { RecordView } from '../../src/gold/record-view.ts';
import { figureValue, type LayerScore } from '../../src/gold/score.ts';
import { scoreRecord } from '../../src/gold/score-record.ts';
import type { ArticleRecord } from '../../src/record/record.ts';
import { RecordSchema } from '../../src/record/record.ts';
import { PAGE, smallGold, smallRecord } from './small-article.ts';

const gold = smallGold();

/** The figures of a layer once the faultless record has been spoilt. */
function spoilt(layer: string, spoil: (record: ArticleRecord) => void = () => {}) {
  const record = smallRecord();
  spoil(record);
  return scoreRecord(gold, record).find((score) => score.layer === layer)!;
}

const values = ({ figures }: LayerScore) =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figureValue(figure)]));
const faults = ({ items }: LayerScore) =>
  items.filter((item) => item.outcome !== 'right').map(({ id, outcome }) => `${outcome} ${id}`);

describe('scoring a record', () => {
  it('gives a faultless record 1 everywhere', () => {
    expect(RecordSchema.safeParse(smallRecord()).error).toBeUndefined();
    for (const score of scoreRecord(gold, smallRecord())) {
      expect(faults(score)).toEqual([]);
      for (const [name, value] of Object.entries(values(score)))
        expect(value, `${score.layer} ${name}`).toBe(1);
    }
  });

  it('gives an empty record nothing but what it leaves alone', () => {
    const record = smallRecord();
    Object.assign(record, { blocks: [], sentences: [], timexes: [], entities: [], quotes: [], claims: [] });
    const byLayer = Object.fromEntries(
      scoreRecord(gold, record).map((score) => [score.layer, values(score)]),
    );
    expect(byLayer.sentences!.exact).toBe(0);
    expect(byLayer.timexes!.strict).toBe(0);
    expect(byLayer.entities!.found).toBe(0);
    expect(byLayer.quotes).toMatchObject({ spans: 0, notQuotes: 1 });
    expect(byLayer.claims!.claims).toBe(0);
    expect(byLayer.blocks!.segments).toBe(0);
  });

  it('compares raw places, whatever the flattened text looks like', () => {
    const record = smallRecord();
    const shift = 7;
    record.text = `${' '.repeat(shift)}${record.text}`;
    record.textMap = [[shift, 0, PAGE.length]];
    const move = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(move);
      if (value === null || typeof value !== 'object') return value;
      const moved = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, move(field)]));
      const { start, end } = value as { start?: number; end?: number };
      return start === undefined || end === undefined
        ? moved
        : { ...moved, start: start + shift, end: end + shift };
    };
    for (const layer of ['blocks', 'sentences', 'timexes', 'entities', 'quotes', 'claims'] as const) {
      Object.assign(record, { [layer]: move(record[layer]) });
    }
    for (const score of scoreRecord(gold, record)) expect(faults(score)).toEqual([]);
  });
});

describe('blocks', () => {
  it('counts boilerplate taken for article and article taken for boilerplate', () => {
    const score = spoilt('blocks', (record) => {
      record.blocks.find((block) => PAGE.slice(block.start, block.end) === 'MENU')!.label = 'article';
      record.blocks.find((block) => block.kind === 'title')!.label = 'teaser';
    });
    expect(score.figures.boilerplate).toMatchObject({ right: 1, missed: 1, spurious: 1 });
    expect(faults(score)).toContain('missed blocks/boilerplate.0');
    expect(faults(score)).toContain('spurious blocks/article.0');
  });

  it('counts borders and kinds apart', () => {
    const kinds = spoilt('blocks', (record) => {
      record.blocks.find((block) => block.kind === 'title')!.kind = 'heading';
    });
    expect(values(kinds)).toEqual({ boilerplate: 1, segments: 1, kinds: 2 / 3 });
    const borders = spoilt('blocks', (record) => {
      const [first, second] = record.blocks.filter(
        (block) => block.kind === 'paragraph' && block.label === 'article',
      );
      record.blocks = record.blocks.filter((block) => block !== second);
      first!.end = second!.end;
    });
    expect(borders.figures.segments).toMatchObject({ right: 1, missed: 2, spurious: 1 });
    expect(borders.figures.boilerplate).toMatchObject({ right: 2, missed: 0, spurious: 0 });
  });
});

describe('metadata', () => {
  it('takes a date more exact than the gold, and no other day', () => {
    const published = (value: string) => (record: ArticleRecord) => {
      record.metadata.published = { value, precision: 'minute', origin: 'text' };
    };
    expect(values(spoilt('metadata', published('2026-05-04T10:00')))).toEqual({ fields: 1 });
    expect(values(spoilt('metadata', published('2026-05-05')))).toEqual({ fields: 0.8 });
  });

  it('counts an answer where there is none', () => {
    const score = spoilt('metadata', (record) => (record.metadata.authors = ['Bo Lee']));
    expect(faults(score)).toEqual(['wrong metadata/author']);
  });
});

describe('sentences', () => {
  it('wants both ends', () => {
    const score = spoilt('sentences', (record) => (record.sentences[1]!.end -= 1));
    expect(score.figures.exact).toMatchObject({ right: 4, missed: 1, spurious: 1 });
  });

  it('forgives white space at the ends', () => {
    expect(values(spoilt('sentences', (record) => (record.sentences[1]!.end += 1)))).toEqual({ exact: 1 });
  });
});

describe('timexes', () => {
  it('tells strict, relaxed and value apart', () => {
    const longer = spoilt('timexes', (record) => (record.timexes[0]!.start -= 3));
    expect(values(longer)).toMatchObject({ strict: 0.5, relaxed: 1, value: 1, spanValue: 0.5 });
    const other = spoilt('timexes', (record) => (record.timexes[0]!.value = '2026-05-08'));
    expect(values(other)).toMatchObject({ strict: 1, relaxed: 1, value: 0.5, spanValue: 0.5 });
  });

  it('counts what is too many, and lets what is optional be', () => {
    const more = (record: ArticleRecord) => {
      record.timexes.push({ ...record.timexes[0]!, id: 't9', start: 0, end: 4, text: 'MENU' });
    };
    expect(spoilt('timexes', more).figures.relaxed).toMatchObject({ right: 2, spurious: 1 });
    const lenient = { ...gold, timexes: gold.timexes.map((timex, i) => ({ ...timex, optional: i === 0 })) };
    for (const drop of [0, 1]) {
      const record = smallRecord();
      record.timexes.splice(0, drop);
      const score = scoreRecord(lenient, record).find(({ layer }) => layer === 'timexes')!;
      expect(score.figures.strict).toEqual({ kind: 'prf', right: 1, spurious: 0, missed: 0 });
    }
  });

  it('pairs one prediction with one expression', () => {
    const score = spoilt('timexes', (record) => {
      record.timexes = [{ ...record.timexes[0]!, end: record.timexes[1]!.end }];
    });
    expect(score.figures.relaxed).toMatchObject({ right: 1, missed: 1 });
  });
});

describe('entities', () => {
  it('finds an entity when one prediction joins half of its mentions', () => {
    const half = spoilt('entities', (record) => record.entities[0]!.mentions.splice(0, 1));
    expect(values(half)).toMatchObject({ found: 1, whole: 0.5 });
    const third = spoilt('entities', (record) => record.entities[0]!.mentions.splice(0, 2));
    expect(values(third)).toMatchObject({ found: 0.5 });
  });

  it('does not find an entity split into one prediction a mention', () => {
    const score = spoilt('entities', (record) => {
      const [finch] = record.entities;
      const rest = finch!.mentions.splice(1);
      for (const [i, mention] of rest.entries()) {
        record.entities.push({ ...finch!, id: `e9${i}`, mentions: [mention] });
      }
    });
    expect(score.figures.mentions).toMatchObject({ right: 4, missed: 0, spurious: 0 });
    expect(score.figures.found).toMatchObject({ right: 1, of: 2 });
  });

  it('sees two entities made one', () => {
    const score = spoilt('entities', (record) => {
      const [finch, norwick] = record.entities;
      finch!.mentions.push(...norwick!.mentions);
      record.entities = record.entities.filter((entity) => entity !== norwick);
    });
    expect(score.figures.found).toMatchObject({ right: 1 });
    expect(score.figures.whole).toMatchObject({ right: 0 });
  });

  it('scores types, and any of several where the gold allows them', () => {
    const either = spoilt('entities', (record) => (record.entities[1]!.type = 'ORGANIZATION'));
    expect(values(either)).toMatchObject({ typed: 1, types: 1 });
    const wrong = spoilt('entities', (record) => (record.entities[0]!.type = 'PLACE'));
    expect(wrong.figures.typed).toMatchObject({ right: 1, missed: 3, spurious: 3 });
  });

  it('counts wrong spans, not nominal mentions, other types or optional names', () => {
    const shorter = spoilt('entities', (record) => (record.entities[0]!.mentions[0]!.start += 4));
    expect(shorter.figures.mentions).toMatchObject({ right: 3, missed: 1, spurious: 1 });
    const free = spoilt('entities', (record) => {
      record.entities[0]!.mentions.push({ start: 0, end: 4, text: 'MENU', kind: 'nominal' });
      record.entities.push({ ...record.entities[1]!, id: 'e8', type: 'NORP' });
      record.entities = record.entities.filter((entity) => entity.name !== 'Dr. Rust');
    });
    expect(values(free)).toMatchObject({ mentions: 1, typed: 1, found: 1, whole: 1 });
  });
});

describe('quotes', () => {
  it('wants span and speaker', () => {
    const short = spoilt('quotes', (record) => (record.quotes[0]!.end -= 1));
    expect(short.figures.spans).toMatchObject({ right: 0, missed: 1, spurious: 1 });
    const other = spoilt('quotes', (record) => (record.quotes[0]!.speaker = 'Norwick'));
    expect(values(other)).toEqual({ spans: 1, speakers: 0, notQuotes: 1 });
    const alias = spoilt('quotes', (record) => (record.quotes[0]!.speaker = 'Mayor Finch'));
    expect(values(alias).speakers).toBe(1);
  });

  it('believes the entity before the name', () => {
    const score = spoilt('quotes', (record) =>
      Object.assign(record.quotes[0]!, { speaker: 'she', entity: 'e0' }),
    );
    expect(values(score).speakers).toBe(1);
    const wrong = spoilt('quotes', (record) =>
      Object.assign(record.quotes[0]!, { speaker: 'Finch', entity: 'e1' }),
    );
    expect(values(wrong).speakers).toBe(0);
  });

  it('counts marks that are no speech', () => {
    const score = spoilt('quotes', (record) => {
      const start = PAGE.indexOf('Dr. Rust.');
      record.quotes.push({ id: 'q9', start, end: start + 9, text: 'Dr. Rust.' });
    });
    expect(values(score)).toMatchObject({ notQuotes: 0, speakers: 1 });
    expect(score.figures.spans).toMatchObject({ right: 1, spurious: 1 });
  });
});

describe('aligning entities', () => {
  it('takes the gold entity of the same name when two have as many mentions in common', () => {
    const record = smallRecord();
    const [finch, norwick] = record.entities;
    // One predicted entity of one mention each of Ada Finch and Norwick, in either name.
    const both = (name: string) => ({
      ...record,
      entities: [{ ...finch!, name, mentions: [finch!.mentions[0]!, norwick!.mentions[0]!] }],
    });
    for (const name of ['Norwick', 'Ada Finch']) {
      const { goldOf } = alignEntities(gold, new RecordView(both(name)));
      expect(gold.entities[goldOf.get(finch!.id)!]!.name).toBe(name);
    }
  });

  it('sees through titles in a mention', () => {
    const record = smallRecord();
    const mention = record.entities[0]!.mentions[0]!;
    record.entities[0]!.mentions = [{ ...mention, start: mention.start - 6, text: 'Mayor Ada Finch' }];
    expect(alignEntities(gold, new RecordView(record)).goldOf.get('e0')).toBe(0);
  });
});
