import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ClaimlineError } from '../core/errors.ts';
import { ByteReader } from './byte-reader.ts';
import { unreadable } from './expand-inputs.ts';

/**
 * The bytes of a file (`-`: of `stdin`), unpacked when they are gzip, however many members, and however the
 * file is called. Faults are raised while reading, typed: `input/unreadable`, `input/truncated`, `input/malformed`.
 */
export async function openBytes(
  path: string,
  stdin: Readable,
  onBytes: ((count: number) => void) | undefined,
): Promise<ByteReader> {
  const stream = path === '-' ? stdin : createReadStream(path, { highWaterMark: 256 * 1024 });
  const reader = new ByteReader(counted(stream, path, onBytes));
  const head = await reader.peek(2);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return reader;
  return new ByteReader(gunzipped(reader, path));
}

async function* counted(
  stream: Readable,
  path: string,
  onBytes: ((count: number) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
      onBytes?.(bytes.length);
      yield bytes;
    }
  } catch (error) {
    throw unreadable(path, error as Error);
  }
}

/** How much is unpacked at once; a gzip bomb grows it a thousandfold at most. */
const PIECE_BYTES = 64 * 1024;

/**
 * Unpacks piece by piece, so that all that came before a fault is handed out before the fault is raised
 * (a piped stream drops what it has buffered).
 */
async function* gunzipped(reader: ByteReader, path: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  let ready: Uint8Array[] = [];
  let fault: Error | undefined;
  let wake = (): void => {};
  gunzip.on('data', (chunk: Uint8Array) => ready.push(chunk));
  gunzip.on('error', (error) => {
    fault = error;
    wake();
  });
  const step = (act: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      wake = resolve;
      act(resolve);
    });
  try {
    for (let ended = false; !ended && fault === undefined; ) {
      const piece = await reader.take(PIECE_BYTES);
      ended = piece.length === 0;
      await step((done) => (ended ? gunzip.once('end', done).end() : gunzip.write(piece, done)));
      yield* ready;
      ready = [];
    }
    if (fault !== undefined) throw gunzipFault(path, fault);
  } finally {
    gunzip.destroy();
    await reader.close();
  }
}

function gunzipFault(path: string, error: NodeJS.ErrnoException): ClaimlineError {
  const short = error.code === 'Z_BUF_ERROR';
  return new ClaimlineError(
    short ? 'input/truncated' : 'input/malformed',
    short ? 'the gzip data ends too early' : `the gzip data is damaged: ${error.message}`,
    { location: { file: path }, hint: 'fetch or pack the file again', cause: error },
  );
}
