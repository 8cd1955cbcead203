import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

it('importing the library prints nothing, loads no .env and lets the process end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimline-import-'));
  writeFileSync(join(folder, '.env'), 'CLAIMLINE_IMPORT_PROBE=loaded\n');
  const code = `
    await import(${JSON.stringify(resolve('src/index.ts'))});
    process.stdout.write(String(process.env.CLAIMLINE_IMPORT_PROBE));`;
  const child = spawnSync(
    process.execPath,
    ['--import', resolve('node_modules/tsx/dist/loader.mjs'), '--input-type=module', '-e', code],
    { cwd: folder, encoding: 'utf8', timeout: 30_000 },
  );
  rmSync(folder, { recursive: true });
  expect(child.signal).toBeNull();
  expect(child.stderr).toBe('');
  expect(child.stdout).toBe('undefined');
});
