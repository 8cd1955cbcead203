import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents, readme } from '../docs/generate.ts';

describe('reference docs', () => {
  it.each(Object.entries(documents()))('docs/%s is what `npm run docs` writes', (name, page) => {
    expect(readFileSync(join('docs', name), 'utf8')).toBe(page);
  });
});

it('README shows what its examples really print', async () => {
  expect(readFileSync('README.md', 'utf8')).toBe(await readme());
});

it('every field of the record is described', () => {
  const page = documents()['record.md']!;
  expect(page.split('\n').filter((line) => line.startsWith('| `') && line.endsWith('|  |'))).toEqual([]);
});

describe('links between the pages', () => {
  const pages = ['.', 'docs', 'fixtures', 'models']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.md') && statSync(path).isFile());

  it.each(pages)('%s points at files that are there', (page) => {
    const targets = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      (match) => match[1]!,
    );
    expect(targets.filter((target) => !existsSync(resolve(dirname(page), target)))).toEqual([]);
  });
});
