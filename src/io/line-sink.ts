import { type FileHandle, open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ClaimlineError } from '../core/errors.ts';

/** Where outputs go. Writes come one at a time. */
export interface Sink {
  /** Whole lines of JSON in UTF-8. */
  write(lines: Uint8Array): Promise<void>;
  /** Writes what is left and lets go. Returns what is worth telling, a line each. */
  close(): Promise<readonly string[]>;
}

const pack = promisify(gzip);

/** How much is gathered before it is written. */
const BUFFER_BYTES = 256 * 1024;
/** How much goes into one gzip member; a torn file loses the last member at most. */
const MEMBER_BYTES = 1024 * 1024;

/** A JSONL file, gzip when its name ends so. @throws ClaimlineError `sink/failed` */
export async function openLineSink(path: string, options: { append?: boolean } = {}): Promise<Sink> {
  const file = await attempt(path, () => open(path, options.append ? 'a' : 'w'));
  return new LineSink(path, file, path.endsWith('.gz'));
}

class LineSink implements Sink {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #gzip: boolean;
  #waiting: Uint8Array[] = [];
  #bytes = 0;

  constructor(path: string, file: FileHandle, gzip: boolean) {
    this.#path = path;
    this.#file = file;
    this.#gzip = gzip;
  }

  async write(lines: Uint8Array): Promise<void> {
    this.#waiting.push(lines);
    this.#bytes += lines.length;
    if (this.#bytes >= (this.#gzip ? MEMBER_BYTES : BUFFER_BYTES)) await this.#flush();
  }

  async close(): Promise<readonly string[]> {
    try {
      await this.#flush();
    } finally {
      await attempt(this.#path, () => this.#file.close());
    }
    return [];
  }

  async #flush(): Promise<void> {
    if (this.#bytes === 0) return;
    const lines = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#bytes = 0;
    const bytes = this.#gzip ? await pack(lines) : lines;
    await attempt(this.#path, () => this.#file.writeFile(bytes));
  }
}

/** A stream, each write at once and waited for. A reader that has gone ends it quietly: `gone` is called. */
export function streamSink(stream: Writable, gone: () => void): Sink {
  const write = (lines: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      stream.write(lines, (error) => {
        if (!error) resolve();
        else if ((error as NodeJS.ErrnoException).code === 'EPIPE') {
          gone();
          resolve();
        } else reject(new ClaimlineError('sink/failed', error.message, { cause: error }));
      });
    });
  return { write, close: async () => [] };
}

async function attempt<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ClaimlineError('sink/failed', `cannot write ${path}: ${message}`, {
      hint: 'check the folder, the permissions and the free space',
      cause,
    });
  }
}
