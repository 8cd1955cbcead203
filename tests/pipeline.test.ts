import { describe, expect, it } from 'vitest';
import { ClaimlineError, createPipeline, type InputDocument, RecordSchema } from '../src/index.ts';

const pipeline = createPipeline();

const ARTICLE = `Harbour Post
March 4, 2025

Ferry runs aground off Skerry Point

A passenger ferry with 112 people on board ran aground off Skerry Point on Monday, the coast guard said. Nobody was hurt.

Captain Ines Okafor told reporters that the steering had failed. "We dropped both anchors," she said.

The operator, Northline, denied that the ship was late for inspection.
`;

function fault(input: InputDocument): ClaimlineError {
  try {
    pipeline.process(input);
  } catch (thrown) {
    if (thrown instanceof ClaimlineError) return thrown;
    throw thrown;
  }
  throw new Error('it was accepted');
}

describe('process', () => {
  it('gives a record of the published schema', () => {
    const record = pipeline.process({ text: ARTICLE, id: 'ferry' });
    expect(RecordSchema.parse(record)).toEqual(record);
    expect(record.metadata.title).toBe('Ferry runs aground off Skerry Point');
    expect(record.metadata.published?.value).toBe('2025-03-04');
    expect(record.claims.length).toBeGreaterThan(2);
  });

  it('gives the same bytes for the same input, whatever came between', () => {
    const first = JSON.stringify(pipeline.process({ text: ARTICLE }));
    pipeline.process({ text: ARTICLE.replaceAll('ferry', 'lorry').toUpperCase() });
    pipeline.process({
      html: `<html><body><article><h1>Ferry</h1><p>${ARTICLE}</p></article></body></html>`,
    });
    expect(JSON.stringify(pipeline.process({ text: ARTICLE }))).toBe(first);
    expect(JSON.stringify(createPipeline().process({ text: ARTICLE }))).toBe(first);
  });

  it.each<[string, InputDocument, string]>([
    ['an empty text', { text: '' }, 'input/empty'],
    ['blanks alone', { text: ' \n\u00a0\n' }, 'input/empty'],
    ['a binary', { text: '\u0000\u0001PNG\u0000\u0000'.repeat(50) }, 'input/binary'],
    ['bytes decoded wrongly', { text: '\ufffd\ufffdab'.repeat(200) }, 'input/binary'],
    ['no content at all', { id: 'x' }, 'usage'],
    ['two contents', { text: 'a', html: '<p>a' }, 'usage'],
    ['a date that is none', { text: ARTICLE, published: 'last Friday' }, 'usage'],
  ])('refuses %s', (_what, input, code) => {
    const error = fault({ ...input, path: 'page.txt', location: { record: 7 } });
    expect(error.code).toBe(code);
    expect(error.location).toMatchObject({ file: 'page.txt', record: 7 });
  });

  it('denies what a source denies, not the circumstance beside it', () => {
    const { claims } = pipeline.process({
      text: 'The firm denied that it had dumped oil after inspectors found a leak.',
      articleText: true,
    });
    const modality = (word: string) =>
      claims.find(({ predicate }) => predicate.text.includes(word))?.modality;
    expect(modality('dumped')).toBe('denied');
    expect(modality('found')).toBe('asserted');
  });

  it('takes a text of one word without a claim', () => {
    const record = pipeline.process({ text: 'Hello' });
    expect(record.claims).toEqual([]);
    expect(RecordSchema.safeParse(record).success).toBe(true);
  });

  it('says that it found no date, and resolves no relative one', () => {
    const record = pipeline.process({
      text: ARTICLE.replace('March 4, 2025\n', ''),
    });
    expect(record.metadata.published).toBeNull();
    expect(record.diagnostics.map((d) => d.code)).toContain('metadata/no-publication-date');
    const relative = record.timexes.filter((timex) => timex.anchor.kind === 'publication');
    expect(relative.map((timex) => timex.text)).toEqual(['Monday']);
    for (const timex of relative) expect([timex.anchor.value, timex.interval]).toEqual([undefined, null]);
  });

  it('cuts five megabytes without a full stop, in bounded time', () => {
    const text = `Ferry runs aground\n\n${'the harbour was closed and the crew went home because '.repeat(95_000)}`;
    expect(text.length).toBeGreaterThan(5_000_000);
    const record = createPipeline({ stages: ['blocks', 'metadata', 'sentences'] }).process({
      text,
      articleText: true,
    });
    expect(record.diagnostics.map((d) => d.code)).toContain('sentences/overlong');
    expect(Math.max(...record.sentences.map((s) => s.end - s.start))).toBeLessThanOrEqual(6000);
  });
});

describe('processAll', () => {
  it('yields in order, keeps failures apart and fetches no more than it may', async () => {
    let fetching = 0;
    let most = 0;
    const inputs = Array.from({ length: 9 }, (_, i) => async (): Promise<InputDocument> => {
      most = Math.max(most, ++fetching);
      await new Promise((done) => setTimeout(done, i % 2 ? 1 : 5));
      fetching--;
      if (i === 4) throw new Error('the line went dead');
      return i === 6 ? { id: `d${i}`, text: '' } : { id: `d${i}`, text: ARTICLE };
    });
    const outcomes = [];
    for await (const outcome of pipeline.processAll(inputs, { concurrency: 3 })) outcomes.push(outcome);
    expect(outcomes.map((o) => (o.ok ? o.record.source.id : o.error.code))).toEqual([
      'd0',
      'd1',
      'd2',
      'd3',
      'stage/failed',
      'd5',
      'input/empty',
      'd7',
      'd8',
    ]);
    expect(most).toBeLessThanOrEqual(3);
    expect(most).toBeGreaterThan(1);
  });
});
