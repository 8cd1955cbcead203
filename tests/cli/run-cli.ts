import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

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

/** Runs the command line from its sources in a process of its own. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const tsx = import.meta.resolve === undefined ? 'tsx' : resolve('node_modules/tsx/dist/loader.mjs');
  const child = spawn(process.execPath, ['--import', tsx, resolve('src/cli/main.ts'), ...args], {
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
