import { Command } from 'commander';
import { recordJsonSchema } from '../record/record.ts';

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
    .action(async ({ config }: { config?: boolean }) => {
      const schema = config ? await pipelineSchema() : recordJsonSchema();
      process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
    });
}

async function pipelineSchema(): Promise<object> {
  // Loaded here: the other commands start without the stages.
  const [{ configJsonSchema }, { CATALOGUE }] = await Promise.all([
    import('../config/config.ts'),
    import('../stages/index.ts'),
  ]);
  return configJsonSchema(CATALOGUE);
}
