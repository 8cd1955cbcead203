import type { Span } from '../../core/span.ts';
import type { Reading } from './recogniser.ts';

/** A reading at its place in the text, with the clock time that it has (alone or joined to it). */
export interface Found extends Span {
  readonly rule: string;
  readonly reading: Reading;
  /** Set on a bare clock time: `15:30`, `24:00`. */
  readonly clock?: string;
}
