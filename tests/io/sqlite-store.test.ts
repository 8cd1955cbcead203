import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATION_TABLE, MIGRATIONS, SQLITE_DIALECT } from '../../src/io/database/migrations.ts';
import { openSqlite, type SqliteDatabase } from '../../src/io/database/open-sqlite.ts';
import { StoreSink } from '../../src/io/database/record-store.ts';
import { openSqliteStore } from '../../src/io/database/sqlite-store.ts';
import { makeRecord } from './make-record.ts';
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

  it('brings a database of an earlier release up to date, with what is in it', async () => {
    const path = await fresh();
    await using(path, (database) => {
      database.exec(MIGRATION_TABLE);
      for (const { version, about, sql } of MIGRATIONS.slice(0, 2)) {
        for (const statement of sql(SQLITE_DIALECT)) database.exec(statement);
        database.prepare('INSERT INTO claimline_schema VALUES (?, ?)').run(version, about);
      }
      database.exec(
        "INSERT INTO run VALUES ('run_old', '0.0.1', 'x', '{}'); INSERT INTO article VALUES ('art_old', NULL)",
      );
    });
    const store = await openSqliteStore(path);
    expect(store.migrated).toEqual(MIGRATIONS.slice(2).map(({ version }) => version));
    const sink = new StoreSink(store, path);
    await sink.add(makeRecord());
    await sink.close();
    expect(await query(path, 'SELECT count(*) AS n FROM article')).toEqual([{ n: 2 }]);
    expect((await openSqliteStore(path)).migrated).toEqual([]);
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
