import type { ByteReader } from './byte-reader.ts';

/** A JSON value of a file of lines, or what stands there in place of one. */
export interface JsonValue {
  /** From 1; where the value begins. */
  readonly line: number;
  readonly value?: unknown;
  /** Why there is no value. */
  readonly error?: string;
}

/** Longest line, and longest indented object, that is read: a record of the largest document with room to spare. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * The values of a JSON lines file, one at a time; blank lines are passed over. An object may also be indented over many lines
 * as `extract --pretty` writes it: opened by a line of `{` alone and closed by one of `}` alone.
 */
export async function* jsonValues(reader: ByteReader): AsyncGenerator<JsonValue> {
  const decoder = new TextDecoder();
  let open: { line: number; parts: string[]; bytes: number } | null = null;
  for (let line = 1; ; line++) {
    const bytes = await reader.line(MOST_BYTES);
    if (bytes === null) break;
    if (bytes === 'too-long') {
      yield { line, error: `it is longer than ${MOST_BYTES} bytes` };
      continue;
    }
    const text = decoder.decode(bytes);
    if (open !== null) {
      open.bytes += bytes.length;
      // Only the two brackets stand at the margin; anything else there means that the object was torn off.
      const within = /^(?:\s|$)/.test(text);
      if (within && open.bytes <= MOST_BYTES) {
        open.parts.push(text);
        continue;
      }
      if (text === '}') {
        yield parsed(open.line, `${open.parts.join('\n')}\n}`);
        open = null;
        continue;
      }
      yield { line: open.line, error: 'the indented object is not closed' };
      open = null;
    }
    if (text.trim() === '') continue;
    if (text === '{') open = { line, parts: [text], bytes: 1 };
    else yield parsed(line, text);
  }
  if (open !== null) yield { line: open.line, error: 'the indented object is not closed' };
}

function parsed(line: number, text: string): JsonValue {
  try {
    return { line, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { line, error: (error as Error).message };
  }
}
