import { OffsetMap } from '../core/offset-map.ts';
import { type Span, trimSpan } from '../core/span.ts';
import type { ArticleRecord } from '../record/record.ts';

/** A record as the scorers look at it: every span taken back to the raw input, without white space at its ends. */
export class RecordView {
  readonly record: ArticleRecord;
  readonly #map: OffsetMap;

  constructor(record: ArticleRecord) {
    this.record = record;
    this.#map = OffsetMap.from(record.textMap);
  }

  raw(span: Span): Span {
    return this.#map.toRaw(trimSpan(this.record.text, span));
  }

  text(span: Span): string {
    return this.record.text.slice(span.start, span.end);
  }
}

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** `a-b`, a raw span as a key. */
export const spanKey = ({ start, end }: Span): string => `${start}-${end}`;

/** A text for a note: one line, not long. */
export function shown(text: string, limit = 70): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return JSON.stringify(line.length > limit ? `${line.slice(0, limit - 1)}…` : line);
}
