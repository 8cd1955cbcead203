import type { Span } from './span.ts';

export type Severity = 'info' | 'warning' | 'error';

/** A doubt about a document that did not stop it (faults that stop it are `ClaimlineError`s). */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable, `area/what`, e.g. `metadata/no-publication-date`. */
  readonly code: string;
  readonly message: string;
  readonly stage: string;
  /** The rule that raised it, where a rule did. */
  readonly rule?: string;
  readonly span?: Span;
  /** 0 to 1, where the doubt is a graded one. */
  readonly score?: number;
}
