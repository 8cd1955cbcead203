import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { Source } from '../../src/core/doc.ts';
import { readJsonl } from '../harness.ts';

export interface GoldPage {
  readonly id: string;
  readonly html_path: string;
  readonly url: string;
  readonly site?: string;
  readonly gold_text?: string | null;
  readonly gold_title?: string | null;
  readonly gold_author?: string | readonly string[] | null;
  readonly gold_date?: string | null;
  readonly gold_date_conflict?: unknown;
  readonly country?: string;
}

export interface Page {
  readonly gold: GoldPage;
  readonly raw: string;
}

/** The pages of a set, read one by one; null when the set is not there. */
export function* readPages(folder: string): Generator<Page> {
  const path = join(folder, 'index.jsonl');
  if (!existsSync(path)) return;
  for (const gold of readJsonl<GoldPage>(path) ?? []) {
    const file = join(folder, gold.html_path);
    if (existsSync(file)) yield { gold, raw: decode(gunzipSync(readFileSync(file))) };
  }
}

/** BOM, meta charset, UTF-8 when it is valid, then detection. */
function decode(bytes: Buffer): string {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    return utf8.decode(bytes);
  } catch {
    const head = bytes.subarray(0, 4096).toString('latin1');
    const declared = /charset\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1];
    const charset = declared !== undefined && !/^utf-?8$/i.test(declared) ? declared : chardet.detect(bytes);
    if (declared !== undefined && /^utf-?8$/i.test(declared)) return bytes.toString('utf8');
    return charset && iconv.encodingExists(charset) ? iconv.decode(bytes, charset) : bytes.toString('latin1');
  }
}

export function sourceOf(page: Page, mediaType: Source['mediaType'], withUrl = true): Source {
  return {
    raw: page.raw,
    sha256: createHash('sha256').update(page.raw).digest('hex'),
    mediaType,
    charset: 'utf-8',
    ...(withUrl ? { url: page.gold.url } : {}),
  };
}
