import type { Client } from 'pg';
import { MIGRATION_TABLE, missingMigrations, POSTGRES_DIALECT } from './migrations.ts';
import { changesOf, planChanges } from './plan-changes.ts';
import { PostgresConnection } from './postgres-connection.ts';
import { copyInto } from './postgres-copy.ts';
import type { RecordRows } from './record-rows.ts';
import {
  type InputColumns,
  noCounts,
  type RecordStore,
  type StoreCounts,
  type StoredClaim,
  type StoredInput,
  type StoredVersion,
  storedInput,
} from './record-store.ts';
import { CLAIM_TABLES, columnOf, type SqlValue, TABLES, type TableName, VERSION_TABLES } from './tables.ts';

/** Writers and migrations take turns, so that two loads of the same articles do not block one another half-way. */
const LOCK = 'SELECT pg_advisory_xact_lock(4037101)';

/** Opens, makes or migrates the tables in the URL's database, in its first schema. @throws ClaimlineError `sink/failed` */
export async function openPostgresStore(url: string, name: string): Promise<PostgresStore> {
  const connection = new PostgresConnection(url, name);
  await connection.open();
  try {
    return new PostgresStore(connection, await connection.transaction(migrate));
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function migrate(client: Client): Promise<number[]> {
  await client.query(LOCK);
  await client.query(MIGRATION_TABLE);
  const { rows } = await client.query<{ version: number }>('SELECT version FROM claimline_schema');
  const missing = missingMigrations(rows.map(({ version }) => version));
  for (const { version, about, sql } of missing) {
    for (const statement of sql(POSTGRES_DIALECT)) await client.query(statement);
    await client.query('INSERT INTO claimline_schema (version, about) VALUES ($1, $2)', [version, about]);
  }
  return missing.map(({ version }) => version);
}

const VERSION_COLUMNS = 'version_id, article_id, run_id, digest, fetched_at, is_current';
const CLAIM_COLUMNS = 'claim_id, version_id, first_version_id, digest';

export class PostgresStore implements RecordStore {
  readonly migrated: readonly number[];
  readonly #connection: PostgresConnection;

  constructor(connection: PostgresConnection, migrated: readonly number[]) {
    this.#connection = connection;
    this.migrated = migrated;
  }

  store(batch: readonly RecordRows[]): Promise<StoreCounts> {
    return this.#connection.transaction(async (client) => {
      const counts = noCounts();
      await client.query(LOCK);
      for (const group of withoutRepeats(batch)) await storeGroup(client, group, counts);
      return counts;
    });
  }

  async *inputs(pipelineVersion: string, configSha256: string): AsyncGenerator<StoredInput> {
    const { rows } = await this.#connection.transaction((client) =>
      client.query<InputColumns>(
        `SELECT v.sha256, v.input_id, v.path, v.source_url FROM version v JOIN run USING (run_id)
         WHERE pipeline_version = $1 AND config_sha256 = $2`,
        [pipelineVersion, configSha256],
      ),
    );
    for (const row of rows) yield storedInput(row);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

/** Cuts a batch where an article comes again, so that each part can be stored as a set. */
function withoutRepeats(batch: readonly RecordRows[]): RecordRows[][] {
  const groups: RecordRows[][] = [];
  let seen = new Set<string>();
  for (const record of batch) {
    if (groups.length === 0 || seen.has(record.articleId)) {
      groups.push([]);
      seen = new Set();
    }
    seen.add(record.articleId);
    groups.at(-1)!.push(record);
  }
  return groups;
}

async function storeGroup(client: Client, group: readonly RecordRows[], counts: StoreCounts): Promise<void> {
  const select = async <T>(sql: string, ids: readonly string[]): Promise<T[]> =>
    ids.length === 0 ? [] : ((await client.query(sql, [ids])).rows as T[]);
  const versions = await select<StoredVersion>(
    `SELECT ${VERSION_COLUMNS} FROM version WHERE version_id = ANY($1)`,
    group.map(({ versionId }) => versionId),
  );
  const changes = changesOf(group, versions, counts);
  if (changes.length === 0) return;
  const updated = changes.filter(({ stored }) => stored !== undefined).map(({ record }) => record.versionId);
  const currents = await select<StoredVersion>(
    `SELECT ${VERSION_COLUMNS} FROM version WHERE article_id = ANY($1) AND is_current`,
    changes.filter(({ stored }) => stored === undefined).map(({ record }) => record.articleId),
  );
  const claims = [
    ...(await select<StoredClaim>(
      `SELECT ${CLAIM_COLUMNS} FROM claim WHERE claim_id = ANY($1)`,
      changes.flatMap(({ record }) => columnOf(record.rows, 'claim', 'claim_id') as string[]),
    )),
    ...(await select<StoredClaim>(`SELECT ${CLAIM_COLUMNS} FROM claim WHERE version_id = ANY($1)`, updated)),
  ];
  const { rows, retired, moved } = planChanges(changes, currents, claims, counts);
  if (updated.length > 0) await client.query('DELETE FROM version WHERE version_id = ANY($1)', [updated]);
  if (retired.length > 0) {
    await client.query('UPDATE version SET is_current = false WHERE version_id = ANY($1)', [retired]);
  }
  if (moved.length > 0) await client.query('DELETE FROM claim WHERE claim_id = ANY($1)', [moved]);
  for (const table of [...VERSION_TABLES, 'claim', ...CLAIM_TABLES] as const) {
    if (rows[table].length > 0) await insert(client, table, rows[table]);
  }
}

/** All rows of a table at once. */
async function insert(client: Client, table: TableName, values: readonly SqlValue[]): Promise<void> {
  const columns = TABLES[table];
  const conflict = CONFLICTS[table];
  if (conflict === undefined) return copyInto(client, table, columns, values);
  // One row for each id: the records of a batch mostly share their run.
  const rows = new Map<SqlValue, readonly SqlValue[]>();
  for (let at = 0; at < values.length; at += columns.length) {
    rows.set(values[at]!, values.slice(at, at + columns.length));
  }
  const holes = [...rows.values()].map(
    (row, i) => `(${row.map((_, j) => `$${i * columns.length + j + 1}`).join(', ')})`,
  );
  await client.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${holes.join(', ')} ON CONFLICT (${columns[0]}) ${conflict}`,
    [...rows.values()].flat(),
  );
}

/** What becomes of a row that is there already, by the first column. COPY would fail on it. */
const CONFLICTS: Partial<Record<TableName, string>> = {
  run: 'DO NOTHING',
  article: 'DO UPDATE SET url = COALESCE(excluded.url, article.url)',
};
