import type { Span } from '../../core/span.ts';
import type { Reading } from './recogniser.ts';

/** A reading at its place in the text. */
export interface Found extends Span {
  readonly rule: string;
  readonly reading: Reading;
}
