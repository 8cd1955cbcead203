import { ClaimlineError } from '../../core/errors.ts';

/** What SQLite and PostgreSQL write differently. */
export interface Dialect {
  readonly real: string;
  readonly bool: string;
  readonly json: string;
  /** After the columns of a table. */
  readonly strict: string;
}

export const SQLITE_DIALECT: Dialect = { real: 'REAL', bool: 'INTEGER', json: 'TEXT', strict: ' STRICT' };
export const POSTGRES_DIALECT: Dialect = {
  real: 'DOUBLE PRECISION',
  bool: 'BOOLEAN',
  json: 'JSONB',
  strict: '',
};

export interface Migration {
  readonly version: number;
  readonly about: string;
  /** Statements, run in one transaction. */
  sql(dialect: Dialect): readonly string[];
}

/** Holds the versions that a database has. */
export const MIGRATION_TABLE = `CREATE TABLE IF NOT EXISTS claimline_schema (
  version INTEGER PRIMARY KEY,
  about TEXT NOT NULL
)`;

const span = (prefix = '', nullable = '') =>
  ['start_utf16', 'end_utf16', 'start_cp', 'end_cp']
    .map((column) => `${prefix}${column} INTEGER${nullable || ' NOT NULL'}`)
    .join(',\n  ');
const optionalSpan = (prefix = '') => span(prefix, ' NULL');

const ofVersion = 'version_id TEXT NOT NULL REFERENCES version (version_id) ON DELETE CASCADE';
const ofClaim = 'claim_id TEXT NOT NULL REFERENCES claim (claim_id) ON DELETE CASCADE';
/**
 * A reference to another row of the same version. Checked at commit: a version's rows go together, in whatever order
 * the cascade takes them, and an attribution may come before the one that it is nested in.
 */
const within = (column: string, table: string, key = column) =>
  `FOREIGN KEY (version_id, ${column}) REFERENCES ${table} (version_id, ${key}) DEFERRABLE INITIALLY DEFERRED`;
/** The row that a row belongs to, which is of a version itself. */
const below = (column: string, table: string) =>
  `FOREIGN KEY (version_id, ${column}) REFERENCES ${table} (version_id, ${column}) ON DELETE CASCADE`;
const toEntity = (column: string) => within(column, 'entity', 'entity_id');

/**
 * Append only: a database in the field has run what stands here. A new field of the record is a migration of `addColumns`, its
 * name in `TABLES` and its value where the table's rows are made; records that were loaded before have NULL there.
 */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, about: 'articles, versions, layers, claims', sql: baseTables },
  { version: 2, about: 'views claims_flat, claims_by_person, timeline', sql: baseViews },
  { version: 3, about: 'the place of a nationality', sql: placeOfEntity },
  { version: 4, about: 'confidence of a claim slot by slot', sql: slotConfidence },
];

/** @throws ClaimlineError `sink/failed` when the database is of a later release */
export function missingMigrations(applied: readonly number[]): readonly Migration[] {
  const latest = MIGRATIONS.at(-1)!.version;
  const later = applied.find((version) => version > latest);
  if (later !== undefined) {
    throw new ClaimlineError(
      'sink/failed',
      `the database has schema ${later}, this release knows ${latest} at most`,
      { hint: 'use the release of claimline that made it' },
    );
  }
  return MIGRATIONS.filter(({ version }) => !applied.includes(version));
}

