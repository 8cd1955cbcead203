// tsx bench/speed/development-pages.ts [--jobs N] [--every N] [--time-limit SECONDS] [--keep FOLDER]
// All development pages (every Nth) of all sets below CLAIMLINE_EVAL through `claimline extract`, as a stranger would run it:
// begun, killed half-way (SIGKILL), resumed to the end. Prints inputs, records, failures with their reasons and pages per
// second; exits with 1 when a page is not accounted for exactly once.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FailedRow } from '../../src/batch/failed-row.ts';
import type { ArticleRecord } from '../../src/record/record.ts';
import { evalDir, formatTable, readJsonl } from '../harness.ts';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '2' },
    every: { type: 'string', default: '1' },
    'time-limit': { type: 'string', default: '30' },
    keep: { type: 'string' },
  },
});

const sets = join(evalDir(), 'boilerplate');
const inputs = (existsSync(sets) ? readdirSync(sets) : [])
  .flatMap((set) => [join(sets, set, 'html'), join(sets, set, 'txt')])
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((_, index) => index % Number(values.every) === 0);

/** Runs `claimline extract` over the inputs; `until` decides when it is killed. */
async function extract(output: string, more: readonly string[], until = () => false): Promise<number> {
  const began = performance.now();
  const program = [
    ...['--import', 'tsx', 'src/cli/main.ts', 'extract', ...inputs, '-o', output],
    ...['-j', values.jobs, '--time-limit', values['time-limit'], ...more],
  ];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'inherit', 'inherit'] });
  const watch = setInterval(() => until() && child.kill('SIGKILL'), 200);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  return (performance.now() - began) / 1000;
}

async function run(folder: string): Promise<void> {
  const output = join(folder, 'records.jsonl');
  const errors = join(folder, 'failed.jsonl');
  const bytes = inputs.reduce((sum, path) => sum + statSync(path).size, 0);
  // A record is about as large as its page is packed; somewhere in the middle will do.
  const half = () => existsSync(output) && statSync(output).size > bytes / 2;
  const first = await extract(output, ['--errors', errors], half);
  const before = existsSync(output) ? readFileSync(output, 'utf8').split('\n').length - 1 : 0;
  const second = await extract(output, ['--errors', errors, '--resume']);

  const counts = new Map(inputs.map((path) => [path, 0]));
  const count = (path = '?') => counts.set(path, (counts.get(path) ?? Number.NaN) + 1);
  let claims = 0;
  const records = readJsonl<ArticleRecord>(output) ?? [];
  for (const record of records) {
    count(record.source.path);
    claims += record.claims.length;
  }
  const failures = readJsonl<FailedRow>(errors) ?? [];
  for (const { input, error } of failures) {
    count(input.path);
    console.log(`failed: ${input.path}: ${error.code}: ${error.message}`);
  }
  const wrong = [...counts].filter(([, times]) => times !== 1);
  for (const [path, times] of wrong) console.log(`not once: ${path}: ${times}`);
  console.log(
    formatTable([
      ['development pages', ''],
      ['inputs', `${inputs.length}`],
      ['records', `${records.length} with ${claims} claims`],
      ['failures', `${failures.length}`],
      ['accounted for exactly once', `${counts.size - wrong.length}`],
      ['records when killed', `${before} after ${first.toFixed(0)} s`],
      [`pages/s after resuming, ${values.jobs} workers`, ((inputs.length - before) / second).toFixed(1)],
    ]),
  );
  if (wrong.length > 0) process.exitCode = 1;
}

if (inputs.length === 0) {
  console.error(`no pages at ${sets}: set CLAIMLINE_EVAL`);
} else {
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'claimline-pages-'));
  mkdirSync(folder, { recursive: true });
  try {
    await run(folder);
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
