import type { Span } from '../../../core/span.ts';

/** Words of the page that the claim's text gives in another form; the span is the page's. */
export interface Replacement extends Span {
  readonly to: string;
  /** Published as `edits[].reason`. */
  readonly reason: string;
  /** Index of the entity that it names, where that is not one of the span's mentions. */
  readonly entity?: number;
}
