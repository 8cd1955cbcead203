import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { Command } from 'commander';
import { invariantViolations, type Violation } from '../gold/invariants.ts';
import { type ArticleRecord, RecordSchema } from '../record/record.ts';
import { readJsonLines } from './read-json-lines.ts';

interface CheckOptions {
  readonly inputs?: string;
  readonly json?: boolean;
  readonly limit: string;
}

export function checkCommand(): Command {
  return new Command('check')
    .description('check every record of a file against the schema and the invariants')
    .argument('<file>', 'records, one JSON object a line (.gz too), or - for stdin')
    .option('--inputs <dir>', "folder that the records' source.path starts from", '.')
    .option('--limit <n>', 'violations to print', '50')
    .option('--json', 'violations as JSON lines, all of them')
    .addHelpText(
      'after',
      `
Where the input of a record is still there (source.path, equal SHA-256, UTF-8), its raw slices are checked too.
Exit codes: 0 all hold, 5 some do not.

Examples:
  claimline check claims.jsonl
  claimline extract page.html | claimline check -`,
    )
    .action(run);
}

async function run(file: string, options: CheckOptions): Promise<void> {
  const limit = options.json ? Number.POSITIVE_INFINITY : Number(options.limit);
  let checked = 0;
  let withRaw = 0;
  let failing = 0;
  let count = 0;
  for await (const { line, value, error } of readJsonLines(file)) {
    checked++;
    const { violations, raw } =
      error === undefined ? checkRecord(value, options.inputs ?? '.') : notJson(error);
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

function checkRecord(value: unknown, inputs: string): { violations: Violation[]; raw: boolean } {
  const parsed = RecordSchema.safeParse(value);
  if (!parsed.success) {
    const violations = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }));
    return { violations, raw: false };
  }
  const raw = rawInput(parsed.data, inputs);
  return { violations: invariantViolations(parsed.data, raw), raw: raw !== undefined };
}

/** The decoded input, where it still lies at its path unchanged. */
function rawInput({ source }: ArticleRecord, inputs: string): string | undefined {
  if (source.path === undefined || !/^utf-?8$/i.test(source.charset)) return undefined;
  const path = isAbsolute(source.path) ? source.path : join(inputs, source.path);
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  if (createHash('sha256').update(bytes).digest('hex') !== source.sha256) return undefined;
  const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return raw.startsWith('\ufeff') ? ` ${raw.slice(1)}` : raw;
}
