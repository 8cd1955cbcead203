import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve('src');

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory()
      ? files(path)
      : name.endsWith('.ts') && !name.endsWith('.d.ts')
        ? [path]
        : [];
  });
}

const sources = files(SRC).map((path) => {
  const code = readFileSync(path, 'utf8');
  const imports = [
    ...code.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3]!);
  return { path: relative(SRC, path), code, imports };
});

/** The folder of src that a file is in; files at the top go by their name. */
const area = (path: string) => (path.includes('/') ? path.split('/')[0]! : path);

/** Who may import whom. Areas not listed (cli, batch, the top files) may import what they need. */
const ALLOWED: Record<string, readonly string[]> = {
  core: [],
  language: ['core', 'rules', 'lexicon'],
  rules: ['core'],
  lexicon: [],
  record: ['core'],
  stages: ['core', 'language', 'rules', 'lexicon', 'record'],
  gold: ['core', 'record'],
  config: ['core', 'language'],
  report: ['core', 'record'],
};

const edges = sources.flatMap(({ path, imports }) =>
  imports
    .filter((target) => target.startsWith('.'))
    .map((target) => ({ from: path, to: relative(SRC, resolve(SRC, dirname(path), target)) })),
);

describe('architecture', () => {
  it('reads the imports it judges', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(edges.length).toBeGreaterThan(sources.length);
  });

  it('keeps the import table', () => {
    const wrong = edges.filter(({ from, to }) => {
      const allowed = ALLOWED[area(from)];
      return allowed !== undefined && area(from) !== area(to) && !allowed.includes(area(to));
    });
    expect(wrong).toEqual([]);
  });

  it('lets no stage import another', () => {
    // A stage is a file of src/stages; its parts are <stage>.*.ts and the files below src/stages/<stage>/.
    const stageOf = (path: string) => path.split('/')[1]!.split('.')[0]!;
    const wrong = edges.filter(
      ({ from, to }) =>
        area(from) === 'stages' &&
        area(to) === 'stages' &&
        stageOf(from) !== 'index' &&
        stageOf(from) !== stageOf(to),
    );
    expect(wrong).toEqual([]);
  });

  it('lets nothing import the command line', () => {
    expect(edges.filter(({ from, to }) => area(to) === 'cli' && area(from) !== 'cli')).toEqual([]);
  });

  it('wraps chrono-node, compromise and natural in one place each', () => {
    const users = (name: string) =>
      sources
        .filter(({ imports }) => imports.some((i) => i === name || i.startsWith(`${name}/`)))
        .map(({ path }) => path);
    for (const name of ['chrono-node', 'compromise'])
      expect(users(name).length, `${name}: ${users(name)}`).toBeLessThanOrEqual(1);
    // natural is many libraries in one package: each of its parts has one wrapper.
    const parts = new Map<string, string[]>();
    for (const { path, imports } of sources) {
      for (const target of imports) {
        if (!target.startsWith('natural')) continue;
        expect(target, path).toMatch(/^natural\/lib\/natural\//);
        parts.set(target, [...(parts.get(target) ?? []), path]);
      }
    }
    for (const [part, where] of parts) expect(where, part).toHaveLength(1);
  });

  it('leaves printing, exit codes and the clock to the command line', () => {
    const clock = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/;
    const wrong = sources
      .filter(({ path }) => !['cli', 'batch', 'io'].includes(area(path)))
      .filter(({ code }) => /\bconsole\.|process\.(?:stdout|stderr|exit)/.test(code) || clock.test(code))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
    const printing = sources.filter(
      ({ path, code }) => area(path) !== 'cli' && /\bconsole\.|process\.exit/.test(code),
    );
    expect(printing.map(({ path }) => path)).toEqual([]);
  });

  it('keeps randomness and the machine out of stages', () => {
    const odd =
      /\bMath\.random\(|\btoLocale(?:Date|Time)?String\(|\.localeCompare\(|process\.env|node:(?:fs|os|child_process|http|https|net)/;
    const pure = ['core', 'language', 'rules', 'lexicon', 'stages', 'record'];
    expect(
      sources.filter(({ path, code }) => pure.includes(area(path)) && odd.test(code)).map(({ path }) => path),
    ).toEqual([]);
  });
});
