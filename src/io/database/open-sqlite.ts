import { ClaimlineError } from '../../core/errors.ts';

/** The part of `node:sqlite` that is used here. */
export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

export interface SqliteStatement {
  run(...values: SqliteValue[]): { changes: number | bigint };
  get(...values: SqliteValue[]): unknown;
  all(...values: SqliteValue[]): unknown[];
  iterate(...values: SqliteValue[]): Iterable<unknown>;
}

export type SqliteValue = string | number | null;

interface SqliteModule {
  readonly DatabaseSync: new (path: string) => SqliteDatabase;
}

/**
 * Opens a SQLite file with `node:sqlite`, or with the same interface from @photostructure/sqlite on a Node.js
 * that is too old for it.
 * @throws ClaimlineError `sink/failed`
 */
export async function openSqlite(path: string): Promise<SqliteDatabase> {
  const { DatabaseSync } = await sqliteModule();
  try {
    return new DatabaseSync(path);
  } catch (cause) {
    throw new ClaimlineError('sink/failed', `cannot open ${path}: ${(cause as Error).message}`, {
      hint: 'check the folder and that the file is a SQLite database',
      cause,
    });
  }
}

async function sqliteModule(): Promise<SqliteModule> {
  // Not a literal, as the types of Node.js 20 do not know the module.
  for (const name of ['node:sqlite', '@photostructure/sqlite']) {
    try {
      return (await import(name)) as SqliteModule;
    } catch {
      // The next one.
    }
  }
  throw new ClaimlineError('sink/failed', 'there is no SQLite here', {
    hint: 'use Node.js 22.13 or later, or npm install @photostructure/sqlite',
  });
}
