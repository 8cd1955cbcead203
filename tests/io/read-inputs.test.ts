import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeInput } from '../../src/io/decode-input.ts';
import type { InputItem } from '../../src/io/input-item.ts';
import { type ReadOptions, readInputs } from '../../src/io/read-inputs.ts';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimline-inputs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(patterns: string[], options: ReadOptions = {}): Promise<InputItem[]> {
  const items: InputItem[] = [];
  for await (const item of readInputs(patterns, options)) items.push(item);
  return items;
}

/** What came out, a word or two for each item. */
const brief = (items: InputItem[]) =>
  items.map((item) => {
    if (item.kind === 'document') {
      const { input } = decodeInput(item);
      return input.html ?? input.text;
    }
    return item.kind === 'failed' ? item.error.code : item.reason;
  });

describe('files and folders', () => {
  it('reads a folder to the bottom by name, and passes over what is no page', async () => {
    mkdirSync(at('tree', 'b'), { recursive: true });
    mkdirSync(at('tree', '.git'), { recursive: true });
    writeFileSync(at('tree', 'c.html'), '<p>c</p>');
    writeFileSync(at('tree', 'b', 'x.txt'), 'x');
    writeFileSync(at('tree', 'a.htm.gz'), gzipSync('<p>a</p>'));
    writeFileSync(at('tree', 'logo.png'), 'no');
    writeFileSync(at('tree', '.git', 'y.txt'), 'no');
    expect(brief(await read([at('tree')]))).toEqual(['<p>a</p>', 'x', '<p>c</p>']);
  });

  it('lets the other documents out when one of a folder cannot be read', async () => {
    mkdirSync(at('broken'), { recursive: true });
    writeFileSync(at('broken', 'a.txt'), 'one');
    symlinkSync(at('nowhere'), at('broken', 'b.txt'));
    symlinkSync('loop.txt', at('broken', 'loop.txt'));
    writeFileSync(at('broken', 'z.txt'), 'two');
    const items = await read([at('broken')]);
    expect(brief(items)).toEqual(['one', 'input/no-match', 'input/unreadable', 'two']);
    expect(items[1]!.kind === 'failed' && items[1]!.error.location.file).toBe(at('broken', 'b.txt'));
  });

  it('expands globs, and tells of one that matches nothing', async () => {
    mkdirSync(at('glob'), { recursive: true });
    for (const name of ['2.txt', '10.txt', '1.html']) writeFileSync(at('glob', name), name);
    writeFileSync(at('glob', 'odd[1].txt'), 'a name like a glob');
    expect(brief(await read([at('glob', '*0.txt'), at('glob', '?.txt')]))).toEqual(['10.txt', '2.txt']);
    expect(brief(await read([at('glob', 'odd[1].txt')]))).toEqual(['a name like a glob']);
    expect(brief(await read([at('glob', '*.warc')]))).toEqual(['input/no-match']);
    // A folder that matches is searched, and no file comes twice.
    mkdirSync(at('glob', 'sub', 'deeper'), { recursive: true });
    writeFileSync(at('glob', 'sub', 'deeper', '3.txt'), '3.txt');
    writeFileSync(at('glob', 'sub', '3.bin'), 'no page by its name');
    expect(brief(await read([at('glob', 's*')]))).toEqual(['3.txt']);
    expect(brief(await read([at('glob', '**', '3.txt')]))).toEqual(['3.txt']);
    expect(brief(await read([at('glob', 'sub', '**', '*.txt'), at('glob', 'su?')]))).toEqual([
      '3.txt',
      '3.txt',
    ]);
  });

  it('reads a named file whatever it is called, by its look', async () => {
    writeFileSync(at('page'), '<!DOCTYPE html><p>x</p>');
    writeFileSync(at('notes'), 'Just words.');
    writeFileSync(at('rows'), '{"id": "1", "text": "from a row"}\n');
    const items = await read([at('page'), at('notes'), at('rows')]);
    const kinds = items.map((item) => item.kind === 'document' && decodeInput(item).input.mediaType);
    expect(kinds).toEqual(['text/html', 'text/plain', 'text/plain']);
    expect(brief(items)[2]).toBe('from a row');
  });
});

describe('a page with a stray NUL', () => {
  it('is read, the character replaced at its place', async () => {
    writeFileSync(
      at('nul.html'),
      `<p>The old\0pier is closed, the harbour board said on Tuesday.</p>${'<p>It was built in 1931.</p>'.repeat(9)}`,
    );
    const [item] = await read([at('nul.html')]);
    expect(item?.kind === 'document' && decodeInput(item).input.html!.slice(0, 17)).toBe(
      '<p>The old\ufffdpier i',
    );
  });
});

