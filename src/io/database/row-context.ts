import { createHash } from 'node:crypto';
import { ClaimlineError } from '../../core/errors.ts';
import type { ArticleRecord } from '../../record/record.ts';
import { codePointOffsets } from './code-points.ts';
import { addRow, noRows, type Row, type Rows, type TableName } from './tables.ts';

/** What the rows of one record are made with. */
export interface RowContext {
  readonly version_id: string;
  readonly rows: Rows;
  add<T extends TableName>(table: T, row: Row<T>): void;
  /** Both kinds of offsets of a span. */
  span(range: Range): SpanColumns;
  /** Each checks that what is referred to is in the record. @throws ClaimlineError `record/invalid` */
  readonly reference: {
    block(index: number): void;
    sentence(index: number): void;
    entity(id: string | undefined): string | null;
    attribution(id: string | undefined): string | null;
    timex(id: string): string;
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

interface SpanColumns {
  readonly start_utf16: number;
  readonly end_utf16: number;
  readonly start_cp: number;
  readonly end_cp: number;
}

export const NO_SPAN = { start_utf16: null, end_utf16: null, start_cp: null, end_cp: null };

export function rowContext(record: ArticleRecord): RowContext {
  const codePoints = codePointOffsets(record.text);
  const ids = (all: readonly { readonly id: string }[]) => new Set(all.map(({ id }) => id));
  const entities = ids(record.entities);
  const attributions = ids(record.attributions);
  const timexes = ids(record.timexes);
  const check = (there: boolean, what: string) => {
    if (there) return;
    throw new ClaimlineError('record/invalid', `the record refers to ${what}, which it does not hold`, {
      location: { record: record.articleId },
    });
  };
  const optional = (all: ReadonlySet<string>, id: string | undefined) => {
    if (id === undefined) return null;
    check(all.has(id), id);
    return id;
  };
  const rows = noRows();
  return {
    version_id: record.versionId,
    rows,
    add: (table, row) => addRow(rows, table, row),
    span: ({ start, end }) => ({
      start_utf16: start,
      end_utf16: end,
      start_cp: codePoints(start),
      end_cp: codePoints(end),
    }),
    reference: {
      block: (index) => check(index < record.blocks.length, `block ${index}`),
      sentence: (index) => check(index < record.sentences.length, `sentence ${index}`),
      entity: (id) => optional(entities, id),
      attribution: (id) => optional(attributions, id),
      timex: (id) => optional(timexes, id)!,
    },
  };
}

/** Databases take no NUL and no half of a surrogate pair in text; either becomes U+FFFD, so lengths stay. */
export function clean(text: string): string {
  return ODD.test(text) ? text.replace(ODD_ALL, '\ufffd') : text;
}

export function cleanOrNull(text: string | undefined): string | null {
  return text === undefined ? null : clean(text);
}

const ODD = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ODD_ALL = new RegExp(ODD, 'g');

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
