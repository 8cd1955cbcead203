import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkCommand } from '../../src/cli/check.ts';
import { diffCommand } from '../../src/cli/diff.ts';
import { evalCommand } from '../../src/cli/eval.ts';
import { claimLines } from '../../src/io/claim-line.ts';
import { createPipeline } from '../../src/pipeline.ts';
import type { ArticleRecord } from '../../src/record/record.ts';
import { PAGE, smallRecord } from './small-article.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'claimline-gold-'));
  vi.stubEnv('CI', '');
});
afterEach(() => {
  rmSync(dir, { recursive: true });
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

/** Runs a command in this process and takes what it prints. */
async function run(command: Command, ...args: string[]) {
  let out = '';
  let err = '';
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
  process.exitCode = undefined;
  try {
    command.exitOverride().configureOutput({ writeErr: (text) => (err += text) });
    await command.parseAsync(args, { from: 'user' });
    return { out, err, code: process.exitCode ?? 0 };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

const file = (name: string) => join(dir, name);
const lines = (...records: readonly ArticleRecord[]) => records.map((r) => `${JSON.stringify(r)}\n`).join('');
const read = (name: string) => readFileSync(file(name), 'utf8');

describe('claimline check', () => {
  it('passes whole records, packed or not', async () => {
    writeFileSync(file('r.jsonl'), `${lines(smallRecord())}\n${lines(smallRecord())}`);
    expect(await run(checkCommand(), file('r.jsonl'))).toMatchObject({
      out: '',
      err: '2 records, 0 with violations; raw slices checked in 0 of them\n',
      code: 0,
    });
    writeFileSync(file('r.jsonl.gz'), gzipSync(lines(smallRecord())));
    expect((await run(checkCommand(), file('r.jsonl.gz'))).code).toBe(0);
  });

  it('reads indented records, and tells one that is torn off', async () => {
    const pretty = JSON.stringify(smallRecord(), null, 2);
    writeFileSync(file('r.jsonl'), `${pretty}\n${pretty}\n${lines(smallRecord())}`);
    expect(await run(checkCommand(), file('r.jsonl'))).toMatchObject({
      err: '3 records, 0 with violations; raw slices checked in 0 of them\n',
      code: 0,
    });
    writeFileSync(file('r.jsonl'), `${pretty.slice(0, -1)}${pretty}\n{\n`);
    const { out, err, code } = await run(checkCommand(), file('r.jsonl'));
    const end = pretty.split('\n').length;
    expect(out.split('\n')).toEqual([
      `${file('r.jsonl')}:1: is no JSON: the indented object is not closed`,
      `${file('r.jsonl')}:${2 * end}: is no JSON: the indented object is not closed`,
      '',
    ]);
    expect(err).toContain('3 records, 2 with violations');
    expect(code).toBe(5);
  });

  it('says what is wrong, where, and leaves with 5', async () => {
    const wrong = smallRecord();
    wrong.timexes[0]!.text = 'Monday';
    const misshapen = { ...smallRecord(), extra: 1 };
    writeFileSync(file('r.jsonl'), `${lines(smallRecord(), wrong)}{"half\n${JSON.stringify(misshapen)}\n`);
    const { out, err, code } = await run(checkCommand(), file('r.jsonl'));
    expect(out.split('\n')).toEqual([
      `${file('r.jsonl')}:2: timexes.0 says "Monday" where "Friday" stands`,
      expect.stringMatching(/r\.jsonl:3: is no JSON: /),
      expect.stringMatching(/r\.jsonl:4: Unrecognized key: "extra"/),
      '',
    ]);
    expect(err).toContain('4 records, 3 with violations');
    expect(code).toBe(5);
    const json = await run(checkCommand(), file('r.jsonl'), '--json');
    expect(JSON.parse(json.out.split('\n')[0]!)).toMatchObject({ line: 2, path: 'timexes.0' });
    const limited = await run(checkCommand(), file('r.jsonl'), '--limit', '1');
    expect(limited.out.split('\n')).toHaveLength(2);
    expect(limited.err).toContain('and 2 more');
  });

  it('checks raw slices where the input is still there unchanged', async () => {
    const page = `HOME | SPORT | WEATHER | ARCHIVE | OPINION | ABOUT\n${PAGE}`;
    writeFileSync(file('page.txt'), page);
    const record = createPipeline().process({ text: page, path: 'page.txt' });
    writeFileSync(file('r.jsonl'), lines(record));
    expect((await run(checkCommand(), file('r.jsonl'), '--inputs', dir)).err).toContain(
      'checked in 1 of them',
    );
    // Nothing in the record itself contradicts this.
    record.text = record.text.replace('HOME', 'ROME');
    writeFileSync(file('r.jsonl'), lines(record));
    expect((await run(checkCommand(), file('r.jsonl'), '--inputs', dir)).code).toBe(5);
    expect((await run(checkCommand(), file('r.jsonl'))).code, 'without the input').toBe(0);
    writeFileSync(file('page.txt'), `${page}!`);
    expect((await run(checkCommand(), file('r.jsonl'), '--inputs', dir)).err).toContain(
      'checked in 0 of them',
    );
  });

  it('says so of lines that are single claims', async () => {
    const [line] = claimLines(smallRecord());
    writeFileSync(file('claims.jsonl'), `${JSON.stringify(line)}\n`);
    const { out, code } = await run(checkCommand(), file('claims.jsonl'));
    expect(out).toContain('claims.jsonl:1: is a claim of --per claim');
    expect(code).toBe(5);
  });

  it('fails on a file that is not there', async () => {
    await expect(run(checkCommand(), file('none.jsonl'))).rejects.toMatchObject({ code: 'input/no-match' });
  });
});

describe('claimline diff', () => {
  const named = (articleId: string, change: (record: ArticleRecord) => void = () => {}) => {
    const record = smallRecord();
    record.articleId = articleId;
    change(record);
    return record;
  };

  it('pairs articles in any order and adds up', async () => {
    writeFileSync(file('old.jsonl'), lines(named('a'), named('b'), named('gone')));
    writeFileSync(
      file('new.jsonl'),
      lines(
        named('new'),
        named('b', (record) => (record.claims[0]!.time = [])),
        named('a', (record) => record.claims.pop()),
      ),
    );
    const { out, code } = await run(diffCommand(), file('old.jsonl'), file('new.jsonl'));
    expect(out).toContain('b Pier reopens\n  ~ c0 Mayor Ada Finch | reopened | the pier\n');
    expect(out).toContain('      time: "event 2026-05-01" -> ""\n');
    expect(out).toContain('a Pier reopens\n  - c4 critics | call | the builder\n');
    expect(out).toContain('articles: 2 in both (2 differ), 1 only old, 1 only new\n');
    expect(out).toContain('claims: 8 unchanged, 5 gained, 6 lost, 1 changed (time 1)\n');
    expect(code).toBe(0);
    const summary = await run(diffCommand(), file('old.jsonl'), file('new.jsonl'), '--summary');
    expect(summary.out.split('\n')).toHaveLength(3);
    const json = await run(diffCommand(), file('old.jsonl'), file('new.jsonl'), '--json');
    const rows = json.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.at(-1).sums.claims).toEqual({ unchanged: 8, gained: 5, lost: 6, changed: 1 });
    expect(rows).toHaveLength(5);
  });

  it('says nothing of equal files, and keeps articles of one id apart', async () => {
    writeFileSync(file('old.jsonl'), lines(named('a'), named('a'), named('b')));
    const { out } = await run(diffCommand(), file('old.jsonl'), file('old.jsonl'));
    expect(out).toBe(
      'articles: 3 in both (0 differ), 0 only old, 0 only new\nclaims: 15 unchanged, 0 gained, 0 lost, 0 changed\n',
    );
  });

  it('refuses what is no record', async () => {
    writeFileSync(file('old.jsonl'), lines(named('a')));
    writeFileSync(file('new.jsonl'), '{}\n');
    await expect(run(diffCommand(), file('old.jsonl'), file('new.jsonl'))).rejects.toMatchObject({
      code: 'record/invalid',
      location: { file: file('new.jsonl'), record: 1 },
    });
  });
});

describe('claimline eval', () => {
  const FIXTURE = 'quotes--scare-quotes';
  beforeEach(() => {
    mkdirSync(file('fixtures'));
    for (const name of [FIXTURE, 'blocks--a-list-article']) {
      cpSync(resolve('fixtures', name), file(`fixtures/${name}`), { recursive: true });
    }
  });
  const evaluate = (...args: string[]) => run(evalCommand(), file('fixtures'), ...args);

  it('prints figures, accepts them, and then holds to them', async () => {
    const first = await evaluate();
    expect(first.out).toMatch(/^layer +figure +value/);
    expect(first.out).toMatch(/\nquotes--scare-quotes +\d/);
    expect(first.out).toMatch(/\ntotal +\d/);
    expect(first.err).toContain('no floors are recorded yet');
    expect(first.code).toBe(0);

    expect((await evaluate('-u')).err).toContain('accepted');
    expect(JSON.parse(read(`fixtures/${FIXTURE}/output.json`))).not.toHaveProperty('pipeline');
    const again = await evaluate();
    expect([again.err, again.code]).toEqual(['', 0]);
  });

  it('leaves with 4 below a floor, and says so in every form', async () => {
    await evaluate('-u');
    const baseline = JSON.parse(read('fixtures/baseline.json'));
    const sentences = baseline.fixtures[FIXTURE].sentences;
    const gold = JSON.parse(read(`fixtures/${FIXTURE}/gold.json`));
    // Gold that the pipeline cannot meet: one sentence made two.
    const [last] = gold.sentences.splice(-1);
    gold.sentences.push(last.slice(0, 9), last.slice(10));
    gold.claims.pop();
    gold.timexes[1].sentence = 8;
    gold.entities.pop();
    gold.notQuotes.pop();
    writeFileSync(file(`fixtures/${FIXTURE}/gold.json`), JSON.stringify(gold));
    const { out, err, code } = await evaluate('-o', file('eval.xml'), '--github', '--tolerance', '0.001');
    expect(code).toBe(4);
    expect(err).toMatch(new RegExp(`FELL +${FIXTURE} sentences.exact`));
    expect(err).toMatch(new RegExp(`lost +${FIXTURE} sentences/7 `));
    expect(out).toMatch(/::error file=.*input\.txt,title=quotes--scare-quotes%3A sentences::exact fell/);
    expect(out).toMatch(/::warning file=.*input\.txt,line=9,title=.*sentences\/7/);
    expect(read('eval.xml')).toMatch(/<failure message="sentences\.exact is/);
    const json = await evaluate('--json', '--github');
    const report = JSON.parse(json.out);
    expect(report.gate.passed).toBe(false);
    expect(report.fixtures).toHaveLength(2);
    expect(json.err).toContain('::error ');
    expect((await evaluate('--tolerance', '1')).code).toBe(0);
    expect(sentences.figures.exact).toBe(1);
  });

  it('fails on a fixture without gold, without floors, or with a file that nothing reads', async () => {
    await evaluate('-u');
    cpSync(resolve('fixtures/claims--a-negated-report'), file('fixtures/claims--a-negated-report'), {
      recursive: true,
    });
    const unused = await evaluate();
    expect([unused.code, unused.err]).toEqual([4, expect.stringContaining('nothing uses it')]);
    rmSync(file('fixtures/claims--a-negated-report/gold.json'));
    const goldless = await evaluate();
    expect([goldless.code, goldless.err]).toEqual([4, expect.stringContaining('has no gold.json')]);
    await expect(evaluate('-u')).rejects.toMatchObject({ code: 'gold/invalid' });
    rmSync(file('fixtures/claims--a-negated-report'), { recursive: true });
    writeFileSync(file(`fixtures/${FIXTURE}/notes.txt`), 'x');
    expect((await evaluate()).err).toContain('nothing reads notes.txt');
    rmSync(file(`fixtures/${FIXTURE}`), { recursive: true });
    expect((await evaluate()).err).toContain('has floors in the baseline and is gone');
  });

  it('refuses to accept where CI is set, and a fixture on its own', async () => {
    vi.stubEnv('CI', 'true');
    await expect(evaluate('-u')).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('CI'),
    });
    vi.stubEnv('CI', '');
    await expect(run(evalCommand(), file(`fixtures/${FIXTURE}`), '-u')).rejects.toMatchObject({
      code: 'usage',
    });
  });

  it('measures one fixture against its floors', async () => {
    await evaluate('-u');
    const { out, code } = await run(evalCommand(), file(`fixtures/${FIXTURE}`), '--faults');
    expect(code).toBe(0);
    expect(out).toContain(`\n${FIXTURE}\n`);
    expect(out).not.toContain('blocks--a-list-article');
  });

  it('refuses a tolerance that is no share, a baseline that is none, and a folder that is not there', async () => {
    await expect(evaluate('--tolerance', '5')).rejects.toMatchObject({ code: 'commander.invalidArgument' });
    await expect(evaluate('--baseline', file('none.json'))).rejects.toMatchObject({ code: 'usage' });
    writeFileSync(file('b.json'), '{"total": 1}');
    await expect(evaluate('--baseline', file('b.json'))).rejects.toMatchObject({ code: 'gold/invalid' });
    await expect(run(evalCommand(), file('none'))).rejects.toMatchObject({ code: 'input/unreadable' });
  });
});
