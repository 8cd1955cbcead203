import { contains, overlaps, type Span } from '../core/span.ts';
import { anchor, occurrences } from './anchor.ts';
import type { GoldPiece } from './gold.ts';
import { shown } from './record-view.ts';
import type { VisibleText } from './visible-text.ts';

/** A text of a gold file, with what it says of its place. */
export interface StatedPiece {
  readonly text: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly occurrence?: number | undefined;
}

/** Finds the places of a gold file's texts in the visible text, and collects what is wrong with them. */
export class PiecePlacer {
  readonly problems: string[] = [];
  readonly #visible: VisibleText;
  /** Offsets may be stated: the visible text is the input itself. */
  readonly #plain: boolean;

  constructor(visible: VisibleText, plain: boolean) {
    this.#visible = visible;
    this.#plain = plain;
  }

  /** Pieces that follow one another, each looked for after the one before it. */
  sequence(pieces: readonly StatedPiece[], path: string, inside?: readonly Span[]): Span[] {
    let from = 0;
    return pieces.map((piece, i) => {
      const span = this.#given(piece, `${path}.${i}`) ?? this.#next(piece.text, from, inside, `${path}.${i}`);
      if (span.start < from) this.problems.push(`${path}.${i}: comes before the one in front of it`);
      if (inside !== undefined && !inside.some((outer) => contains(outer, span))) {
        this.problems.push(`${path}.${i}: lies in no article block`);
      }
      from = Math.max(from, span.end);
      return span;
    });
  }

  #next(text: string, from: number, inside: readonly Span[] | undefined, path: string): Span {
    const whole = this.#visible.text;
    const found = occurrences(whole, text, { start: from, end: whole.length });
    const span = found.find(
      (place) => inside === undefined || inside.some((outer) => contains(outer, place)),
    );
    if (span !== undefined) return span;
    this.problems.push(`${path}: ${shown(text)} does not stand after offset ${from}`);
    return { start: from, end: from };
  }

  /** Boilerplate lines in document order, none inside an article block; in plain text each is a whole line. */
  boilerplate(lines: readonly StatedPiece[], blocks: readonly Span[]): Span[] {
    const whole = this.#visible.text;
    let from = 0;
    return lines.map((line, i) => {
      const path = `boilerplate.${i}`;
      const given = this.#given(line, path);
      const span =
        given ??
        occurrences(whole, line.text, { start: from, end: whole.length }).find(
          (place) => !blocks.some((block) => overlaps(block, place)) && this.#fillsLine(place),
        );
      if (span === undefined) {
        this.problems.push(`${path}: ${shown(line.text)} is no line of its own after offset ${from}`);
        return { start: from, end: from };
      }
      from = span.end;
      return span;
    });
  }

  #fillsLine({ start, end }: Span): boolean {
    const whole = this.#visible.text;
    const lineStart = whole.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = whole.indexOf('\n', end);
    const before = whole.slice(lineStart, start);
    const after = whole.slice(end, lineEnd < 0 ? whole.length : lineEnd);
    return before.trim() === '' && after.trim() === '';
  }

  /** A piece in its sentence; `onward` when it may run into the following ones (a quote). */
  inSentence(
    piece: StatedPiece,
    sentences: readonly Span[],
    sentence: number,
    path: string,
    onward = false,
  ): GoldPiece {
    const within = sentences[sentence];
    const nowhere = { text: piece.text, start: 0, end: 0 };
    if (within === undefined) {
      this.problems.push(`${path}: there is no sentence ${sentence}`);
      return nowhere;
    }
    const given = this.#given(piece, path);
    if (given !== null) {
      const inside = onward
        ? given.start >= within.start && given.start < within.end
        : contains(within, given);
      if (!inside) this.problems.push(`${path}: ${shown(piece.text)} does not lie in sentence ${sentence}`);
      return this.raw(given, piece.text);
    }
    const room = onward ? { start: within.start, end: this.#visible.text.length } : within;
    const found = onward
      ? occurrences(this.#visible.text, piece.text, room).filter((place) => place.start < within.end)
      : occurrences(this.#visible.text, piece.text, room);
    if (onward && found.length === 1) return this.raw(found[0]!, piece.text);
    const { span, problem } = anchor(this.#visible.text, piece.text, room, piece.occurrence);
    if (span === undefined) {
      this.problems.push(`${path}: in sentence ${sentence}, ${problem}`);
      return nowhere;
    }
    return this.raw(span, piece.text);
  }

  /** The place that the file itself states, checked against the text; null when it states none. */
  #given(piece: StatedPiece, path: string): Span | null {
    const { start, end } = piece;
    if (start === undefined && end === undefined) return null;
    if (!this.#plain) {
      this.problems.push(`${path}: state no offsets for an HTML input, the text says the place`);
      return null;
    }
    if (start === undefined || end === undefined || end < start) {
      this.problems.push(`${path}: states half an offset`);
      return null;
    }
    const found = this.#visible.text.slice(start, end);
    if (found !== piece.text) {
      this.problems.push(
        `${path}: ${shown(piece.text)} is stated for ${start}-${end}, where ${JSON.stringify(found)} stands`,
      );
    }
    return { start, end };
  }

  raw(span: Span, text: string): GoldPiece {
    return { text, ...this.#visible.toRaw(span) };
  }
}
