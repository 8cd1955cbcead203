import { ClaimlineError } from '../../core/errors.ts';
import { MIGRATION_TABLE, missingMigrations, SQLITE_DIALECT } from './migrations.ts';
import { openSqlite, type SqliteDatabase, type SqliteStatement, type SqliteValue } from './open-sqlite.ts';
import { changesOf, planChanges } from './plan-changes.ts';
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
import {
  CLAIM_TABLES,
  columnOf,
  type SqlValue,
  TABLE_NAMES,
  TABLES,
  type TableName,
  VERSION_TABLES,
} from './tables.ts';

/** Opens, makes or migrates a database of records. @throws ClaimlineError `sink/failed` */
export async function openSqliteStore(path: string): Promise<SqliteStore> {
  const database = await openSqlite(path);
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000');
    const migrated = migrateSqlite(database);
    database.exec('PRAGMA foreign_keys = ON');
    return new SqliteStore(path, database, migrated);
  } catch (cause) {
    database.close();
    throw failed(path, cause);
  }
}

/** Brings the tables up to date; returns the versions that were applied. */
function migrateSqlite(database: SqliteDatabase): number[] {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(MIGRATION_TABLE);
    const rows = database.prepare('SELECT version FROM claimline_schema').all() as { version: number }[];
    const missing = missingMigrations(rows.map(({ version }) => version));
    for (const { version, about, sql } of missing) {
      for (const statement of sql(SQLITE_DIALECT)) database.exec(statement);
      database.prepare('INSERT INTO claimline_schema (version, about) VALUES (?, ?)').run(version, about);
    }
    database.exec('COMMIT');
    return missing.map(({ version }) => version);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

const VERSION_COLUMNS = 'version_id, article_id, run_id, digest, fetched_at, is_current';

export class SqliteStore implements RecordStore {
  readonly migrated: readonly number[];
  readonly #path: string;
  readonly #database: SqliteDatabase;
  readonly #inserts: Readonly<Record<TableName, SqliteStatement>>;
  readonly #statements: Record<
    'version' | 'current' | 'unsetCurrent' | 'deleteVersion' | 'claim' | 'claims' | 'deleteClaim',
    SqliteStatement
  >;

  constructor(path: string, database: SqliteDatabase, migrated: readonly number[]) {
    this.#path = path;
    this.#database = database;
    this.migrated = migrated;
    this.#inserts = Object.fromEntries(
      TABLE_NAMES.map((name) => {
        const columns = TABLES[name];
        const holes = columns.map(() => '?').join(', ');
        const conflict =
          name === 'article'
            ? ' ON CONFLICT (article_id) DO UPDATE SET url = COALESCE(excluded.url, url)'
            : name === 'run'
              ? ' ON CONFLICT (run_id) DO NOTHING'
              : '';
        return [
          name,
          database.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${holes})${conflict}`),
        ];
      }),
    ) as Record<TableName, SqliteStatement>;
    const prepare = (sql: string) => database.prepare(sql);
    this.#statements = {
      version: prepare(`SELECT ${VERSION_COLUMNS} FROM version WHERE version_id = ?`),
      current: prepare(`SELECT ${VERSION_COLUMNS} FROM version WHERE article_id = ? AND is_current`),
      unsetCurrent: prepare('UPDATE version SET is_current = 0 WHERE version_id = ?'),
      deleteVersion: prepare('DELETE FROM version WHERE version_id = ?'),
      claim: prepare('SELECT claim_id, version_id, first_version_id, digest FROM claim WHERE claim_id = ?'),
      claims: prepare(
        'SELECT claim_id, version_id, first_version_id, digest FROM claim WHERE version_id = ?',
      ),
      deleteClaim: prepare('DELETE FROM claim WHERE claim_id = ?'),
    };
  }

  async store(batch: readonly RecordRows[]): Promise<StoreCounts> {
    const counts = noCounts();
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const record of batch) this.#storeOne(record, counts);
      this.#database.exec('COMMIT');
      return counts;
    } catch (cause) {
      this.#database.exec('ROLLBACK');
      throw failed(this.#path, cause);
    }
  }

  async *inputs(pipelineVersion: string, configSha256: string): AsyncGenerator<StoredInput> {
    const rows = this.#database
      .prepare(
        `SELECT v.sha256, v.input_id, v.path, v.source_url FROM version v JOIN run USING (run_id)
         WHERE pipeline_version = ? AND config_sha256 = ?`,
      )
      .iterate(pipelineVersion, configSha256) as Iterable<InputColumns>;
    for (const row of rows) yield storedInput(row);
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #storeOne(record: RecordRows, counts: StoreCounts): void {
    const { versionId, articleId } = record;
    const statements = this.#statements;
    const changes = changesOf([record], statements.version.all(versionId) as StoredVersion[], counts);
    if (changes.length === 0) return;
    const updated = changes[0]!.stored !== undefined;
    const currents = updated ? [] : (statements.current.all(articleId) as StoredVersion[]);
    const claims = columnOf(record.rows, 'claim', 'claim_id').flatMap((id) =>
      statements.claim.all(id as string),
    );
    if (updated) claims.push(...statements.claims.all(versionId));
    const { rows, retired, moved } = planChanges(changes, currents, claims as StoredClaim[], counts);
    if (updated) statements.deleteVersion.run(versionId);
    for (const version of retired) statements.unsetCurrent.run(version);
    for (const claim of moved) statements.deleteClaim.run(claim);
    for (const name of [...VERSION_TABLES, 'claim', ...CLAIM_TABLES] as const) this.#insert(name, rows[name]);
  }

  #insert(name: TableName, values: readonly SqlValue[]): void {
    const width = TABLES[name].length;
    const insert = this.#inserts[name];
    const row = new Array<SqliteValue>(width);
    for (let at = 0; at < values.length; at += width) {
      for (let i = 0; i < width; i++) row[i] = sqliteValue(values[at + i]!);
      insert.run(...row);
    }
  }
}

function sqliteValue(value: SqlValue): SqliteValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

function failed(path: string, cause: unknown): ClaimlineError {
  if (cause instanceof ClaimlineError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const hint = /already exists/.test(message)
    ? 'its tables are not of claimline: give a file of its own'
    : /locked|busy/.test(message)
      ? 'another process writes to it: wait for that'
      : 'check the free space, the permissions, and that it is a SQLite database';
  return new ClaimlineError('sink/failed', `${path}: ${message}`, { hint, cause });
}
