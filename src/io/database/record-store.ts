import type { ArticleRecord } from '../../record/record.ts';
import type { RecordSink } from '../record-sink.ts';
import { type RecordRows, recordRows } from './record-rows.ts';
import { rowCount } from './tables.ts';

/** How many were new, changed, the same, and no longer there. */
export interface Counts {
  inserted: number;
  updated: number;
  unchanged: number;
  removed: number;
}

export interface StoreCounts {
  readonly versions: Counts;
  readonly claims: Counts;
}

/** What a document was read from, as a database keeps it. */
export interface StoredInput {
  readonly sha256: string;
  readonly id?: string;
  readonly path?: string;
  readonly url?: string;
}

/** A database of records. */
export interface RecordStore {
  /** Schema versions that opening it has applied. */
  readonly migrated: readonly number[];
  /** Puts records in, all or none of them; later ones of the same article win. @throws ClaimlineError `sink/failed` */
  store(batch: readonly RecordRows[]): Promise<StoreCounts>;
  /** The inputs of records that this release and config made. */
  inputs(pipelineVersion: string, configSha256: string): AsyncIterable<StoredInput>;
  close(): Promise<void>;
}

export function noCounts(): StoreCounts {
  const none = () => ({ inserted: 0, updated: 0, unchanged: 0, removed: 0 });
  return { versions: none(), claims: none() };
}

/** A version as a database holds it. */
export interface StoredVersion {
  readonly version_id: string;
  readonly article_id: string;
  readonly run_id: string;
  readonly digest: string;
  readonly fetched_at: string | null;
  readonly is_current: boolean;
}

/**
 * Whether a record is news. Of two different records of one version by the same release and config (the same
 * text fetched twice) the later fetched is kept, then the one with the lesser digest: whatever order they
 * come in, the same one stays.
 */
export function verdict(
  stored: StoredVersion | undefined,
  incoming: RecordRows,
): 'inserted' | 'updated' | 'unchanged' {
  if (stored === undefined) return 'inserted';
  if (stored.digest === incoming.digest) return 'unchanged';
  if (stored.run_id !== incoming.runId) return 'updated';
  const before = stored.fetched_at ?? '';
  const after = incoming.fetchedAt ?? '';
  const newer = after === before ? incoming.digest < stored.digest : after > before;
  return newer ? 'updated' : 'unchanged';
}

/** A new version becomes its article's current one unless it was fetched before that. */
export function becomesCurrent(current: StoredVersion | undefined, incoming: RecordRows): boolean {
  if (current === undefined || current.fetched_at === null || incoming.fetchedAt === null) return true;
  return incoming.fetchedAt >= current.fetched_at;
}

export interface StoredClaim {
  readonly claim_id: string;
  readonly version_id: string;
  readonly first_version_id: string;
  readonly digest: string;
}

export function claimNews(
  stored: StoredClaim | undefined,
  digest: string,
  versionId: string,
): 'inserted' | 'updated' | 'unchanged' {
  if (stored === undefined) return 'inserted';
  return stored.digest === digest && stored.version_id === versionId ? 'unchanged' : 'updated';
}

export interface InputColumns {
  readonly sha256: string;
  readonly input_id: string | null;
  readonly path: string | null;
  readonly source_url: string | null;
}

export function storedInput({ sha256, input_id, path, source_url }: InputColumns): StoredInput {
  return {
    sha256,
    ...(input_id === null ? {} : { id: input_id }),
    ...(path === null ? {} : { path }),
    ...(source_url === null ? {} : { url: source_url }),
  };
}

/** Records to a transaction, unless their claims fill it first. */
const BATCH_RECORDS = 64;
const BATCH_CLAIMS = 4000;

/** Loads records into a database, a transaction for each batch. */
export class StoreSink implements RecordSink {
  readonly #store: RecordStore;
  readonly #name: string;
  readonly #counts = noCounts();
  #batch: RecordRows[] = [];
  #claims = 0;
  /** The batch that the database is at while the next one is gathered. */
  #storing: Promise<void> = Promise.resolve();

  constructor(store: RecordStore, name: string) {
    this.#store = store;
    this.#name = name;
  }

  get counts(): StoreCounts {
    return this.#counts;
  }

  /** @throws ClaimlineError `record/invalid` for a record that cannot be loaded; the others are not touched by it */
  async add(record: ArticleRecord): Promise<void> {
    await this.put(recordRows(record));
  }

  /** The rows of a record, made elsewhere. */
  async put(record: RecordRows): Promise<void> {
    this.#batch.push(record);
    this.#claims += rowCount(record.rows, 'claim');
    if (this.#batch.length >= BATCH_RECORDS || this.#claims >= BATCH_CLAIMS) await this.#flush();
  }

  async close(): Promise<readonly string[]> {
    try {
      await this.#flush();
      await this.#storing;
    } finally {
      await this.#store.close();
    }
    const tell = (what: string, { inserted, updated, unchanged, removed }: Counts) =>
      `${what}: ${inserted} inserted, ${updated} updated, ${unchanged} unchanged${removed > 0 ? `, ${removed} removed` : ''}`;
    const { versions, claims } = this.#counts;
    return [`${this.#name}: ${tell('articles', versions)}; ${tell('claims', claims)}`];
  }

  /** Hands the batch over once the one before is stored; its fault is raised by the next flush, or by `close`. */
  async #flush(): Promise<void> {
    if (this.#batch.length === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    this.#claims = 0;
    await this.#storing;
    this.#storing = this.#store.store(batch).then((counts) => this.#count(counts));
    this.#storing.catch(() => {});
  }

  #count(counts: StoreCounts): void {
    for (const what of ['versions', 'claims'] as const) {
      for (const kind of ['inserted', 'updated', 'unchanged', 'removed'] as const) {
        this.#counts[what][kind] += counts[what][kind];
      }
    }
  }
}
