import { threadId } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import { toClaimlineError } from '../core/errors.ts';
import { claimLines } from '../io/claim-line.ts';
import { recordRows } from '../io/database/record-rows.ts';
import { decodeInput } from '../io/decode-input.ts';
import type { RawInput } from '../io/input-item.ts';
import { createPipeline, type Pipeline } from '../pipeline.ts';
import type { ArticleRecord } from '../record/record.ts';
import { VERSION } from '../version.ts';
import { sketchText } from './near-duplicates.ts';
import type { Extracted, WorkerReply, WorkerSetup, WorkerTask } from './protocol.ts';

// Runs in a worker thread: one document at a time, from bytes to output lines or database rows.

const setup = Tinypool.workerData as WorkerSetup;
const encoder = new TextEncoder();
const NOTHING = new Uint8Array();
let made: Pipeline | undefined;

export default function work({ slot, raw }: WorkerTask): WorkerReply {
  try {
    made ??= start();
    // Only now the document's time begins.
    Atomics.store(setup.started, slot, threadId);
    if (raw === undefined) return { kind: 'hello', version: VERSION, configSha256: made.configSha256 };
    return extract(made, raw);
  } catch (thrown) {
    return { kind: 'failed', error: toClaimlineError(thrown, raw?.location).toJSON() };
  }
}

/** A pipeline with its models loaded, so that the first document is not charged for them. */
function start(): Pipeline {
  const pipeline = createPipeline(setup.config, {
    ...(setup.timings ? { clock: () => performance.now() } : {}),
    ...(setup.siteMemory ? { siteMemory: setup.siteMemory } : {}),
  });
  pipeline.process({ text: 'The mill burned down, the mayor said.', articleText: true });
  return pipeline;
}

function extract(pipeline: Pipeline, raw: RawInput): Extracted {
  const { input, doubts } = decodeInput(raw);
  const result = pipeline.analyse(input);
  const record = pipeline.toRecord({ ...result, diagnostics: [...doubts, ...result.diagnostics] });
  return {
    kind: 'extracted',
    ...(setup.rows
      ? { output: NOTHING, rows: recordRows(record) }
      : { output: encoder.encode(linesOf(record)) }),
    articleId: record.articleId,
    versionId: record.versionId,
    claims: record.claims.length,
    ...(setup.sketch ? { sketch: sketchText(articleTextOf(record)) } : {}),
    ...(setup.timings ? { timings: result.timings } : {}),
  };
}

function articleTextOf({ blocks, text }: ArticleRecord): string {
  return blocks
    .filter(({ label }) => label === 'article')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

function linesOf(record: ArticleRecord): string {
  const space = setup.pretty ? 2 : undefined;
  const objects = setup.lines === 'claim' ? claimLines(record) : [record];
  return objects.map((object) => `${JSON.stringify(object, null, space)}\n`).join('');
}
