#!/usr/bin/env node
import { CommanderError } from 'commander';
import { ClaimlineError } from '../core/errors.ts';
import { program } from './program.ts';
import { reportFault } from './report-fault.ts';

// A reader that goes away (claimline ... | head) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.exit(reportFault(new ClaimlineError('sink/failed', `cannot write to stdout: ${error.message}`)));
});

try {
  await program().parseAsync(process.argv);
} catch (thrown) {
  if (thrown instanceof CommanderError) process.exitCode = thrown.exitCode === 0 ? 0 : 2;
  else process.exitCode = reportFault(thrown);
}
