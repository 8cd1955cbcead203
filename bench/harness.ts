import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** One measured figure. `figure` is the stable key under which its floor is recorded. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  /** The project's aim, if an issue or peer sets one. */
  readonly target?: number;
  /** True for errors and times, where less is better. Default false. */
  readonly lowerIsBetter?: boolean;
  /** Timings are printed and never checked against a floor. */
  readonly timing?: boolean;
}

/** A benchmark: `bench/accuracy/<name>.ts` exports one as `bench`. */
export interface Bench {
  readonly name: string;
  /** Names what it reads below `CLAIMLINE_EVAL` (default `../shared/eval`); absent data is skipped, never a failure. */
  run(context: BenchContext): Promise<BenchResult> | BenchResult;
}

export interface BenchContext {
  readonly evalDir: string;
  readonly trainDir: string;
  /** Peers are measured only when asked for (`--peers`), as they cost time. */
  readonly peers: boolean;
  readonly args: readonly string[];
}

export interface BenchResult {
  readonly figures: readonly Figure[];
  /** Ready to print: what was measured, beside peers. */
  readonly table: string;
  readonly skipped: readonly string[];
}

export function evalDir(): string {
  return process.env.CLAIMLINE_EVAL ?? resolve(here, '../../shared/eval');
}

export function trainDir(): string {
  return process.env.CLAIMLINE_TRAIN ?? resolve(here, '../../shared/train');
}

/** The rows of a JSON lines file, or null when it is not there. */
export function readJsonl<T>(path: string): T[] | null {
  if (!existsSync(path)) return null;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Rows of cells as a text table, first row the header; numbers right-aligned. */
export function formatTable(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell)));
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells
    .map((row, index) =>
      row
        .map((cell, column) =>
          typeof rows[index]![column] === 'number'
            ? cell.padStart(widths[column]!)
            : cell.padEnd(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export interface FloorReport {
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** Recorded floors: figure -> value, as `--update` wrote them. */
export function readFloors(name: string): Record<string, number> {
  const path = floorPath(name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, number>) : {};
}

/** Compares with the recorded floors; more than `tolerance` on the wrong side is lost. */
export function compareWithFloors(name: string, figures: readonly Figure[], tolerance = 0.05): FloorReport {
  const floors = readFloors(name);
  const lost: string[] = [];
  const gained: string[] = [];
  for (const { figure, value, lowerIsBetter, timing } of figures) {
    const floor = floors[figure];
    if (timing || floor === undefined) continue;
    const gain = lowerIsBetter ? floor - value : value - floor;
    if (gain < -tolerance) lost.push(`${figure}: ${value} against a floor of ${floor}`);
    if (gain > tolerance) gained.push(`${figure}: ${value} against a floor of ${floor}`);
  }
  return { lost, gained };
}

export function writeFloors(name: string, figures: readonly Figure[]): void {
  const floors = Object.fromEntries(
    figures.filter((f) => !f.timing).map(({ figure, value }) => [figure, Math.round(value * 1000) / 1000]),
  );
  mkdirSync(dirname(floorPath(name)), { recursive: true });
  writeFileSync(floorPath(name), `${JSON.stringify(floors, null, 2)}\n`);
}

function floorPath(name: string): string {
  return join(here, 'floors', `${name}.json`);
}
