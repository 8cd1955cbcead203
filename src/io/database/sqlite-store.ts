import { ClaimlineError } from '../../core/errors.ts';
import { MIGRATION_TABLE, missingMigrations, SQLITE_DIALECT } from './migrations.ts';
import { openSqlite, type SqliteDatabase, type SqliteStatement, type SqliteValue } from './open-sqlite.ts';
import type { RecordRows } from './record-rows.ts';
import {
  becomesCurrent,
  claimNews,
  type InputColumns,
  noCounts,
  type RecordStore,
  type StoreCounts,
  type StoredClaim,
  type StoredInput,
  type StoredVersion,
  storedInput,
  verdict,
} from './record-store.ts';
import {
  CLAIM_TABLES,
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
    const { rows, versionId, articleId } = record;
    const statements = this.#statements;
    const stored = statements.version.get(versionId) as StoredVersion | undefined;
    const news = verdict(stored, record);
    counts.versions[news]++;
    if (news === 'unchanged') {
      counts.claims.unchanged += rows.claim.length;
      return;
    }
    const before = new Map<string, StoredClaim>();
    if (news === 'updated') {
      for (const claim of statements.claims.all(versionId) as StoredClaim[])
        before.set(claim.claim_id, claim);
      statements.deleteVersion.run(versionId);
    }
    let current = stored?.is_current ?? false;
    if (news === 'inserted') {
      const other = statements.current.get(articleId) as StoredVersion | undefined;
      current = becomesCurrent(other, record);
      if (current && other !== undefined) statements.unsetCurrent.run(other.version_id);
    }
    for (const name of VERSION_TABLES) {
      const news = name === 'version' ? { is_current: current } : {};
      for (const row of rows[name]) this.#insert(name, { ...row, ...news });
    }
    this.#storeClaims(record, Boolean(current), before, counts);
  }

  #storeClaims(
    { rows, versionId }: RecordRows,
    current: boolean,
    before: Map<string, StoredClaim>,
    counts: StoreCounts,
  ): void {
    const left = new Set<string>();
    for (const row of rows.claim) {
      const id = row.claim_id as string;
      const stored = before.get(id) ?? (this.#statements.claim.get(id) as StoredClaim | undefined);
      before.delete(id);
      const elsewhere = stored !== undefined && stored.version_id !== versionId;
      if (elsewhere && !current) {
        // It belongs to the article's current version and stays there.
        left.add(id);
        counts.claims.unchanged++;
        continue;
      }
      if (elsewhere) this.#statements.deleteClaim.run(id);
      this.#insert('claim', { ...row, first_version_id: stored?.first_version_id ?? row.first_version_id });
      counts.claims[claimNews(stored, row)]++;
    }
    counts.claims.removed += before.size;
    for (const name of CLAIM_TABLES) {
      for (const row of rows[name]) if (!left.has(row.claim_id as string)) this.#insert(name, row);
    }
  }

  #insert(name: TableName, row: Readonly<Record<string, SqlValue>>): void {
    const columns = TABLES[name];
    const values = new Array<SqliteValue>(columns.length);
    for (let i = 0; i < columns.length; i++) values[i] = sqliteValue(row[columns[i]!]!);
    this.#inserts[name].run(...values);
  }
}

function sqliteValue(value: SqlValue): SqliteValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

function failed(path: string, cause: unknown): ClaimlineError {
  if (cause instanceof ClaimlineError) return cause;
  return new ClaimlineError(
    'sink/failed',
    `${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
    {
      cause,
    },
  );
}
