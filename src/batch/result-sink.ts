import type { StoreSink } from '../io/database/record-store.ts';
import type { Sink } from '../io/line-sink.ts';
import type { Extracted } from './protocol.ts';

/** Where the results of workers go, one at a time. */
export interface ResultSink {
  write(result: Pick<Extracted, 'output' | 'rows'>): Promise<void>;
  /** Writes what is left and lets go. Returns what is worth telling, a line each. */
  close(): Promise<readonly string[]>;
}

/** Takes results as the workers made them: lines, or the rows of a database. */
export function resultSink(lines: Sink, store?: StoreSink): ResultSink {
  return {
    write: async ({ output, rows }) => {
      if (store === undefined || rows === undefined) await lines.write(output);
      else await store.put(rows);
    },
    close: () => lines.close(),
  };
}