function baseTables({ real, bool, json, strict }: Dialect): string[] {
  const table = (name: string, ...lines: string[]) =>
    `CREATE TABLE ${name} (\n  ${lines.join(',\n  ')}\n)${strict}`;
  return [
    table(
      'run',
      'run_id TEXT PRIMARY KEY',
      'pipeline_version TEXT NOT NULL',
      'config_sha256 TEXT NOT NULL',
      `models ${json} NOT NULL`,
    ),
    table('article', 'article_id TEXT PRIMARY KEY', 'url TEXT'),
    table(
      'version',
      'version_id TEXT PRIMARY KEY',
      'article_id TEXT NOT NULL REFERENCES article (article_id)',
      'run_id TEXT NOT NULL REFERENCES run (run_id)',
      `is_current ${bool} NOT NULL`,
      'digest TEXT NOT NULL',
      'input_id TEXT',
      'path TEXT',
      'source_url TEXT',
      'sha256 TEXT NOT NULL',
      'media_type TEXT NOT NULL',
      'charset TEXT NOT NULL',
      'fetched_at TEXT',
      'title TEXT',
      'site TEXT',
      'published TEXT',
      'published_precision TEXT',
      'published_origin TEXT',
      'modified TEXT',
      'modified_precision TEXT',
      'modified_origin TEXT',
      'language TEXT',
      'schema_version INTEGER NOT NULL',
      'text TEXT NOT NULL',
    ),
    table(
      'author',
      ofVersion,
      'ordinal INTEGER NOT NULL',
      'name TEXT NOT NULL',
      'PRIMARY KEY (version_id, ordinal)',
    ),
    table(
      'block',
      ofVersion,
      'block INTEGER NOT NULL',
      'kind TEXT NOT NULL',
      'label TEXT NOT NULL',
      span(),
      'PRIMARY KEY (version_id, block)',
    ),
    table(
      'sentence',
      'version_id TEXT NOT NULL',
      'sentence INTEGER NOT NULL',
      'block INTEGER NOT NULL',
      span(),
      'PRIMARY KEY (version_id, sentence)',
      below('block', 'block'),
    ),
    table(
      'timex',
      ofVersion,
      'timex_id TEXT NOT NULL',
      'text TEXT NOT NULL',
      'type TEXT NOT NULL',
      'value TEXT NOT NULL',
      'modifier TEXT',
      'interval_from TEXT',
      'interval_to TEXT',
      'granularity TEXT NOT NULL',
      'anchor_kind TEXT NOT NULL',
      'anchor_value TEXT',
      span(),
      'PRIMARY KEY (version_id, timex_id)',
    ),
    table(
      'entity',
      ofVersion,
      'entity_id TEXT NOT NULL',
      'key TEXT NOT NULL',
      'name TEXT NOT NULL',
      'type TEXT NOT NULL',
      `aliases ${json} NOT NULL`,
      `roles ${json} NOT NULL`,
      'external_id TEXT',
      'PRIMARY KEY (version_id, entity_id)',
    ),
    table(
      'mention',
      'version_id TEXT NOT NULL',
      'entity_id TEXT NOT NULL',
      'ordinal INTEGER NOT NULL',
      'text TEXT NOT NULL',
      'kind TEXT NOT NULL',
      span(),
      'PRIMARY KEY (version_id, entity_id, ordinal)',
      below('entity_id', 'entity'),
    ),
    table(
      'quote',
      ofVersion,
      'quote_id TEXT NOT NULL',
      'text TEXT NOT NULL',
      'speaker TEXT',
      'entity_id TEXT',
      'cue TEXT',
      span(),
      'PRIMARY KEY (version_id, quote_id)',
      toEntity('entity_id'),
    ),
    table(
      'attribution',
      ofVersion,
      'attribution_id TEXT NOT NULL',
      'within_id TEXT',
      'source_text TEXT',
      'source_name TEXT',
      'source_type TEXT',
      'source_entity_id TEXT',
      optionalSpan('source_'),
      'cue_text TEXT',
      'cue_lemma TEXT',
      optionalSpan('cue_'),
      'quote_type TEXT NOT NULL',
      'stance TEXT NOT NULL',
      'said_at TEXT',
      'addressee_text TEXT',
      'addressee_entity_id TEXT',
      'PRIMARY KEY (version_id, attribution_id)',
      within('within_id', 'attribution', 'attribution_id'),
      toEntity('source_entity_id'),
      toEntity('addressee_entity_id'),
    ),
    table(
      'attribution_content',
      'version_id TEXT NOT NULL',
      'attribution_id TEXT NOT NULL',
      'ordinal INTEGER NOT NULL',
      span(),
      'PRIMARY KEY (version_id, attribution_id, ordinal)',
      below('attribution_id', 'attribution'),
    ),
    table(
      'claim',
      'claim_id TEXT PRIMARY KEY',
      'version_id TEXT NOT NULL',
      'first_version_id TEXT NOT NULL',
      'ordinal INTEGER NOT NULL',
      'key TEXT NOT NULL',
      'digest TEXT NOT NULL',
      'sentence INTEGER NOT NULL',
      'kind TEXT NOT NULL',
      'text TEXT NOT NULL',
      `edits ${json} NOT NULL`,
      'exact TEXT NOT NULL',
      'prefix TEXT NOT NULL',
      'suffix TEXT NOT NULL',
      span(),
      'raw_start_utf16 INTEGER NOT NULL',
      'raw_end_utf16 INTEGER NOT NULL',
      'subject_text TEXT NOT NULL',
      'subject_entity_id TEXT',
      `subject_implicit ${bool} NOT NULL`,
      span('subject_'),
      'predicate_text TEXT NOT NULL',
      'predicate_lemma TEXT NOT NULL',
      `predicate_implicit ${bool} NOT NULL`,
      span('predicate_'),
      'object_text TEXT',
      'object_entity_id TEXT',
      `object_implicit ${bool}`,
      optionalSpan('object_'),
      'polarity TEXT NOT NULL',
      'modality TEXT NOT NULL',
      'modality_cue TEXT',
      `factuality ${real} NOT NULL`,
      `check_worthiness ${real} NOT NULL`,
      `verifiable ${real} NOT NULL`,
      `subjectivity ${real} NOT NULL`,
      `confidence ${real} NOT NULL`,
      'rule TEXT NOT NULL',
      below('sentence', 'sentence'),
      toEntity('subject_entity_id'),
      toEntity('object_entity_id'),
    ),
    table(
      'claim_argument',
      ofClaim,
      'ordinal INTEGER NOT NULL',
      'text TEXT NOT NULL',
      'prep TEXT NOT NULL',
      'role TEXT NOT NULL',
      `implicit ${bool} NOT NULL`,
      span(),
      'PRIMARY KEY (claim_id, ordinal)',
    ),
    table(
      'claim_attribution',
      ofClaim,
      'ordinal INTEGER NOT NULL',
      'version_id TEXT NOT NULL',
      'attribution_id TEXT NOT NULL',
      `innermost ${bool} NOT NULL`,
      'said_at TEXT',
      'PRIMARY KEY (claim_id, ordinal)',
      within('attribution_id', 'attribution'),
    ),
    table(
      'claim_time',
      ofClaim,
      'ordinal INTEGER NOT NULL',
      'version_id TEXT NOT NULL',
      'timex_id TEXT NOT NULL',
      'role TEXT NOT NULL',
      'value TEXT NOT NULL',
      'interval_from TEXT',
      'interval_to TEXT',
      `inherited ${bool} NOT NULL`,
      'PRIMARY KEY (claim_id, ordinal)',
      within('timex_id', 'timex'),
    ),
    table(
      'claim_place',
      ofClaim,
      'ordinal INTEGER NOT NULL',
      'version_id TEXT NOT NULL',
      'entity_id TEXT',
      'text TEXT NOT NULL',
      'name TEXT NOT NULL',
      span(),
      'PRIMARY KEY (claim_id, ordinal)',
      toEntity('entity_id'),
    ),
    table(
      'quantity',
      ofClaim,
      'ordinal INTEGER NOT NULL',
      'text TEXT NOT NULL',
      `value ${real} NOT NULL`,
      `max_value ${real}`,
      'unit TEXT NOT NULL',
      'of_what TEXT',
      'comparator TEXT NOT NULL',
      span(),
      'PRIMARY KEY (claim_id, ordinal)',
    ),
    table(
      'claim_link',
      ofClaim,
      'ordinal INTEGER NOT NULL',
      'type TEXT NOT NULL',
      'other_claim_id TEXT NOT NULL',
      'PRIMARY KEY (claim_id, ordinal)',
    ),
    table(
      'diagnostic',
      ofVersion,
      'ordinal INTEGER NOT NULL',
      'severity TEXT NOT NULL',
      'code TEXT NOT NULL',
      'message TEXT NOT NULL',
      'stage TEXT NOT NULL',
      'rule TEXT',
      `score ${real}`,
      optionalSpan(),
      'PRIMARY KEY (version_id, ordinal)',
    ),
    'CREATE UNIQUE INDEX version_current ON version (article_id) WHERE is_current',
    'CREATE INDEX version_article ON version (article_id)',
    'CREATE INDEX version_published ON version (published)',
    'CREATE INDEX entity_key ON entity (key)',
    'CREATE INDEX entity_name ON entity (name)',
    'CREATE INDEX attribution_source ON attribution (source_name)',
    'CREATE INDEX attribution_source_entity ON attribution (version_id, source_entity_id)',
    'CREATE INDEX claim_version ON claim (version_id, sentence)',
    'CREATE INDEX claim_key ON claim (key)',
    'CREATE INDEX claim_subject ON claim (version_id, subject_entity_id)',
    'CREATE INDEX claim_object ON claim (version_id, object_entity_id)',
    'CREATE INDEX claim_attribution_attribution ON claim_attribution (version_id, attribution_id)',
    'CREATE INDEX claim_time_timex ON claim_time (version_id, timex_id)',
    'CREATE INDEX claim_time_interval ON claim_time (interval_from, interval_to)',
    'CREATE INDEX claim_place_entity ON claim_place (version_id, entity_id)',
    'CREATE INDEX claim_place_name ON claim_place (name)',
    'CREATE INDEX quantity_unit ON quantity (unit)',
    'CREATE INDEX diagnostic_code ON diagnostic (code)',
  ];
}

