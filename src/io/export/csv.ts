import type { ArticleRecord } from '../../record/record.ts';
import { type Cell, CLAIM_COLUMNS, claimTable } from './claim-columns.ts';

/** The header of a CSV file of claims. */
export const CSV_HEADER = `${CLAIM_COLUMNS.map(({ name }) => name).join(',')}\r\n`;

/** A record's claims as lines of CSV (RFC 4180: CRLF, quotes doubled). An absent value is an empty cell. */
export function csvRows(record: ArticleRecord): string {
  return claimTable(record)
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('');
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
}
