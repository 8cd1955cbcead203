import type { ClaimlineError, FaultLocation } from '../core/errors.ts';

/** What a source knows of a document beside its content. */
export interface InputFacts {
  readonly id?: string;
  /** As the user named it, or below the folder the user named. */
  readonly path?: string;
  readonly url?: string;
  readonly mediaType?: 'text/html' | 'text/plain';
  /** ISO 8601. */
  readonly published?: string;
  /** ISO 8601. */
  readonly fetchedAt?: string;
  /** Response header fields, lower-case names (WARC). */
  readonly headers?: Readonly<Record<string, string>>;
  readonly articleText?: boolean;
}

/** One document as it lies in its source, not yet decoded. */
export interface RawInput extends InputFacts {
  readonly kind: 'document';
  readonly content: Uint8Array | string;
  /** Charset that the transport declared (HTTP header in WARC). */
  readonly charset?: string;
  readonly location: FaultLocation;
}

/** A document that could not be read. */
export interface FailedInput extends InputFacts {
  readonly kind: 'failed';
  readonly error: ClaimlineError;
  readonly location: FaultLocation;
}

/** Something in the input that is no document: a redirect or an image in a WARC file. */
export interface SkippedInput {
  readonly kind: 'skipped';
  readonly reason: string;
}

export type InputItem = RawInput | FailedInput | SkippedInput;

/** Bounds and wishes shared by all sources. */
export interface SourceOptions {
  /** Largest document in bytes, after gunzip. */
  readonly maxBytes: number;
  /** Told how many bytes were read from disk or stdin, for progress. */
  readonly onBytes?: (count: number) => void;
}

/** Pages of 50 MB pass; a runaway file does not. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
