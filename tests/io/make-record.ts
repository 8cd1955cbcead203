import { createHash } from 'node:crypto';
import type { ArticleRecord, ClaimRecord } from '../../src/record/record.ts';

// An invented article and its record, made by hand with all kinds of slots; the emoji makes code points and UTF-16
// code units differ from the first sentence on.

export interface RecordOptions {
  /** Tells articles apart. */
  readonly number?: number;
  /** Another state of the same article: the last sentence and its claim change. */
  readonly state?: number;
  readonly path?: string;
  readonly fetchedAt?: string;
  readonly pipelineVersion?: string;
}

const hex = (...parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

export function articleText({ number = 1, state = 1 }: RecordOptions = {}): string {
  return (
    `🚒 Mill ${number} burned down on 3 March 2026. ` +
    `“Two workers were hurt,” Chief Ada Lind said in Corby. ` +
    `Police did not confirm cause ${state}.`
  );
}

export function makeRecord(options: RecordOptions = {}): ArticleRecord {
  const { number = 1, state = 1, path, fetchedAt, pipelineVersion = '0.1.0' } = options;
  const text = articleText(options);
  const at = (part: string) => {
    const start = text.indexOf(part);
    if (start < 0) throw new Error(`"${part}" is not in the text`);
    return { start, end: start + part.length, text: part };
  };
  const span = (part: string) => {
    const { start, end } = at(part);
    return { start, end };
  };
  const article = `art_${hex('a', number).slice(0, 20)}`;
  const first = `🚒 Mill ${number} burned down on 3 March 2026.`;
  const second = '“Two workers were hurt,” Chief Ada Lind said in Corby.';
  const third = `Police did not confirm cause ${state}.`;
  const source = { ...at('Chief Ada Lind'), name: 'Ada Lind', entity: 'e2', type: 'person' as const };
  const cue = { ...at('said'), lemma: 'say' };

  const claim = (
    exact: string,
    fields: Partial<ClaimRecord> & Pick<ClaimRecord, 'sentence' | 'kind' | 'text' | 'subject' | 'predicate'>,
  ): ClaimRecord => ({
    ...common,
    ...fields,
    id: `clm_${hex('c', number, exact).slice(0, 20)}`,
    key: `key_${hex('k', exact).slice(0, 20)}`,
    quote: {
      ...span(exact),
      rawStart: at(exact).start,
      rawEnd: at(exact).end,
      exact,
      prefix: text.slice(0, at(exact).start).slice(-32),
      suffix: text.slice(at(exact).end).slice(0, 32),
    },
  });
  const common = {
    edits: [],
    object: null,
    args: [],
    polarity: 'positive',
    modality: 'asserted',
    factuality: 3,
    attribution: [],
    time: [],
    places: [],
    quantities: [],
    links: [],
    checkWorthiness: 0.5,
    verifiable: 0.75,
    subjectivity: 0.25,
    confidence: 0.9,
    rule: 'claims/test',
  } satisfies Partial<ClaimRecord>;

  const claims: ClaimRecord[] = [
    claim(`Mill ${number} burned down on 3 March 2026`, {
      sentence: 0,
      kind: 'event',
      text: `Mill ${number} burned down on 3 March 2026.`,
      subject: { ...at(`Mill ${number}`), entity: 'e1' },
      predicate: { ...at('burned down'), lemma: 'burn down' },
      args: [{ ...at('3 March 2026'), prep: 'on', role: 'time' }],
      time: [{ timex: 't1', role: 'event', value: '2026-03-03', interval: ['2026-03-03', '2026-03-04'] }],
    }),
    claim('Two workers were hurt', {
      sentence: 1,
      kind: 'statistic',
      text: 'Two workers were hurt.',
      edits: [{ from: 'Two', to: '2', reason: 'test' }],
      subject: at('Two workers'),
      predicate: { ...at('were hurt'), lemma: 'hurt' },
      attribution: [{ attribution: 'a1', source, cue, quoteType: 'direct', saidAt: '2026-03-03' }],
      places: [{ ...at('Corby'), name: 'Corby', entity: 'e3' }],
      quantities: [{ ...at('Two'), value: 2, unit: 'person', of: 'workers', comparator: '=' }],
    }),
    claim(`Police did not confirm cause ${state}`, {
      sentence: 2,
      kind: 'event',
      text: third,
      subject: at('Police'),
      predicate: { ...at('did not confirm'), lemma: 'confirm' },
      object: at(`cause ${state}`),
      polarity: 'negative',
      modality: 'hedged',
      modalityCue: at('not'),
      factuality: -2,
    }),
  ];
  claims[1]!.links = [{ type: 'elaborates', claim: claims[0]!.id }];

  return {
    schemaVersion: 1,
    articleId: article,
    versionId: `ver_${hex('v', number, state).slice(0, 20)}`,
    source: {
      id: `doc-${number}`,
      ...(path === undefined ? {} : { path }),
      url: `https://news.example/mill-${number}`,
      sha256: hex(text),
      mediaType: 'text/plain',
      charset: 'utf-8',
      ...(fetchedAt === undefined ? {} : { fetchedAt }),
    },
    metadata: {
      title: `Mill ${number} burns`,
      url: `https://news.example/mill-${number}`,
      site: 'news.example',
      authors: ['Jo Tarn', 'Max Ebb'],
      published: { value: '2026-03-04', precision: 'day', origin: 'input' },
      modified: null,
      language: 'en',
    },
    text,
    textMap: [[0, 0, text.length]],
    blocks: [{ start: 0, end: text.length, kind: 'paragraph', label: 'article' }],
    sentences: [first, second, third].map((sentence) => ({ ...span(sentence), block: 0 })),
    timexes: [
      {
        id: 't1',
        ...at('3 March 2026'),
        type: 'DATE',
        value: '2026-03-03',
        interval: ['2026-03-03', '2026-03-04'],
        granularity: 'day',
        anchor: { kind: 'explicit' },
      },
    ],
    entities: [
      {
        id: 'e1',
        key: `ORGANIZATION:mill ${number}`,
        name: `Mill ${number}`,
        type: 'ORGANIZATION',
        aliases: [],
        mentions: [{ ...at(`Mill ${number}`), kind: 'name' }],
        roles: [],
      },
      {
        id: 'e2',
        key: 'PERSON:ada lind',
        name: 'Ada Lind',
        type: 'PERSON',
        aliases: ['Lind'],
        mentions: [{ ...at('Ada Lind'), kind: 'name' }],
        roles: [at('Chief')],
      },
      {
        id: 'e3',
        key: 'PLACE:corby',
        name: 'Corby',
        type: 'PLACE',
        aliases: [],
        mentions: [{ ...at('Corby'), kind: 'name' }],
        roles: [],
      },
    ],
    quotes: [
      { id: 'q1', ...at('Two workers were hurt,'), speaker: 'Chief Ada Lind', entity: 'e2', cue: 'said' },
    ],
    attributions: [
      {
        id: 'a1',
        content: [span('Two workers were hurt')],
        source,
        cue,
        quoteType: 'direct',
        stance: 'affirms',
        saidAt: '2026-03-03',
      },
    ],
    claims,
    diagnostics: [
      { severity: 'info', code: 'test/note', message: 'a note', stage: 'test', ...span('Mill'), score: 0.5 },
    ],
    pipeline: { version: pipelineVersion, configSha256: hex('config'), models: {} },
  };
}

/** Records as a sink receives them. */
export function recordLine(record: ArticleRecord): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(record)}\n`);
}
