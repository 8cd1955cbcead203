import type { Span } from '../../../core/span.ts';

/** Words of the page that the claim's text gives in another form; the span is the page's. */
export interface Replacement extends Span {
  readonly to: string;
  /** Published as `edits[].reason`. */
  readonly reason: string;
}
