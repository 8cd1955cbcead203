import type { Readable } from 'node:stream';
import { ClaimlineError, toClaimlineError } from '../core/errors.ts';
import { type ArticleRecord, RecordSchema } from '../record/record.ts';
import { expandInputs } from './expand-inputs.ts';
import { jsonValues } from './json-values.ts';
import { openBytes } from './open-bytes.ts';

export interface RecordItem {
  readonly record: ArticleRecord;
  readonly file: string;
  /** 0-based. */
  readonly line: number;
}

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
    for await (const { line, value, error } of jsonValues(reader)) {
      const parsed = error === undefined ? checked(value) : notJson(error);
      const location = { file, record: line - 1 };
      yield parsed instanceof ClaimlineError ? parsed.at(location) : { record: parsed, file, line: line - 1 };
    }
  } catch (error) {
    yield toClaimlineError(error, { file });
  } finally {
    await reader.close();
  }
}

function notJson(message: string): ClaimlineError {
  return new ClaimlineError('record/invalid', `no JSON: ${message}`);
}

function checked(value: unknown): ArticleRecord | ClaimlineError {
  const result = RecordSchema.safeParse(value);
  // The value itself: the schema would put its keys into another order, and digests are of the text.
  if (result.success) return value as ArticleRecord;
  const [issue] = result.error.issues;
  return new ClaimlineError('record/invalid', `${issue!.path.join('.') || 'record'}: ${issue!.message}`, {
    hint: '`claimline schema` prints what a record has to be',
  });
}
