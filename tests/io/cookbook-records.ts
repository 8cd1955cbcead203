import type { ArticleRecord } from '../../src/record/record.ts';
import { makeRecord } from './make-record.ts';

/** An invented article of one claim by Chief Ada Lind. */
function statement(number: number, published: string, exact: string, value: number): ArticleRecord {
  const base = makeRecord({ number });
  const text = `${exact}, Chief Ada Lind said.`;
  const at = (part: string) => {
    const start = text.indexOf(part);
    return { start, end: start + part.length, text: part };
  };
  const span = (part: string) => ({ start: at(part).start, end: at(part).end });
  const claim = base.claims[1]!;
  const source = { ...at('Chief Ada Lind'), name: 'Ada Lind', entity: 'e2', type: 'person' as const };
  const cue = { ...at('said'), lemma: 'say' };
  return {
    ...base,
    metadata: { ...base.metadata, published: { value: published, precision: 'day', origin: 'input' } },
    text,
    textMap: [[0, 0, text.length]],
    blocks: [{ start: 0, end: text.length, kind: 'paragraph', label: 'article' }],
    sentences: [{ start: 0, end: text.length, block: 0 }],
    timexes: [],
    entities: [
      { ...base.entities[1]!, mentions: [{ ...at('Ada Lind'), kind: 'name' }], roles: [at('Chief')] },
    ],
    quotes: [],
    attributions: [{ ...base.attributions[0]!, content: [span(exact)], source, cue }],
    claims: [
      {
        ...claim,
        key: `key_${number}`,
        sentence: 0,
        text: `${exact}.`,
        quote: { ...span(exact), rawStart: 0, rawEnd: exact.length, exact, prefix: '', suffix: '' },
        subject: at(exact.split(' ')[0]!),
        predicate: { ...at(exact.split(' ')[1]!), lemma: exact.split(' ')[1]! },
        attribution: [{ attribution: 'a1', source, cue, quoteType: 'indirect' }],
        places: [],
        quantities: [{ ...at(String(value)), value, unit: 'homicide', comparator: '=' }],
        links: [],
        checkWorthiness: 0.9,
      },
    ],
    diagnostics: [],
  };
}

/** The database that the cookbook's queries are asked. */
export const COOKBOOK_RECORDS: readonly ArticleRecord[] = [
  makeRecord({ number: 1, state: 1, fetchedAt: '2026-03-04T08:00:00Z' }),
  makeRecord({ number: 1, state: 2, fetchedAt: '2026-03-05T08:00:00Z' }),
  makeRecord({ number: 2 }),
  statement(11, '2026-01-31', 'Corby counted 4 homicides last year', 4),
  statement(12, '2026-02-10', 'Homicides fell to 3 in 2025', 3),
];

/** What each of the cookbook's queries answers, by its name: some columns of its rows. */
export const COOKBOOK_ANSWERS: Readonly<Record<string, readonly object[]>> = {
  'said-about': [{ published: '2026-02-10', source: 'Ada Lind', text: 'Homicides fell to 3 in 2025.' }],
  statistics: [
    { value: 4, unit: 'homicide', according_to: 'Ada Lind', url: 'https://news.example/mill-11' },
    { value: 3, unit: 'homicide', according_to: 'Ada Lind', url: 'https://news.example/mill-12' },
  ],
  disagreeing: [{ unit: 'homicide', least: 3, most: 4, articles: 2 }],
  'in-place': [
    { place: 'Corby', text: 'Two workers were hurt.', according_to: 'Ada Lind' },
    { place: 'Corby', text: 'Two workers were hurt.', according_to: 'Ada Lind' },
  ],
  person: [
    { relation: 'said', text: 'Corby counted 4 homicides last year.' },
    { relation: 'said', text: 'Homicides fell to 3 in 2025.' },
    { relation: 'said', text: 'Two workers were hurt.' },
    { relation: 'said', text: 'Two workers were hurt.' },
  ],
  'find-person': [{ person: 'Ada Lind', person_key: 'PERSON:ada lind' }],
  timeline: [{ date_from: '2026-03-03' }, { date_from: '2026-03-03' }],
  doubted: [
    { modality: 'hedged', polarity: 'negative' },
    { modality: 'hedged', polarity: 'negative' },
  ],
  repeated: [{ text: 'Two workers were hurt.', articles: 2 }],
  'check-first': [
    { check_worthiness: 0.9 },
    { check_worthiness: 0.9 },
    { check_worthiness: 0.5 },
    { check_worthiness: 0.5 },
    { check_worthiness: 0.5 },
    { check_worthiness: 0.5 },
  ],
  sources: [{ site: 'news.example', source: 'Ada Lind', source_type: 'person', claims: 4, articles: 4 }],
  withdrawn: [{ text: 'Police did not confirm cause 1.', last_seen: '2026-03-04T08:00:00Z' }],
  where: [{}, {}, {}, {}, {}],
  doubts: [{ stage: 'test', code: 'test/note', articles: 3 }],
};