describe('bad input', () => {
  it.each([
    ['empty.html', Buffer.alloc(0), 'input/empty'],
    ['image.html', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'input/binary'],
    ['noise.txt', Buffer.from(Array.from({ length: 600 }, (_, i) => (i * 37) % 256)), 'input/binary'],
    ['paper.html', Buffer.from('%PDF-1.7 ...'), 'input/binary'],
    ['cut.html.gz', gzipSync('<p>a page</p>'.repeat(99)).subarray(0, 40), 'input/truncated'],
    [
      'hurt.html.gz',
      Buffer.from(gzipSync('<p>page</p>'.repeat(99)).map((b, i) => (i > 12 ? b ^ 0x55 : b))),
      'input/malformed',
    ],
    ['big.txt', Buffer.alloc(2000, 'word '), 'input/too-large'],
    ['twice.txt.gz', gzipSync(gzipSync('text')), 'input/unsupported'],
  ])('%s is a typed fault', async (name, bytes, code) => {
    writeFileSync(at(name), bytes);
    const items = await read([at(name)], { maxBytes: 1500 });
    expect(brief(items)).toEqual([code]);
    expect(items[0]!.kind === 'failed' && items[0]!.error.location.file).toBe(at(name));
  });

  it('blanks alone are empty', async () => {
    writeFileSync(at('blank.txt'), ' \n\t\n');
    const [item] = await read([at('blank.txt')]);
    expect(() => item!.kind === 'document' && decodeInput(item!)).toThrow(/nothing but blanks/);
  });

  it('what came before the cut in a gzip file still comes out', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `{"id":"${i}","text":"number ${i * 7919}"}\n`).join(
      '',
    );
    const packed = gzipSync(rows);
    writeFileSync(at('cut.jsonl.gz'), packed.subarray(0, packed.length - 2000));
    const items = await read([at('cut.jsonl.gz')]);
    expect(items.length).toBeGreaterThan(3000);
    expect(brief(items.slice(0, 2))).toEqual(['number 0', 'number 7919']);
    expect(items.at(-1)!.kind).toBe('failed');
    expect(brief(items).at(-1)).toBe('input/truncated');
  });
});

describe('JSONL', () => {
  it('takes one document a line, and tells of a bad line by its number', async () => {
    const lines = [
      '{"id": 7, "url": "https://a.example/x", "html": "<p>one</p>", "published": "2026-02-27", "score": 3}',
      '',
      '{"id": "b", "text": "two", "articleText": true}',
      '{"id": "c"}',
      'not json',
      '{"id": "d", "text": "three", "published": "last week"}',
      '{"id": "e", "text": "four"}',
    ];
    writeFileSync(at('docs.jsonl'), `\ufeff${lines.join('\r\n')}`);
    const items = await read([at('docs.jsonl')]);
    expect(brief(items)).toEqual([
      '<p>one</p>',
      'two',
      'input/malformed',
      'input/malformed',
      'input/malformed',
      'four',
    ]);
    expect(items[0]).toMatchObject({
      id: '7',
      url: 'https://a.example/x',
      published: '2026-02-27',
      mediaType: 'text/html',
    });
    expect(items[1]).toMatchObject({ id: 'b', articleText: true, location: { record: 2 } });
    expect(items[4]!.kind === 'failed' && items[4]!.error.message).toContain('published');
    expect(items[4]!.kind === 'failed' && items[4]!.error.location.record).toBe(5);
  });

  it('reads stdin in chunks cut anywhere, gzip too', async () => {
    const text = Array.from({ length: 50 }, (_, i) => `{"text":"naïve café ${i}"}\n`).join('');
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
        bytes.subarray(i * 7, i * 7 + 7),
      );
      const items = await read(['-'], { stdin: Readable.from(chunks) });
      expect(brief(items)).toEqual(Array.from({ length: 50 }, (_, i) => `naïve café ${i}`));
      expect(items[0]).not.toHaveProperty('path');
    }
  });

  it('a line that is too long is passed over', async () => {
    writeFileSync(at('long.jsonl'), `{"text":"${'x'.repeat(5000)}"}\n{"text":"short"}\n`);
    expect(brief(await read([at('long.jsonl')], { maxBytes: 1000 }))).toEqual(['input/too-large', 'short']);
  });
});

