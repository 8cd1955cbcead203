import { z } from 'zod';
import type { PageFacts, RawBlock } from '../core/layers.ts';
import { OffsetMap, OffsetMapBuilder } from '../core/offset-map.ts';
import { type Span, trimSpan } from '../core/span.ts';
import { defineIntake } from '../core/stage.ts';
import { cutLine } from './intake-text/cut-line.ts';
import { goesOn, lineShape, wrapWidth } from './intake-text/line-shape.ts';

export const NO_PAGE_FACTS: PageFacts = Object.freeze({
  lang: null,
  title: null,
  metas: [],
  links: [],
  jsonLd: [],
  marks: [],
});

/**
 * Text that some tool flattened from a page. A text with one block a line is its own text; hard-wrapped lines are
 * joined, the break becoming one blank; a text on a single line is cut into pieces that stay where they are.
 */
export const intakeText = defineIntake({
  name: 'intake-text',
  mediaType: 'text/plain',
  options: z.strictObject({
    /** How the text was laid out; `auto` tells by the lengths of its lines. */
    layout: z.enum(['auto', 'blocks', 'wrapped', 'single']).default('auto'),
  }),
  run(source, options) {
    const raw = source.raw;
    const lines = lineSpans(raw);
    const words = lines.map((line) => raw.slice(line.start, line.end));
    const shape = options.layout === 'auto' ? lineShape(words) : options.layout;
    if (shape === 'wrapped') return { ...unwrap(raw, lines, words), pageFacts: NO_PAGE_FACTS };
    const spans = shape === 'single' ? lines.flatMap((line) => cutLine(raw, trimSpan(raw, line))) : lines;
    const rawBlocks: RawBlock[] = [];
    for (const span of spans) {
      const trimmed = trimSpan(raw, span);
      if (trimmed.end > trimmed.start) rawBlocks.push(lineBlock(trimmed, shape === 'single'));
    }
    return { text: raw, map: OffsetMap.identity(raw.length), rawBlocks, pageFacts: NO_PAGE_FACTS };
  },
});

function lineBlock(span: Span, piece: boolean): RawBlock {
  return { ...span, tag: piece ? 'piece' : 'line', path: '', tokens: '', linkChars: 0, links: 0 };
}

/** Spans of the lines without their line ends (`\n`, `\r\n`, `\r`, U+2028, U+2029). */
function lineSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: text.length });
  return spans;
}

function unwrap(raw: string, lines: readonly Span[], words: readonly string[]) {
  const width = wrapWidth(words) ?? Math.max(...words.map((line) => line.trim().length));
  const builder = new OffsetMapBuilder();
  const rawBlocks: RawBlock[] = [];
  let text = '';
  let open: Span | null = null;
  let rawEnd = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = trimSpan(raw, lines[i]!);
    if (line.end === line.start) continue;
    const joins = open !== null && i > 0 && goesOn(words[i - 1]!, words[i]!, width);
    // A line may be broken behind a hyphen, which stands for no blank.
    const hyphen =
      joins && /\p{L}-$/u.test(text.slice(-2)) && /^\p{L}/u.test(raw.slice(line.start, line.start + 2));
    if (joins && !hyphen) {
      builder.add(text.length, rawEnd, 1, line.start - rawEnd);
      text += ' ';
    } else if (open !== null && !joins) {
      rawBlocks.push(lineBlock(open, false));
      text += '\n';
    }
    const start: number = joins ? open!.start : text.length;
    builder.add(text.length, line.start, line.end - line.start);
    text += raw.slice(line.start, line.end);
    open = { start, end: text.length };
    rawEnd = line.end;
  }
  if (open !== null) rawBlocks.push(lineBlock(open, false));
  return { text, map: builder.build(), rawBlocks };
}
