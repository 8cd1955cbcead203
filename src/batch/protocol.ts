import type { PipelineConfig } from '../config/config.ts';
import type { SiteTables } from '../core/doc.ts';
import type { FaultCode, FaultLocation } from '../core/errors.ts';
import type { RecordRows } from '../io/database/record-rows.ts';
import type { RawInput } from '../io/input-item.ts';

// What the main thread and the workers say to one another.

/** What one line of the output is. */
export type LineKind = 'article' | 'claim';

/** Given to every worker once. */
export interface WorkerSetup {
  readonly config: PipelineConfig;
  readonly lines: LineKind;
  /** The rows of a database in place of lines. */
  readonly rows: boolean;
  readonly pretty: boolean;
  /** Time each stage. */
  readonly timings: boolean;
  /** Sketch each document's main text for near-duplicate search. */
  readonly sketch: boolean;
  /** What the pages of each site repeat, when they were surveyed. */
  readonly siteMemory?: SiteTables;
  /** For each document in work, the thread id of the worker that has started on it, 0 before. */
  readonly started: Int32Array<SharedArrayBuffer>;
}

/** One document for a worker; without one it only says who it is. */
export interface WorkerTask {
  /** Index into `started`. */
  readonly slot: number;
  readonly raw?: RawInput;
}

export interface Hello {
  readonly kind: 'hello';
  readonly version: string;
  readonly configSha256: string;
}

/** A document that went through. */
export interface Extracted {
  readonly kind: 'extracted';
  /** UTF-8, whole lines: one record, or one for each claim; empty when rows are asked for. */
  readonly output: Uint8Array;
  readonly rows?: RecordRows;
  readonly articleId: string;
  readonly versionId: string;
  readonly claims: number;
  readonly timings?: Readonly<Record<string, number>>;
  /** Null when the text is too short for one. */
  readonly sketch?: Uint32Array | null;
}

/** A document, or the whole setup, that did not. */
export interface Failed {
  readonly kind: 'failed';
  readonly error: {
    readonly code: FaultCode;
    readonly message: string;
    readonly hint?: string;
    readonly location: FaultLocation;
  };
}

export type WorkerReply = Hello | Extracted | Failed;