/** A WARC record. */
function warc(type: string, headers: Record<string, string>, block: Buffer | string): Buffer {
  const body = Buffer.from(block as string);
  const lines = Object.entries({ 'WARC-Type': type, ...headers, 'Content-Length': String(body.length) });
  return Buffer.concat([
    Buffer.from(`WARC/1.0\r\n${lines.map(([k, v]) => `${k}: ${v}`).join('\r\n')}\r\n\r\n`),
    body,
    Buffer.from('\r\n\r\n'),
  ]);
}

function response(url: string, head: string, body: Buffer | string): Buffer {
  const block = Buffer.concat([Buffer.from(`HTTP/1.1 ${head}\r\n\r\n`), Buffer.from(body as string)]);
  return warc(
    'response',
    {
      'WARC-Target-URI': url,
      'WARC-Date': '2026-02-27T05:00:00Z',
      'WARC-Record-ID': `<urn:uuid:${url.length}>`,
      'Content-Type': 'application/http; msgtype=response',
    },
    block,
  );
}

describe('WARC', () => {
  const records = [
    warc('warcinfo', { 'Content-Type': 'application/warc-fields' }, 'software: test'),
    response(
      'https://a.example/1',
      '200 OK\r\nContent-Type: text/html; charset=ISO-8859-1',
      Buffer.from('<p>caf\xe9</p>', 'latin1'),
    ),
    response('https://a.example/22', '301 Moved\r\nContent-Type: text/html', 'gone'),
    response('https://a.example/333', '200 OK\r\nContent-Type: image/png', 'x'),
    warc('request', { 'Content-Type': 'application/http' }, 'GET / HTTP/1.1'),
    response(
      'https://a.example/4444',
      '200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: br',
      (() => {
        const packed = brotliCompressSync('<p>packed</p>');
        const half = packed.length >> 1;
        const chunk = (b: Buffer) =>
          Buffer.concat([Buffer.from(`${b.length.toString(16)}\r\n`), b, Buffer.from('\r\n')]);
        return Buffer.concat([
          chunk(packed.subarray(0, half)),
          chunk(packed.subarray(half)),
          Buffer.from('0\r\n\r\n'),
        ]);
      })(),
    ),
    response(
      'https://a.example/55555',
      '200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip',
      '<p>stored unpacked</p>',
    ),
    warc(
      'conversion',
      { 'WARC-Target-URI': 'https://a.example/6', 'Content-Type': 'text/plain' },
      'plain words',
    ),
    warc('response', { 'Content-Type': 'application/http' }, 'no http in here'),
  ];
  const expected = [
    'WARC warcinfo',
    '<p>café</p>',
    'HTTP status 301',
    'media type image/png',
    'WARC request',
    '<p>packed</p>',
    '<p>stored unpacked</p>',
    'plain words',
    'input/malformed',
  ];

  it.each([
    ['plain', Buffer.concat(records)],
    ['one gzip member', gzipSync(Buffer.concat(records))],
    ['a gzip member for each record', Buffer.concat(records.map((record) => gzipSync(record)))],
  ])('yields the pages, with what HTTP says of them: %s', async (_, bytes) => {
    writeFileSync(at('crawl.warc'), bytes);
    const items = await read([at('crawl.warc')]);
    expect(brief(items)).toEqual(expected);
    expect(items[1]).toMatchObject({
      id: '19',
      url: 'https://a.example/1',
      fetchedAt: '2026-02-27T05:00:00Z',
      charset: 'ISO-8859-1',
      mediaType: 'text/html',
      location: { file: at('crawl.warc'), record: 1 },
    });
  });

  it('goes on after a damaged record, and tells of a cut one', async () => {
    const page = response('https://a.example/1', '200 OK\r\nContent-Type: text/html', '<p>one</p>');
    const damaged = Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\nlost');
    writeFileSync(
      at('hurt.warc'),
      Buffer.concat([damaged, Buffer.from('\r\n\r\n'), page, page.subarray(0, -20)]),
    );
    expect(brief(await read([at('hurt.warc')]))).toEqual([
      'input/malformed',
      '<p>one</p>',
      'input/truncated',
    ]);
  });

  it('passes over a record that is too large', async () => {
    const page = (body: string) => response('https://a.example/1', '200 OK\r\nContent-Type: text/html', body);
    writeFileSync(at('large.warc'), Buffer.concat([page('x'.repeat(5000)), page('<p>one</p>')]));
    expect(brief(await read([at('large.warc')], { maxBytes: 2000 }))).toEqual([
      'input/too-large',
      '<p>one</p>',
    ]);
  });
});
