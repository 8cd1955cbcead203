import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { program } from '../../src/cli/program.ts';
import { openSqlite } from '../../src/io/database/open-sqlite.ts';
import { type ArticleRecord, RecordSchema } from '../../src/record/record.ts';
import { runCli } from './run-cli.ts';

const COUNT = 260;
vi.setConfig({ testTimeout: 240_000 });
let folder: string;
const at = (...names: string[]) => join(folder, ...names);
const records = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ArticleRecord);
/** Without the stages that load models: what is tested here is what happens around them. */
const light = () => ['--config', at('light.json')];
const page = (n: number) =>
  `<html><head><title>Flood ${n}</title></head><body><article><h1>Flood ${n}</h1>` +
  `<p>The river rose ${n} metres on 3 March 2026, the town of Corby said.</p>`.repeat(12) +
  '</article></body></html>';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimline-cli-'));
  writeFileSync(at('light.json'), '{"stages": ["blocks", "metadata", "sentences"]}');
  mkdirSync(at('pages'));
  for (let n = 1; n <= 6; n++) writeFileSync(at('pages', `${n}.html`), page(n));
  const lines = Array.from({ length: COUNT }, (_, n) => JSON.stringify({ id: `d${n}`, html: page(n) }));
  writeFileSync(at('many.jsonl'), `${lines.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('claimline extract', () => {
  it('writes valid records in input order to stdout, the same whatever the threads, and nothing else', async () => {
    const one = await runCli(['extract', at('pages'), '-j', '1']);
    const two = await runCli(['extract', at('pages'), '-j', '2']);
    expect(one.code).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    const out = records(one.stdout);
    expect(out.map((record) => record.source.path)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => at('pages', `${n}.html`)),
    );
    for (const record of out) expect(RecordSchema.safeParse(record).error).toBeUndefined();
  });

  it('reads all pages first for what their site repeats, with --site-memory', async () => {
    mkdirSync(at('site'));
    const notice = 'Our readers paid for this report, and they own the paper together since the year 1921.';
    for (const n of [1, 2, 3, 4]) {
      const own = `The harbour of town ${n} was closed for ${n} days, the harbour master said on Monday.`;
      writeFileSync(
        at('site', `${n}.html`),
        `<html><head><title>Harbour ${n} closed</title><link rel="canonical" href="https://a.example/${n}"></head>
<body><article><h1>Harbour ${n} closed</h1><p>${own}</p><p>Ships waited outside port ${n} for the whole of the week, a pilot said.</p>
<p>${notice}</p><p>Nobody knows yet what harbour ${n} will do about the sand, and nobody would guess.</p></article></body></html>`,
      );
    }
    const run = await runCli(['extract', at('site'), ...light(), '--site-memory', '-j', '2']);
    expect(run.code).toBe(0);
    for (const record of records(run.stdout)) {
      const block = record.blocks.find(({ start, end }) => record.text.slice(start, end) === notice);
      expect(block?.label).not.toBe('article');
      expect(record.diagnostics.map(({ code }) => code)).toContain('blocks/site-memory');
    }
    const piped = await runCli(['extract', '-', '--site-memory'], { input: '<p>x</p>' });
    expect(piped.code).toBe(2);
    expect(piped.stderr).toContain('reads all pages twice');
  });

  it('lets good documents out beside bad ones, exit code 5', async () => {
    mkdirSync(at('mixed'));
    writeFileSync(at('mixed', '1.html'), page(1));
    writeFileSync(at('mixed', '2.html'), '');
    writeFileSync(at('mixed', '3.html'), Buffer.from('89504e470d0a1a0a0000', 'hex'));
    symlinkSync(at('nowhere'), at('mixed', '4.html'));
    writeFileSync(at('mixed', '5.txt.gz'), gzipSync('A long line of text. '.repeat(50)).subarray(0, 30));
    writeFileSync(
      at('mixed', '6.txt'),
      Buffer.from('The caf\xe9 closed in May. Nobody \xff knew why.', 'latin1'),
    );
    writeFileSync(at('mixed', '7.txt'), 'word');
    const result = await runCli(['extract', at('mixed'), '--errors', at('errors.jsonl'), ...light()]);
    expect(result.code).toBe(5);
    expect(records(result.stdout).map((record) => record.source.path)).toEqual(
      ['1.html', '6.txt', '7.txt'].map((name) => at('mixed', name)),
    );
    expect(records(result.stdout)[1]!.source.charset).toMatch(/^(?:windows-125|iso-8859-)/);
    const rows = readFileSync(at('errors.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ input, error }) => [input.path, error.code])).toEqual([
      [at('mixed', '2.html'), 'input/empty'],
      [at('mixed', '3.html'), 'input/binary'],
      [at('mixed', '4.html'), 'input/no-match'],
      [at('mixed', '5.txt.gz'), 'input/truncated'],
    ]);
    expect(result.stderr).toContain('3 documents');

    writeFileSync(at('mixed', '2.html'), page(2));
    const again = await runCli(['extract', '--retry-errors', at('errors.jsonl'), ...light()]);
    expect(again.code).toBe(5);
    expect(records(again.stdout).map((record) => record.source.path)).toEqual([at('mixed', '2.html')]);
  });

  it('stops at the first failure when told to be strict', async () => {
    const result = await runCli([
      'extract',
      at('nothing.html'),
      at('many.jsonl'),
      '--strict',
      '-j',
      '1',
      ...light(),
    ]);
    expect(result.code).toBe(5);
    expect(records(result.stdout).length).toBeLessThan(30);
  });

  it('reads JSONL from stdin, with dates and text as given', async () => {
    const input = [
      {
        id: 'a',
        text: 'The bridge closed on Tuesday. It will open in May.',
        published: '2026-02-27',
        articleText: true,
      },
      { id: 'b', html: page(9) },
    ];
    const result = await runCli(['extract', '-', '--published', '2026-03-05', ...light()], {
      input: input.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect(result.code).toBe(0);
    const [a, b] = records(result.stdout);
    expect(a!.source).toMatchObject({ id: 'a', mediaType: 'text/plain' });
    expect(a!.metadata.published).toMatchObject({ value: '2026-02-27', origin: 'input' });
    expect(b!.metadata.published).toMatchObject({ value: '2026-03-05', origin: 'input' });
  });

  it('links copies to the first article, or leaves them out', async () => {
    const story = Array.from(
      { length: 80 },
      (_, i) => `The ${['dam', 'mill', 'road'][i % 3]} ${i} closed.`,
    ).join(' ');
    const input = [
      { id: 'first', text: story },
      { id: 'other', text: story.replaceAll('closed', 'reopened at once') },
      { id: 'copy', text: `CORBY (Wire) -- ${story} More to follow.` },
    ]
      .map((line) => JSON.stringify({ ...line, articleText: true }))
      .join('\n');
    const linked = await runCli(['extract', '-', '--link-copies', ...light()], { input });
    const all = records(linked.stdout);
    const notes = all.map(
      ({ diagnostics }) => diagnostics.find(({ code }) => code === 'batch/near-duplicate')?.message,
    );
    expect(notes).toEqual([undefined, undefined, `a copy of ${all[0]!.articleId}`]);
    for (const record of all) expect(RecordSchema.safeParse(record).error).toBeUndefined();
    await runCli(['extract', '-', '--link-copies', '-o', at('linked.db'), ...light()], { input });
    const database = await openSqlite(at('linked.db'));
    const stored = database
      .prepare("SELECT message FROM diagnostic WHERE code = 'batch/near-duplicate'")
      .all();
    expect(stored.map((row) => ({ ...(row as object) }))).toEqual([{ message: notes[2] }]);
    database.close();
    const deduped = await runCli(['extract', '-', '--dedupe', ...light()], { input });
    expect(records(deduped.stdout).map(({ source }) => source.id)).toEqual(['first', 'other']);
    expect(deduped.stderr).toContain('1 copies left out');
  });

  it.each([
    [['extract']],
    [['extract', 'x.html', '-o', 'out.docx']],
    [['extract', 'x.html', '--resume']],
    [['extract', 'x.html', '-o', 'x.db', '--per', 'claim']],
    [['extract', 'x.html', '-o', 'x.db', '--to', 'postgres://localhost/x']],
    [['extract', 'x.html', '--to', 'x.db']],
    [['extract', 'x.html', '--published', 'yesterday']],
    [['extract', 'x.html', '--retry-errors', 'errors.jsonl']],
  ])('refuses %j', async (args) => {
    await expect(program().parseAsync(['node', 'claimline', ...args])).rejects.toMatchObject({
      code: 'usage',
    });
  });

  it('refuses a config with an unknown stage before it reads anything', async () => {
    writeFileSync(at('bad.json'), '{"stages": ["blokcs"]}');
    const result = await runCli(['extract', at('pages'), '--config', at('bad.json')]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('did you mean "blocks"?');
  });

  it('refuses half a worker', async () => {
    const result = await runCli(['extract', at('pages', '1.html'), '-j', '1.5']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('whole number');
  });

  it.skipIf(!existsSync('/dev/full'))('says in a line that there is no room for the output', async () => {
    symlinkSync('/dev/full', at('full.jsonl'));
    for (const output of ['full.jsonl', 'missing/x.csv', 'missing/x.parquet', 'missing/x.db']) {
      const result = await runCli(['extract', at('pages', '1.html'), ...light(), '-o', at(output)]);
      expect(result.code, output).toBe(1);
      expect(result.stderr, output).toMatch(/^claimline: .+ \[sink\/failed\]/m);
      expect(result.stderr, output).not.toContain('    at ');
    }
  });

  it('puts the same rows into a database as loading its records does', async () => {
    await runCli(['extract', at('pages'), '-o', at('rows.jsonl')]);
    await runCli(['extract', at('pages'), '-o', at('rows.db'), '-j', '2']);
    const loaded = await runCli(['db', 'load', at('rows.db'), at('rows.jsonl')]);
    expect(loaded.stdout).toMatch(
      /articles: 0 inserted, 0 updated, 6 unchanged; claims: 0 inserted, 0 updated, \d+ unchanged/,
    );
  });

  it('is quiet when the reader goes away', async () => {
    const result = await runCli(['extract', at('many.jsonl'), ...light()], {
      onStart: (child) => child.stdout!.once('data', () => child.stdout!.destroy()),
    });
    expect(result.stderr).not.toMatch(/EPIPE|Error/);
    expect(result.code).toBe(0);
  });
});

describe('an interrupted run', () => {
  it('by Ctrl-C leaves whole lines and exits with 130; --resume does the rest', async () => {
    const out = at('resumed.jsonl.gz');
    const args = [
      'extract',
      at('many.jsonl'),
      '-o',
      out,
      '-j',
      '2',
      '--errors',
      at('none.jsonl'),
      ...light(),
    ];
    const stopped = await runCli(args, {
      onStart: (child) => {
        const timer = setInterval(() => {
          if (existsSync(out)) {
            clearInterval(timer);
            setTimeout(() => child.kill('SIGINT'), 400);
          }
        }, 20);
      },
    });
    expect(stopped.code).toBe(130);
    const before = records(gunzipSync(readFileSync(out)).toString());
    expect(before.length).toBeLessThan(COUNT);
    const resumed = await runCli([...args, '--resume']);
    expect(resumed.code).toBe(0);
    const ids = records(gunzipSync(readFileSync(out)).toString()).map((record) => record.source.id);
    expect(ids).toEqual(Array.from({ length: COUNT }, (_, n) => `d${n}`));
    expect(resumed.stderr).toContain(`${before.length} skipped`);
  });

  it('that was killed is made whole: a torn last line is cut off', async () => {
    const whole = await runCli(['extract', at('pages'), '-o', at('torn.jsonl'), ...light()]);
    expect(whole.code).toBe(0);
    const full = readFileSync(at('torn.jsonl'), 'utf8');
    for (const cut of [full.length - 1, 10]) {
      writeFileSync(at('torn.jsonl'), full.slice(0, cut));
      const resumed = await runCli(['extract', at('pages'), '-o', at('torn.jsonl'), '--resume', ...light()]);
      expect(resumed.code).toBe(0);
      expect(readFileSync(at('torn.jsonl'), 'utf8')).toBe(full);
    }
  });

  it('into SQLite loses and doubles nothing, however it is killed', async () => {
    const path = at('killed.db');
    const args = ['extract', at('many.jsonl'), '-o', path, '-j', '2', ...light()];
    const count = async () => {
      const database = await openSqlite(path);
      try {
        const sql = 'SELECT count(*) AS n, count(DISTINCT input_id) AS ids FROM version';
        return { ...(database.prepare(sql).get() as { n: number; ids: number }) };
      } finally {
        database.close();
      }
    };
    const killed = await runCli(args, {
      onStart: async (child) => {
        while (child.exitCode === null) {
          await new Promise((resolve) => setTimeout(resolve, 5));
          // Not there yet, or without tables yet, or locked.
          if (existsSync(path) && (await count().catch(() => ({ n: 0 }))).n > 0) break;
        }
        child.kill('SIGKILL');
      },
    });
    expect(killed.signal).toBe('SIGKILL');
    const half = await count();
    expect(half.n).toBeGreaterThan(0);
    expect(half.n).toBeLessThan(COUNT);
    const resumed = await runCli([...args, '--resume']);
    expect(resumed.code).toBe(0);
    expect(await count()).toEqual({ n: COUNT, ids: COUNT });
    expect(resumed.stderr).toContain(`${COUNT - half.n} inserted, 0 updated`);
  });
});
