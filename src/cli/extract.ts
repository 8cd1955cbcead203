import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { retryInputs } from '../batch/failed-row.ts';
import type { Hello, LineKind } from '../batch/protocol.ts';
import { type ResultSink, resultSink } from '../batch/result-sink.ts';
import { recoverOutput, storedInputs, withoutDone } from '../batch/resume.ts';
import { runBatch } from '../batch/run-batch.ts';
import { WorkerPool } from '../batch/worker-pool.ts';
import type { PipelineConfig } from '../config/config.ts';
import type { SiteTables } from '../core/doc.ts';
import { ClaimlineError } from '../core/errors.ts';
import { StoreSink } from '../io/database/record-store.ts';
import { decodeInput } from '../io/decode-input.ts';
import { expandInputs } from '../io/expand-inputs.ts';
import { DEFAULT_MAX_BYTES, type InputItem, type RawInput } from '../io/input-item.ts';
import { openLineSink, streamSink } from '../io/line-sink.ts';
import { openSink, openStore, outputFormat, withoutPassword } from '../io/open-sink.ts';
import { readInputs } from '../io/read-inputs.ts';
import { linesTo } from '../io/record-sink.ts';
import { createPipeline, type InputDocument } from '../pipeline.ts';
import { ExtractRun } from './extract-run.ts';
import { Interrupt } from './interrupt.ts';
import { type Progress, startProgress } from './progress.ts';
import { readConfig } from './read-config.ts';

interface ExtractOptions {
  readonly output?: string;
  readonly to?: string;
  readonly published?: string;
  readonly config?: string;
  readonly per: LineKind;
  readonly pretty?: boolean;
  readonly articleText?: boolean;
  readonly jobs: number;
  readonly unordered?: boolean;
  readonly resume?: boolean;
  readonly errors?: string;
  readonly retryErrors?: string;
  readonly strict?: boolean;
  readonly timings?: boolean;
  readonly dedupe?: boolean;
  readonly linkCopies?: boolean;
  readonly siteMemory?: boolean;
  readonly timeLimit: number;
  readonly maxBytes: number;
}

export function extractCommand(): Command {
  return new Command('extract')
    .description('extract claim records from pages, text, JSONL and WARC files')
    .argument('[inputs...]', 'files, folders, globs, or - for stdin; gzip is unpacked')
    .option(
      '-o, --output <file>',
      'write to a file: .jsonl, .jsonl.gz, .db, .parquet, .csv (default: stdout)',
    )
    .option('--to <url>', 'write to a database: postgres://...')
    .option('--published <date>', 'publication date of inputs that bring none of their own, ISO 8601')
    .option('--config <file>', 'pipeline config (default: pipeline.config.json, where there is one)')
    .addOption(
      new Option('--per <what>', 'one line for each').choices(['article', 'claim']).default('article'),
    )
    .option('--pretty', 'indent the JSON')
    .option('--article-text', 'the inputs are bare article text: nothing in them is boilerplate')
    .option('-j, --jobs <n>', 'worker threads', whole, availableParallelism())
    .option('--unordered', 'write documents as they are done, not in input order')
    .option('--resume', 'go on where an earlier run with the same output stopped')
    .option('--errors <file>', 'write failed inputs to a JSONL file')
    .option('--retry-errors <file>', 'read again the inputs that an earlier run put into its errors file')
    .option('--strict', 'stop at the first failed input')
    .option('--timings', 'print the time that each stage took')
    .option('--dedupe', 'leave out articles that are copies of one before (syndicated, slightly edited)')
    .option('--link-copies', 'keep copies, with a diagnostic that names the first article')
    .option(
      '--site-memory',
      'read all inputs first for what the pages of a site repeat; results then depend on the set of pages',
    )
    .option('--time-limit <seconds>', 'time that one document may take', positive, 30)
    .option('--max-bytes <n>', 'largest document in bytes, unpacked', whole, DEFAULT_MAX_BYTES)
    .addHelpText(
      'after',
      `
Records go to stdout as NDJSON, all else to stderr. A JSONL input has one document a line:
  {"id": "a1", "url": "https://...", "html": "...", "published": "2026-02-27"}     ("text" for flattened pages)

Examples:
  claimline extract page.html --published 2026-02-27 --pretty
  claimline extract crawl/ 'more/*.warc.gz' -o claims.jsonl -j 4 --errors failed.jsonl
  claimline extract crawl/ -o claims.jsonl --resume
  claimline extract --retry-errors failed.jsonl -o more.jsonl --time-limit 120
  claimline extract crawl/ --to postgres://localhost/news --dedupe
  zcat pages.jsonl.gz | claimline extract - --per claim > claims.ndjson

Exit codes: 0 done, 1 crash or no room for the output, 2 usage or config, 5 some documents failed, 130 interrupted.`,
    )
    .action(extract);
}

