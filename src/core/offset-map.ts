import type { Span } from './span.ts';

/**
 * One run of text and the raw characters it came from: `[start, rawStart, length]` when the raw
 * characters are the same ones, `[start, rawStart, length, rawLength]` when they stand for the text
 * (`&amp;` for `&`, ten blanks for one).
 */
export type OffsetSegment =
  | readonly [start: number, rawStart: number, length: number]
  | readonly [start: number, rawStart: number, length: number, rawLength: number];

/**
 * Piecewise map between flattened text and the raw page, recorded while flattening. Both sides count
 * UTF-16 code units, both grow strictly. Characters that flattening put in by itself (the line break
 * between two blocks) belong to no segment.
 */
export class OffsetMap {
  readonly #start: Int32Array;
  readonly #raw: Int32Array;
  readonly #length: Int32Array;
  readonly #rawLength: Int32Array;

  private constructor(start: Int32Array, raw: Int32Array, length: Int32Array, rawLength: Int32Array) {
    this.#start = start;
    this.#raw = raw;
    this.#length = length;
    this.#rawLength = rawLength;
  }

  /** The map of a text that is its own raw form. */
  static identity(length: number): OffsetMap {
    return OffsetMap.from(length > 0 ? [[0, 0, length]] : []);
  }

  /** @throws RangeError when the segments are not in order, overlap or are empty. */
  static from(segments: readonly OffsetSegment[]): OffsetMap {
    const builder = new OffsetMapBuilder();
    for (const [start, raw, length, rawLength] of segments)
      builder.add(start, raw, length, rawLength ?? length);
    return builder.build();
  }

  /** @internal used by the builder */
  static fromColumns(
    start: Int32Array,
    raw: Int32Array,
    length: Int32Array,
    rawLength: Int32Array,
  ): OffsetMap {
    return new OffsetMap(start, raw, length, rawLength);
  }

  get size(): number {
    return this.#start.length;
  }

  toJSON(): OffsetSegment[] {
    const out: OffsetSegment[] = [];
    for (let i = 0; i < this.size; i++) {
      const start = this.#start[i]!;
      const raw = this.#raw[i]!;
      const length = this.#length[i]!;
      const rawLength = this.#rawLength[i]!;
      out.push(rawLength === length ? [start, raw, length] : [start, raw, length, rawLength]);
    }
    return out;
  }

  /**
   * The raw span that a text span came from: from the raw start of its first mapped character to the raw
   * end of its last. A span without a mapped character gives the empty raw span at the next mapped one
   * (or at the end of the last).
   */
  toRaw(span: Span): Span {
    return project(span, this.#start, this.#length, this.#raw, this.#rawLength);
  }

  /** The text span that a raw span became; the inverse of {@link toRaw}. Markup alone gives an empty span. */
  toText(span: Span): Span {
    return project(span, this.#raw, this.#rawLength, this.#start, this.#length);
  }

  /**
   * The map from this map's text to `outer`'s raw side, where this map's raw side is `outer`'s text
   * (text of a text: a field of a JSON document that itself was flattened).
   */
  compose(outer: OffsetMap): OffsetMap {
    const builder = new OffsetMapBuilder();
    for (let i = 0; i < this.size; i++) {
      const start = this.#start[i]!;
      const raw = this.#raw[i]!;
      const length = this.#length[i]!;
      const rawLength = this.#rawLength[i]!;
      if (rawLength !== length) {
        const far = outer.toRaw({ start: raw, end: raw + rawLength });
        if (far.end > far.start) builder.add(start, far.start, length, far.end - far.start);
        continue;
      }
      // Same characters: cut at the outer map's own borders.
      let j = firstSegment(outer.#start, outer.#length, raw);
      for (; j < outer.size && outer.#start[j]! < raw + length; j++) {
        const from = Math.max(raw, outer.#start[j]!);
        const to = Math.min(raw + length, outer.#start[j]! + outer.#length[j]!);
        const same = outer.#rawLength[j] === outer.#length[j];
        const farStart = same ? outer.#raw[j]! + from - outer.#start[j]! : outer.#raw[j]!;
        builder.add(start + from - raw, farStart, to - from, same ? to - from : outer.#rawLength[j]!);
      }
    }
    return builder.build();
  }
}

/** Collects segments in order; neighbours that continue one another are joined. */
export class OffsetMapBuilder {
  #count = 0;
  #start = new Int32Array(64);
  #raw = new Int32Array(64);
  #length = new Int32Array(64);
  #rawLength = new Int32Array(64);

  /**
   * Text `[start, start + length)` came from raw `[rawStart, rawStart + rawLength)`.
   * @throws RangeError when it is empty on either side or does not follow the last segment on both.
   */
  add(start: number, rawStart: number, length: number, rawLength: number = length): void {
    if (!(length > 0 && rawLength > 0 && start >= 0 && rawStart >= 0)) {
      throw new RangeError(`empty or negative offset segment at text ${start}, raw ${rawStart}`);
    }
    const last = this.#count - 1;
    if (last >= 0) {
      const end = this.#start[last]! + this.#length[last]!;
      const rawEnd = this.#raw[last]! + this.#rawLength[last]!;
      if (start < end || rawStart < rawEnd) {
        throw new RangeError(`offset segment at text ${start}, raw ${rawStart} overlaps the one before it`);
      }
      const plain = rawLength === length && this.#rawLength[last] === this.#length[last];
      if (plain && start === end && rawStart === rawEnd) {
        this.#length[last]! += length;
        this.#rawLength[last]! += length;
        return;
      }
    }
    if (this.#count === this.#start.length) this.#grow();
    this.#start[this.#count] = start;
    this.#raw[this.#count] = rawStart;
    this.#length[this.#count] = length;
    this.#rawLength[this.#count] = rawLength;
    this.#count++;
  }

  build(): OffsetMap {
    const cut = (column: Int32Array) => column.slice(0, this.#count);
    return OffsetMap.fromColumns(cut(this.#start), cut(this.#raw), cut(this.#length), cut(this.#rawLength));
  }

  #grow(): void {
    const grown = (column: Int32Array) => {
      const larger = new Int32Array(column.length * 2);
      larger.set(column);
      return larger;
    };
    this.#start = grown(this.#start);
    this.#raw = grown(this.#raw);
    this.#length = grown(this.#length);
    this.#rawLength = grown(this.#rawLength);
  }
}

/** First segment that ends after `offset`. */
function firstSegment(starts: Int32Array, lengths: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! + lengths[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function project(
  span: Span,
  fromStart: Int32Array,
  fromLength: Int32Array,
  toStart: Int32Array,
  toLength: Int32Array,
): Span {
  const size = fromStart.length;
  if (size === 0) return { start: 0, end: 0 };
  const first = firstSegment(fromStart, fromLength, span.start);
  if (first === size) {
    const end = toStart[size - 1]! + toLength[size - 1]!;
    return { start: end, end };
  }
  const same = toLength[first] === fromLength[first];
  const inFirst = Math.max(0, span.start - fromStart[first]!);
  const start = toStart[first]! + (same ? inFirst : 0);
  if (span.end <= span.start || span.end <= fromStart[first]!) return { start, end: start };
  // The last segment that starts before the span's end.
  let last = firstSegment(fromStart, fromLength, span.end - 1);
  if (last === size || fromStart[last]! >= span.end) last--;
  const sameLast = toLength[last] === fromLength[last];
  const inLast = Math.min(span.end - fromStart[last]!, fromLength[last]!);
  return { start, end: toStart[last]! + (sameLast ? inLast : toLength[last]!) };
}
