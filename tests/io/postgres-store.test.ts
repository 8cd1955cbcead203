import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openPostgresStore } from '../../src/io/database/postgres-store.ts';
import { StoreSink } from '../../src/io/database/record-store.ts';
import { TABLE_NAMES } from '../../src/io/database/tables.ts';
import { runCli } from '../cli/run-cli.ts';
import { startPostgres } from './embedded-postgres.ts';
import { makeRecord, recordLine } from './make-record.ts';
import { storeContract } from './store-contract.ts';

vi.setConfig({ testTimeout: 240_000 });
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

  const COUNTS = TABLE_NAMES.map((name) => `(SELECT CAST(count(*) AS INTEGER) FROM ${name}) AS ${name}`);
  const counts = (place: string) => query(place, `SELECT ${COUNTS.join(', ')}`);
  const records = Array.from({ length: 600 }, (_, number) => makeRecord({ number }));

  it('a load that is killed and begun again loses and doubles nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimline-kill-'));
    const file = join(folder, 'records.jsonl');
    writeFileSync(file, Buffer.concat(records.map(recordLine)));
    const place = await fresh();
    await (await openPostgresStore(place, 'test')).close();
    let stored = 0;
    const killed = await runCli(['db', 'load', place, file], {
      onStart: async (child) => {
        while (stored === 0 && child.exitCode === null) {
          await new Promise((resolve) => setTimeout(resolve, 5));
          stored = (await query(place, 'SELECT CAST(count(*) AS INTEGER) AS n FROM version'))[0]!.n as number;
        }
        child.kill('SIGKILL');
      },
    });
    expect(killed.signal).toBe('SIGKILL');
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(records.length);
    const again = await runCli(['db', 'load', place, file]);
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/articles: \d+ inserted, 0 updated, \d+ unchanged;/);
    const whole = await fresh();
    const sink = new StoreSink(await openPostgresStore(whole, 'test'), 'test');
    for (const record of records) await sink.add(record);
    await sink.close();
    expect(await counts(place)).toEqual(await counts(whole));
    const third = await runCli(['db', 'load', place, file]);
    expect(third.stdout).toContain(
      'articles: 0 inserted, 0 updated, 600 unchanged; claims: 0 inserted, 0 updated, 1800 unchanged',
    );
    rmSync(folder, { recursive: true });
  });

  it('goes on after the server was restarted', async () => {
    const place = await fresh();
    const sink = new StoreSink(await openPostgresStore(place, 'test'), 'test');
    for (const [index, record] of records.slice(0, 300).entries()) {
      if (index === 150 && !('skipped' in server)) await server.restart();
      await sink.add(record);
    }
    await sink.close();
    expect(sink.counts.versions.inserted).toBe(300);
    expect((await counts(place))[0]).toMatchObject({ version: 300, claim: 900 });
  });

  it('tells what is wrong when there is no server', async () => {
    const nowhere = openPostgresStore('postgres://postgres:secret@127.0.0.1:1/x', 'the database');
    await expect(nowhere).rejects.toMatchObject({ code: 'sink/failed' });
  });
});
