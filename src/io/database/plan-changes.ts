import type { RecordRows } from './record-rows.ts';
import {
  becomesCurrent,
  claimNews,
  type StoreCounts,
  type StoredClaim,
  type StoredVersion,
  verdict,
} from './record-store.ts';
import {
  CLAIM_TABLES,
  columnIndex,
  noRows,
  type Rows,
  rowCount,
  type SqlValue,
  TABLES,
  type TableName,
  VERSION_TABLES,
} from './tables.ts';

/** A record that is news, and its version as it is stored so far. */
export interface Change {
  readonly record: RecordRows;
  readonly stored: StoredVersion | undefined;
}

/** What has to be done for a set of changes, each of another article. */
export interface ChangePlan {
  readonly rows: Rows;
  /** Versions that are no longer current. */
  readonly retired: readonly string[];
  /** Claims to take from another version. */
  readonly moved: readonly string[];
}

const IS_CURRENT = columnIndex('version', 'is_current');
const CLAIM_ID = columnIndex('claim', 'claim_id');
const CLAIM_DIGEST = columnIndex('claim', 'digest');
const FIRST_VERSION = columnIndex('claim', 'first_version_id');

/** The records that are news. */
export function changesOf(
  group: readonly RecordRows[],
  stored: readonly StoredVersion[],
  counts: StoreCounts,
): Change[] {
  const versions = new Map(stored.map((version) => [version.version_id, version]));
  const changes: Change[] = [];
  for (const record of group) {
    const version = versions.get(record.versionId);
    const news = verdict(version, record);
    counts.versions[news]++;
    if (news === 'unchanged') counts.claims.unchanged += rowCount(record.rows, 'claim');
    else changes.push({ record, stored: version });
  }
  return changes;
}

/**
 * @param currents the current versions of the articles of new versions
 * @param claims the stored claims with the ids of the changes' claims, and all claims of updated versions
 */
export function planChanges(
  changes: readonly Change[],
  currents: readonly StoredVersion[],
  claims: readonly StoredClaim[],
  counts: StoreCounts,
): ChangePlan {
  const currentOf = new Map(currents.map((version) => [version.article_id, version]));
  const storedClaims = new Map(claims.map((claim) => [claim.claim_id, claim]));
  const rows = noRows();
  const retired: string[] = [];
  const moved: string[] = [];
  for (const { record, stored } of changes) {
    const other = currentOf.get(record.articleId);
    const current = stored === undefined ? becomesCurrent(other, record) : stored.is_current;
    if (stored === undefined && current && other !== undefined) retired.push(other.version_id);
    for (const table of VERSION_TABLES) {
      for (const value of record.rows[table]) rows[table].push(value);
    }
    // One row, the last.
    rows.version[rows.version.length - TABLES.version.length + IS_CURRENT] = current;
    const left = new Set<SqlValue>();
    eachRow(record.rows, 'claim', (values, at) => {
      const id = values[at + CLAIM_ID] as string;
      const before = storedClaims.get(id);
      storedClaims.delete(id);
      const elsewhere = before !== undefined && before.version_id !== record.versionId;
      if (elsewhere && !current) {
        // It belongs to the article's current version and stays there.
        left.add(id);
        counts.claims.unchanged++;
        return;
      }
      if (elsewhere) moved.push(before.claim_id);
      const first = rows.claim.length + FIRST_VERSION;
      copyRow(rows, 'claim', values, at);
      if (before !== undefined) rows.claim[first] = before.first_version_id;
      counts.claims[claimNews(before, values[at + CLAIM_DIGEST] as string, record.versionId)]++;
    });
    for (const table of CLAIM_TABLES) {
      const id = columnIndex(table, 'claim_id');
      eachRow(record.rows, table, (values, at) => {
        if (!left.has(values[at + id]!)) copyRow(rows, table, values, at);
      });
    }
  }
  counts.claims.removed += storedClaims.size;
  return { rows, retired, moved };
}

function eachRow(rows: Rows, table: TableName, act: (values: readonly SqlValue[], at: number) => void): void {
  for (let at = 0; at < rows[table].length; at += TABLES[table].length) act(rows[table], at);
}

function copyRow(rows: Rows, table: TableName, values: readonly SqlValue[], at: number): void {
  for (let i = 0; i < TABLES[table].length; i++) rows[table].push(values[at + i]!);
}
