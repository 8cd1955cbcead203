import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { ClaimlineError } from '../core/errors.ts';
import { type Baseline, baselineOf, type FixtureScore, parseBaseline } from '../gold/baseline.ts';
import { evalTable } from '../gold/eval-table.ts';
import { type Fixture, isFixture, readFixtures } from '../gold/fixture.ts';
import { type GateReport, gate } from '../gold/gate.ts';
import { githubAnnotations } from '../gold/github-annotations.ts';
import { junit } from '../gold/junit.ts';
import { runFixtures } from '../gold/run-fixtures.ts';
import { totals } from '../gold/score.ts';
import { snapshotOf } from '../gold/snapshot.ts';
import { readConfig } from './read-config.ts';

interface EvalOptions {
  readonly json?: boolean;
  readonly baseline?: string;
  readonly tolerance: number;
  readonly output?: string;
  readonly github?: boolean;
  readonly update?: boolean;
  readonly faults?: boolean;
  readonly config?: string;
}

export function evalCommand(): Command {
  return new Command('eval')
    .description('measure the pipeline on fixtures with hand-made gold, and compare with recorded floors')
    .argument('<fixtures>', 'folder of fixtures, or one fixture')
    .option('--json', 'figures, gains and losses as JSON')
    .option('--baseline <file>', 'recorded floors (default: baseline.json in the folder, where there is one)')
    .option('--tolerance <share>', 'how far below its floor a figure may lie, 0 to 1', share, 0)
    .option('-o, --output <file>', 'write a JUnit XML report')
    .option('--github', 'print GitHub annotations')
    .option('--faults', 'list everything that is missed, wrong or too many')
    .option('-u, --update', 'accept: write the floors and every output.json anew; refused when CI is set')
    .option('--config <file>', 'pipeline config (default: pipeline.config.json, where there is one)')
    .addHelpText(
      'after',
      `
Exit codes: 0 all floors held, 2 usage, 4 below a floor, or a fixture is broken, unused or has a stale known failure.

Examples:
  claimline eval fixtures
  claimline eval fixtures --baseline fixtures/baseline.json --tolerance 0.01 -o eval.xml --github
  claimline eval fixtures/quotes--scare-quotes --faults
  claimline eval fixtures -u`,
    )
    .action(run);
}

async function run(root: string, options: EvalOptions): Promise<void> {
  const single = isFixture(root);
  if (options.update) refuseUpdate(single);
  const baselineFile = options.baseline ?? (single ? siblingBaseline(root) : join(root, 'baseline.json'));
  // Loaded here: the other commands start without the pipeline.
  const { createPipeline } = await import('../pipeline.ts');
  const pipeline = createPipeline(readConfig(options.config));
  const { fixtures, problems: unread } = readFixtures(root);
  const { scores, records, problems } = runFixtures(fixtures, (document) => pipeline.process(document));
  const broken = [...unread, ...problems];

  const recorded = readBaseline(baselineFile, options);
  const report = gate({
    scores,
    baseline: recorded ?? baselineOf(scores),
    tolerance: options.tolerance,
    known: new Map(fixtures.map(({ name, gold }) => [name, gold.knownFailures])),
    broken,
    complete: !single && recorded !== null,
  });

  print(scores, report, fixtures, options);
  if (recorded === null && !options.update) {
    process.stderr.write('no floors are recorded yet: accept these figures with -u\n');
  }
  if (options.output !== undefined) write(options.output, junit(scores, report));
  if (options.update) {
    if (broken.length > 0) {
      throw new ClaimlineError('gold/invalid', 'nothing is accepted while fixtures are broken', {
        hint: broken.map(({ name, problem }) => `${name}: ${problem}`).join('; '),
      });
    }
    write(baselineFile, `${JSON.stringify(baselineOf(scores), null, 1)}\n`);
    for (const { name, dir } of fixtures) {
      write(join(dir, 'output.json'), snapshotOf(records.get(name)!));
    }
    process.stderr.write(`accepted: ${baselineFile} and ${fixtures.length} output.json\n`);
    return;
  }
  if (!report.passed) process.exitCode = 4;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new ClaimlineError('sink/failed', `cannot write ${file}: ${(cause as Error).message}`, {
      hint: 'check the folder and what you may write',
      location: { file },
      cause,
    });
  }
}

function refuseUpdate(single: boolean): void {
  const { CI } = process.env;
  if (CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0') {
    throw new ClaimlineError('usage', '-u is refused where CI is set', {
      hint: 'accept on your own machine, read the diff and commit it',
    });
  }
  if (single) {
    throw new ClaimlineError('usage', '-u accepts a whole folder of fixtures, as the totals change too', {
      hint: 'give the folder that holds the fixtures',
    });
  }
}

function siblingBaseline(fixture: string): string {
  return join(fixture, '..', 'baseline.json');
}

function readBaseline(file: string, options: EvalOptions): Baseline | null {
  if (!existsSync(file)) {
    if (options.baseline === undefined || options.update) return null;
    throw new ClaimlineError('usage', `there is no baseline ${file}`, { hint: 'write it with -u' });
  }
  return parseBaseline(readJson(file), file);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ClaimlineError('config/unreadable', `cannot read ${file}: ${(cause as Error).message}`, {
      location: { file },
      cause,
    });
  }
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('a number from 0 to 1');
  return value;
}

function print(
  scores: readonly FixtureScore[],
  report: GateReport,
  fixtures: readonly Fixture[],
  options: EvalOptions,
): void {
  if (options.json) {
    const total = totals(scores.map((score) => score.layers));
    process.stdout.write(`${JSON.stringify({ total, fixtures: scores, gate: report }, null, 1)}\n`);
  } else {
    process.stdout.write(evalTable(scores));
    if (options.faults) process.stdout.write(`\n${faults(scores)}`);
  }
  process.stderr.write(gateText(report));
  if (options.github) {
    const lines = githubAnnotations(report, places(fixtures));
    // Runners read both streams; JSON on stdout stays JSON.
    (options.json ? process.stderr : process.stdout).write(lines.map((line) => `${line}\n`).join(''));
  }
}

function faults(scores: readonly FixtureScore[]): string {
  return scores
    .flatMap(({ name, layers }) => [
      `${name}\n`,
      ...layers
        .flatMap((layer) => layer.items)
        .filter((item) => item.outcome !== 'right')
        .map((item) => `  ${item.outcome.padEnd(8)} ${item.id}  ${item.note}\n`),
    ])
    .join('');
}

function gateText({ falls, gained, lost, problems }: GateReport): string {
  return [
    ...gained.map((change) => `gained ${change.fixture} ${change.id}  ${change.note}`),
    ...lost.map((change) => `lost   ${change.fixture} ${change.id}  ${change.note}`),
    ...problems.map(({ fixture, problem }) => `broken ${fixture}: ${problem}`),
    ...falls.map(
      (fall) =>
        `FELL   ${fall.fixture} ${fall.layer}.${fall.figure} ${fall.value.toFixed(4)}, floor ${fall.floor.toFixed(4)}`,
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function places(fixtures: readonly Fixture[]) {
  const byName = new Map(fixtures.map((fixture) => [fixture.name, fixture]));
  return {
    inputFile: (name: string) => {
      const fixture = byName.get(name);
      return fixture === undefined ? null : join(fixture.dir, fixture.inputFile).replaceAll('\\', '/');
    },
    lineAt: (name: string, offset: number) => {
      const raw = byName.get(name)?.raw;
      return raw === undefined ? null : raw.slice(0, offset).split('\n').length;
    },
  };
}
