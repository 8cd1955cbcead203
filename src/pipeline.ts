import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { type PipelineConfig, type ResolvedConfig, resolveConfig } from './config/config.ts';
import type { SiteTables, Source } from './core/doc.ts';
import { ClaimlineError, type FaultLocation, toClaimlineError } from './core/errors.ts';
import { type RunResult, runPlan } from './core/run.ts';
import type { ModelStore } from './core/stage.ts';
import { memoryModelStore, packagedModelStore } from './io/model-store.ts';
import { recordFromDoc } from './record/from-doc.ts';
import type { ArticleRecord } from './record/record.ts';
import { SiteMemory } from './site-memory.ts';
import { CATALOGUE } from './stages/index.ts';
import { VERSION } from './version.ts';

/** One document to process: `html` or `text` is what there must be. */
export interface InputDocument {
  /** The document's own id; kept in the record, and its identity where it has no URL. */
  readonly id?: string;
  readonly url?: string;
  readonly path?: string;
  readonly html?: string;
  /** A page flattened to text by any tool. */
  readonly text?: string;
  /** The text is the article alone, no page around it. */
  readonly articleText?: boolean;
  /** Publication date, ISO 8601; wins over the page's own. */
  readonly published?: string;
  /** ISO 8601. */
  readonly fetchedAt?: string;
  /** As decoded; `utf-8` when the input came as a string. */
  readonly charset?: string;
  /** Of the input's bytes; computed over UTF-8 when left out. */
  readonly sha256?: string;
  /** Response header fields, lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For error messages: the file and record it came from. */
  readonly location?: FaultLocation;
}

export interface PipelineOptions {
  /** Model files by name, where the package's own folder cannot be read (browsers, bundles). */
  readonly models?: Readonly<Record<string, Uint8Array>> | ModelStore;
  /** Milliseconds from any origin (`performance.now`): turns on timings. */
  readonly clock?: () => number;
  /** What `survey` found: blocks that a site repeats on its pages are then no part of an article. */
  readonly siteMemory?: SiteTables;
}

export type Outcome =
  | { readonly ok: true; readonly input: InputDocument; readonly record: ArticleRecord }
  | { readonly ok: false; readonly input: InputDocument; readonly error: ClaimlineError };

export interface Pipeline {
  /** Hex SHA-256 of the config in full. */
  readonly configSha256: string;
  /** @throws ClaimlineError when the document cannot be processed; its `code` says why, its `location` where. */
  process(input: InputDocument): ArticleRecord;
  /** The document with all layers, diagnostics and timings, before it is made into a record. @throws ClaimlineError */
  analyse(input: InputDocument): RunResult;
  /**
   * Reads pages and counts which blocks each site repeats: menus, teasers, notices. Give the answer to `createPipeline`
   * as `siteMemory`; what comes out of a page then depends on the pages that were surveyed. Pages that cannot be read
   * are passed over.
   */
  survey(inputs: AsyncIterable<InputDocument> | Iterable<InputDocument>): Promise<SiteTables>;
  /** The record of a document that `analyse` returned. */
  toRecord(result: RunResult): ArticleRecord;
  /**
   * Processes documents as they come, at most `concurrency` (default 4) fetched ahead, and yields in input order. A
   * document that fails yields its error; it never ends the run.
   */
  processAll(
    inputs:
      | AsyncIterable<InputDocument | (() => Promise<InputDocument>)>
      | Iterable<InputDocument | (() => Promise<InputDocument>)>,
    options?: { readonly concurrency?: number },
  ): AsyncGenerator<Outcome, void, undefined>;
}

/** Longest raw input that is read, in UTF-16 code units. */
export const MAX_INPUT_LENGTH = 64 * 1024 * 1024;

/**
 * A pipeline with its config checked and its models ready to load.
 * @param config what `pipeline.config.json` holds; all stages with their defaults when left out
 * @throws ClaimlineError when the config or the order of the stages is not valid
 */
