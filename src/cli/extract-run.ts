import { failedRow } from '../batch/failed-row.ts';
import { type Copy, NearDuplicates } from '../batch/near-duplicates.ts';
import type { Failed } from '../batch/protocol.ts';
import type { ResultSink } from '../batch/result-sink.ts';
import type { BatchOutcome } from '../batch/run-batch.ts';
import { ClaimlineError } from '../core/errors.ts';
import type { FailedInput, RawInput } from '../io/input-item.ts';
import type { Sink } from '../io/line-sink.ts';

import type { ArticleRecord } from '../record/record.ts';
import type { Progress } from './progress.ts';
import { ToldFaults } from './told-faults.ts';

export interface RunOptions {
  readonly output?: string;
  readonly strict?: boolean;
  readonly timings?: boolean;
  readonly dedupe?: boolean;
}

/** Writes outcomes and keeps count. */
export class ExtractRun {
  readonly #sink: ResultSink;
  readonly #errors: Sink | undefined;
  readonly #progress: Progress;
  readonly #options: RunOptions;
  readonly #stop: AbortController;
  readonly #copies = new NearDuplicates();
  readonly #timings = new Map<string, number>();
  readonly #began = performance.now();
  /** Failures, when there is no errors file. */
  readonly #told = new ToldFaults();
  #sinkTime = 0;

  constructor(
    sink: ResultSink,
    errors: Sink | undefined,
    progress: Progress,
    options: RunOptions,
    stop: AbortController,
  ) {
    this.#sink = sink;
    this.#errors = errors;
    this.#progress = progress;
    this.#options = options;
    this.#stop = stop;
  }

  async take(outcome: BatchOutcome): Promise<void> {
    if (outcome.kind === 'failed') return this.#fail(outcome.raw, outcome.error);
    const { result, raw } = outcome;
    const copy = result.sketch ? this.#copies.add(result.articleId, result.sketch) : null;
    if (copy !== null && this.#options.dedupe) {
      this.#progress.tally.copies++;
      return;
    }
    const before = performance.now();
    try {
      await this.#sink.write(copy === null ? result : { output: linked(result.output, copy) });
    } catch (thrown) {
      // A record that a database cannot take costs itself alone.
      if (!(thrown instanceof ClaimlineError) || thrown.code !== 'record/invalid') throw thrown;
      return this.#fail(raw, thrown.at(raw.location).toJSON());
    }
    this.#sinkTime += performance.now() - before;
    const { tally } = this.#progress;
    tally.done++;
    tally.claims += result.claims;
    for (const [stage, time] of Object.entries(result.timings ?? {})) {
      this.#timings.set(stage, (this.#timings.get(stage) ?? 0) + time);
    }
  }

  async #fail(raw: RawInput | FailedInput, error: Failed['error']): Promise<void> {
    const { tally } = this.#progress;
    tally.failed++;
    await this.#errors?.write(Buffer.from(`${JSON.stringify(failedRow(raw, error))}\n`));
    if (this.#errors === undefined) {
      const { code, message, ...rest } = error;
      this.#told.tell(new ClaimlineError(code, message, rest));
    }
    if (this.#options.strict) this.#stop.abort();
  }

  /** The closing lines on stderr. */
  report(): void {
    const { done, failed, skipped, copies, claims } = this.#progress.tally;
    const seconds = (performance.now() - this.#began) / 1000;
    this.#told.end('--errors FILE keeps them all');
    if (done + failed + skipped + copies !== 1 || this.#options.output !== undefined) {
      process.stderr.write(
        `claimline: ${many(done, 'document')} with ${many(claims, 'claim')}, ${failed} failed, ${skipped} skipped${copies > 0 ? `, ${copies} copies left out` : ''}, in ${seconds.toFixed(1)} s\n`,
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

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** The record with a diagnostic that names the article that it is a copy of. */
function linked(output: Uint8Array, { of, similarity }: Copy): Uint8Array {
  const record = JSON.parse(Buffer.from(output).toString('utf8')) as ArticleRecord;
  record.diagnostics.push({
    severity: 'info',
    code: 'batch/near-duplicate',
    message: `a copy of ${of}`,
    stage: 'batch',
    rule: 'minhash',
    score: similarity,
  });
  return Buffer.from(`${JSON.stringify(record)}\n`);
}
