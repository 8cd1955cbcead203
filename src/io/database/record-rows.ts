import type { ArticleRecord } from '../../record/record.ts';
import { addClaimRows } from './claim-rows.ts';
import { addLayerRows } from './layer-rows.ts';
import { clean, rowContext, shortHash } from './row-context.ts';
import type { Rows } from './tables.ts';

/** A record as rows, with what decides whether it is news to a database. */
export interface RecordRows {
  readonly articleId: string;
  readonly versionId: string;
  readonly runId: string;
  readonly fetchedAt: string | null;
  /** Of the whole record: equal digests, equal rows. */
  readonly digest: string;
  readonly rows: Rows;
}

/**
 * The rows of a record. `is_current` and `first_version_id` are for the sink to decide.
 * @throws ClaimlineError `record/invalid` when a reference in it leads nowhere
 */
export function recordRows(record: ArticleRecord): RecordRows {
  const { articleId, versionId, pipeline, source, metadata } = record;
  const context = rowContext(record);
  const { rows, add } = context;
  const digest = shortHash(JSON.stringify(record));
  const runId = `run_${shortHash(JSON.stringify(pipeline))}`;
  const url = metadata.url ?? source.url ?? null;
  const text = clean(record.text);
  add('run', {
    run_id: runId,
    pipeline_version: pipeline.version,
    config_sha256: pipeline.configSha256,
    models: pipeline.models,
  });
  add('article', { article_id: articleId, url });
  add('version', {
    version_id: versionId,
    article_id: articleId,
    run_id: runId,
    is_current: true,
    digest,
    input_id: source.id ?? null,
    path: source.path ?? null,
    source_url: source.url ?? null,
    sha256: source.sha256,
    media_type: source.mediaType,
    charset: source.charset,
    fetched_at: source.fetchedAt ?? null,
    title: metadata.title === null ? null : clean(metadata.title),
    site: metadata.site,
    published: metadata.published?.value ?? null,
    published_precision: metadata.published?.precision ?? null,
    published_origin: metadata.published?.origin ?? null,
    modified: metadata.modified?.value ?? null,
    modified_precision: metadata.modified?.precision ?? null,
    modified_origin: metadata.modified?.origin ?? null,
    language: metadata.language,
    schema_version: record.schemaVersion,
    text,
  });
  metadata.authors.forEach((name, ordinal) => {
    add('author', { version_id: versionId, ordinal, name: clean(name) });
  });
  addLayerRows(record, context);
  record.claims.forEach((claim, ordinal) => {
    addClaimRows(claim, ordinal, context);
  });
  return { articleId, versionId, runId, fetchedAt: source.fetchedAt ?? null, digest, rows };
}
