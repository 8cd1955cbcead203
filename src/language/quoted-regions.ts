import type { Span } from '../core/span.ts';
import { type MarkShape, type QuotationMark, quotationMarks } from './quotation-marks.ts';

/** Words between quotation marks; `start` and `end` lie inside the marks. */
export interface QuotedRegion extends Span {
  /** With the marks, where they are there. */
  readonly outer: Span;
  readonly shape: MarkShape;
  /** Index of the block (of the list given) that it stands in. */
  readonly block: number;
  /** Both marks are there. */
  readonly closed: boolean;
  /** Number of regions around it. */
  readonly depth: number;
  /** It carries on the quotation of the block before. */
  readonly continues: boolean;
}

interface Pending {
  readonly mark: QuotationMark | null;
  readonly start: number;
  readonly shape: MarkShape;
  readonly continues: boolean;
}

const isSingle = (shape: MarkShape) => shape === 'single' || shape === 'curly-single';

const isDouble = (shape: MarkShape) => shape === 'straight' || shape === 'curly';

/** Longest words in single marks that are taken for a quotation; beyond it an apostrophe is likelier. */
const MAX_SINGLE = 1500;
/** Marks that may be open at once: nesting in prose is shallow, and what is deeper only lost its partner. */
const MAX_OPEN = 24;
/** Shortest: rock 'n' roll is none. */
const MIN_SINGLE = 3;

/**
 * Pairs the quotation marks of the blocks, which stand in text order. Within a block by a stack, so nested marks of
 * another shape (or of the same, where they are directed) are found. An opening mark without its partner runs to the
 * end of its block when speech carries on in the next one (which repeats the opening mark, or brings the closing mark
 * only) or when it opens the block or follows a colon or comma; else it ends where the next mark
 * of its shape opens, or is no quotation.
 */
export function quotedRegions(text: string, blocks: readonly Span[]): QuotedRegion[] {
  const out: QuotedRegion[] = [];
  let carried: MarkShape | null = null;
  const marksOf = blocks.map((block) => quotationMarks(text, block.start, block.end));
  for (const [index, block] of blocks.entries()) {
    const marks = marksOf[index]!;
    const next = blocks[index + 1];
    carried = pairBlock(
      text,
      block,
      index,
      marks,
      carried,
      next && { block: next, marks: marksOf[index + 1]! },
      out,
    );
  }
  return out.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
}

/** @returns the shape of a quotation that the next block carries on, or null */
function pairBlock(
  text: string,
  block: Span,
  index: number,
  marks: readonly QuotationMark[],
  carried: MarkShape | null,
  next: { readonly block: Span; readonly marks: readonly QuotationMark[] } | undefined,
  out: QuotedRegion[],
): MarkShape | null {
  const stack: Pending[] = [];
  const push = (from: Pending, end: number, outerEnd: number, closed: boolean) => {
    if (end <= from.start) return;
    out.push({
      start: from.start,
      end,
      outer: { start: from.mark?.start ?? from.start, end: outerEnd },
      shape: from.shape,
      block: index,
      closed,
      depth: stack.length,
      continues: from.continues,
    });
  };
  const left = countSides(marks);
  const opensBlock = marks[0] !== undefined && marks[0].side !== 'close' && marks[0].start - block.start <= 1;
  if (carried !== null && !opensBlock) {
    if (marks.find((mark) => !isSingle(mark.shape))?.side === 'close') {
      stack.push({ mark: null, start: block.start, shape: carried, continues: true });
    }
  }
  for (const [position, mark] of marks.entries()) {
    left.take(mark);
    const depth = stack.findLastIndex((one) => one.shape === mark.shape);
    const side = mark.side === 'either' ? (depth >= 0 ? 'close' : 'open') : mark.side;
    if (side === 'open') {
      if (depth >= 0) {
        // A second opening mark of one shape: nested if enough closing ones follow, else the first lost its partner.
        const open = stack.filter((one) => one.shape === mark.shape).length;
        if (left.closing(mark.shape) < open + 1 && !isSingle(mark.shape)) {
          const lost = stack.splice(depth)[0]!;
          push(
            lost,
            trimmedEnd(text, lost.start, mark.start),
            trimmedEnd(text, lost.start, mark.start),
            false,
          );
        }
      }
      const continues = carried !== null && position === 0 && opensBlock && mark.shape === carried;
      stack.push({ mark, start: mark.end, shape: mark.shape, continues });
      if (stack.length > MAX_OPEN) stack.shift();
      continue;
    }
    // Pages mix straight and curly marks: one of each may pair where neither has a partner of its own.
    const opener =
      depth < 0 && isDouble(mark.shape) ? stack.findLastIndex((one) => isDouble(one.shape)) : depth;
    if (opener >= 0) {
      const from = stack.splice(opener)[0]!;
      const length = mark.start - from.start;
      if (!isSingle(mark.shape) || (length >= MIN_SINGLE && length <= MAX_SINGLE))
        push(from, mark.start, mark.end, true);
    }
  }
  // What is still open at the block's end.
  const open = stack.find((one) => !isSingle(one.shape));
  if (open === undefined) return null;
  stack.length = 0;
  const first = next?.marks[0];
  const carriesOn =
    first !== undefined &&
    next !== undefined &&
    ((first.side !== 'close' && first.shape === open.shape && first.start - next.block.start <= 1) ||
      next.marks.find((mark) => !isSingle(mark.shape))?.side === 'close');
  const lead = text.slice(block.start, open.mark?.start ?? open.start).trimEnd();
  if (carriesOn || lead === '' || /[:,]$/.test(lead)) push(open, block.end, block.end, false);
  return carriesOn ? open.shape : null;
}

function countSides(marks: readonly QuotationMark[]) {
  const closing = new Map<MarkShape, number>();
  const directed = new Set<MarkShape>();
  for (const { shape, side } of marks) {
    if (side === 'open') directed.add(shape);
    else closing.set(shape, (closing.get(shape) ?? 0) + 1);
  }
  return {
    take: ({ shape, side }: QuotationMark) => {
      if (side !== 'open') closing.set(shape, (closing.get(shape) ?? 0) - 1);
    },
    closing: (shape: MarkShape) => (directed.has(shape) ? (closing.get(shape) ?? 0) : 0),
  };
}

function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return end;
}
