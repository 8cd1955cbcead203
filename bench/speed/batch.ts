// tsx bench/speed/batch.ts [--pages N] [--turns N] [--documents N] [--only threads,memory,sqlite,postgres] [--light]
// Prints the figures of the batch and the databases; timings are for reading, never for a pass or fail.
//   threads   two workers against one, in turns in the same run, and the share of reading and writing. Starting the workers is
//             left out of it; on a machine that does other work beside, the ratio says nothing, the share of the CPU still does.
//             Beside it stands how many processors a run keeps busy: one worker takes more than one, as V8 compiles and collects
//             on threads of its own, and what one worker takes of the second processor is lost to the ratio
//   memory    the process's memory over a long run, by tenths (--light: without the stages that load models). The main thread's
//             is what is in use. That of the process is a saw with teeth of some 50,000 documents, as V8 lets a worker's old
//             generation grow before it collects; --documents 120000 --light shows one whole
//   sqlite, postgres   claims per second into one connection
// Pages are those of newspaper4k-ds and daniel-en below CLAIMLINE_EVAL; without them, generated ones.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type ResultSink, resultSink } from '../../src/batch/result-sink.ts';
import { runBatch } from '../../src/batch/run-batch.ts';
import { WorkerPool } from '../../src/batch/worker-pool.ts';
import { StoreSink } from '../../src/io/database/record-store.ts';
import type { InputItem } from '../../src/io/input-item.ts';
import { openSink, openStore } from '../../src/io/open-sink.ts';
import { readInputs } from '../../src/io/read-inputs.ts';
import { startPostgres } from '../../tests/io/embedded-postgres.ts';
import { evalDir, formatTable } from '../harness.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '300' },
    turns: { type: 'string', default: '2' },
    documents: { type: 'string', default: '20000' },
    light: { type: 'boolean', default: false },
    only: { type: 'string', default: 'threads,memory,sqlite,postgres' },
  },
});
const wanted = new Set(values.only.split(','));
const folder = mkdtempSync(join(tmpdir(), 'claimline-bench-'));

const pages = ['newspaper4k-ds', 'daniel-en']
  .map((set) => join(evalDir(), 'boilerplate', set, 'html'))
  .filter((set) => existsSync(set))
  .flatMap((set) => readdirSync(set).map((name) => join(set, name)))
  .slice(0, Number(values.pages));

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
  /** Of all threads of the process. */
  readonly cpuSeconds: number;
  readonly inputSeconds: number;
  readonly sinkSeconds: number;
  readonly documents: number;
}

/** One batch, timed in its parts. */
async function timed(
  items: AsyncIterable<InputItem>,
  workers: WorkerPool,
  sink: Pick<ResultSink, 'write'>,
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
  const cpu = processSeconds();
  const began = performance.now();
  await runBatch({
    items: watched(),
    pool: workers,
    write: async (outcome) => {
      documents++;
      each?.(documents);
      if (outcome.kind === 'failed') return;
      const before = performance.now();
      await sink.write(outcome.result);
      sinkSeconds += (performance.now() - before) / 1000;
    },
  });
  const seconds = (performance.now() - began) / 1000;
  return { seconds, cpuSeconds: processSeconds() - cpu, inputSeconds, sinkSeconds, documents };
}

const source = (most = Number.POSITIVE_INFINITY) =>
  pages.length > 0 ? readInputs(pages.slice(0, most)) : generated(Math.min(most, 2000));
const lines: Uint8Array[] = [];

/** The records that the databases are loaded with. */
async function gather(): Promise<{ documents: number; claims: number }> {
  if (lines.length === 0) {
    const workers = pool(2);
    await timed(source(), workers, { write: async ({ output }) => void lines.push(output) });
    await workers.close();
  }
  const claims = lines.map(
    (line) => (JSON.parse(Buffer.from(line).toString()) as { claims: unknown[] }).claims.length,
  );
  return { documents: lines.length, claims: claims.reduce((a, b) => a + b, 0) };
}

/** Seconds of CPU that the main thread has taken, where the system tells (Linux). */
function mainThreadSeconds(): number | undefined {
  const path = `/proc/self/task/${process.pid}/stat`;
  if (!existsSync(path)) return undefined;
  // After the name in brackets: user and system time are the 12th and 13th, in hundredths of a second.
  const fields = readFileSync(path, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function processSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function threads(): Promise<void> {
  const pools = [pool(1), pool(2)] as const;
  const keep = { write: async () => {} };
  // Starts the threads and loads the models, which takes each about as long as four pages.
  for (const one of pools) await timed(source(20), one, keep);
  const best: [Timed?, Timed?] = [];
  for (let turn = 0; turn < Number(values.turns); turn++) {
    for (const [index, one] of pools.entries()) {
      const run = await timed(source(), one, keep);
      if (run.seconds < (best[index]?.seconds ?? Number.POSITIVE_INFINITY)) best[index] = run;
    }
  }
  for (const one of pools) await one.close();
  const [one, two] = best as [Timed, Timed];

  const loading = pool(2, { rows: true });
  await timed(source(20), loading, keep);
  const store = new StoreSink(await openStore(join(folder, 'threads.db')), 'threads.db');
  const main = mainThreadSeconds();
  const all = processSeconds();
  const whole = await timed(source(), loading, { write: ({ rows }) => store.put(rows!) });
  const before = performance.now();
  await store.close();
  const closing = (performance.now() - before) / 1000;
  const mainShare = main === undefined ? undefined : (mainThreadSeconds()! - main) / (processSeconds() - all);
  await loading.close();
  const figure = (value: number) => value.toFixed(3);
  const run = whole.seconds + closing;
  console.log(
    formatTable([
      [
        `${whole.documents} documents, best of ${values.turns} turns, load ${loadavg()[0]!.toFixed(1)}`,
        '',
        'aim',
      ],
      ['one worker, documents/s', figure(one.documents / one.seconds), ''],
      ['two workers, documents/s', figure(two.documents / two.seconds), ''],
      ['two workers against one', figure(one.seconds / two.seconds), '>= 1.70'],
      ['processors kept busy by one worker', figure(one.cpuSeconds / one.seconds), ''],
      ['processors kept busy by two', figure(two.cpuSeconds / two.seconds), ''],
      ['CPU a document takes with two, against with one', figure(two.cpuSeconds / one.cpuSeconds), ''],
      [
        'SQLite, share of the run that writing is waited for',
        figure((whole.sinkSeconds + closing) / run),
        '<= 0.15',
      ],
      ['reading, the same (it runs beside the workers)', figure(whole.inputSeconds / run), ''],
      [
        'main thread (reading, messages, SQLite), share of the CPU',
        mainShare === undefined ? 'unknown' : figure(mainShare),
        '<= 0.15',
      ],
    ]),
  );
}

async function memory(): Promise<void> {
  const count = Number(values.documents);
  const workers = pool(2, { light: values.light });
  const sink = resultSink(await openSink(join(folder, 'memory.jsonl')));
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
