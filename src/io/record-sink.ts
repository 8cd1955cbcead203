import type { ArticleRecord } from '../record/record.ts';
import type { Sink } from './line-sink.ts';

/** An output that takes records one at a time. */
export interface RecordSink {
  add(record: ArticleRecord): Promise<void>;
  /** Writes what is left and lets go. Returns what is worth telling, a line each. */
  close(): Promise<readonly string[]>;
}

/** Takes the lines of records for an output that wants records. */
export function linesTo(sink: RecordSink): Sink {
  return {
    async write(lines) {
      const text = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength).toString('utf8');
      for (const line of text.split('\n')) if (line !== '') await sink.add(JSON.parse(line) as ArticleRecord);
    },
    close: () => sink.close(),
  };
}

/** Makes lines of records for an output that wants lines. */
export function recordsTo(sink: Sink, lineOf: (record: ArticleRecord) => string, head = ''): RecordSink {
  const encoder = new TextEncoder();
  let begun = false;
  const begin = async () => {
    if (!begun && head !== '') await sink.write(encoder.encode(head));
    begun = true;
  };
  return {
    async add(record) {
      await begin();
      const lines = lineOf(record);
      if (lines !== '') await sink.write(encoder.encode(lines));
    },
    async close() {
      await begin();
      return sink.close();
    },
  };
}
