import type { RecordRows } from './record-rows.ts';
import {
  becomesCurrent,
  claimNews,
  type StoreCounts,
  type StoredClaim,
  type StoredVersion,
  verdict,
} from './record-store.ts';
import { CLAIM_TABLES, type SqlValue, type TableName, VERSION_TABLES } from './tables.ts';

type AnyRow = Readonly<Record<string, SqlValue>>;

/** A record that is news, and its version as it is stored so far. */
export interface Change {
  readonly record: RecordRows;
  readonly stored: StoredVersion | undefined;
}

/** What has to be done for a set of changes, each of another article. */
export interface ChangePlan {
  readonly rows: ReadonlyMap<TableName, readonly AnyRow[]>;
  /** Versions that are no longer current. */
  readonly retired: readonly string[];
  /** Claims to take from another version. */
  readonly moved: readonly string[];
}

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
    if (news === 'unchanged') counts.claims.unchanged += record.rows.claim.length;
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
  const rows = new Map<TableName, AnyRow[]>();
  const retired: string[] = [];
  const moved: string[] = [];
  const put = (table: TableName, row: AnyRow) => {
    const there = rows.get(table);
    if (there) there.push(row);
    else rows.set(table, [row]);
  };
  for (const { record, stored } of changes) {
    const other = currentOf.get(record.articleId);
    const current = stored === undefined ? becomesCurrent(other, record) : stored.is_current;
    if (stored === undefined && current && other !== undefined) retired.push(other.version_id);
    for (const table of VERSION_TABLES) {
      const news = table === 'version' ? { is_current: current } : {};
      for (const row of record.rows[table]) put(table, { ...row, ...news });
    }
    const left = new Set<SqlValue>();
    for (const row of record.rows.claim) {
      const before = storedClaims.get(row.claim_id as string);
      storedClaims.delete(row.claim_id as string);
      const elsewhere = before !== undefined && before.version_id !== record.versionId;
      if (elsewhere && !current) {
        // It belongs to the article's current version and stays there.
        left.add(row.claim_id);
        counts.claims.unchanged++;
        continue;
      }
      if (elsewhere) moved.push(before.claim_id);
      put('claim', { ...row, first_version_id: before?.first_version_id ?? row.first_version_id });
      counts.claims[claimNews(before, row)]++;
    }
    for (const table of CLAIM_TABLES) {
      for (const row of record.rows[table]) if (!left.has(row.claim_id)) put(table, row);
    }
  }
  counts.claims.removed += storedClaims.size;
  return { rows, retired, moved };
}
