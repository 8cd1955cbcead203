import type { Readable } from 'node:stream';
import { ClaimlineError, toClaimlineError } from '../core/errors.ts';
import { type ArticleRecord, RecordSchema } from '../record/record.ts';
import { expandInputs } from './expand-inputs.ts';
import { openBytes } from './open-bytes.ts';

export interface RecordItem {
  readonly record: ArticleRecord;
  readonly file: string;
  /** 0-based. */
  readonly line: number;
}

/** A record may be larger than any page. */
const LINE_BYTES = 512 * 1024 * 1024;

/**
 * The records of JSONL files (gzip too, `-` for stdin), one at a time, each checked against the schema. A line that
 * is no record, or a file that cannot be read, is an error in its place.
 */
export async function* readRecords(
  files: readonly string[],
  stdin: Readable = process.stdin,
): AsyncGenerator<RecordItem | ClaimlineError> {
  for await (const place of expandInputs(files)) {
    if ('error' in place) yield place.error;
    else yield* recordsOf(place.path, stdin);
  }
}

async function* recordsOf(file: string, stdin: Readable): AsyncGenerator<RecordItem | ClaimlineError> {
  const reader = await openBytes(file, stdin, undefined).catch((error) => toClaimlineError(error, { file }));
  if (reader instanceof ClaimlineError) {
    yield reader;
    return;
  }
  try {
    for (let line = 0; ; line++) {
      const bytes = await reader.line(LINE_BYTES);
      if (bytes === null) return;
      const location = { file, record: line };
      if (bytes === 'too-long')
        yield new ClaimlineError('input/too-large', 'a line without end', { location });
      else if (bytes.length > 0) {
        const parsed = parseRecord(bytes);
        yield parsed instanceof ClaimlineError ? parsed.at(location) : { record: parsed, file, line };
      }
    }
  } catch (error) {
    yield toClaimlineError(error, { file });
  } finally {
    await reader.close();
  }
}

function parseRecord(bytes: Uint8Array): ArticleRecord | ClaimlineError {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch (cause) {
    return new ClaimlineError('record/invalid', 'the line is not JSON', { cause });
  }
  const result = RecordSchema.safeParse(value);
  // The value itself: the schema would put its keys into another order, and digests are of the text.
  if (result.success) return value as ArticleRecord;
  const [issue] = result.error.issues;
  return new ClaimlineError('record/invalid', `${issue!.path.join('.') || 'record'}: ${issue!.message}`, {
    hint: '`claimline schema` prints what a record has to be',
  });
}
