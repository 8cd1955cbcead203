import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { ClaimlineError } from '../../core/errors.ts';
import type { RecordSink } from '../record-sink.ts';
import { type Cell, CLAIM_COLUMNS, type ColumnType, claimTable } from './claim-columns.ts';

/** Rows to a row group; they are held in memory until it is written. */
const GROUP_ROWS = 20_000;

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  real: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const satisfies Record<ColumnType, object>;

/** A Parquet file of claims, one row each, Snappy-compressed. @throws ClaimlineError `sink/failed` */
export function openParquetSink(path: string): RecordSink {
  const guard = <T>(act: () => T): T => {
    try {
      return act();
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      throw new ClaimlineError('sink/failed', `cannot write ${path}: ${message}`, { cause });
    }
  };
  const schema = [
    { name: 'root', num_children: CLAIM_COLUMNS.length },
    ...CLAIM_COLUMNS.map(({ name, type }) => ({
      name,
      ...TYPES[type],
      repetition_type: 'OPTIONAL' as const,
    })),
  ];
  const writer = guard(() => new ParquetWriter({ writer: fileWriter(path), schema, createdBy: 'claimline' }));
  let columns: Cell[][] = CLAIM_COLUMNS.map(() => []);
  let total = 0;

  const flush = async () => {
    if (columns[0]!.length === 0) return;
    const columnData = CLAIM_COLUMNS.map(({ name }, index) => ({ name, data: columns[index]! }));
    columns = CLAIM_COLUMNS.map(() => []);
    await guard(() => writer.write({ columnData, rowGroupSize: GROUP_ROWS }));
  };
  return {
    async add(record) {
      for (const cells of claimTable(record)) {
        for (const [index, cell] of cells.entries()) columns[index]!.push(cell);
        total++;
      }
      if (columns[0]!.length >= GROUP_ROWS) await flush();
    },
    async close() {
      await flush();
      await guard(() => writer.finish());
      return [`${path}: ${total} claims`];
    },
  };
}
