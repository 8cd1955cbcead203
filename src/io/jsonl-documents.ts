import { z } from 'zod';
import { ClaimlineError } from '../core/errors.ts';
import type { ByteReader } from './byte-reader.ts';
import type { InputItem, RawInput, SourceOptions } from './input-item.ts';

const text = z.string();

/** A line of a JSONL input. Fields that are not named here are let be. */
export const JsonDocumentSchema = z
  .looseObject({
    id: z.union([z.string(), z.number().transform(String)]).optional(),
    url: text.nullish(),
    html: text.nullish(),
    text: text.nullish(),
    published: text
      .regex(/^\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/, {
        error: 'want an ISO 8601 date',
      })
      .nullish(),
    fetchedAt: text.nullish(),
    articleText: z.boolean().nullish(),
  })
  .refine((line) => typeof line.html === 'string' || typeof line.text === 'string', {
    error: 'want `html` or `text`',
  });

/** The documents of a JSONL stream, one line at a time. A bad line becomes a failed item with its 0-based number. */
export async function* jsonlDocuments(
  reader: ByteReader,
  path: string | undefined,
  options: SourceOptions,
): AsyncGenerator<InputItem> {
  for (let record = 0; ; record++) {
    const line = await reader.line(options.maxBytes);
    if (line === null) return;
    const location = { file: path, record };
    const facts = path === undefined ? { location } : { path, location };
    if (line === 'too-long') {
      const error = new ClaimlineError('input/too-large', `a line of more than ${options.maxBytes} bytes`, {
        hint: 'raise --max-bytes',
        location,
      });
      yield { kind: 'failed', error, ...facts };
      continue;
    }
    const json = decoder.decode(line);
    if (json.trim() === '') continue;
    const parsed = parseLine(json);
    yield parsed instanceof ClaimlineError
      ? { kind: 'failed', error: parsed.at(location), ...facts }
      : { kind: 'document', ...facts, ...parsed };
  }
}

/**
 * The documents of a JSON file that is one document, or an array of them. A bad one becomes a failed item with its
 * 0-based number in the array.
 */
export function* jsonDocuments(bytes: Uint8Array, path: string | undefined): Generator<InputItem> {
  const facts = path === undefined ? {} : { path };
  const value = parseJson(decoder.decode(bytes), 'the file');
  if (value instanceof ClaimlineError) {
    const location = { file: path };
    yield { kind: 'failed', error: value.at(location), location, ...facts };
    return;
  }
  for (const [record, entry] of (Array.isArray(value) ? value : [value]).entries()) {
    const location = { file: path, record };
    const read = readDocument(entry, 'the entry');
    yield read instanceof ClaimlineError
      ? { kind: 'failed', error: read.at(location), location, ...facts }
      : { kind: 'document', location, ...facts, ...read };
  }
}

const decoder = new TextDecoder('utf-8');
const HINT = 'one JSON object a line: {"id", "url"?, "html" or "text", "published"?}';

function parseLine(json: string): Omit<RawInput, 'kind' | 'location'> | ClaimlineError {
  const value = parseJson(json, 'the line');
  return value instanceof ClaimlineError ? value : readDocument(value, 'the line');
}

function parseJson(json: string, what: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    return new ClaimlineError('input/malformed', `${what} is not JSON`, { hint: HINT, cause });
  }
}

function readDocument(value: unknown, what: string): Omit<RawInput, 'kind' | 'location'> | ClaimlineError {
  const result = JsonDocumentSchema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const at = issue!.path.length > 0 ? `${issue!.path.join('.')}: ` : '';
    return new ClaimlineError('input/malformed', `${what} is no document: ${at}${issue!.message}`, {
      hint: HINT,
    });
  }
  const { id, url, html, text, published, fetchedAt, articleText } = result.data;
  return {
    content: html ?? text ?? '',
    mediaType: typeof html === 'string' ? 'text/html' : 'text/plain',
    ...(id === undefined ? {} : { id }),
    ...(url ? { url } : {}),
    ...(published ? { published: published.replace(' ', 'T') } : {}),
    ...(fetchedAt ? { fetchedAt } : {}),
    ...(articleText ? { articleText } : {}),
  };
}
