import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FailedRow } from '../../src/batch/failed-row.ts';
import type { ArticleRecord } from '../../src/record/record.ts';
import { runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const article = (
  head = '',
  more = '',
) => `<html><head><title>Ferry aground off Holm</title>${head}</head><body>
<article><h1>Ferry aground off Holm</h1><p>By Ida Holm</p>
<p>A ferry with forty people on board ran aground off Holm on Monday, the coast guard said.</p>
<p>Captain Ines Okafor told reporters that the steering had failed. Nobody was hurt.</p>
<p>Divers will look at the hull on Thursday, and the line hopes to sail again next week.</p>${more}</article></body></html>`;
const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 97 + (i >> 3)) & 0xff);
const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

/** Files that are no document, and what their rows say: code, message, hint. */
const FAILED: readonly (readonly [name: string, bytes: string | Uint8Array, code: string, says: RegExp])[] = [
  ['empty.html', '', 'input/empty', /nothing in it.*fetch/],
  ['blank.html', ' \n\n ', 'input/empty', /blanks.*fetch/],
  ['binary.html', noise, 'input/binary', /binary data.*HTML, plain text/],
  ['named.html', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]), 'input/binary', /PDF.*pdftotext/],
  ['cut.html.gz', gzipSync(noise).subarray(0, 900), 'input/truncated', /ends too early.*again/],
  [
    'feed.html',
    '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>A</title></channel></rss>',
    'input/unsupported',
    /RSS feed.*pages that it links to/,
  ],
  ['odd.jsonl', '{"title": "no page"}\n', 'input/malformed', /no document.*html/],
];

/** Pages that give a record without claims, and the diagnostic that says why. */
const DOUBTED: readonly (readonly [name: string, page: string, code: string, says: RegExp])[] = [
  [
    'login.html',
    '<title>Log in</title><h1>Log in</h1><form><label>Email</label><button>Sign in</button></form>',
    'blocks/not-an-article',
    /error-title/,
  ],
  [
    'gone.html',
    '<title>Page not found</title><h1>404</h1><p>Sorry, the page you look for has been moved.</p>',
    'blocks/not-an-article',
    /error-title/,
  ],
  [
    'index.html',
    `<title>Holm Courier</title>${Array.from(
      { length: 20 },
      (_, i) =>
        `<div><h2><a href="/${i}">Council of town ${i} wants a bridge</a></h2><p>The council voted on Monday for a bridge in town ${i}.</p></div>`,
    ).join('')}`,
    'blocks/not-an-article',
    /linked-headlines|no-text/,
  ],
  [
    'german.html',
    `<title>Fähre</title><article><h1>Fähre läuft auf Grund</h1>${'<p>Eine Fähre mit vierzig Menschen ist am Montag auf Grund gelaufen, teilte die Küstenwache mit, und niemand wurde verletzt.</p>'.repeat(4)}</article>`,
    'blocks/not-english',
    /\(de\)/,
  ],
];

let folder: string;
let failed: FailedRow[];
let records: ArticleRecord[];
const at = (name: string) => join(folder, name);
const recordOf = (name: string) => records.filter(({ source }) => source.path === at(name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimline-bad-'));
  writeFileSync(at('light.json'), '{"stages": ["blocks", "metadata", "sentences"]}');
  for (const [name, bytes] of [...FAILED, ...DOUBTED]) writeFileSync(at(name), bytes);
  writeFileSync(at('undated.html'), article());
  writeFileSync(at('pretty.json'), JSON.stringify({ id: 'a', html: article() }, null, 2));
  writeFileSync(at('list.json'), JSON.stringify([{ html: article() }, { page: 1 }, { html: article() }]));
  writeFileSync(
    at('charset.html'),
    Buffer.from(article('<meta charset="utf-8">', '<p>The café owner spoke.</p>'), 'latin1'),
  );
  const names = [...FAILED, ...DOUBTED].map(([name]) => name);
  const run = await runCli([
    'extract',
    ...[...names, 'undated.html', 'pretty.json', 'list.json', 'charset.html'].map(at),
    ...['--config', at('light.json'), '--errors', at('failed'), '-o', at('out.jsonl'), '-j', '1'],
  ]);
  expect(run.code).toBe(5);
  failed = lines(at('failed')) as FailedRow[];
  records = lines(at('out.jsonl')) as ArticleRecord[];
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('bad inputs', () => {
  it.each(FAILED)('%s is a failed row that says what to do', (name, _, code, says) => {
    const row = failed.find(({ input }) => input.path === at(name));
    expect(row?.error.code).toBe(code);
    expect(`${row?.error.message} ${row?.error.hint}`).toMatch(says);
    expect(row?.error.location).toMatchObject({ file: at(name), stage: 'input' });
  });

  it.each(DOUBTED)('%s gives no text to claims, and a diagnostic says why', (name, _, code, says) => {
    const [record] = recordOf(name);
    expect(record?.sentences).toEqual([]);
    expect(record?.diagnostics.find((one) => one.code === code)?.message).toMatch(says);
  });

  it('names the bad entry of a JSON array and reads the others', () => {
    expect(recordOf('list.json')).toHaveLength(2);
    expect(failed.find(({ input }) => input.path === at('list.json'))?.input.record).toBe(1);
  });

  it('reads a JSON document over several lines', () => {
    expect(recordOf('pretty.json').map(({ source }) => source.id)).toEqual(['a']);
  });

  it('says that a page has no date, and which charset it took', () => {
    const codes = (name: string) => recordOf(name)[0]?.diagnostics.map(({ code }) => code);
    expect(codes('undated.html')).toContain('metadata/no-publication-date');
    expect(codes('charset.html')).toContain('input/charset-mismatch');
    expect(recordOf('charset.html')[0]?.text).toContain('The café owner spoke.');
  });
});
