// npm run bench:accuracy -- AREA... [--peers] [--check] [--update]
// Measures an area on the public development sets, prints the table, and compares with the recorded floors.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Bench, compareWithFloors, evalDir, formatTable, trainDir, writeFloors } from './harness.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'accuracy');
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { peers: { type: 'boolean' }, check: { type: 'boolean' }, update: { type: 'boolean' } },
});
const wanted = positionals.filter((name) => known.includes(name));
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0 || wanted.length === 0) {
  console.error(
    `usage: npm run bench:accuracy -- AREA... [--peers] [--check] [--update]\nareas: ${known.join(', ')}`,
  );
  process.exitCode = 2;
} else if (values.update && process.env.CI) {
  console.error('floors are not updated where CI is set');
  process.exitCode = 2;
} else {
  for (const name of wanted) await measure(name);
}

async function measure(name: string): Promise<void> {
  const path = join(folder, `${name}.ts`);
  const { bench } = (await import(path)) as { bench: Bench };
  const context = {
    evalDir: evalDir(),
    trainDir: trainDir(),
    peers: values.peers === true,
    args: process.argv.slice(2),
  };
  if (!existsSync(context.evalDir))
    console.error(`no evaluation data at ${context.evalDir}: set CLAIMLINE_EVAL`);
  const result = await bench.run(context);
  console.log(`# ${bench.name}\n${result.table}\n`);
  const rows = result.figures.map(({ figure, value, target, lowerIsBetter }) => [
    figure,
    value.toFixed(3),
    target === undefined ? '' : String(target),
    target === undefined ? '' : (lowerIsBetter ? value <= target : value >= target) ? 'reached' : 'below',
  ]);
  if (rows.length > 0) console.log(formatTable([['figure', 'value', 'target', ''], ...rows]));
  for (const skipped of result.skipped) console.log(`skipped: ${skipped}`);
  if (values.update) writeFloors(name, result.figures);
  const { lost, gained } = compareWithFloors(name, result.figures);
  for (const line of gained) console.log(`gained ${line}`);
  for (const line of lost) console.log(`LOST ${line}`);
  if (values.check && lost.length > 0) process.exitCode = 4;
}
