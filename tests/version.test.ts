import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VERSION } from '../src/index.ts';

it('is the version of package.json and has an entry in the changelog', () => {
  expect(VERSION).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`## ${VERSION}`);
});
