import { ClaimlineError } from '../core/errors.ts';
import type { RecordStore } from './database/record-store.ts';
import { openLineSink, type Sink } from './line-sink.ts';
import { linesTo, recordsTo } from './record-sink.ts';

export type OutputFormat = 'jsonl' | 'sqlite' | 'postgres' | 'parquet' | 'csv';

/** The format that a file name or URL asks for. @throws ClaimlineError `usage` */
export function outputFormat(output: string): OutputFormat {
  if (/^postgres(?:ql)?:\/\//.test(output)) return 'postgres';
  if (/\.(?:jsonl|ndjson|json)(?:\.gz)?$/.test(output)) return 'jsonl';
  if (/\.(?:db|sqlite3?)$/.test(output)) return 'sqlite';
  if (/\.parquet$/.test(output)) return 'parquet';
  if (/\.csv$/.test(output)) return 'csv';
  throw new ClaimlineError('usage', `cannot tell the format of ${output}`, {
    hint: 'end it in .jsonl, .jsonl.gz, .db, .parquet or .csv, or give postgres://...',
  });
}

/** Opens the database that a file name or URL names, with its tables up to date. */
export async function openStore(output: string): Promise<RecordStore> {
  const format = outputFormat(output);
  if (format === 'sqlite') return (await import('./database/sqlite-store.ts')).openSqliteStore(output);
  if (format === 'postgres') {
    const { openPostgresStore } = await import('./database/postgres-store.ts');
    return openPostgresStore(output, withoutPassword(output));
  }
  throw new ClaimlineError('usage', `${output} is no database`, {
    hint: 'give a file that ends in .db, or postgres://...',
  });
}

/** Opens an output for the lines of records, or of claims where that is its form. Drivers are loaded as they are needed. */
export async function openSink(output: string, options: { append?: boolean } = {}): Promise<Sink> {
  const format = outputFormat(output);
  if (format === 'jsonl') return openLineSink(output, options);
  if (format === 'parquet') {
    const { openParquetSink } = await import('./export/parquet-sink.ts');
    return linesTo(openParquetSink(output));
  }
  if (format === 'csv') {
    const { CSV_HEADER, csvRows } = await import('./export/csv.ts');
    return linesTo(recordsTo(await openLineSink(output), csvRows, CSV_HEADER));
  }
  const { StoreSink } = await import('./database/record-store.ts');
  return linesTo(new StoreSink(await openStore(output), withoutPassword(output)));
}

/** A database URL as it may be shown. */
export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, '$1:***@');
}
