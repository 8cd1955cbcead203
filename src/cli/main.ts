#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { reportFault } from './report-fault.ts';
import { schemaCommand } from './schema.ts';

const program = new Command('claimline')
  .description('Turns scraped English news into structured, dated, attributed claim records.')
  .version(VERSION)
  .showHelpAfterError('(claimline --help, or claimline COMMAND --help, shows what there is)')
  .exitOverride()
  .configureOutput({
    writeOut: (text) => process.stdout.write(text),
    writeErr: (text) => process.stderr.write(text),
  });

for (const command of [schemaCommand()]) {
  // Subcommands made elsewhere do not inherit these settings by themselves.
  command.copyInheritedSettings(program);
  program.addCommand(command);
}

program.addHelpText(
  'after',
  `
Exit codes: 0 done, 1 crash, 2 usage or config, 4 below the recorded floors, 5 some documents failed, 130 interrupted.`,
);

// A reader that goes away (claimline ... | head) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync(process.argv);
} catch (thrown) {
  if (thrown instanceof CommanderError) process.exitCode = thrown.exitCode === 0 ? 0 : 2;
  else process.exitCode = reportFault(thrown);
}
