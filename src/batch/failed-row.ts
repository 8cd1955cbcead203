import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ClaimlineError } from '../core/errors.ts';
import { unreadable } from '../io/expand-inputs.ts';
import type { FailedInput, InputItem, RawInput } from '../io/input-item.ts';
import { type ReadOptions, readInputs } from '../io/read-inputs.ts';
import type { Failed } from './protocol.ts';

/** A line of the errors file: which input, and what is wrong with it. */
export interface FailedRow {
  readonly input: {
    readonly id?: string;
    readonly path?: string;
    readonly url?: string;
    /** 0-based line or entry in the file. */
    readonly record?: number | string;
  };
  readonly error: Failed['error'];
}

export function failedRow(raw: RawInput | FailedInput, error: Failed['error']): FailedRow {
  const { id, path, url, location } = raw;
  return {
    input: {
      ...(id === undefined ? {} : { id }),
      ...(path === undefined ? {} : { path }),
      ...(url === undefined ? {} : { url }),
      ...(location.record === undefined ? {} : { record: location.record }),
    },
    error,
  };
}

const RowSchema = z.looseObject({
  input: z.looseObject({
    path: z.string().optional(),
    record: z.union([z.number(), z.string()]).optional(),
  }),
});

/** The documents that an errors file names, read again, and only they. @throws ClaimlineError when it is no such file */
export async function* retryInputs(errorsFile: string, options: ReadOptions): AsyncGenerator<InputItem> {
  for (const [path, records] of await wanted(errorsFile)) {
    for await (const item of readInputs([path], options)) {
      if (item.kind === 'skipped') continue;
      // A fault of the whole file has no record number and is told again.
      const { record } = item.location;
      if (records === 'all' || record === undefined || records.has(record)) yield item;
    }
  }
}

async function wanted(errorsFile: string): Promise<Map<string, Set<number | string> | 'all'>> {
  const text = await readFile(errorsFile, 'utf8').catch((error: Error) => {
    throw unreadable(errorsFile, error);
  });
  const files = new Map<string, Set<number | string> | 'all'>();
  for (const [record, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const row = RowSchema.safeParse(jsonOrNull(line)).data;
    if (row === undefined) {
      throw new ClaimlineError('usage', 'this is no row of an errors file', {
        hint: 'pass the file that --errors wrote',
        location: { file: errorsFile, record },
      });
    }
    // Documents from stdin cannot be had again.
    if (row.input.path === undefined) continue;
    const known = files.get(row.input.path);
    if (row.input.record === undefined) files.set(row.input.path, 'all');
    else if (known === undefined) files.set(row.input.path, new Set([row.input.record]));
    else if (known !== 'all') known.add(row.input.record);
  }
  return files;
}

function jsonOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
