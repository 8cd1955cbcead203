// tsx bench/speed/batch.ts [--pages N] [--documents N] [--only threads,memory,sqlite,postgres] [--light]
// Prints the figures of the batch and the databases; timings are for reading, never for a pass or fail.
//   threads   two workers against one, in turns in the same run, and the share of reading and writing
//   memory    the process's memory over a long run, by tenths (--light: without the stages that load models)
//   sqlite, postgres   claims per second into one connection
// Pages are those of newspaper4k-ds below CLAIMLINE_EVAL; without them, generated ones.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runBatch } from '../../src/batch/run-batch.ts';
import { WorkerPool } from '../../src/batch/worker-pool.ts';
import type { InputItem } from '../../src/io/input-item.ts';
import type { Sink } from '../../src/io/line-sink.ts';
import { openSink } from '../../src/io/open-sink.ts';
import { readInputs } from '../../src/io/read-inputs.ts';
import { startPostgres } from '../../tests/io/embedded-postgres.ts';
import { evalDir, formatTable } from '../harness.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '60' },
    documents: { type: 'string', default: '20000' },
    light: { type: 'boolean', default: false },
    only: { type: 'string', default: 'threads,memory,sqlite,postgres' },
  },
});
const wanted = new Set(values.only.split(','));
const folder = mkdtempSync(join(tmpdir(), 'claimline-bench-'));

const htmlFolder = join(evalDir(), 'boilerplate/newspaper4k-ds/html');
const pages: string[] = existsSync(htmlFolder)
  ? readdirSync(htmlFolder)
      .slice(0, Number(values.pages))
      .map((name) => join(htmlFolder, name))
  : [];

function pool(threads: number, { light = false, rows = false } = {}): WorkerPool {
  return new WorkerPool({
    config: light ? { stages: ['blocks', 'metadata', 'sentences'] } : {},
    lines: 'article',
    rows,
    pretty: false,
    timings: false,
    sketch: false,
    threads,
    timeLimit: 60_000,
  });
}

/** A short news text, another for each number. */
function shortText(n: number): string {
  const place = ['Corby', 'Harrow', 'Leeds', 'Dover'][n % 4];
  return (
    `The old mill in ${place} burned down on Tuesday, Chief Ada Lind said. ` +
    `Police arrested ${n % 90} people, and ${n} homes were left without power. ` +
    `"We do not know the cause of fire number ${n}," Lind told reporters on 3 March 2026.`
  );
}

async function* generated(count: number): AsyncGenerator<InputItem> {
  for (let n = 0; n < count; n++) {
    const id = `d${n}`;
    const facts = { id, mediaType: 'text/plain', articleText: true, published: '2026-03-04' } as const;
    yield { kind: 'document', content: shortText(n), location: { record: n }, ...facts };
  }
}

interface Timed {
  readonly seconds: number;
  readonly inputSeconds: number;
  readonly sinkSeconds: number;
  readonly documents: number;
}

/** One batch, timed in its parts. */
async function timed(
  items: AsyncIterable<InputItem>,
  workers: WorkerPool,
  sink: Pick<Sink, 'write'>,
  each?: (documents: number) => void,
): Promise<Timed> {
  let inputSeconds = 0;
  let sinkSeconds = 0;
  let documents = 0;
  async function* watched(): AsyncGenerator<InputItem> {
    const iterator = items[Symbol.asyncIterator]();
    for (;;) {
      const before = performance.now();
      const next = await iterator.next();
      inputSeconds += (performance.now() - before) / 1000;
      if (next.done) return;
      yield next.value;
    }
  }
  const began = performance.now();
  await runBatch({
    items: watched(),
    pool: workers,
    write: async (outcome) => {
      documents++;
      each?.(documents);
      if (outcome.kind === 'failed') return;
      const before = performance.now();
      await sink.write(outcome.result.output);
      sinkSeconds += (performance.now() - before) / 1000;
    },
  });
  return { seconds: (performance.now() - began) / 1000, inputSeconds, sinkSeconds, documents };
}

const source = () => (pages.length > 0 ? readInputs(pages) : generated(2000));
const lines: Uint8Array[] = [];

/** The records that the databases are loaded with. */
async function gather(): Promise<{ documents: number; claims: number }> {
  if (lines.length === 0) {
    const workers = pool(2);
    await timed(source(), workers, { write: async (output) => void lines.push(output) });
    await workers.close();
  }
  const claims = lines.map(
    (line) => (JSON.parse(Buffer.from(line).toString()) as { claims: unknown[] }).claims.length,
  );
  return { documents: lines.length, claims: claims.reduce((a, b) => a + b, 0) };
}

