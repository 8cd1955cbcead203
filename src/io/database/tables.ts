// The tables and their columns. The DDL is in migrations.ts; a test keeps the two equal.

const SPAN = ['start_utf16', 'end_utf16', 'start_cp', 'end_cp'] as const;

export const TABLES = {
  run: ['run_id', 'pipeline_version', 'config_sha256', 'models'],
  article: ['article_id', 'url'],
  version: [
    'version_id',
    'article_id',
    'run_id',
    'is_current',
    'digest',
    'input_id',
    'path',
    'source_url',
    'sha256',
    'media_type',
    'charset',
    'fetched_at',
    'title',
    'site',
    'published',
    'published_precision',
    'published_origin',
    'modified',
    'modified_precision',
    'modified_origin',
    'language',
    'schema_version',
    'text',
  ],
  author: ['version_id', 'ordinal', 'name'],
  block: ['version_id', 'block', 'kind', 'label', ...SPAN],
  sentence: ['version_id', 'sentence', 'block', ...SPAN],
  timex: [
    'version_id',
    'timex_id',
    'text',
    'type',
    'value',
    'modifier',
    'interval_from',
    'interval_to',
    'granularity',
    'anchor_kind',
    'anchor_value',
    ...SPAN,
  ],
  entity: [
    'version_id',
    'entity_id',
    'key',
    'name',
    'type',
    'aliases',
    'roles',
    'external_id',
    'place_name',
    'place_key',
    'place_entity_id',
  ],
  mention: ['version_id', 'entity_id', 'ordinal', 'text', 'kind', ...SPAN],
  quote: ['version_id', 'quote_id', 'text', 'speaker', 'entity_id', 'cue', ...SPAN],
  attribution: [
    'version_id',
    'attribution_id',
    'within_id',
    'source_text',
    'source_name',
    'source_type',
    'source_entity_id',
    'source_start_utf16',
    'source_end_utf16',
    'source_start_cp',
    'source_end_cp',
    'cue_text',
    'cue_lemma',
    'cue_start_utf16',
    'cue_end_utf16',
    'cue_start_cp',
    'cue_end_cp',
    'quote_type',
    'stance',
    'said_at',
    'addressee_text',
    'addressee_entity_id',
  ],
  attribution_content: ['version_id', 'attribution_id', 'ordinal', ...SPAN],
  claim: [
    'claim_id',
    'version_id',
    'first_version_id',
    'ordinal',
    'key',
    'digest',
    'sentence',
    'kind',
    'text',
    'edits',
    'exact',
    'prefix',
    'suffix',
    ...SPAN,
    'raw_start_utf16',
    'raw_end_utf16',
    'subject_text',
    'subject_entity_id',
    'subject_implicit',
    'subject_start_utf16',
    'subject_end_utf16',
    'subject_start_cp',
    'subject_end_cp',
    'predicate_text',
    'predicate_lemma',
    'predicate_implicit',
    'predicate_start_utf16',
    'predicate_end_utf16',
    'predicate_start_cp',
    'predicate_end_cp',
    'object_text',
    'object_entity_id',
    'object_implicit',
    'object_start_utf16',
    'object_end_utf16',
    'object_start_cp',
    'object_end_cp',
    'polarity',
    'modality',
    'modality_cue',
    'factuality',
    'check_worthiness',
    'verifiable',
    'subjectivity',
    'confidence',
    'rule',
    'confidence_subject',
    'confidence_predicate',
    'confidence_object',
    'confidence_time',
    'confidence_place',
    'confidence_source',
    'confidence_polarity',
    'confidence_modality',
  ],
  claim_argument: ['claim_id', 'ordinal', 'text', 'prep', 'role', 'implicit', ...SPAN],
  claim_attribution: ['claim_id', 'ordinal', 'version_id', 'attribution_id', 'innermost', 'said_at'],
  claim_time: [
    'claim_id',
    'ordinal',
    'version_id',
    'timex_id',
    'role',
    'value',
    'interval_from',
    'interval_to',
    'inherited',
  ],
  claim_place: ['claim_id', 'ordinal', 'version_id', 'entity_id', 'text', 'name', ...SPAN],
  quantity: ['claim_id', 'ordinal', 'text', 'value', 'max_value', 'unit', 'of_what', 'comparator', ...SPAN],
  claim_link: ['claim_id', 'ordinal', 'type', 'other_claim_id'],
  diagnostic: ['version_id', 'ordinal', 'severity', 'code', 'message', 'stage', 'rule', 'score', ...SPAN],
} as const;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** Tables whose rows hang on a claim, by `claim_id`; their rows come after the claims'. */
export const CLAIM_TABLES = [
  'claim_argument',
  'claim_attribution',
  'claim_time',
  'claim_place',
  'quantity',
  'claim_link',
] as const satisfies readonly TableName[];

/** The tables before `claim`. */
export const VERSION_TABLES = TABLE_NAMES.filter(
  (name) => name !== 'claim' && !(CLAIM_TABLES as readonly TableName[]).includes(name),
);

/** What a column holds; JSON columns hold their text. */
export type SqlValue = string | number | boolean | null;
type Column<T extends TableName> = (typeof TABLES)[T][number];
/** A row by its columns. Arrays and objects go into JSON columns. */
export type Row<T extends TableName = TableName> = Readonly<Record<Column<T>, SqlValue | object>>;
/**
 * The rows of each table one after another, each as its values in the order of the table's columns: flat, so that they
 * go from thread to thread and into statements at little cost.
 */
export type Rows = { readonly [T in TableName]: SqlValue[] };

export function noRows(): Rows {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, []])) as unknown as Rows;
}

export function addRow<T extends TableName>(rows: Rows, table: T, row: Row<T>): void {
  const values = rows[table];
  for (const column of TABLES[table] as readonly Column<T>[]) {
    const value = row[column];
    values.push(typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
  }
}

/** Where a column stands in a row of its table. */
export function columnIndex<T extends TableName>(table: T, column: Column<T>): number {
  return (TABLES[table] as readonly string[]).indexOf(column);
}

export function rowCount(rows: Rows, table: TableName): number {
  return rows[table].length / TABLES[table].length;
}

/** The values of one column, a row after another. */
export function columnOf<T extends TableName>(rows: Rows, table: T, column: Column<T>): SqlValue[] {
  const width = TABLES[table].length;
  const values: SqlValue[] = [];
  for (let at = columnIndex(table, column); at < rows[table].length; at += width)
    values.push(rows[table][at]!);
  return values;
}
