import type { Client, Connection, Submittable } from 'pg';
import type { SqlValue } from './tables.ts';

/** What the driver's connection does for `COPY` beside what its types say. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
}

/** Puts rows into a table by `COPY ... FROM STDIN`, which costs the server less than any INSERT. */
export function copyInto(
  client: Client,
  table: string,
  columns: readonly string[],
  values: readonly SqlValue[],
): Promise<void> {
  const sql = `COPY ${table} (${columns.join(', ')}) FROM STDIN`;
  return new Promise((resolve, reject) => {
    client.query(new CopyQuery(sql, copyText(values, columns.length), resolve, reject));
  });
}

/** A query as the driver takes it, in the protocol's order: the statement, the rows at the server's word, the end. */
class CopyQuery implements Submittable {
  readonly #sql: string;
  readonly #rows: string;
  readonly #resolve: () => void;
  readonly #reject: (error: Error) => void;

  constructor(sql: string, rows: string, resolve: () => void, reject: (error: Error) => void) {
    this.#sql = sql;
    this.#rows = rows;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    connection.query(this.#sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.#rows, 'utf8'));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#resolve();
  }

  handleError(error: Error): void {
    this.#reject(error);
  }
}

/** Rows in COPY's text form: columns apart by tabs, rows by newlines, NULL as `\N`. */
export function copyText(values: readonly SqlValue[], width: number): string {
  let text = '';
  for (let at = 0; at < values.length; at++) {
    text += cell(values[at]!);
    text += (at + 1) % width === 0 ? '\n' : '\t';
  }
  return text;
}

function cell(value: SqlValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return SPECIAL.test(value) ? value.replace(SPECIALS, escaped) : value;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value);
}

const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;

function escaped(character: string): string {
  switch (character) {
    case '\t':
      return '\\t';
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    default:
      return '\\\\';
  }
}
