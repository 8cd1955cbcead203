import type { FailedInput, InputItem, RawInput } from '../io/input-item.ts';
import type { Extracted, Failed } from './protocol.ts';

/** What became of one input. */
export type BatchOutcome =
  | { readonly kind: 'extracted'; readonly raw: RawInput; readonly result: Extracted }
  | { readonly kind: 'failed'; readonly raw: RawInput | FailedInput; readonly error: Failed['error'] };

export interface BatchOptions {
  readonly items: AsyncIterable<InputItem>;
  /** Takes one document at a time for each one `free`. */
  readonly pool: { readonly free: number; run(raw: RawInput): Promise<Extracted | Failed> };
  /** Called one at a time; the next waits for it. A rejection ends the batch. */
  readonly write: (outcome: BatchOutcome) => Promise<void> | void;
  /** Things in the input that are no documents. */
  readonly skipped?: (reason: string) => void;
  /** Write in input order (default) or as documents are done. */
  readonly ordered?: boolean;
  /** Documents read but not yet written, at most. Default: 32. */
  readonly window?: number;
  /** Stops reading; what has been read is finished and written. */
  readonly signal?: AbortSignal;
}

/**
 * Reads, extracts and writes with back-pressure from end to end: an input is read only when a worker is free
 * and fewer than `window` documents wait to be written, so memory does not grow with the length of the input.
 */
export async function runBatch(options: BatchOptions): Promise<void> {
  const { items, pool, write, ordered = true, window = 32, signal } = options;
  const iterator = items[Symbol.asyncIterator]();
  let unwritten = 0;
  let tail: Promise<void> = Promise.resolve();
  let fault: { thrown: unknown } | undefined;
  let wake = (): void => {};

  const changed = () => new Promise<void>((resolve) => (wake = resolve));
  const onAbort = () => wake();
  signal?.addEventListener('abort', onAbort);
  // Not raced against the signal: a race would leave something behind at every document.
  let arrived: IteratorResult<InputItem> | undefined;
  const fetchNext = async () => {
    try {
      arrived = await iterator.next();
    } catch (thrown) {
      fault ??= { thrown };
    }
    wake();
  };
  const emit = async (outcome: BatchOutcome) => {
    try {
      if (fault === undefined) await write(outcome);
    } catch (thrown) {
      fault ??= { thrown };
    } finally {
      unwritten--;
      wake();
    }
  };
  const enter = (outcome: Promise<BatchOutcome>) => {
    unwritten++;
    if (ordered) tail = tail.then(async () => emit(await outcome));
    else void outcome.then((known) => (tail = tail.then(() => emit(known))));
  };

  let fetching = false;
  try {
    while (fault === undefined && !signal?.aborted) {
      if (pool.free === 0 || unwritten >= window) {
        await changed();
        continue;
      }
      if (!fetching) {
        fetching = true;
        void fetchNext();
      }
      if (arrived === undefined) {
        await changed();
        continue;
      }
      if (arrived.done) break;
      const item = arrived.value;
      arrived = undefined;
      fetching = false;
      if (item.kind === 'skipped') options.skipped?.(item.reason);
      else if (item.kind === 'failed')
        enter(Promise.resolve({ kind: 'failed', raw: item, error: item.error.toJSON() }));
      else {
        enter(
          pool.run(item).then((reply): BatchOutcome => {
            wake();
            return reply.kind === 'failed'
              ? { kind: 'failed', raw: item, error: reply.error }
              : { kind: 'extracted', raw: item, result: reply };
          }),
        );
      }
    }
    while (unwritten > 0) await changed();
    await tail;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    // Not awaited: a source that waits for a silent stdin would never come back.
    iterator.return?.().catch(() => {});
  }
  if (fault !== undefined) throw fault.thrown;
}
