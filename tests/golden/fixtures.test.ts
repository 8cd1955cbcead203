import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBaseline } from '../../src/gold/baseline.ts';
import { readFixtures } from '../../src/gold/fixture.ts';
import { gate } from '../../src/gold/gate.ts';
import { invariantViolations } from '../../src/gold/invariants.ts';
import { fixtureDocument, runFixtures } from '../../src/gold/run-fixtures.ts';
import { snapshotOf } from '../../src/gold/snapshot.ts';
import { createPipeline } from '../../src/pipeline.ts';

const { fixtures, problems } = readFixtures('fixtures');
const config = JSON.parse(readFileSync('pipeline.config.json', 'utf8'));
const pipeline = createPipeline(config);
const run = runFixtures(fixtures, (document) => pipeline.process(document));
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('fixtures', () => {
  it('are whole, and there are enough of them', () => {
    expect(problems).toEqual([]);
    expect(fixtures.length).toBeGreaterThanOrEqual(15);
    for (const { gold } of fixtures) {
      expect(gold.sentences.length).toBeGreaterThan(0);
      expect(gold.claims.length).toBeGreaterThan(0);
    }
  });

  it('keep the seed and its gold as they were given, byte for byte', () => {
    expect(sha256('fixtures/seed--us-crime-news/input.txt')).toBe(
      '62c765b9b3f8190e836dbf8a18f33164d683d9eaf98a0b120940625debac7bb4',
    );
    expect(sha256('fixtures/seed--us-crime-news/gold.json')).toBe(
      '03fe67b16bf86000e239800a2bfed73a004151c75c983a932b76010f89444786',
    );
  });

  it('are all extracted', () => {
    expect(run.problems).toEqual([]);
  });
});

describe('the gold gate', () => {
  it('holds every recorded floor', () => {
    const baseline = parseBaseline(JSON.parse(readFileSync('fixtures/baseline.json', 'utf8')));
    const known = new Map(fixtures.map(({ name, gold }) => [name, gold.knownFailures]));
    const report = gate({
      scores: run.scores,
      baseline,
      tolerance: 0,
      known,
      broken: problems,
      complete: true,
    });
    const told = report.lost.map(({ fixture, id, note }) => `${fixture} ${id} ${note}`).join('\n');
    expect(report.falls, `lost:\n${told}`).toEqual([]);
    expect(report.problems).toEqual([]);
  });
});

describe.each(fixtures)('$name', (fixture) => {
  it('gives the record of its snapshot (claimline eval fixtures -u accepts another)', () => {
    const file = join(fixture.dir, 'output.json');
    expect(existsSync(file), 'output.json').toBe(true);
    expect(snapshotOf(run.records.get(fixture.name)!)).toBe(readFileSync(file, 'utf8'));
  });

  it('gives a record whose invariants hold against its input', () => {
    expect(invariantViolations(run.records.get(fixture.name)!, fixture.raw)).toEqual([]);
  });

  it('gives the same bytes from a new pipeline', () => {
    const again = createPipeline(config).process(fixtureDocument(fixture));
    expect(JSON.stringify(again)).toBe(JSON.stringify(run.records.get(fixture.name)));
  });
});
