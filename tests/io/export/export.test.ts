import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/io/database/open-sqlite.ts';
import { StoreSink } from '../../../src/io/database/record-store.ts';
import { openSqliteStore } from '../../../src/io/database/sqlite-store.ts';
import { CLAIM_COLUMNS } from '../../../src/io/export/claim-columns.ts';
import { claimReview } from '../../../src/io/export/claim-review.ts';
import { csvRows } from '../../../src/io/export/csv.ts';
import { LABEL_STUDIO_CONFIG, labelStudioTask } from '../../../src/io/export/label-studio.ts';
import { openParquetSink } from '../../../src/io/export/parquet-sink.ts';
import { runCli } from '../../cli/run-cli.ts';
import { makeRecord, recordLine } from '../make-record.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimline-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A CSV reader of its own kind: one pass, character by character. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',' || char === '\n') {
      rows.at(-1)!.push(cell);
      cell = '';
      if (char === '\n') rows.push([]);
    } else if (char !== '\r') cell += char;
  }
  rows.pop();
  return rows;
}

describe('claims as a table', () => {
  it('agrees with the view claims_flat, column by column', async () => {
    const path = join(folder, 'view.db');
    const sink = new StoreSink(await openSqliteStore(path), path);
    await sink.add(makeRecord());
    await sink.close();
    const parquet = openParquetSink(join(folder, 'view.parquet'));
    await parquet.add(makeRecord());
    await parquet.close();
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, 'view.parquet')) });
    const database = await openSqlite(path);
    const view = database.prepare('SELECT * FROM claims_flat ORDER BY start_cp').all() as Record<
      string,
      unknown
    >[];
    database.close();
    expect(rows).toHaveLength(3);
    for (const [index, row] of view.entries()) expect(rows[index]).toMatchObject({ ...row });
  });

  it('in Parquet, many of them, in several row groups', async () => {
    const path = join(folder, 'many.parquet');
    const sink = openParquetSink(path);
    for (let number = 0; number < 7000; number++) await sink.add(makeRecord({ number }));
    expect(await sink.close()).toEqual([`${path}: 21000 claims`]);
    const rows = await parquetReadObjects({
      file: await asyncBufferFromFile(path),
      rowStart: 20_996,
      rowEnd: 21_000,
    });
    expect(rows.map((row) => row.text)).toEqual([
      'Police did not confirm cause 1.',
      'Mill 6999 burned down on 3 March 2026.',
      'Two workers were hurt.',
      'Police did not confirm cause 1.',
    ]);
    expect(rows[1]).toMatchObject({
      factuality: 3,
      time_from: '2026-03-03',
      source: null,
      start_cp: 2,
      start_utf16: 3,
    });
  });

  it('in CSV keeps quotes, commas and line breaks', () => {
    const record = makeRecord();
    record.claims[0]!.text = 'He said "no",\nthen left';
    const [row] = readCsv(csvRows(record));
    expect(row![CLAIM_COLUMNS.findIndex(({ name }) => name === 'text')]).toBe('He said "no",\nthen left');
    expect(row).toHaveLength(CLAIM_COLUMNS.length);
  });
});

it('a Label Studio task counts code points, and its labels are in the set-up', () => {
  const record = makeRecord();
  const task = labelStudioTask(record) as {
    data: { text: string };
    predictions: {
      result: {
        type: string;
        id: string;
        from_id: string;
        to_id: string;
        labels?: string[];
        value: { start: number; end: number; text: string; labels: string[] };
      }[];
    }[];
  };
  const { result } = task.predictions[0]!;
  const points = [...task.data.text];
  const regions = result.filter(({ type }) => type === 'labels');
  for (const { value } of regions) {
    expect(points.slice(value.start, value.end).join('')).toBe(value.text);
    expect(LABEL_STUDIO_CONFIG).toContain(`<Label value="${value.labels[0]}"/>`);
  }
  const ids = new Set(regions.map(({ id }) => id));
  expect(ids.size).toBe(regions.length);
  const relations = result.filter(({ type }) => type === 'relation');
  expect(relations.map(({ labels }) => labels![0]).toSorted()).toEqual([
    'object',
    'place',
    'predicate',
    'predicate',
    'predicate',
    'quantity',
    'source',
    'subject',
    'subject',
    'subject',
    'time',
  ]);
  for (const { from_id, to_id, labels } of relations) {
    expect(ids.has(from_id) && ids.has(to_id)).toBe(true);
    expect(LABEL_STUDIO_CONFIG).toContain(`<Relation value="${labels![0]}"/>`);
  }
});

it('a ClaimReview draft says what was claimed, by whom, when and where', () => {
  const record = makeRecord();
  expect(claimReview(record, record.claims[1]!)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    identifier: record.claims[1]!.id,
    claimReviewed: 'Two workers were hurt.',
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: 'Ada Lind' },
      datePublished: '2026-03-03',
      text: 'Two workers were hurt',
      appearance: {
        '@type': 'NewsArticle',
        url: 'https://news.example/mill-1',
        headline: 'Mill 1 burns',
        datePublished: '2026-03-04',
        author: [
          { '@type': 'Person', name: 'Jo Tarn' },
          { '@type': 'Person', name: 'Max Ebb' },
        ],
        publisher: { '@type': 'Organization', name: 'news.example' },
      },
    },
  });
});

it('claimline export leaves out what is no record, and says so', async () => {
  const path = join(folder, 'records.jsonl');
  writeFileSync(
    path,
    Buffer.concat([
      recordLine(makeRecord()),
      Buffer.from('{"text": "no record"}\n'),
      recordLine(makeRecord({ number: 2 })),
    ]),
  );
  const out = join(folder, 'claims.csv');
  const result = await runCli(['export', path, '--to', 'csv', '-o', out]);
  expect(result.code).toBe(5);
  expect(result.stderr).toContain('record 1');
  const rows = readCsv(readFileSync(out, 'utf8'));
  expect(rows[0]).toEqual(CLAIM_COLUMNS.map(({ name }) => name));
  expect(rows).toHaveLength(1 + 6);
});
