import { Command } from 'commander';
import { layerOf } from '../core/doc.ts';
import { ClaimlineError } from '../core/errors.ts';
import { decodeInput } from '../io/decode-input.ts';
import { readInputs } from '../io/read-inputs.ts';
import { explainClaim } from '../report/explain-claim.ts';
import { readConfig } from './read-config.ts';

interface ExplainOptions {
  readonly claim?: string;
  readonly config?: string;
  readonly published?: string;
  readonly articleText?: boolean;
  readonly json?: boolean;
}

export function explainCommand(): Command {
  return new Command('explain')
    .description('print which stage and rule made each value of a claim')
    .argument('<input>', 'file to read, or - for stdin')
    .option('--claim <id>', 'id of the claim, or enough of its beginning; without it the claims are listed')
    .option('--config <file>', 'pipeline.config.json to use')
    .option('--published <date>', 'publication date, ISO 8601, where the page does not say')
    .option('--article-text', 'the input is bare article text')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  claimline explain page.html
  claimline explain page.html --claim clm_0f3a`,
    )
    .action(explain);
}

async function explain(input: string, options: ExplainOptions): Promise<void> {
  // Loaded here: the other commands start without the pipeline.
  const { createPipeline } = await import('../pipeline.ts');
  const pipeline = createPipeline(readConfig(options.config));
  const found: { id: string; text: string }[] = [];
  for await (const item of readInputs([input])) {
    if (item.kind === 'skipped') continue;
    if (item.kind === 'failed') throw item.error;
    const document = decodeInput(item).input;
    const result = pipeline.analyse({
      ...document,
      ...(options.published && !document.published ? { published: options.published } : {}),
      ...(options.articleText ? { articleText: true } : {}),
    });
    const record = pipeline.toRecord(result);
    for (const [index, claim] of record.claims.entries()) {
      if (options.claim === undefined) found.push({ id: claim.id, text: claim.text });
      else if (claim.id.startsWith(options.claim)) {
        const trail = explainClaim(result.doc, layerOf(result.doc, 'claims')[index]!);
        if (options.json) process.stdout.write(`${JSON.stringify({ claim, trail })}\n`);
        else {
          process.stdout.write(`${claim.id}\n  ${claim.text}\n\n`);
          for (const { value, is, stage, rule, span } of trail) {
            const where = span ? `${span.start}-${span.end}` : '';
            process.stdout.write(
              `${value.padEnd(24)}${`${stage}/${rule}`.padEnd(34)}${where.padEnd(14)}${is}\n`,
            );
          }
        }
        return;
      }
    }
  }
  if (options.claim !== undefined) {
    throw new ClaimlineError('usage', `there is no claim "${options.claim}" in ${input}`, {
      hint: `claimline explain ${input} lists the claims`,
    });
  }
  for (const claim of found)
    process.stdout.write(options.json ? `${JSON.stringify(claim)}\n` : `${claim.id}  ${claim.text}\n`);
}
