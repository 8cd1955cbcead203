import { rename, stat, truncate } from 'node:fs/promises';
import type { RecordStore } from '../io/database/record-store.ts';
import { sha256Of } from '../io/decode-input.ts';
import type { InputItem } from '../io/input-item.ts';
import { openLineSink } from '../io/line-sink.ts';
import { openBytes } from '../io/open-bytes.ts';
import type { Hello } from './protocol.ts';

/** What tells one input from another: the bytes and where they came from. */
export interface InputKey {
  readonly sha256: string;
  readonly id?: string | undefined;
  readonly path?: string | undefined;
  readonly url?: string | undefined;
}

export function inputKey({ sha256, id, path, url }: InputKey): string {
  return [sha256, id ?? '', path ?? '', url ?? ''].join('\u0000');
}

/** Passes over the documents that are done already. */
export async function* withoutDone(
  items: AsyncIterable<InputItem>,
  done: ReadonlySet<string>,
): AsyncGenerator<InputItem> {
  for await (const item of items) {
    if (item.kind === 'document' && done.has(inputKey({ ...item, sha256: sha256Of(item.content) }))) {
      yield { kind: 'skipped', reason: 'done before' };
    } else yield item;
  }
}

/** The inputs that a database already holds, as made by this release and config. */
export async function storedInputs(store: RecordStore, who: Omit<Hello, 'kind'>): Promise<Set<string>> {
  const done = new Set<string>();
  for await (const input of store.inputs(who.version, who.configSha256)) done.add(inputKey(input));
  return done;
}

interface DoneLine {
  readonly source?: InputKey;
  /** Of a claim's line. */
  readonly article?: InputKey;
  readonly pipeline?: { readonly version: string; readonly configSha256: string };
}

interface LastDocument {
  readonly key: string;
  readonly lines: Uint8Array[];
  readonly claim: boolean;
  readonly current: boolean;
}

/**
 * The inputs that an output file already holds, as made by this release and config, after making the file fit
 * to be appended to: a torn last line is cut off, and with one line a claim also the last document's lines, as
 * more of them may have been to come. A file that is not there holds nothing.
 */
export async function recoverOutput(path: string, who: Omit<Hello, 'kind'>): Promise<Set<string>> {
  const size = (await stat(path).catch(() => null))?.size;
  if (size === undefined) return new Set();
  const done = new Set<string>();
  const rewritten = path.endsWith('.gz') ? await openLineSink(`${path}.part.gz`) : null;
  let kept = 0;
  let last = null as LastDocument | null;
  const keep = async (document: LastDocument | null) => {
    if (document?.current) done.add(document.key);
    for (const line of document?.lines ?? []) {
      kept += line.length;
      await rewritten?.write(line);
    }
  };
  for await (const line of wholeLines(path, size)) {
    const parsed = parseLine(line);
    if (parsed === null) break;
    const identity = parsed.source ?? parsed.article;
    const key = identity === undefined ? '' : inputKey(identity);
    const claim = parsed.source === undefined;
    const { version, configSha256 } = parsed.pipeline ?? {};
    const current = version === who.version && configSha256 === who.configSha256;
    if (claim && last?.key === key) last.lines.push(line);
    else {
      await keep(last);
      last = { key, lines: [line], claim, current };
    }
  }
  if (last !== null && !last.claim) await keep(last);
  if (rewritten !== null) {
    await rewritten.close();
    await rename(`${path}.part.gz`, path);
  } else if (kept < size) await truncate(path, kept);
  return done;
}

/** Lines with their newline, up to the first that is torn. */
async function* wholeLines(path: string, size: number): AsyncGenerator<Uint8Array> {
  const reader = await openBytes(path, process.stdin, undefined);
  const packed = path.endsWith('.gz');
  let end = 0;
  try {
    for (;;) {
      const line = await reader.line(Number.MAX_SAFE_INTEGER);
      if (line === null || line === 'too-long') return;
      end += line.length + 1;
      if (!packed && end > size) return;
      const whole = new Uint8Array(line.length + 1);
      whole.set(line);
      whole[line.length] = 0x0a;
      yield whole;
    }
  } catch {
    // A gzip file that ends inside a member: what came before it counts.
  } finally {
    await reader.close();
  }
}

function parseLine(line: Uint8Array): DoneLine | null {
  try {
    return JSON.parse(Buffer.from(line).toString('utf8')) as DoneLine;
  } catch {
    return null;
  }
}
