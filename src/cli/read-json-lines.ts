import { openBytes } from '../io/open-bytes.ts';

export interface JsonLine {
  /** From 1. */
  readonly line: number;
  readonly value?: unknown;
  /** Why the line is no JSON. */
  readonly error?: string;
}

/** Longest line that is read, in bytes: a record of the largest document with room to spare. */
const MAX_LINE = 512 * 1024 * 1024;

/**
 * The lines of a JSON lines file, gzip or not, of stdin for `-`; blank lines are passed over.
 * @throws ClaimlineError `input/...` when the file cannot be read
 */
export async function* readJsonLines(file: string): AsyncGenerator<JsonLine> {
  const decoder = new TextDecoder();
  const reader = await openBytes(file, process.stdin, undefined);
  try {
    for (let line = 1; ; line++) {
      const bytes = await reader.line(MAX_LINE);
      if (bytes === null) return;
      if (bytes === 'too-long') {
        yield { line, error: `more than ${MAX_LINE} bytes` };
        continue;
      }
      const text = decoder.decode(bytes);
      if (text.trim() === '') continue;
      try {
        yield { line, value: JSON.parse(text) as unknown };
      } catch (error) {
        yield { line, error: (error as Error).message };
      }
    }
  } finally {
    await reader.close();
  }
}