async function extract(inputs: readonly string[], options: ExtractOptions): Promise<void> {
  checkUsage(inputs, options);
  const config = readConfig(options.config);
  const stop = new AbortController();
  const interrupt = new Interrupt(stop);
  const siteMemory = options.siteMemory ? await surveySites(inputs, options, config) : undefined;
  const pool = new WorkerPool({
    config,
    threads: options.jobs,
    timeLimit: options.timeLimit * 1000,
    lines: options.per,
    // A link to a copy is written into the record.
    rows: isDatabase(options.to ?? options.output) && options.linkCopies !== true,
    pretty: options.pretty === true,
    timings: options.timings === true,
    sketch: options.dedupe === true || options.linkCopies === true,
    ...(siteMemory === undefined ? {} : { siteMemory }),
  });
  try {
    const who = await pool.hello();
    const { sink, done } = await openOutput(options, who, () => stop.abort());
    const errors = options.errors === undefined ? undefined : await openLineSink(options.errors);
    const progress = startProgress(process.stderr);
    const run = new ExtractRun(sink, errors, progress, options, stop);
    try {
      const read = readFrom(inputs, options, progress);
      await runBatch({
        items: done === undefined ? read : withoutDone(read, done),
        pool,
        write: (outcome) => run.take(outcome),
        skipped: () => progress.tally.skipped++,
        ordered: options.unordered !== true,
        window: options.jobs * 16,
        signal: stop.signal,
      });
    } finally {
      progress.stop();
      await errors?.close();
      for (const line of await sink.close()) process.stderr.write(`claimline: ${line}\n`);
    }
    run.report();
    if (interrupt.signalled) process.exitCode = 130;
    else if (progress.tally.failed > 0) process.exitCode = 5;
  } finally {
    interrupt.release();
    await pool.close();
  }
}

/** What the pages of each site repeat, from a first reading of all inputs. */
function surveySites(
  inputs: readonly string[],
  { maxBytes }: ExtractOptions,
  config: PipelineConfig,
): Promise<SiteTables> {
  async function* pages(): AsyncGenerator<InputDocument> {
    for await (const item of readInputs(inputs, { maxBytes })) {
      const page = item.kind === 'document' ? decodedOrNull(item) : null;
      if (page !== null) yield page;
    }
  }
  return createPipeline(config).survey(pages());
}

/** Null for what cannot be read; the second reading tells why. */
function decodedOrNull(item: RawInput): InputDocument | null {
  try {
    return decodeInput(item).input;
  } catch {
    return null;
  }
}

/** The output, and with `--resume` the inputs that it holds. */
async function openOutput(
  options: ExtractOptions,
  who: Hello,
  gone: () => void,
): Promise<{ sink: ResultSink; done?: ReadonlySet<string> }> {
  const output = options.to ?? options.output;
  if (output === undefined) return { sink: resultSink(streamSink(process.stdout, gone)) };
  if (isDatabase(output)) {
    const store = await openStore(output);
    const records = new StoreSink(store, withoutPassword(output));
    const sink = resultSink(linesTo(records), records);
    return options.resume ? { sink, done: await storedInputs(store, who) } : { sink };
  }
  if (!options.resume) return { sink: resultSink(await openSink(output)) };
  const done = await recoverOutput(output, who);
  return { sink: resultSink(await openSink(output, { append: true })), done };
}

