import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { ClaimlineError } from '../core/errors.ts';
import { isReadableName } from './sniff.ts';

/** A file to read (`-` is stdin), or a place that cannot be read. */
export type InputPlace =
  | { readonly path: string; readonly bytes: number }
  | { readonly path: string; readonly error: ClaimlineError };

/**
 * Files, globs, folders and `-` in the order given; inside a folder or glob by name (by code unit, not by the
 * machine's locale). A folder is searched to the bottom for names of pages, JSONL and WARC files; hidden ones are
 * left out. A file that is named is read whatever it is called. What cannot be read is told in its place.
 */
export async function* expandInputs(patterns: readonly string[]): AsyncGenerator<InputPlace> {
  for (const pattern of patterns) {
    if (pattern === '-') yield { path: '-', bytes: 0 };
    else if (isDynamicPattern(pattern) && (await statOf(pattern)) instanceof Error) yield* matches(pattern);
    else yield* placesAt(pattern);
  }
}

async function* matches(pattern: string): AsyncGenerator<InputPlace> {
  // Folders match too, as they do when the shell expands the glob; what lies in one that was searched comes once.
  const found = await glob(pattern, { dot: false, expandDirectories: false, onlyFiles: false });
  const paths = found.map((path) => (path.endsWith('/') ? path.slice(0, -1) : path)).sort(byCodeUnit);
  const seen = new Set<string>();
  for (const path of paths) {
    for await (const place of placesAt(path)) {
      if (!seen.has(place.path)) yield place;
      seen.add(place.path);
    }
  }
  if (paths.length === 0) {
    const error = new ClaimlineError('input/no-match', `no file matches ${pattern}`, {
      hint: 'quote a glob so that the shell does not expand it, or check the path',
    });
    yield { path: pattern, error };
  }
}

async function* placesAt(path: string): AsyncGenerator<InputPlace> {
  const found = await statOf(path);
  if (found instanceof Error) yield { path, error: unreadable(path, found) };
  else if (!found.isDirectory()) yield { path, bytes: found.size };
  else yield* folder(path);
}

async function* folder(path: string): AsyncGenerator<InputPlace> {
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    yield { path, error: unreadable(path, error as Error) };
    return;
  }
  entries.sort((a, b) => byCodeUnit(a.name, b.name));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const below = join(path, entry.name);
    if (entry.isDirectory()) yield* folder(below);
    // A link to a folder is not followed, as it may lead back here.
    else if (isReadableName(entry.name) && !(await isLinkToFolder(entry, below))) yield* placesAt(below);
  }
}

async function isLinkToFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  const found = await statOf(path);
  return !(found instanceof Error) && found.isDirectory();
}

async function statOf(path: string) {
  return stat(path).catch((error: Error) => error);
}

/** A fault of the file system as a typed error. */
export function unreadable(path: string, error: Error): ClaimlineError {
  const code = (error as NodeJS.ErrnoException).code;
  const missing = code === 'ENOENT' || code === 'ENOTDIR';
  return new ClaimlineError(
    missing ? 'input/no-match' : 'input/unreadable',
    missing ? `there is no ${path}` : `cannot read ${path}: ${error.message}`,
    { location: { file: path }, cause: error },
  );
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
