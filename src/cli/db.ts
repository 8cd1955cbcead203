import { Command } from 'commander';
import { ClaimlineError } from '../core/errors.ts';
import { StoreSink } from '../io/database/record-store.ts';
import { openStore, withoutPassword } from '../io/open-sink.ts';
import { readRecords } from '../io/read-records.ts';
import { ToldFaults } from './told-faults.ts';

const DATABASE = 'a SQLite file (.db, .sqlite), or postgres://user:password@host/database';

export function dbCommand(): Command {
  const db = new Command('db').description('make, migrate and load databases of records').addHelpText(
    'after',
    `
Examples:
  claimline db init claims.db
  claimline db load postgres://localhost/news claims.jsonl
  claimline help db load`,
  );
  db.command('init')
    .description('make the tables, indexes and views')
    .argument('<database>', DATABASE)
    .addHelpText(
      'after',
      `
Other commands make them too where they are missing; this one is for a database that others shall grant rights on first.
PostgreSQL: the tables go into the first schema of the search path.

Examples:
  claimline db init claims.db
  claimline db init 'postgres://localhost/news?options=-c search_path=claims'`,
    )
    .action(migrate);
  db.command('migrate')
    .description('bring the tables up to date with this release; what is up to date is left as it is')
    .argument('<database>', DATABASE)
    .addHelpText(
      'after',
      `
Runs in one transaction. A database of a later release is refused.

Examples:
  claimline db migrate claims.db
  claimline db migrate postgres://localhost/news`,
    )
    .action(migrate);
  db.command('load')
    .description('load records that `claimline extract` wrote; loading again changes nothing')
    .argument('<database>', DATABASE)
    .argument('<records...>', 'JSONL files of records, gzip too; - for stdin')
    .addHelpText(
      'after',
      `
Prints how many articles and claims were inserted, updated and unchanged. A new state of an article becomes its current
one; the views show the claims of current states. Records that are not valid are told and left out (exit code 5).

Examples:
  claimline db load claims.db claims.jsonl
  claimline db load postgres://localhost/news claims-*.jsonl.gz`,
    )
    .action(load);
  return db;
}

async function migrate(database: string): Promise<void> {
  const store = await openStore(database);
  await store.close();
  const { migrated } = store;
  const done = migrated.length === 0 ? 'is up to date' : `brought to schema ${migrated.at(-1)}`;
  process.stderr.write(`claimline: ${withoutPassword(database)} ${done}\n`);
}

async function load(database: string, files: readonly string[]): Promise<void> {
  const sink = new StoreSink(await openStore(database), withoutPassword(database));
  const faults = new ToldFaults();
  try {
    for await (const item of readRecords(files)) {
      try {
        if (item instanceof ClaimlineError) throw item;
        await sink.add(item.record);
      } catch (thrown) {
        if (!(thrown instanceof ClaimlineError) || !/^(?:record|input)\//.test(thrown.code)) throw thrown;
        faults.tell(thrown);
      }
    }
  } finally {
    for (const line of await sink.close()) process.stdout.write(`${line}\n`);
  }
  faults.end(`claimline check says what is wrong with them`);
  if (faults.count > 0) process.exitCode = 5;
}
