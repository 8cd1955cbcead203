import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { failedRow, retryInputs } from '../batch/failed-row.ts';
import type { LineKind } from '../batch/protocol.ts';
import { recoverOutput, withoutDone } from '../batch/resume.ts';
import { type BatchOutcome, runBatch } from '../batch/run-batch.ts';
import { WorkerPool } from '../batch/worker-pool.ts';
import { ClaimlineError } from '../core/errors.ts';
import { expandInputs } from '../io/expand-inputs.ts';
import { DEFAULT_MAX_BYTES, type InputItem } from '../io/input-item.ts';
import { openLineSink, type Sink, streamSink } from '../io/line-sink.ts';
import { readInputs } from '../io/read-inputs.ts';
import { type Progress, startProgress } from './progress.ts';
import { readConfig } from './read-config.ts';
import { faultLine } from './report-fault.ts';

interface ExtractOptions {
  readonly output?: string;
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
  readonly timeLimit: number;
  readonly maxBytes: number;
}

export function extractCommand(): Command {
  return new Command('extract')
    .description('extract claim records from pages, text, JSONL and WARC files')
    .argument('[inputs...]', 'files, folders, globs, or - for stdin; gzip is unpacked')
    .option('-o, --output <file>', 'write to a file: .jsonl or .jsonl.gz (default: stdout)')
    .option('--published <date>', 'publication date of inputs that bring none of their own, ISO 8601')
    .option('--config <file>', 'pipeline config (default: pipeline.config.json, where there is one)')
    .addOption(
      new Option('--per <what>', 'one line for each').choices(['article', 'claim']).default('article'),
    )
    .option('--pretty', 'indent the JSON')
    .option('--article-text', 'the inputs are bare article text: nothing in them is boilerplate')
    .option('-j, --jobs <n>', 'worker threads', positive, availableParallelism())
    .option('--unordered', 'write documents as they are done, not in input order')
    .option('--resume', 'go on where an earlier run with the same output stopped')
    .option('--errors <file>', 'write failed inputs to a JSONL file')
    .option('--retry-errors <file>', 'read again the inputs that an earlier run put into its errors file')
    .option('--strict', 'stop at the first failed input')
    .option('--timings', 'print the time that each stage took')
    .option('--time-limit <seconds>', 'time that one document may take', positive, 30)
    .option('--max-bytes <n>', 'largest document, unpacked', positive, DEFAULT_MAX_BYTES)
    .addHelpText(
      'after',
      `
Records go to stdout as NDJSON, all else to stderr. A JSONL input has one document a line:
  {"id": "a1", "url": "https://...", "html": "...", "published": "2026-02-27"}     ("text" for flattened pages)

Examples:
  claimline extract page.html --published 2026-02-27 --pretty
  claimline extract crawl/ 'more/*.warc.gz' -o claims.jsonl -j 4 --errors failed.jsonl
  claimline extract crawl/ -o claims.jsonl --resume
  zcat pages.jsonl.gz | claimline extract - --per claim > claims.ndjson

Exit codes: 0 done, 1 crash, 2 usage or config, 5 some documents failed, 130 interrupted.`,
    )
    .action(extract);
}

