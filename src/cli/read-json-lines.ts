import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { ClaimlineError } from '../core/errors.ts';

export interface JsonLine {
  /** From 1. */
  readonly line: number;
  readonly value?: unknown;
  /** Why the line is no JSON. */
  readonly error?: string;
}

/** The lines of a JSON lines file (gzip by its name), of stdin for `-`; blank lines are skipped. */
export async function* readJsonLines(file: string): AsyncGenerator<JsonLine> {
  const bytes = file === '-' ? process.stdin : createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // A stream that fails ends the lines without a word; its error is kept for the end.
  let failed: Error | undefined;
  for (const stream of [bytes, input] as NodeJS.ReadableStream[]) {
    stream.on('error', (error: Error) => {
      failed ??= error;
      lines.close();
    });
  }
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const text of lines) {
    line++;
    if (text.trim() === '') continue;
    try {
      yield { line, value: JSON.parse(text) as unknown };
    } catch (error) {
      yield { line, error: (error as Error).message };
    }
  }
  if (failed !== undefined) {
    throw new ClaimlineError('input/unreadable', `cannot read ${file}: ${failed.message}`, {
      location: { file, record: line },
      cause: failed,
    });
  }
}
