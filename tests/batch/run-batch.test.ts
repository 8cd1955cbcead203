import { describe, expect, it } from 'vitest';
import type { Extracted } from '../../src/batch/protocol.ts';
import { type BatchOptions, runBatch } from '../../src/batch/run-batch.ts';
import { ClaimlineError } from '../../src/core/errors.ts';
import type { InputItem, RawInput } from '../../src/io/input-item.ts';

const extracted: Extracted = {
  kind: 'extracted',
  output: new Uint8Array(),
  articleId: '',
  versionId: '',
  claims: 0,
};
const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

/** A pool of two that takes a moment for each document. */
function pool(seen: string[] = []) {
  return {
    free: 2,
    async run(raw: RawInput) {
      this.free--;
      seen.push(String(raw.content));
      await tick();
      this.free++;
      return extracted;
    },
  };
}

async function* numbered(count: number, read: { count: number } = { count: 0 }): AsyncGenerator<InputItem> {
  for (let i = 0; i < count; i++) {
    read.count++;
    yield { kind: 'document', content: String(i), location: { record: i } };
  }
}

const record = (outcome: Parameters<BatchOptions['write']>[0]) => outcome.raw.location.record;

describe('runBatch', () => {
  it('accounts for every item', async () => {
    async function* mixed(): AsyncGenerator<InputItem> {
      yield* numbered(2);
      yield { kind: 'skipped', reason: 'an image' };
      const error = new ClaimlineError('input/binary', 'an image');
      yield { kind: 'failed', error, location: { record: 'bad' } };
      yield* numbered(1);
    }
    const out: unknown[] = [];
    const skipped: string[] = [];
    await runBatch({
      items: mixed(),
      pool: pool(),
      write: (outcome) => void out.push([outcome.kind, record(outcome)]),
      skipped: (reason) => skipped.push(reason),
    });
    expect(out).toEqual([
      ['extracted', 0],
      ['extracted', 1],
      ['failed', 'bad'],
      ['extracted', 0],
    ]);
    expect(skipped).toEqual(['an image']);
  });

  it('reads no further than the window while the sink is slow', async () => {
    const read = { count: 0 };
    let written = 0;
    let most = 0;
    await runBatch({
      items: numbered(100, read),
      pool: pool(),
      window: 8,
      write: async () => {
        await tick();
        written++;
        most = Math.max(most, read.count - written);
      },
    });
    expect(written).toBe(100);
    expect(most).toBeLessThanOrEqual(8 + 1);
  });

  it('writes one at a time', async () => {
    let writing = 0;
    await runBatch({
      items: numbered(20),
      pool: pool(),
      ordered: false,
      write: async () => {
        expect(++writing).toBe(1);
        await tick();
        writing--;
      },
    });
  });

  it('when stopped, finishes what was read and reads no more', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const out: unknown[] = [];
    await runBatch({
      items: numbered(100),
      pool: pool(seen),
      signal: stop.signal,
      write: (outcome) => {
        out.push(record(outcome));
        if (out.length === 5) stop.abort();
      },
    });
    expect(out).toEqual(seen.map(Number));
    expect(out.length).toBeLessThan(12);
  });

  it('can be stopped while the input is silent', async () => {
    const stop = new AbortController();
    async function* silent(): AsyncGenerator<InputItem> {
      yield* numbered(1);
      await new Promise(() => {});
    }
    setTimeout(() => stop.abort(), 30);
    const out: unknown[] = [];
    await runBatch({
      items: silent(),
      pool: pool(),
      signal: stop.signal,
      write: (outcome) => void out.push(record(outcome)),
    });
    expect(out).toEqual([0]);
  });

  it('ends with the fault of a sink', async () => {
    const seen: string[] = [];
    const broken = runBatch({
      items: numbered(1000),
      pool: pool(seen),
      write: () => Promise.reject(new Error('disk full')),
    });
    await expect(broken).rejects.toThrow('disk full');
    expect(seen.length).toBeLessThan(50);
  });
});