async function threads(): Promise<void> {
  const pools = [pool(1), pool(2)] as const;
  const keep = { write: async () => {} };
  for (const one of pools) await timed(source(), one, keep); // starts the threads, loads the models
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < 3; turn++) {
    for (const [index, one] of pools.entries()) {
      best[index] = Math.min(best[index]!, (await timed(source(), one, keep)).seconds);
    }
  }
  const sink = await openSink(join(folder, 'threads.db'));
  const idle = performance.eventLoopUtilization();
  const whole = await timed(source(), pools[1], sink);
  const { utilization } = performance.eventLoopUtilization(idle);
  const before = performance.now();
  await sink.close();
  const closing = (performance.now() - before) / 1000;
  for (const one of pools) await one.close();
  const share = (whole.inputSeconds + whole.sinkSeconds + closing) / (whole.seconds + closing);
  const figure = (value: number) => value.toFixed(2);
  console.log(
    formatTable([
      [`${whole.documents} documents, best of 3 turns`, '', 'aim'],
      ['one worker, documents/s', figure(whole.documents / best[0]!), ''],
      ['two workers, documents/s', figure(whole.documents / best[1]!), ''],
      ['two workers against one', figure(best[0]! / best[1]!), '>= 1.70'],
      ['main thread, share of the time busy', figure(utilization), ''],
      ['reading and SQLite, share of the run', figure(share), '<= 0.15'],
    ]),
  );
}

async function memory(): Promise<void> {
  const count = Number(values.documents);
  const workers = pool(2, { light: values.light });
  const sink = await openSink(join(folder, 'memory.jsonl'));
  const tenths: { rss: number[]; heap: number[] }[] = Array.from({ length: 10 }, () => ({
    rss: [],
    heap: [],
  }));
  // What is still in use, apart from what the collector has not come to yet.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  await timed(generated(count), workers, sink, (documents) => {
    if (documents % 20 !== 0) return;
    const { rss } = process.memoryUsage();
    if (documents % 200 === 0) collect();
    const { heapUsed, external } = process.memoryUsage();
    const tenth = tenths[Math.min(9, Math.floor(((documents - 1) / count) * 10))]!;
    tenth.rss.push(rss);
    if (documents % 200 === 0) tenth.heap.push(heapUsed + external);
  });
  await sink.close();
  await workers.close();
  const mean = (all: number[]) => all.reduce((a, b) => a + b, 0) / all.length / 2 ** 20;
  const rows = tenths.map(({ rss, heap }, i) => [String(i + 1), mean(rss).toFixed(0), mean(heap).toFixed(1)]);
  console.log(`memory over ${count} documents, MB`);
  console.log(formatTable([['tenth', 'process with its workers', 'main thread, in use'], ...rows]));
  const grown = (pick: 'rss' | 'heap') => mean(tenths[9]![pick]) / mean(tenths[1]![pick]) - 1;
  console.log(
    `last against second tenth: process ${(grown('rss') * 100).toFixed(1)} %, main thread ${(grown('heap') * 100).toFixed(1)} % (aim: within 10 %)`,
  );
}

async function load(name: string, output: string, aim: number): Promise<void> {
  const { claims, documents } = await gather();
  const sink = await openSink(output);
  const began = performance.now();
  for (const line of lines) await sink.write(line);
  await sink.close();
  const seconds = (performance.now() - began) / 1000;
  const again = await openSink(output);
  const second = performance.now();
  for (const line of lines) await again.write(line);
  await again.close();
  const repeat = (performance.now() - second) / 1000;
  console.log(
    `${name}: ${documents} records, ${claims} claims in ${seconds.toFixed(2)} s, ${(claims / seconds).toFixed(0)} claims/s (aim: >= ${aim}); unchanged again in ${repeat.toFixed(2)} s`,
  );
}

try {
  if (wanted.has('threads')) await threads();
  if (wanted.has('sqlite')) await load('SQLite', join(folder, 'load.db'), 2000);
  if (wanted.has('postgres')) {
    const given = process.env.CLAIMLINE_POSTGRES;
    const server = given === undefined ? await startPostgres() : { url: given, stop: async () => {} };
    if ('skipped' in server) console.log(`PostgreSQL: skipped, ${server.skipped}`);
    else {
      await load('PostgreSQL', server.url, 3000);
      await server.stop();
    }
  }
  if (wanted.has('memory')) await memory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
