import { Command, InvalidArgumentError, Option } from 'commander';
import { ClaimlineError } from '../core/errors.ts';
import { claimReview } from '../io/export/claim-review.ts';
import { CSV_HEADER, csvRows } from '../io/export/csv.ts';
import { LABEL_STUDIO_CONFIG, labelStudioTask } from '../io/export/label-studio.ts';
import { openLineSink, type Sink, streamSink } from '../io/line-sink.ts';
import { readRecords } from '../io/read-records.ts';
import { type RecordSink, recordsTo } from '../io/record-sink.ts';
import { ToldFaults } from './told-faults.ts';

interface ExportOptions {
  readonly to: 'parquet' | 'csv' | 'label-studio' | 'claimreview';
  readonly output?: string;
  readonly minCheckWorthiness: number;
  readonly labelConfig?: boolean;
}

export function exportCommand(): Command {
  return new Command('export')
    .description('turn records into Parquet, CSV, Label Studio tasks or ClaimReview drafts')
    .argument('[records...]', 'JSONL files of records, gzip too; - for stdin')
    .addOption(
      new Option('--to <format>', 'what to make')
        .choices(['parquet', 'csv', 'label-studio', 'claimreview'])
        .makeOptionMandatory(),
    )
    .option('-o, --output <file>', 'file to write (default: stdout, but for parquet)')
    .option('--min-check-worthiness <score>', 'leave out claims below it, 0 to 1', score, 0)
    .option('--label-config', 'print the labelling set-up that goes with --to label-studio, and nothing else')
    .addHelpText(
      'after',
      `
csv and parquet have a row for each claim, with the columns of the view claims_flat. label-studio has a task for each
article and line, with code-point offsets; claimreview a schema.org ClaimReview draft for each claim and line.
Lines that are no records are told and left out (exit code 5).

Examples:
  claimline export claims.jsonl --to parquet -o claims.parquet
  claimline export claims.jsonl --to csv > claims.csv
  claimline export claims.jsonl --to label-studio -o tasks.jsonl
  claimline export --to label-studio --label-config > labels.xml
  claimline export claims.jsonl --to claimreview --min-check-worthiness 0.7 -o review.jsonl`,
    )
    .action(exportRecords);
}

async function exportRecords(files: readonly string[], options: ExportOptions): Promise<void> {
  if (options.labelConfig) {
    process.stdout.write(LABEL_STUDIO_CONFIG);
    return;
  }
  if (files.length === 0) {
    throw new ClaimlineError('usage', 'nothing to export', { hint: 'name files of records, or - for stdin' });
  }
  let gone = false;
  const sink = await openExport(options, () => {
    gone = true;
  });
  const faults = new ToldFaults();
  try {
    for await (const item of readRecords(files)) {
      if (gone) break;
      if (item instanceof ClaimlineError) {
        faults.tell(item);
        continue;
      }
      const claims = item.record.claims.filter(
        ({ checkWorthiness }) => checkWorthiness >= options.minCheckWorthiness,
      );
      await sink.add({ ...item.record, claims });
    }
  } finally {
    for (const line of await sink.close()) process.stderr.write(`claimline: ${line}\n`);
  }
  faults.end();
  if (faults.count > 0) process.exitCode = 5;
}

async function openExport(options: ExportOptions, gone: () => void): Promise<RecordSink> {
  const { to, output } = options;
  if (to === 'parquet') {
    if (output === undefined) {
      throw new ClaimlineError('usage', 'Parquet goes into a file', { hint: 'give -o FILE.parquet' });
    }
    return (await import('../io/export/parquet-sink.ts')).openParquetSink(output);
  }
  const sink: Sink = output === undefined ? streamSink(process.stdout, gone) : await openLineSink(output);
  switch (to) {
    case 'csv':
      return recordsTo(sink, csvRows, CSV_HEADER);
    case 'label-studio':
      return recordsTo(sink, (record) => `${JSON.stringify(labelStudioTask(record))}\n`);
    case 'claimreview':
      return recordsTo(sink, (record) =>
        record.claims.map((claim) => `${JSON.stringify(claimReview(record, claim))}\n`).join(''),
      );
  }
}

function score(value: string): number {
  const number = Number(value);
  if (!(number >= 0 && number <= 1)) throw new InvalidArgumentError('want a number from 0 to 1.');
  return number;
}
