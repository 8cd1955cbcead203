import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';

export interface CliResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly input?: string;
  readonly cwd?: string;
  /** Called with the process and what it has printed to stderr so far, whenever more comes. */
  readonly onStderr?: (child: ChildProcess, text: string) => void;
  readonly onStart?: (child: ChildProcess) => void;
}

let built: string | undefined;
afterAll(() => built && rmSync(dirname(dirname(dirname(built))), { recursive: true, force: true }));

/** Compiles the sources into a folder of this process's own, beside the models; removed after the tests. */
function compiled(): string {
  if (built !== undefined) return built;
  const folder = resolve('out', `cli-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  symlinkSync(resolve('models'), join(folder, 'models'));
  const tsc = resolve('node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [
    tsc,
    '-p',
    'tsconfig.build.json',
    '--outDir',
    join(folder, 'dist'),
    '--declaration',
    'false',
  ]);
  built = join(folder, 'dist', 'cli', 'main.js');
  return built;
}

/** Runs the compiled command line in a process of its own. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const child = spawn(process.execPath, [compiled(), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    options.onStderr?.(child, stderr);
  });
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  options.onStart?.(child);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr }));
  });
}
