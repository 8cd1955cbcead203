import type { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import type { Doc, Source } from './doc.ts';
import type { LayerName, Layers, PageFacts, RawBlock } from './layers.ts';
import type { OffsetMap } from './offset-map.ts';

/** Model files by name; loaded on first use, then shared. */
export interface ModelStore {
  /** The file's bytes. @throws ClaimlineError `models/missing` */
  bytes(name: string): Uint8Array;
  /** What `load` makes of the file's bytes, made once. */
  get<T>(name: string, load: (bytes: Uint8Array) => T): T;
  /** Hex SHA-256 of a file that was read. */
  sha256(name: string): string;
}

export interface StageContext {
  /** Report a doubt; the stage's name is filled in. */
  diagnose(diagnostic: Omit<Diagnostic, 'stage'>): void;
  readonly models: ModelStore;
}

/**
 * A stage reads a document and returns the one layer it provides. Pure, synchronous, deterministic: no clock,
 * no randomness, no locale or time zone of the machine, no I/O.
 */
export interface Stage<P extends LayerName = LayerName, O = unknown> {
  readonly name: string;
  readonly requires: readonly LayerName[];
  readonly provides: P;
  /** Strict schema with a default for everything, so that `{}` is valid. */
  readonly options: z.ZodType<O>;
  run(doc: Doc, options: O, context: StageContext): Layers[P];
}

/** Types a stage from its parts without losing the layer's and the options' types. */
export function defineStage<P extends LayerName, O>(stage: Stage<P, O>): Stage<P, O> {
  return Object.freeze(stage);
}

/** The first step: raw input to text, map and raw blocks. One for each media type. */
export interface Intake<O = unknown> {
  readonly name: string;
  readonly mediaType: Source['mediaType'];
  readonly options: z.ZodType<O>;
  run(
    source: Source,
    options: O,
    context: StageContext,
  ): {
    readonly text: string;
    readonly map: OffsetMap;
    readonly rawBlocks: readonly RawBlock[];
    readonly pageFacts: PageFacts;
  };
}

export function defineIntake<O>(intake: Intake<O>): Intake<O> {
  return Object.freeze(intake);
}
