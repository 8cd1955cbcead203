// The public API. Everything here is stable under semantic versioning; nothing else is.

export { configJsonSchema, type PipelineConfig } from './config/config.ts';
export type { Diagnostic, Severity } from './core/diagnostic.ts';
export type { Doc, SiteTables, Source } from './core/doc.ts';
export { ClaimlineError, type FaultCode, type FaultLocation } from './core/errors.ts';
export type * from './core/layers.ts';
export { OffsetMap, type OffsetSegment } from './core/offset-map.ts';
export type { RunResult } from './core/run.ts';
export type { Span } from './core/span.ts';
export type { ModelStore, Stage } from './core/stage.ts';
export { TokenTable } from './core/tokens.ts';
export {
  createPipeline,
  type InputDocument,
  type Outcome,
  type Pipeline,
  type PipelineOptions,
} from './pipeline.ts';
export {
  type ArticleRecord,
  type AttributionRecord,
  type ClaimRecord,
  type EntityRecord,
  type QuoteRecord,
  RecordSchema,
  recordJsonSchema,
  SCHEMA_VERSION,
  type TimexRecord,
} from './record/record.ts';
export { CATALOGUE } from './stages/index.ts';
export { VERSION } from './version.ts';
