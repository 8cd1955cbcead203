import type { OffsetMap } from '../core/offset-map.ts';
import { isValidSpan, type Span } from '../core/span.ts';
import type { ArticleRecord } from '../record/record.ts';
import { shown } from './record-view.ts';
import { visibleText } from './visible-text.ts';

/** What is wrong with a record, and where: `claims.3.subject`. */
export interface Violation {
  readonly path: string;
  readonly message: string;
}

export type Slice = Span & { readonly text: string; readonly implicit?: boolean | undefined };

/** One record under check: what is asked of any span or reference, and what was found. */
export class RecordChecker {
  readonly record: ArticleRecord;
  /** The raw input, where it is at hand. */
  readonly raw: string | undefined;
  readonly violations: Violation[] = [];
  /** Index by id. */
  readonly ids: Readonly<
    Record<'timexes' | 'entities' | 'attributions' | 'claims', ReadonlyMap<string, number>>
  >;
  /** Null until it was built, or when it cannot be. */
  map: OffsetMap | null = null;

  constructor(record: ArticleRecord, raw: string | undefined) {
    this.record = record;
    this.raw = raw;
    const index = (rows: readonly { readonly id: string }[]) => new Map(rows.map(({ id }, i) => [id, i]));
    this.ids = {
      timexes: index(record.timexes),
      entities: index(record.entities),
      attributions: index(record.attributions),
      claims: index(record.claims),
    };
  }

  fault(path: string, message: string): void {
    this.violations.push({ path, message });
  }

  entity(id: string | undefined, path: string): void {
    if (id !== undefined && !this.ids.entities.has(id)) {
      this.fault(path, `there is no entity ${id}`);
    }
  }

  inText(span: Span, path: string): boolean {
    if (isValidSpan(this.record.text, span)) return true;
    this.fault(path, `${span.start}-${span.end} is no span of the text`);
    return false;
  }

  /** The text of a span is its slice; of an implicit word only the span itself counts. */
  slice(part: Slice, path: string): void {
    if (!this.inText(part, path) || part.implicit === true) return;
    const stands = this.record.text.slice(part.start, part.end);
    if (stands !== part.text) this.fault(path, `says ${shown(part.text)} where ${shown(stands)} stands`);
  }

  /** The raw slice of a span, tags and entities taken out, reads the same, white space aside. */
  rawReads(span: Span, path: string): void {
    if (this.raw === undefined || this.map === null) return;
    const place = this.map.toRaw(span);
    const slice = this.raw.slice(place.start, place.end);
    const read = bare(visibleText(slice, this.record.source.mediaType).text);
    const want = bare(this.record.text.slice(span.start, span.end));
    if (read !== want) this.fault(path, `reads ${shown(want)}, and its raw slice ${shown(read)}`);
  }
}

/** Without white space and without characters that have no width. */
function bare(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '');
}
