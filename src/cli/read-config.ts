import { existsSync, readFileSync } from 'node:fs';
import type { PipelineConfig } from '../config/config.ts';
import { ClaimlineError } from '../core/errors.ts';

const DEFAULT_FILE = 'pipeline.config.json';

/**
 * The config in `file`; without one that of `pipeline.config.json` in the current folder; without that the
 * defaults. What it says is checked by `createPipeline`.
 * @throws ClaimlineError `config/unreadable`, `config/invalid`
 */
export function readConfig(file: string | undefined): PipelineConfig {
  const path = file ?? (existsSync(DEFAULT_FILE) ? DEFAULT_FILE : undefined);
  if (path === undefined) return {};
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ClaimlineError('config/unreadable', `cannot read ${path}: ${(cause as Error).message}`, {
      hint: 'check the path given to --config',
      cause,
    });
  }
  try {
    return JSON.parse(text) as PipelineConfig;
  } catch (cause) {
    throw new ClaimlineError('config/invalid', `${path} is not JSON: ${(cause as Error).message}`, { cause });
  }
}
