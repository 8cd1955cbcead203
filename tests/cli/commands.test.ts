import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { program } from '../../src/cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimline-commands-'));
const page = join(folder, 'page.txt');
writeFileSync(
  page,
  'A ferry with 112 people on board ran aground off Skerry Point on Monday. Captain Ines Okafor said the steering had failed.\n',
);
afterAll(() => rmSync(folder, { recursive: true }));

/** What a command prints on stdout, run in this process. */
async function printed(...args: string[]): Promise<string> {
  let out = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk);
    return true;
  });
  try {
    await program().parseAsync(args, { from: 'user' });
  } finally {
    write.mockRestore();
  }
  return out;
}

describe('every command', () => {
  const commands = program().commands.flatMap((command) => [command, ...command.commands]);
  const called = (command: Command) =>
    [command.parent, command]
      .filter((one) => one?.parent)
      .map((one) => one!.name())
      .join(' ');

  it.each(commands.map((command) => [called(command), command] as const))(
    '%s describes itself and gives examples',
    (_name, command) => {
      let help = '';
      command.configureOutput({
        writeOut: (text) => {
          help += text;
        },
      });
      command.outputHelp();
      expect(command.description()).not.toBe('');
      if (command.commands.length === 0) expect(help).toMatch(/Examples:\n {2}claimline /);
    },
  );

  it('is described in docs/commands.md', () => {
    const docs = readFileSync('docs/commands.md', 'utf8');
    for (const command of commands) expect(docs).toContain(`# claimline ${called(command)}\n`);
  });
});

describe('explain', () => {
  const common = ['explain', page, '--article-text', '--published', '2025-03-04'];

  it('lists the claims with their ids', async () => {
    const lines = (await printed(...common)).trim().split('\n');
    expect(lines.some((line) => /^clm_[0-9a-f]{20} {2}A ferry /.test(line))).toBe(true);
  });

  it('says for every value which stage and rule made it, and where it stands', async () => {
    const id = (await printed(...common))
      .split('\n')
      .find((line) => line.includes('A ferry '))!
      .slice(0, 12);
    const text = readFileSync(page, 'utf8');
    const { claim, trail } = JSON.parse(await printed(...common, '--claim', id, '--json'));
    const step = (value: string) => trail.find((one: { value: string }) => one.value === value);
    expect(claim.id.startsWith(id)).toBe(true);
    for (const value of ['block', 'sentence', 'subject', 'predicate', 'polarity', 'modality', 'time[0]']) {
      expect(step(value), value).toMatchObject({ stage: expect.any(String), rule: expect.any(String) });
      expect(step(value).rule, value).not.toBe('');
    }
    expect(step('time[0]').is).toContain('2025-03-03');
    expect(text.slice(step('predicate').span.start, step('predicate').span.end)).toBe(claim.predicate.text);
  });

  it('refuses a claim that is not there', async () => {
    await expect(printed(...common, '--claim', 'clm_zzzz')).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('schema', () => {
  it('prints the JSON Schema of the record and of the config', async () => {
    expect(JSON.parse(await printed('schema')).properties.claims.type).toBe('array');
    const config = JSON.parse(await printed('schema', '--config'));
    expect(JSON.stringify(config.properties.stages)).toContain('sentences');
  });
});

it('an unknown command is an error of usage', async () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await expect(printed('extrakt')).rejects.toMatchObject({ code: 'commander.unknownCommand' });
  write.mockRestore();
});
