import { once } from 'node:events';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Transferable, Worker } from 'node:worker_threads';

/** A worker thread that runs a TypeScript module and answers each message with one. */
export class Thread {
  readonly #worker: Worker;

  constructor(module: URL, workerData: unknown) {
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
    const api = new URL('dist/esm/api/index.mjs', tsx).href;
    this.#worker = new Worker(module, {
      workerData,
      execArgv: ['--import', `data:text/javascript,import{register}from"${api}";register()`],
    });
  }

  /** Throws what the thread threw. */
  async ask<Reply>(message: unknown, transfer: Transferable[] = []): Promise<Reply> {
    this.#worker.postMessage(message, transfer);
    const [reply] = await once(this.#worker, 'message');
    return reply as Reply;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
