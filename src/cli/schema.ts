import { Command } from 'commander';
import { configJsonSchema } from '../config/config.ts';
import { recordJsonSchema } from '../record/record.ts';
import { CATALOGUE } from '../stages/index.ts';

export function schemaCommand(): Command {
  return new Command('schema')
    .description('print the JSON Schema of the records, or of pipeline.config.json')
    .option('--config', 'the schema of pipeline.config.json')
    .addHelpText(
      'after',
      `
Examples:
  claimline schema > record.schema.json
  claimline schema --config > pipeline.schema.json`,
    )
    .action(({ config }: { config?: boolean }) => {
      const schema = config ? configJsonSchema(CATALOGUE) : recordJsonSchema();
      process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
    });
}
