import pg from 'pg';
import { afterAll, describe } from 'vitest';
import { openPostgresStore } from '../../src/io/database/postgres-store.ts';
import { startPostgres } from './embedded-postgres.ts';
import { storeContract } from './store-contract.ts';

const server = await startPostgres();
const url = 'skipped' in server ? '' : server.url;
if ('skipped' in server) process.stderr.write(`PostgreSQL is not tested: ${server.skipped}\n`);

describe.skipIf('skipped' in server)('PostgreSQL', () => {
  afterAll(async () => {
    if (!('skipped' in server)) await server.stop();
  });
  let count = 0;

  async function query(place: string, sql: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client(place);
    await client.connect();
    try {
      return (await client.query(sql)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }

  /** A schema of its own. */
  async function fresh(): Promise<string> {
    const schema = `test${count++}`;
    await query(url, `CREATE SCHEMA ${schema}`);
    return `${url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
  }

  storeContract({
    fresh,
    open: (place) => openPostgresStore(place, 'the test server'),
    query,
    columns: async (place, table) =>
      (
        await query(
          place,
          `SELECT column_name AS name FROM information_schema.columns
           WHERE table_name = '${table}' AND table_schema = current_schema()`,
        )
      ).map((row) => row.name as string),
  });
});