export function createPipeline(config: PipelineConfig = {}, options: PipelineOptions = {}): Pipeline {
  const resolved = resolveConfig(config, CATALOGUE, CATALOGUE.given);
  const configSha256 = createHash('sha256').update(resolved.canonical).digest('hex');
  const models = modelStore(options.models);

  const analyse = (input: InputDocument): RunResult => {
    try {
      const source = {
        ...sourceOf(input),
        ...(options.siteMemory ? { siteMemory: options.siteMemory } : {}),
      };
      const { intake, options: intakeOptions } = intakeFor(resolved, source);
      return runPlan(source, {
        intake,
        intakeOptions,
        plan: resolved.plan,
        models,
        ...(options.clock ? { clock: options.clock } : {}),
      });
    } catch (thrown) {
      throw toClaimlineError(thrown, placeOf(input));
    }
  };
  const survey = async (
    inputs: AsyncIterable<InputDocument> | Iterable<InputDocument>,
  ): Promise<SiteTables> => {
    const memory = new SiteMemory();
    for await (const input of inputs) {
      try {
        const source = sourceOf(input);
        const { intake, options: intakeOptions } = intakeFor(resolved, source);
        const { text, rawBlocks, pageFacts } = intake.run(source, intakeOptions, {
          diagnose: () => undefined,
          models,
        });
        memory.add({ url: source.url, path: source.path, text, rawBlocks, pageFacts });
      } catch {
        // It fails again, with its reason, when it is processed.
      }
    }
    return memory.tables();
  };
  const toRecord = (result: RunResult) =>
    recordFromDoc(result.doc, result.diagnostics, { version: VERSION, configSha256, models: result.models });
  const process = (input: InputDocument) => toRecord(analyse(input));

  async function* processAll(
    inputs: Parameters<Pipeline['processAll']>[0],
    { concurrency = 4 }: { readonly concurrency?: number } = {},
  ): AsyncGenerator<Outcome, void, undefined> {
    const limit = pLimit(concurrency);
    const attempt = (entry: InputDocument | (() => Promise<InputDocument>)) =>
      limit(async (): Promise<Outcome> => {
        let input: InputDocument = {};
        try {
          input = typeof entry === 'function' ? await entry() : entry;
          return { ok: true, input, record: process(input) };
        } catch (thrown) {
          return { ok: false, input, error: toClaimlineError(thrown, placeOf(input)) };
        }
      });
    const window: Promise<Outcome>[] = [];
    for await (const entry of inputs) {
      window.push(attempt(entry));
      if (window.length >= concurrency) yield await window.shift()!;
    }
    while (window.length > 0) yield await window.shift()!;
  }

  return Object.freeze({ configSha256, process, analyse, survey, toRecord, processAll });
}

function modelStore(models: PipelineOptions['models']): ModelStore {
  if (models === undefined) return packagedModelStore();
  return typeof (models as ModelStore).bytes === 'function'
    ? (models as ModelStore)
    : memoryModelStore(models as Readonly<Record<string, Uint8Array>>);
}

function intakeFor(config: ResolvedConfig, source: Source): ResolvedConfig['intakes'][number] {
  const found = config.intakes.find(({ intake }) => intake.mediaType === source.mediaType);
  if (!found) throw new ClaimlineError('input/unsupported', `no intake reads ${source.mediaType}`);
  return found;
}

function placeOf(input: InputDocument): FaultLocation {
  return { file: input.path ?? input.url, record: input.id, ...input.location };
}

const BYTE_ORDER_MARK = 0xfeff;

/** Checks the input and completes what is not given. @throws ClaimlineError `input/...` */
function sourceOf(input: InputDocument): Source {
  if (input.html !== undefined && input.text !== undefined) {
    throw new ClaimlineError('usage', 'a document has either `html` or `text`, not both');
  }
  const raw = input.html ?? input.text;
  if (raw === undefined) {
    throw new ClaimlineError('usage', 'a document needs `html` or `text`', {
      hint: 'pass one of the two as a string',
    });
  }
  if (raw.length > MAX_INPUT_LENGTH) {
    throw new ClaimlineError(
      'input/too-large',
      `the document has ${raw.length} characters, more than ${MAX_INPUT_LENGTH}`,
      {
        hint: 'split it, or leave out embedded media',
      },
    );
  }
  if (/^\s*$/.test(raw.slice(0, 1000)) && raw.trim() === '') {
    throw new ClaimlineError('input/empty', 'the document is empty', {
      hint: 'check the scraper that wrote it',
    });
  }
  if (looksBinary(raw)) {
    throw new ClaimlineError('input/binary', 'the document is not text', {
      hint: 'pass HTML, plain text, JSONL or WARC; gzip is unpacked by the command line',
    });
  }
  if (
    input.published !== undefined &&
    !/^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(input.published)
  ) {
    throw new ClaimlineError('usage', `"${input.published}" is not an ISO 8601 date`, {
      hint: 'write it like 2026-02-27 or 2026-02-27T14:05:00-05:00',
    });
  }
  const { id, path, url, fetchedAt, published, headers, articleText } = input;
  return {
    ...(id === undefined ? {} : { id }),
    ...(path === undefined ? {} : { path }),
    ...(url === undefined ? {} : { url }),
    ...(fetchedAt === undefined ? {} : { fetchedAt }),
    ...(published === undefined ? {} : { published }),
    ...(headers === undefined ? {} : { headers }),
    ...(articleText === undefined ? {} : { articleText }),
    raw: raw.charCodeAt(0) === BYTE_ORDER_MARK ? ` ${raw.slice(1)}` : raw,
    sha256: input.sha256 ?? createHash('sha256').update(raw, 'utf8').digest('hex'),
    mediaType: input.html !== undefined ? 'text/html' : 'text/plain',
    charset: input.charset ?? 'utf-8',
  };
}

/** More than one control or replacement character in a hundred of the first 4,096 characters. */
function looksBinary(raw: string): boolean {
  const head = raw.slice(0, 4096);
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code === 0) odd += 10;
    else if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd) odd++;
  }
  return odd * 100 > head.length && odd > 2;
}
