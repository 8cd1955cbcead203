import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { invariantViolations } from '../gold/invariants.ts';
import type { Violation } from '../gold/record-checker.ts';
import { decodeInput } from '../io/decode-input.ts';
import { DEFAULT_MAX_BYTES } from '../io/input-item.ts';
import { readInputs } from '../io/read-inputs.ts';
import { type ArticleRecord, RecordSchema } from '../record/record.ts';
import { readJsonLines } from './read-json-lines.ts';

interface CheckOptions {
  readonly inputs: string;
  readonly json?: boolean;
  readonly limit: number;
}

export function checkCommand(): Command {
  return new Command('check')
    .description('check every record of a file against the schema and the invariants')
    .argument('<file>', 'records as `extract` writes them (.gz too), or - for stdin')
    .option('--inputs <dir>', "folder that the records' source.path starts from", '.')
    .option('--limit <n>', 'violations to print', whole, 50)
    .option('--json', 'violations as JSON lines, all of them')
    .addHelpText(
      'after',
      `
Where the input of a record is still there (one document a file, source.path, equal SHA-256), its raw slices are checked too.
Exit codes: 0 all hold, 5 some do not.

Examples:
  claimline check claims.jsonl
  claimline extract page.html | claimline check -`,
    )
    .action(run);
}

async function run(file: string, options: CheckOptions): Promise<void> {
  const limit = options.json ? Number.POSITIVE_INFINITY : options.limit;
  let checked = 0;
  let withRaw = 0;
  let failing = 0;
  let count = 0;
  for await (const { line, value, error } of readJsonLines(file)) {
    checked++;
    const { violations, raw } =
      error === undefined ? await checkRecord(value, options.inputs) : notJson(error);
    if (raw) withRaw++;
    if (violations.length > 0) failing++;
    for (const { path, message } of violations) {
      if (++count > limit) continue;
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ line, path, message })}\n`
          : `${file}:${line}: ${path === '' ? '' : `${path} `}${message}\n`,
      );
    }
  }
  if (count > limit) process.stderr.write(`and ${count - limit} more\n`);
  process.stderr.write(
    `${checked} records, ${failing} with violations; raw slices checked in ${withRaw} of them\n`,
  );
  if (failing > 0) process.exitCode = 5;
}

function notJson(error: string): { violations: Violation[]; raw: boolean } {
  return { violations: [{ path: '', message: `is no JSON: ${error}` }], raw: false };
}

async function checkRecord(
  value: unknown,
  inputs: string,
): Promise<{ violations: Violation[]; raw: boolean }> {
  if (isClaimLine(value)) {
    const message = 'is a claim of --per claim; check reads records of articles';
    return { violations: [{ path: '', message }], raw: false };
  }
  const parsed = RecordSchema.safeParse(value);
  if (!parsed.success) {
    const violations = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }));
    return { violations, raw: false };
  }
  const raw = await rawInput(parsed.data, inputs);
  return { violations: invariantViolations(parsed.data, raw), raw: raw !== undefined };
}

function isClaimLine(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'sentenceText' in value && !('claims' in value);
}

const BYTE_ORDER_MARK = 0xfeff;

/** The decoded input as the pipeline saw it, where it still lies at its path unchanged. */
async function rawInput({ source }: ArticleRecord, inputs: string): Promise<string | undefined> {
  if (source.path === undefined) return undefined;
  const path = isAbsolute(source.path) ? source.path : join(inputs, source.path);
  if (!existsSync(path)) return undefined;
  for await (const item of readInputs([path], { maxBytes: DEFAULT_MAX_BYTES })) {
    // A file of many documents is not searched for the one.
    if (item.kind !== 'document') return undefined;
    const { input } = decodeInput(item);
    const raw = input.html ?? input.text ?? '';
    if (input.sha256 !== source.sha256) return undefined;
    return raw.charCodeAt(0) === BYTE_ORDER_MARK ? ` ${raw.slice(1)}` : raw;
  }
  return undefined;
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('a whole number');
  return value;
}