function isDatabase(output: string | undefined): boolean {
  return output !== undefined && /^(?:sqlite|postgres)$/.test(outputFormat(output));
}

/** @throws ClaimlineError `usage` */
function checkUsage(inputs: readonly string[], options: ExtractOptions): void {
  const usage = (message: string, hint: string) => new ClaimlineError('usage', message, { hint });
  if (inputs.length === 0 && options.retryErrors === undefined) {
    throw usage('nothing to read', 'name files, folders or globs, or - for stdin');
  }
  if (inputs.length > 0 && options.retryErrors !== undefined) {
    throw usage('--retry-errors reads the inputs that its file names', 'leave the other inputs out');
  }
  if (options.published !== undefined && !/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\S+)?)?)?$/.test(options.published)) {
    throw usage(`"${options.published}" is not an ISO 8601 date`, 'write it like 2026-02-27');
  }
  const output = options.to ?? options.output;
  if (options.to !== undefined && options.output !== undefined) {
    throw usage('-o and --to both say where to write', 'give one of them');
  }
  if (options.resume && (options.dedupe || options.linkCopies)) {
    throw usage(
      '--resume does not know the copies of an earlier run',
      'leave --dedupe and --link-copies out',
    );
  }
  if (options.linkCopies && (options.per === 'claim' || options.pretty)) {
    throw usage('--link-copies writes into whole records', 'leave --per claim and --pretty out');
  }
  if (options.siteMemory && (inputs.includes('-') || options.retryErrors !== undefined)) {
    throw usage('--site-memory reads all pages twice', 'name files, folders or globs of the whole crawl');
  }
  const format = output === undefined ? 'jsonl' : outputFormat(output);
  if (options.to !== undefined && format !== 'postgres') {
    throw usage(`--to wants a database URL, not ${options.to}`, 'give postgres://..., or -o FILE');
  }
  if (format !== 'jsonl' && (options.pretty || options.per === 'claim')) {
    throw usage('--pretty and --per claim are for JSON output', 'leave them out');
  }
  if (options.resume && (output === undefined || options.pretty || /^(?:parquet|csv)$/.test(format))) {
    throw usage(
      '--resume wants a JSONL file with a record a line, or a database',
      'give -o FILE.jsonl or -o FILE.db',
    );
  }
}

/** The inputs' documents, with what the options say of them. */
async function* readFrom(
  inputs: readonly string[],
  options: ExtractOptions,
  progress: Progress,
): AsyncGenerator<InputItem> {
  const reading = {
    maxBytes: options.maxBytes,
    onBytes: (count: number) => {
      progress.bytes += count;
    },
  };
  if (options.retryErrors === undefined) void measure(inputs, progress);
  const items =
    options.retryErrors === undefined
      ? readInputs(inputs, reading)
      : retryInputs(options.retryErrors, reading);
  for await (const item of items) {
    if (item.kind !== 'document') yield item;
    else {
      yield {
        ...item,
        ...(item.published === undefined && options.published !== undefined
          ? { published: options.published }
          : {}),
        ...(options.articleText ? { articleText: true } : {}),
      };
    }
  }
}

/** Adds up the sizes of all inputs, for the time that is left. */
async function measure(inputs: readonly string[], progress: Progress): Promise<void> {
  if (inputs.includes('-')) return;
  let total = 0;
  for await (const place of expandInputs(inputs)) if ('bytes' in place) total += place.bytes;
  progress.total = total;
}

function whole(value: string): number {
  const number = positive(value);
  if (!Number.isSafeInteger(number)) throw new InvalidArgumentError('want a whole number.');
  return number;
}

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0 && Number.isFinite(number))) throw new InvalidArgumentError('want a number above 0.');
  return number;
}
