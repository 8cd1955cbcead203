import { z } from 'zod';
import { layerOf } from '../core/doc.ts';
import type { Sentence } from '../core/layers.ts';
import { type Span, trimSpan } from '../core/span.ts';
import { defineStage } from '../core/stage.ts';
import { BOUNDARY_RULES, type Boundary, firstWord, lastWord } from './sentences.rules.ts';

/** Characters of context that a rule sees on each side. */
const CONTEXT = 200;

const options = z.strictObject({
  /** A sentence longer than this many characters is cut at a space, with a diagnostic. */
  maxLength: z.int().min(200).default(6000),
});

/**
 * Sentences of the article's blocks: Intl.Segmenter's boundaries (UAX #29) and a few more, each kept or joined by
 * `BOUNDARY_RULES`. Sentences never cross a block and carry no white space at their ends, nor the mark of a list item.
 */
export const sentences = defineStage({
  name: 'sentences',
  requires: ['blocks'],
  provides: 'sentences',
  options,
  run(doc, { maxLength }, context) {
    const found: Sentence[] = [];
    for (const [block, span] of layerOf(doc, 'blocks').entries()) {
      if (span.label !== 'article') continue;
      for (const sentence of splitSentences(
        doc.text,
        span.kind === 'list-item' ? behindMark(doc.text, span) : span,
      )) {
        if (sentence.end - sentence.start <= maxLength) {
          found.push({ ...sentence, block });
          continue;
        }
        context.diagnose({
          severity: 'warning',
          code: 'sentences/overlong',
          message: `no sentence ends within ${maxLength} characters; cut at spaces`,
          span: sentence,
        });
        for (const piece of cut(doc.text, sentence, maxLength)) found.push({ ...piece, block });
      }
    }
    return found;
  },
});

const ITEM_MARK = /^(?:[•⁃▪◦·‣*–-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]{1,2})\s+/;

/** A list item without its bullet or number, which is no part of its sentence. */
function behindMark(text: string, { start, end }: Span): Span {
  const mark = ITEM_MARK.exec(text.slice(start, Math.min(end, start + 12)))?.[0] ?? '';
  return { start: start + mark.length, end };
}

let segmenter: Intl.Segmenter | undefined;

/** The sentences of one block of text. Offsets are into `text`. */
export function splitSentences(text: string, span: Span): Span[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const block = text.slice(span.start, span.end);
  const words = new BlockWords(block);
  const cuts: number[] = [];
  for (const position of candidates(block, segmenter)) {
    const from = cuts.at(-1) ?? 0;
    if (isBoundary(block, from, position, words)) cuts.push(position);
  }
  cuts.push(block.length);
  const out: Span[] = [];
  let from = 0;
  for (const position of cuts) {
    const sentence = trimSpan(text, { start: span.start + from, end: span.start + position });
    if (sentence.end > sentence.start) out.push(sentence);
    from = position;
  }
  return out;
}

/** Offsets inside the block where a sentence may begin, ascending, each once. */
function candidates(block: string, segmenter: Intl.Segmenter): number[] {
  const found = new Set<number>();
  for (const index of segmentStarts(block, segmenter)) found.add(index);
  // A space lost in scraping: "the vote failed.Later that day".
  for (const match of block.matchAll(/[\p{Ll}\d]{2}[.!?]["”]?(?=\p{Lu}[\p{Ll}.]+[ ,])/gu)) {
    const word = /[^\s]{0,60}$/.exec(block.slice(Math.max(0, match.index - 60), match.index + 2))![0];
    if (!/[@/\\]|^www/.test(word)) found.add(match.index + match[0].length);
  }
  for (const position of listItems(block)) found.add(position);
  return [...found].sort((a, b) => a - b);
}

/** Characters given to Intl.Segmenter at once: its time per segment grows with the length of its text. */
const WINDOW = 4000;

/** Where Intl.Segmenter begins a sentence, but the first; window by window, each from the start of the last sentence seen. */
function* segmentStarts(block: string, segmenter: Intl.Segmenter): Generator<number> {
  let from = 0;
  while (from < block.length) {
    const to = Math.min(block.length, from + WINDOW);
    let last = from;
    for (const { index } of segmenter.segment(block.slice(from, to))) {
      if (index === 0) continue;
      last = from + index;
      yield last;
    }
    if (to === block.length) return;
    // A sentence longer than a window: go on behind it, whose cut is no boundary.
    from = last > from ? last : to;
  }
}

const LIST_MARK = /(?:^|(?<=\s))(?:[•⁃▪◦·‣*-]\s{0,2})?\(?(?:(\d{1,2})|([a-z]))[.)]{1,2} (?=\p{Lu})/gu;

/** Starts of the second and later items of a list written in one run: `1. Tea 2. Milk`. */
function listItems(block: string): number[] {
  const marks = [...block.matchAll(LIST_MARK)].slice(0, 200);
  if (marks.length < 2 || marks[0]!.index > 2) return [];
  const value = (mark: RegExpExecArray) => (mark[1] ? Number(mark[1]) : mark[2]!.charCodeAt(0));
  const out: number[] = [];
  let last = marks[0]!;
  for (const mark of marks.slice(1)) {
    if ((mark[1] === undefined) !== (last[1] === undefined) || value(mark) !== value(last) + 1) continue;
    out.push(mark.index);
    last = mark;
  }
  return out;
}

function isBoundary(block: string, from: number, position: number, words: BlockWords): boolean {
  const rawBefore = block.slice(Math.max(from, position - CONTEXT), position);
  const before = rawBefore.trimEnd();
  const after = block.slice(position, position + CONTEXT).trim();
  if (before === '' || after === '') return false;
  const next = firstWord(after);
  const boundary: Boundary = {
    before,
    after,
    word: lastWord(before),
    next,
    lineBreak: /\n/.test(rawBefore.slice(before.length)),
    opensSentence: words.usuallyLower(next),
  };
  for (const rule of BOUNDARY_RULES) {
    const decision = rule.decide(boundary);
    if (decision) return decision === 'split';
  }
  return true;
}

/** Lower-case words of a block, collected on first need. */
class BlockWords {
  readonly #block: string;
  #lower: Set<string> | undefined;

  constructor(block: string) {
    this.#block = block;
  }

  /** The word stands in the block in lower case too, so its capital marks a sentence rather than a name. */
  usuallyLower(word: string): boolean {
    this.#lower ??= new Set(this.#block.match(/(?<![\p{L}\d])\p{Ll}{2,}/gu));
    return this.#lower.has(word.toLowerCase());
  }
}

/** Pieces of at most `length` characters, cut behind white space where there is any. */
function cut(text: string, span: Span, length: number): Span[] {
  const out: Span[] = [];
  let start = span.start;
  while (span.end - start > length) {
    let end = start + length;
    let space = end;
    while (space > start + length / 2 && !/\s/.test(text[space - 1]!)) space--;
    if (space > start + length / 2) end = space;
    else if (/[\udc00-\udfff]/.test(text[end]!)) end--;
    out.push(trimSpan(text, { start, end }));
    start = end;
  }
  out.push(trimSpan(text, { start, end: span.end }));
  return out.filter((piece) => piece.end > piece.start);
}
