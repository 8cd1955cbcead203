import { ClaimlineError } from '../core/errors.ts';
import { contains, overlaps, type Span } from '../core/span.ts';
import { anchor, occurrences } from './anchor.ts';
import type { Gold, GoldPiece, GoldSlot } from './gold.ts';
import { type GoldFile, GoldSchema } from './gold-schema.ts';
import { type VisibleText, visibleText } from './visible-text.ts';

/** What the gold was written about. */
export interface GoldInput {
  /** The decoded input. */
  readonly raw: string;
  readonly mediaType: 'text/html' | 'text/plain';
}

/**
 * Reads a gold file: its shape, then every offset, text and reference against the input.
 * @throws ClaimlineError `gold/invalid`; its message lists every problem, one a line, each with its path.
 */
export function loadGold(json: unknown, input: GoldInput, file?: string): Gold {
  const location = file === undefined ? {} : { file };
  const parsed = GoldSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`,
    );
    throw invalid(problems, location);
  }
  const reader = new GoldReader(parsed.data, visibleText(input.raw, input.mediaType), input.mediaType);
  const gold = reader.read();
  if (reader.problems.length > 0) throw invalid(reader.problems, location);
  return gold;
}

function invalid(problems: readonly string[], location: { file?: string }): ClaimlineError {
  return new ClaimlineError('gold/invalid', `the gold does not hold:\n  ${problems.join('\n  ')}`, {
    hint: 'fixtures/README.md states the form; a text without offsets must stand exactly once where it is looked for',
    location,
  });
}

interface Piece {
  readonly text: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly occurrence?: number | undefined;
}

const LIST_MARKER = /^(?:\d{1,3}[.)]|[-•*–·])$/u;

class GoldReader {
  readonly problems: string[] = [];
  readonly #file: GoldFile;
  readonly #visible: VisibleText;
  readonly #plain: boolean;
  /** Visible spans of the sentences, to look within. */
  #sentences: readonly Span[] = [];

  constructor(file: GoldFile, visible: VisibleText, mediaType: GoldInput['mediaType']) {
    this.#file = file;
    this.#visible = visible;
    this.#plain = mediaType === 'text/plain';
  }

  read(): Gold {
    const file = this.#file;
    const blocks = this.#sequence(file.blocks, 'blocks');
    const lines = file.boilerplate.map((line) => (typeof line === 'string' ? { text: line } : line));
    const boilerplate = this.#boilerplate(lines, blocks);
    const sentenceItems = file.sentences.map((s) => (typeof s === 'string' ? { text: s } : s));
    this.#sentences = this.#sequence(sentenceItems, 'sentences', blocks);
    this.#cover(blocks, boilerplate);
    this.#checkReferences();
    return {
      id: file.id,
      metadata: file.metadata,
      blocks: file.blocks.map((block, i) => ({
        ...this.#raw(blocks[i]!, block.text),
        kind: block.kind,
        optional: block.optional === true,
      })),
      boilerplate: lines.map((line, i) => ({
        ...this.#raw(boilerplate[i]!, line.text),
        label: ('label' in line ? line.label : undefined) ?? null,
        optional: 'optional' in line && line.optional === true,
      })),
      sentences: sentenceItems.map((sentence, i) => this.#raw(this.#sentences[i]!, sentence.text)),
      timexes: file.timexes.map((timex, i) => ({
        ...this.#inSentence(timex, timex.sentence, `timexes.${i}`),
        type: timex.type,
        value: timex.value,
        optional: timex.optional === true,
      })),
      entities: file.entities.map((entity, i) => ({
        name: entity.name,
        types: Array.isArray(entity.type) ? entity.type : [entity.type],
        aliases: entity.aliases,
        mentions: entity.mentions.map((mention, j) => ({
          ...this.#inSentence(mention, mention.sentence, `entities.${i}.mentions.${j}`),
          optional: mention.optional === true,
        })),
        optional: entity.optional === true,
      })),
      quotes: file.quotes.map((quote, i) => ({
        ...this.#inSentence(quote, quote.sentence, `quotes.${i}`, true),
        speaker: quote.speaker,
        optional: quote.optional === true,
      })),
      notQuotes: file.notQuotes.map((quote, i) =>
        this.#inSentence(quote, quote.sentence, `notQuotes.${i}`, true),
      ),
      claims: file.claims.map((claim, i) => {
        const slot = (name: 'subject' | 'predicate' | 'object') =>
          this.#slot(claim[name], claim.sentence, `claims.${i} (${claim.id}).${name}`);
        const { sources, optional, ...rest } = claim;
        return {
          ...rest,
          subject: slot('subject')!,
          predicate: slot('predicate')!,
          object: slot('object'),
          sources: sources ?? (claim.source === null ? [] : [claim.source]),
          optional: optional === true,
        };
      }),
      knownFailures: file.knownFailures ?? [],
    };
  }

  /** Pieces that follow one another, each looked for after the one before it. */
  #sequence(pieces: readonly Piece[], path: string, inside?: readonly Span[]): Span[] {
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
    this.problems.push(`${path}: ${short(text)} does not stand after offset ${from}`);
    return { start: from, end: from };
  }

  /** Boilerplate lines in document order, none inside an article block; in plain text each is a whole line. */
  #boilerplate(lines: readonly Piece[], blocks: readonly Span[]): Span[] {
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
        this.problems.push(`${path}: ${short(line.text)} is no line of its own after offset ${from}`);
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

  /** Every visible character is article or boilerplate, and every word of the article is in a sentence. */
  #cover(blocks: readonly Span[], boilerplate: readonly Span[]): void {
    const whole = this.#visible.text;
    const all = [...blocks, ...boilerplate].sort((a, b) => a.start - b.start);
    for (const gap of gaps({ start: 0, end: whole.length }, all)) {
      const left = whole.slice(gap.start, gap.end).trim();
      if (left !== '')
        this.problems.push(`blocks: ${short(left)} at ${gap.start} is neither article nor boilerplate`);
    }
    for (const [i, block] of blocks.entries()) {
      for (const gap of gaps(block, this.#sentences)) {
        const left = whole.slice(gap.start, gap.end).trim();
        if (left !== '' && !LIST_MARKER.test(left)) {
          this.problems.push(`blocks.${i}: ${short(left)} at ${gap.start} is in no sentence`);
        }
      }
    }
  }

  #slot(
    slot: string | (Piece & { implicit?: true | undefined }) | null,
    sentence: number,
    path: string,
  ): GoldSlot | null {
    if (slot === null) return null;
    const piece = typeof slot === 'string' ? { text: slot } : slot;
    if ('implicit' in piece && piece.implicit === true) return { text: piece.text, span: null };
    const { text, start, end } = this.#inSentence(piece, sentence, path);
    return { text, span: { start, end } };
  }

  /** A piece in its sentence; `onward` when it may run into the following ones (a quote). */
  #inSentence(piece: Piece, sentence: number, path: string, onward = false): GoldPiece {
    const within = this.#sentences[sentence];
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
      if (!inside) this.problems.push(`${path}: ${short(piece.text)} does not lie in sentence ${sentence}`);
      return this.#raw(given, piece.text);
    }
    const room = onward ? { start: within.start, end: this.#visible.text.length } : within;
    const found = onward
      ? occurrences(this.#visible.text, piece.text, room).filter((place) => place.start < within.end)
      : occurrences(this.#visible.text, piece.text, room);
    if (onward && found.length === 1) return this.#raw(found[0]!, piece.text);
    const { span, problem } = anchor(this.#visible.text, piece.text, room, piece.occurrence);
    if (span === undefined) {
      this.problems.push(`${path}: in sentence ${sentence}, ${problem}`);
      return nowhere;
    }
    return this.#raw(span, piece.text);
  }

  /** The place that the file itself states, checked against the text; null when it states none. */
  #given(piece: Piece, path: string): Span | null {
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
        `${path}: ${short(piece.text)} is stated for ${start}-${end}, where ${short(found)} stands`,
      );
    }
    return { start, end };
  }

  #raw(span: Span, text: string): GoldPiece {
    return { text, ...this.#visible.toRaw(span) };
  }

  #checkReferences(): void {
    const file = this.#file;
    const names = new Set(file.entities.map((entity) => entity.name));
    const values = new Set(file.timexes.map((timex) => timex.value));
    const ids = new Set<string>();
    for (const entity of file.entities) {
      const forms = new Set(entity.mentions.map((mention) => mention.text));
      for (const alias of entity.aliases) {
        if (!forms.has(alias))
          this.problems.push(`entities ${entity.name}: the alias ${short(alias)} is no mention`);
      }
    }
    for (const claim of file.claims) {
      const path = `claims ${claim.id}`;
      if (ids.has(claim.id)) this.problems.push(`${path}: the id is used twice`);
      ids.add(claim.id);
      if (claim.subjectEntity !== null && !names.has(claim.subjectEntity)) {
        this.problems.push(`${path}.subjectEntity: no entity is named ${short(claim.subjectEntity)}`);
      }
      for (const slot of ['time', 'saidAt'] as const) {
        const value = claim[slot];
        if (value !== null && !values.has(value))
          this.problems.push(`${path}.${slot}: no timex has the value ${value}`);
      }
      if (claim.sources !== undefined && claim.sources.at(-1) !== claim.source) {
        this.problems.push(`${path}.sources: the last one must be the source`);
      }
      if (
        claim.source === null &&
        (claim.cue !== null || claim.quoteType !== null || claim.saidAt !== null)
      ) {
        this.problems.push(`${path}: cue, quoteType and saidAt belong to a source`);
      }
      if (claim.source !== null && claim.quoteType === null) {
        this.problems.push(`${path}.quoteType: missing beside a source`);
      }
    }
    for (const [i, quote] of file.quotes.entries()) {
      if (
        quote.speaker !== null &&
        !names.has(quote.speaker) &&
        !this.#visible.text.includes(quote.speaker)
      ) {
        this.problems.push(
          `quotes.${i}.speaker: ${short(quote.speaker)} is neither an entity nor in the text`,
        );
      }
    }
  }
}

/** The parts of `outer` that none of the ordered spans covers. */
function gaps(outer: Span, spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  let from = outer.start;
  for (const span of spans) {
    if (span.end <= outer.start || span.start >= outer.end) continue;
    if (span.start > from) found.push({ start: from, end: span.start });
    from = Math.max(from, span.end);
  }
  if (from < outer.end) found.push({ start: from, end: outer.end });
  return found;
}

function short(text: string): string {
  return JSON.stringify(text.length > 50 ? `${text.slice(0, 47)}...` : text);
}
