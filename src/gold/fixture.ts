import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { ClaimlineError } from '../core/errors.ts';
import type { Gold } from './gold.ts';
import { loadGold } from './load-gold.ts';

/** `article.json`: where an article came from and what the pipeline is told about it. */
export const FixtureArticleSchema = z.strictObject({
  trap: z.string().min(1).describe('what it would catch, one sentence'),
  url: z.string().optional(),
  published: z.string().optional().describe('ISO 8601'),
  licence: z.string().min(1),
  note: z.string().optional(),
  given: z
    .array(z.enum(['url', 'published']))
    .default([])
    .describe('what the pipeline is told beside the input; the rest it must find'),
  articleText: z.boolean().default(false).describe('the input is bare article text'),
});

export type FixtureArticle = z.infer<typeof FixtureArticleSchema>;

/** One article with everything that is known about it. */
export interface Fixture {
  readonly name: string;
  readonly dir: string;
  readonly article: FixtureArticle;
  readonly inputFile: string;
  readonly bytes: Uint8Array;
  readonly mediaType: 'text/html' | 'text/plain';
  /** The input decoded as UTF-8, a byte order mark taken off. */
  readonly raw: string;
  readonly gold: Gold;
}

/** A folder that is no whole fixture, and why. */
export interface FixtureProblem {
  readonly name: string;
  readonly problem: string;
}

const INPUTS = { 'input.txt': 'text/plain', 'input.html': 'text/html' } as const;
const KNOWN_FILES = new Set([...Object.keys(INPUTS), 'article.json', 'gold.json', 'output.json']);

/**
 * The fixtures of a folder, by name. A folder without input, article or gold, with gold that does not hold, or with a
 * file that nothing reads is a problem, never left out in silence.
 * @throws ClaimlineError `input/unreadable` when the folder itself cannot be read.
 */
export function readFixtures(root: string): { fixtures: Fixture[]; problems: FixtureProblem[] } {
  const fixtures: Fixture[] = [];
  const problems: FixtureProblem[] = [];
  for (const dir of fixtureDirs(root)) {
    const name = basename(dir);
    try {
      fixtures.push(readFixture(dir));
    } catch (error) {
      problems.push({ name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return { fixtures, problems };
}

/** Whether the folder is one fixture itself rather than a folder of them. */
export function isFixture(dir: string): boolean {
  return ['article.json', 'gold.json', ...Object.keys(INPUTS)].some((file) => existsSync(join(dir, file)));
}

function fixtureDirs(root: string): string[] {
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new ClaimlineError('input/unreadable', `${root} is no folder`, {
      hint: 'give the folder that holds the fixtures, or one fixture',
      location: { file: root },
    });
  }
  if (isFixture(root)) return [root];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name))
    .sort();
}

/** @throws ClaimlineError `gold/invalid` with what is wrong with the folder. */
export function readFixture(dir: string): Fixture {
  const files = readdirSync(dir);
  const fault = (message: string) => new ClaimlineError('gold/invalid', message, { location: { file: dir } });
  const stray = files.filter((file) => !KNOWN_FILES.has(file));
  if (stray.length > 0) throw fault(`nothing reads ${stray.join(', ')}`);
  const inputs = files.filter((file): file is keyof typeof INPUTS => file in INPUTS);
  const inputFile = inputs[0];
  if (inputFile === undefined || inputs.length > 1) throw fault('needs one input.txt or input.html');
  if (!files.includes('gold.json')) throw fault('has no gold.json: what should be found in it?');
  if (!files.includes('article.json')) throw fault('has no article.json: where is it from?');

  const article = FixtureArticleSchema.safeParse(readJson(join(dir, 'article.json')));
  if (!article.success) throw fault(`article.json: ${z.prettifyError(article.error)}`);
  for (const name of article.data.given) {
    if (article.data[name] === undefined) throw fault(`article.json gives "${name}" and does not state it`);
  }
  const bytes = readFileSync(join(dir, inputFile));
  const raw = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const mediaType = INPUTS[inputFile];
  const gold = loadGold(readJson(join(dir, 'gold.json')), { raw, mediaType }, join(dir, 'gold.json'));
  return { name: basename(dir), dir, article: article.data, inputFile, bytes, mediaType, raw, gold };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ClaimlineError('gold/invalid', `${file} is no JSON: ${(cause as Error).message}`, {
      location: { file },
      cause,
    });
  }
}
