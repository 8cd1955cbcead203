import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite, type SqliteDatabase } from '../../src/io/database/open-sqlite.ts';
import { openSqliteStore } from '../../src/io/database/sqlite-store.ts';
import { storeContract } from './store-contract.ts';

let folder: string;
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimline-sqlite-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const fresh = async () => join(folder, `${count++}.db`);

async function using<T>(path: string, act: (database: SqliteDatabase) => T): Promise<T> {
  const database = await openSqlite(path);
  try {
    return act(database);
  } finally {
    database.close();
  }
}

const query = (path: string, sql: string) =>
  using(path, (database) =>
    database
      .prepare(sql)
      .all()
      .map((row) => ({ ...(row as object) })),
  );

describe('SQLite', () => {
  storeContract({
    fresh,
    open: openSqliteStore,
    query,
    columns: async (path, table) =>
      (await query(path, `SELECT name FROM pragma_table_info('${table}')`)).map(
        (row) => (row as { name: string }).name,
      ),
  });

  it('refuses a database of a later release, and a file that is none', async () => {
    const path = await fresh();
    await (await openSqliteStore(path)).close();
    await using(path, (database) => database.exec("INSERT INTO claimline_schema VALUES (999, 'later')"));
    await expect(openSqliteStore(path)).rejects.toMatchObject({ code: 'sink/failed' });
    await expect(openSqliteStore(join(folder, 'no', 'such', 'folder.db'))).rejects.toMatchObject({
      code: 'sink/failed',
    });
  });
});