function baseViews(): string[] {
  return [
    `CREATE VIEW claims_flat AS
SELECT
  c.claim_id, c.key, v.article_id, c.version_id, a.url, v.title, v.site, v.published,
  c.kind, c.text, c.exact,
  substr(v.text, s.start_cp + 1, s.end_cp - s.start_cp) AS sentence_text,
  COALESCE(subject.name, c.subject_text) AS subject, subject.key AS subject_key, subject.type AS subject_type,
  c.predicate_text AS predicate, c.predicate_lemma,
  COALESCE(object.name, c.object_text) AS object, object.key AS object_key, object.type AS object_type,
  c.polarity, c.modality, c.factuality,
  said.source_name AS source, said.source_type, speaker.key AS source_key, said.cue_lemma, said.quote_type,
  (SELECT string_agg(x.source_name, ' > ' ORDER BY ca.ordinal) FROM claim_attribution ca
    JOIN attribution x ON x.version_id = ca.version_id AND x.attribution_id = ca.attribution_id
    WHERE ca.claim_id = c.claim_id) AS source_chain,
  t.value AS time_value, t.role AS time_role, t.interval_from AS time_from, t.interval_to AS time_to,
  (SELECT string_agg(p.name, '; ' ORDER BY p.ordinal) FROM claim_place p WHERE p.claim_id = c.claim_id) AS places,
  (SELECT string_agg(q.text, '; ' ORDER BY q.ordinal) FROM quantity q WHERE q.claim_id = c.claim_id) AS quantities,
  c.check_worthiness, c.verifiable, c.subjectivity, c.confidence, c.rule,
  c.start_utf16, c.end_utf16, c.start_cp, c.end_cp
FROM claim c
JOIN version v ON v.version_id = c.version_id AND v.is_current
JOIN article a ON a.article_id = v.article_id
JOIN sentence s ON s.version_id = c.version_id AND s.sentence = c.sentence
LEFT JOIN entity subject ON subject.version_id = c.version_id AND subject.entity_id = c.subject_entity_id
LEFT JOIN entity object ON object.version_id = c.version_id AND object.entity_id = c.object_entity_id
LEFT JOIN claim_attribution ca ON ca.claim_id = c.claim_id AND ca.innermost
LEFT JOIN attribution said ON said.version_id = ca.version_id AND said.attribution_id = ca.attribution_id
LEFT JOIN entity speaker ON speaker.version_id = said.version_id AND speaker.entity_id = said.source_entity_id
LEFT JOIN claim_time t ON t.claim_id = c.claim_id AND t.ordinal = (
  SELECT best.ordinal FROM claim_time best WHERE best.claim_id = c.claim_id
  ORDER BY CASE best.role WHEN 'event' THEN 0 ELSE 1 END, best.ordinal LIMIT 1)`,
    `CREATE VIEW claims_by_person AS
SELECT e.name AS person, e.key AS person_key, 'said' AS relation, f.*
FROM claim_attribution ca
JOIN attribution x ON x.version_id = ca.version_id AND x.attribution_id = ca.attribution_id
JOIN entity e ON e.version_id = x.version_id AND e.entity_id = x.source_entity_id AND e.type = 'PERSON'
JOIN claims_flat f ON f.claim_id = ca.claim_id
UNION ALL
SELECT e.name, e.key, 'about', f.*
FROM claim c
JOIN entity e ON e.version_id = c.version_id AND e.entity_id IN (c.subject_entity_id, c.object_entity_id)
  AND e.type = 'PERSON'
JOIN claims_flat f ON f.claim_id = c.claim_id`,
    `CREATE VIEW timeline AS
SELECT
  t.interval_from AS date_from, t.interval_to AS date_to, t.value AS date_value, t.role AS date_role, t.inherited,
  f.*
FROM claim_time t
JOIN claims_flat f ON f.claim_id = t.claim_id
WHERE t.interval_from IS NOT NULL`,
  ];
}

/** @param columns each with its type */
function addColumns(table: string, ...columns: string[]): string[] {
  return columns.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column}`);
}

function placeOfEntity(): string[] {
  return [
    ...addColumns('entity', 'place_name TEXT', 'place_key TEXT', 'place_entity_id TEXT'),
    'CREATE INDEX entity_place ON entity (place_key)',
  ];
}

/** Null where the record does not say, or the slot is not there. */
function slotConfidence({ real }: Dialect): string[] {
  return addColumns(
    'claim',
    ...['subject', 'predicate', 'object', 'time', 'place', 'source', 'polarity', 'modality'].map(
      (slot) => `confidence_${slot} ${real}`,
    ),
  );
}
