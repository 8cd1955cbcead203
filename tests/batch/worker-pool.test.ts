import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBatch } from '../../src/batch/run-batch.ts';
import { WorkerPool } from '../../src/batch/worker-pool.ts';
import type { InputItem, RawInput } from '../../src/io/input-item.ts';

const document = (content: string): RawInput => ({
  kind: 'document',
  content,
  location: { record: content },
});

let pool: WorkerPool;
beforeAll(() => {
  pool = new WorkerPool({
    config: {},
    lines: 'article',
    rows: false,
    pretty: false,
    timings: false,
    sketch: false,
    threads: 2,
    timeLimit: 1500,
    memoryLimit: 64,
    worker: new URL('./fake-worker.ts', import.meta.url),
  });
});
afterAll(() => pool.close());

const textOf = (output: Uint8Array) => (JSON.parse(Buffer.from(output).toString()) as { text: string }).text;

async function run(
  contents: string[],
  options: { ordered?: boolean; fail?: string } = {},
): Promise<string[]> {
  async function* items(): AsyncGenerator<InputItem> {
    for (const content of contents) yield document(content);
  }
  const out: string[] = [];
  await runBatch({
    items: items(),
    pool,
    ordered: options.ordered ?? true,
    write: (outcome) => {
      out.push(outcome.kind === 'extracted' ? textOf(outcome.result.output) : outcome.error.code);
    },
  });
  return out;
}

describe('a worker that is lost costs its document alone', () => {
  it.each([
    ['hang', 'stage/timeout'],
    ['exit', 'worker/crashed'],
    ['throw later', 'worker/crashed'],
    ['eat memory', 'worker/crashed'],
  ])('%s', async (what, code) => {
    const contents = ['a', 'b', what, 'c', 'd', 'e'];
    expect(await run(contents)).toEqual(contents.map((content) => (content === what ? code : content)));
  });

  it('all of them, one after the other', async () => {
    const contents = ['hang', 'exit', 'hang', 'exit', 'throw later', 'x', 'exit', 'exit', 'y'];
    const codes: Record<string, string> = {
      hang: 'stage/timeout',
      exit: 'worker/crashed',
      'throw later': 'worker/crashed',
    };
    expect(await run(contents)).toEqual(contents.map((content) => codes[content] ?? content));
  });

  it('the failed row has the place and the reason', async () => {
    const reply = await pool.run(document('exit'));
    expect(reply).toMatchObject({
      kind: 'failed',
      error: { code: 'worker/crashed', location: { record: 'exit' } },
    });
  });
});

describe('order', () => {
  const contents = ['wait 300 a', 'b', 'c', 'wait 100 d', 'e'];
  it('is that of the input', async () => expect(await run(contents)).toEqual(contents));
  it('is that of being done when asked for', async () => {
    const out = await run(contents, { ordered: false });
    expect(out).not.toEqual(contents);
    expect(out.toSorted()).toEqual(contents.toSorted());
  });
});

it('a view into a larger buffer arrives as it is, and is left as it is', async () => {
  const buffer = Buffer.from('before|the document|after');
  const content = buffer.subarray(7, 19);
  const reply = await pool.run({ kind: 'document', content, location: {} });
  expect(reply.kind === 'extracted' && textOf(reply.output)).toBe('the document');
  expect(buffer.toString()).toBe('before|the document|after');
});