async function extract(inputs: readonly string[], options: ExtractOptions): Promise<void> {
  checkUsage(inputs, options);
  const config = readConfig(options.config);
  const stop = new AbortController();
  const interrupt = new Interrupt(stop);
  const pool = new WorkerPool({
    config,
    threads: options.jobs,
    timeLimit: options.timeLimit * 1000,
    lines: options.per,
    pretty: options.pretty === true,
    timings: options.timings === true,
    sketch: false,
  });
  try {
    const who = await pool.hello();
    const done = options.resume ? await recoverOutput(options.output!, who) : undefined;
    const sink =
      options.output === undefined
        ? streamSink(process.stdout, () => stop.abort())
        : await openLineSink(options.output, { append: done !== undefined });
    const errors = options.errors === undefined ? undefined : await openLineSink(options.errors);
    const progress = startProgress(process.stderr);
    const run = new Run(sink, errors, progress, options, stop);
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
  if (options.output !== undefined && !/\.(?:jsonl|ndjson|json)(?:\.gz)?$/.test(options.output)) {
    throw usage(`cannot tell the format of ${options.output}`, 'end it in .jsonl or .jsonl.gz');
  }
  if (options.resume && (options.output === undefined || options.pretty)) {
    throw usage('--resume wants an output file with a record a line', 'give -o FILE, leave --pretty out');
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

/** How many failures are told one by one when there is no errors file. */
const TOLD_FAILURES = 20;

/** Writes outcomes and keeps count. */
class Run {
  readonly #sink: Sink;
  readonly #errors: Sink | undefined;
  readonly #progress: Progress;
  readonly #options: ExtractOptions;
  readonly #stop: AbortController;
  readonly #timings = new Map<string, number>();
  readonly #began = performance.now();
  #sinkTime = 0;

  constructor(
    sink: Sink,
    errors: Sink | undefined,
    progress: Progress,
    options: ExtractOptions,
    stop: AbortController,
  ) {
    this.#sink = sink;
    this.#errors = errors;
    this.#progress = progress;
    this.#options = options;
    this.#stop = stop;
  }

  async take(outcome: BatchOutcome): Promise<void> {
    const { tally } = this.#progress;
    if (outcome.kind === 'extracted') {
      const before = performance.now();
      await this.#sink.write(outcome.result.output);
      this.#sinkTime += performance.now() - before;
      tally.done++;
      tally.claims += outcome.result.claims;
      for (const [stage, time] of Object.entries(outcome.result.timings ?? {})) {
        this.#timings.set(stage, (this.#timings.get(stage) ?? 0) + time);
      }
      return;
    }
    tally.failed++;
    const { raw, error } = outcome;
    await this.#errors?.write(Buffer.from(`${JSON.stringify(failedRow(raw, error))}\n`));
    if (this.#errors === undefined && tally.failed <= TOLD_FAILURES) {
      const { code, message, ...rest } = error;
      process.stderr.write(`claimline: ${faultLine(new ClaimlineError(code, message, rest))}\n`);
    }
    if (this.#options.strict) this.#stop.abort();
  }

  /** The closing lines on stderr. */
  report(): void {
    const { done, failed, skipped, claims } = this.#progress.tally;
    const seconds = (performance.now() - this.#began) / 1000;
    if (failed > TOLD_FAILURES && this.#errors === undefined) {
      process.stderr.write(
        `claimline: ${failed - TOLD_FAILURES} more failed; --errors FILE keeps them all\n`,
      );
    }
    if (done + failed + skipped !== 1 || this.#options.output !== undefined) {
      process.stderr.write(
        `claimline: ${done} documents with ${claims} claims, ${failed} failed, ${skipped} skipped, in ${seconds.toFixed(1)} s\n`,
      );
    }
    if (!this.#options.timings) return;
    const rows = [...this.#timings, ['(writing)', this.#sinkTime] as const];
    for (const [stage, time] of rows) {
      const each = done === 0 ? 0 : time / done;
      process.stderr.write(
        `${stage.padEnd(16)} ${time.toFixed(0).padStart(9)} ms ${each.toFixed(2).padStart(9)} ms each\n`,
      );
    }
  }
}

/** Ctrl-C: the first finishes what is in flight, the second ends at once. */
class Interrupt {
  readonly #stop: AbortController;
  signalled = false;

  constructor(stop: AbortController) {
    this.#stop = stop;
    process.on('SIGINT', this.#onSignal);
    process.on('SIGTERM', this.#onSignal);
  }

  release(): void {
    process.off('SIGINT', this.#onSignal);
    process.off('SIGTERM', this.#onSignal);
  }

  readonly #onSignal = (signal: NodeJS.Signals) => {
    if (this.signalled) {
      this.release();
      process.kill(process.pid, signal);
      return;
    }
    this.signalled = true;
    process.stderr.write('claimline: finishing what is in flight; once more to stop at once\n');
    this.#stop.abort();
  };
}

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0 && Number.isFinite(number))) throw new InvalidArgumentError('want a number above 0.');
  return number;
}
