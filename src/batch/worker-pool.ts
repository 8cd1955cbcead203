import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Tinypool } from 'tinypool';
import { ClaimlineError } from '../core/errors.ts';
import type { RawInput } from '../io/input-item.ts';
import type { Extracted, Failed, Hello, WorkerReply, WorkerSetup, WorkerTask } from './protocol.ts';

export interface PoolOptions extends Omit<WorkerSetup, 'started'> {
  readonly threads: number;
  /** Milliseconds that one document may take. */
  readonly timeLimit: number;
  /** Megabytes of heap that a worker may take. Default: 2048. */
  readonly memoryLimit?: number;
  /** The module that the workers run; its default export takes a `WorkerTask`. */
  readonly worker?: URL;
}

/** How long a worker may take to start, beside the time limit of its document. */
const START_MILLISECONDS = 60_000;

/** How many times its limit a document may take where the machine is busy with other things. */
const MOST_WAITING = 5;

/**
 * Worker threads that each take one document at a time. A document that takes too long or brings its worker
 * down costs itself alone: the worker is replaced and the document fails with the reason.
 */
export class WorkerPool {
  readonly #pool: Tinypool;
  readonly #started: Int32Array<SharedArrayBuffer>;
  readonly #free: number[];
  readonly #timeLimit: number;
  readonly #watches = new Map<number, AbortController>();
  readonly #threads = new WeakSet<object>();

  constructor(options: PoolOptions) {
    const { threads, timeLimit, memoryLimit = 2048, worker = defaultWorker(), ...setup } = options;
    this.#started = new Int32Array(new SharedArrayBuffer(4 * threads));
    this.#free = Array.from({ length: threads }, (_, slot) => slot);
    this.#timeLimit = timeLimit;
    this.#pool = new Tinypool({
      filename: worker.href,
      // Started as they are needed, then kept.
      minThreads: 1,
      maxThreads: threads,
      idleTimeout: 2 ** 31 - 1,
      // The young generation stays as it is: with a wide one Node.js ends the process, not the worker, when a
      // worker runs out of memory.
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
      workerData: { ...setup, started: this.#started } satisfies WorkerSetup,
      ...(worker.pathname.endsWith('.ts') ? { execArgv: typescriptLoader() } : {}),
    });
    // A worker that dies without a document is replaced when it is next needed.
    this.#pool.on('error', () => {});
  }

  /** Documents that could start at once. */
  get free(): number {
    return this.#free.length;
  }

  /** What the workers are. @throws ClaimlineError when the config is not valid or no worker starts */
  async hello(): Promise<Hello> {
    const reply = await this.#send(undefined);
    if (reply.kind === 'hello') return reply;
    const { code, message, ...rest } = reply.kind === 'failed' ? reply.error : unexpected().toJSON();
    throw new ClaimlineError(code, message, rest);
  }

  /** One document; call only while something is `free`. Never throws. */
  async run(raw: RawInput): Promise<Extracted | Failed> {
    const reply = await this.#send(raw);
    return reply.kind === 'hello' ? { kind: 'failed', error: unexpected().toJSON() } : reply;
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #send(raw: RawInput | undefined): Promise<WorkerReply> {
    const slot = this.#free.pop();
    if (slot === undefined) throw new Error('no worker is free');
    Atomics.store(this.#started, slot, 0);
    const watch = this.#watch(slot);
    const own = raw && owned(raw);
    const task: WorkerTask = own === undefined ? { slot } : { slot, raw: own };
    const transferList = own !== undefined && typeof own.content !== 'string' ? [own.content.buffer] : [];
    try {
      const reply = this.#pool.run(task, { signal: watch.signal, transferList });
      this.#attend();
      return (await reply) as WorkerReply;
    } catch (cause) {
      const error = watch.signal.aborted ? (watch.signal.reason as ClaimlineError) : crashed(cause);
      return { kind: 'failed', error: error.at(raw?.location ?? {}).toJSON() };
    } finally {
      watch.stop();
      this.#free.push(slot);
    }
  }

  /** A worker that ends by itself gives up the document that it was in; the pool would wait for ever. */
  #attend(): void {
    for (const thread of this.#pool.threads) {
      if (this.#threads.has(thread)) continue;
      this.#threads.add(thread);
      const { threadId } = thread;
      thread.once('exit', () => {
        for (const [slot, controller] of this.#watches) {
          if (Atomics.load(this.#started, slot) === threadId)
            controller.abort(crashed(new Error('it exited')));
        }
      });
    }
  }

  /**
   * Aborts when the document in `slot` takes too long; the time starts when the worker takes it up. On a machine that has other
   * work the time is up only once the process has had as much of the processors: before that, no document has.
   */
  #watch(slot: number): { signal: AbortSignal; stop: () => void } {
    const controller = new AbortController();
    this.#watches.set(slot, controller);
    const sent = performance.now();
    let began: { readonly at: number; readonly cpu: number } | undefined;
    const look = () => {
      const now = performance.now();
      if (Atomics.load(this.#started, slot) !== 0) began ??= { at: now, cpu: cpuMilliseconds() };
      const taken = now - (began?.at ?? sent + START_MILLISECONDS);
      if (taken < this.#timeLimit) return;
      if (began && taken < this.#timeLimit * MOST_WAITING && cpuMilliseconds() - began.cpu < this.#timeLimit)
        return;
      controller.abort(
        new ClaimlineError('stage/timeout', `took longer than ${this.#timeLimit / 1000} s`, {
          hint: 'raise --time-limit, or leave the document out',
        }),
      );
    };
    const timer = setInterval(look, Math.max(10, Math.min(250, this.#timeLimit / 4)));
    const stop = () => {
      clearInterval(timer);
      this.#watches.delete(slot);
    };
    return { signal: controller.signal, stop };
  }
}

/** Processor time of all threads of the process. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The document with bytes that can be handed over: a view into a larger buffer would take all of it along. */
function owned(raw: RawInput): RawInput & { content: string | Uint8Array<ArrayBuffer> } {
  const { content } = raw;
  if (typeof content === 'string') return { ...raw, content };
  const whole = content.byteLength === content.buffer.byteLength && content.buffer instanceof ArrayBuffer;
  return { ...raw, content: whole ? (content as Uint8Array<ArrayBuffer>) : Uint8Array.from(content) };
}

function crashed(cause: unknown): ClaimlineError {
  const memory = (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
  const reason = memory ? 'it ran out of memory' : cause instanceof Error ? cause.message : String(cause);
  return new ClaimlineError('worker/crashed', `the worker stopped on this document: ${reason}`, { cause });
}

function unexpected(): ClaimlineError {
  return new ClaimlineError('worker/crashed', 'the worker answered something else');
}

/** Run from TypeScript sources (tests, benchmarks), a worker needs the loader registered anew. */
function typescriptLoader(): string[] {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const api = new URL('dist/esm/api/index.mjs', tsx).href;
  return ['--import', `data:text/javascript,import{register}from"${api}";register()`];
}

function defaultWorker(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./extract-worker.${ending}`, import.meta.url);
}
