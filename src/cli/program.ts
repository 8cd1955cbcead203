import { Command } from 'commander';
import { VERSION } from '../version.ts';
import { checkCommand } from './check.ts';
import { dbCommand } from './db.ts';
import { diffCommand } from './diff.ts';
import { evalCommand } from './eval.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { extractCommand } from './extract.ts';
import { schemaCommand } from './schema.ts';

/** The whole command line. */
export function program(): Command {
  const root = new Command('claimline')
    .description('Turns scraped English news into structured, dated, attributed claim records.')
    .version(VERSION)
    .showHelpAfterError('(claimline --help, or claimline COMMAND --help, shows what there is)')
    .exitOverride()
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 1 crash or no room for the output, 2 usage or config, 4 below the recorded floors, 5 some documents failed, 130 interrupted.`,
    );
  for (const command of [
    extractCommand(),
    evalCommand(),
    explainCommand(),
    checkCommand(),
    diffCommand(),
    dbCommand(),
    exportCommand(),
    schemaCommand(),
  ]) {
    // Commands made elsewhere do not inherit these settings by themselves.
    for (const one of [command, ...command.commands]) one.copyInheritedSettings(root);
    root.addCommand(command);
  }
  return root;
}
