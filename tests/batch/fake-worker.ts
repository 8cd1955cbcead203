import { threadId } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type { WorkerReply, WorkerSetup, WorkerTask } from '../../src/batch/protocol.ts';
import { decodeInput } from '../../src/io/decode-input.ts';

// A worker whose documents say what shall happen to it.

const setup = Tinypool.workerData as WorkerSetup;

export default async function work({ slot, raw }: WorkerTask): Promise<WorkerReply> {
  Atomics.store(setup.started, slot, threadId);
  if (raw === undefined) return { kind: 'hello', version: 'fake', configSha256: 'fake' };
  const { input } = decodeInput(raw);
  const text = input.text ?? '';
  if (text === 'hang') for (;;);
  if (text === 'exit') process.exit(3);
  if (text === 'throw later') {
    setTimeout(() => {
      throw new Error('out of nowhere');
    });
    await new Promise(() => {});
  }
  if (text === 'eat memory') {
    const eaten: string[][] = [];
    for (;;) eaten.push(Array.from({ length: 1e6 }, (_, i) => `${i}`));
  }
  const wait = /^wait (\d+)/.exec(text)?.[1];
  if (wait !== undefined) await new Promise((resolve) => setTimeout(resolve, Number(wait)));
  return {
    kind: 'extracted',
    output: new TextEncoder().encode(`${JSON.stringify({ text, bytes: input.sha256 })}\n`),
    articleId: '',
    versionId: '',
    claims: 0,
  };
}
