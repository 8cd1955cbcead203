import type { RawBlock } from '../../core/layers.ts';
import { type OffsetMap, OffsetMapBuilder } from '../../core/offset-map.ts';

/** What the writer has to know of the element that a block begins in. */
export interface BlockPlace {
  readonly tag: string;
  readonly path: string;
  readonly tokens: string;
  readonly containers: readonly number[];
}

/**
 * Writes the text of a page block by block: white space is folded to one blank, blocks are set apart by a line
 * break, and every character's raw place is recorded as it is written.
 */
export class TextWriter {
  readonly blocks: RawBlock[] = [];
  readonly #raw: string;
  readonly #map = new OffsetMapBuilder();
  #text = '';
  #blockStart = -1;
  #place: BlockPlace = { tag: '', path: '', tokens: '', containers: [] };
  #linkChars = 0;
  #links = 0;
  #linkSeen = false;
  #lastCode = 0;
  /** White space seen since the last character: its raw range, `-1` when none. */
  #spaceFrom = -1;
  #spaceTo = -1;
  #breaks = 0;
  #border = false;
  #afterLink = false;
  #betweenLinks = false;

  constructor(raw: string) {
    this.#raw = raw;
  }

  /** Characters written so far. */
  get length(): number {
    return this.#text.length;
  }

  /** The raw characters `[from, to)`, which stand for themselves but for white space. */
  write(from: number, to: number, place: () => BlockPlace, inLink: boolean): void {
    const raw = this.#raw;
    let i = from;
    while (i < to) {
      const start = i;
      while (i < to && isSpace(raw.charCodeAt(i))) i++;
      if (i > start) this.space(start, i);
      const word = i;
      // A single blank between words belongs to the run.
      while (i < to) {
        const code = raw.charCodeAt(i);
        if (!isSpace(code)) i++;
        else if (code === 32 && i + 1 < to && !isSpace(raw.charCodeAt(i + 1))) i++;
        else break;
      }
      if (i > word) this.#put(raw.slice(word, i), word, i, place, inLink);
    }
  }

  /** A character that the raw range `[from, to)` stands for. */
  entity(char: string, from: number, to: number, place: () => BlockPlace, inLink: boolean): void {
    if (isSpace(char.charCodeAt(0)) && char.length === 1) {
      if (to > from) this.space(from, to);
    } else this.#put(char, from, to, place, inLink);
  }

  space(from: number, to: number): void {
    if (this.#blockStart < 0) return;
    if (this.#spaceFrom < 0) this.#spaceFrom = from;
    this.#spaceTo = to;
  }

  /** A `<br>`: white space, and the border of a block when another follows it. */
  lineBreak(from: number, to: number): void {
    this.#breaks++;
    this.space(from, to);
  }

  /** The tag of an inline element that does not stand inside words: words on its two sides are two. */
  tagBorder(): void {
    this.#border = true;
  }

  /** A link that begins where another has just ended is a word of its own: `<a>TV</a><a>Football</a>`. */
  startLink(): void {
    this.#linkSeen = false;
    if (this.#afterLink) this.#betweenLinks = true;
  }

  endLink(): void {
    this.#afterLink = this.#blockStart >= 0;
  }

  endBlock(): void {
    if (this.#blockStart >= 0) {
      this.blocks.push({
        start: this.#blockStart,
        end: this.#text.length,
        tag: this.#place.tag,
        path: this.#place.path,
        tokens: this.#place.tokens,
        linkChars: this.#linkChars,
        links: this.#links,
        containers: this.#place.containers,
      });
    }
    this.#blockStart = -1;
    this.#linkChars = 0;
    this.#links = 0;
    this.#linkSeen = false;
    this.#spaceFrom = -1;
    this.#breaks = 0;
    this.#border = false;
    this.#afterLink = false;
    this.#betweenLinks = false;
  }

  finish(): { text: string; map: OffsetMap; rawBlocks: RawBlock[] } {
    this.endBlock();
    return { text: this.#text, map: this.#map.build(), rawBlocks: this.blocks };
  }

  #put(chars: string, from: number, to: number, place: () => BlockPlace, inLink: boolean): void {
    if (this.#breaks >= 2) this.endBlock();
    if (this.#blockStart < 0) {
      if (this.#text !== '') this.#text += '\n';
      this.#blockStart = this.#text.length;
      this.#place = place();
    } else if (this.#spaceFrom >= 0) {
      this.#map.add(this.#text.length, this.#spaceFrom, 1, this.#spaceTo - this.#spaceFrom);
      this.#text += ' ';
    } else if (this.#betweenLinks || (this.#border && opensWord(this.#lastCode, chars))) this.#text += ' ';
    this.#spaceFrom = -1;
    this.#breaks = 0;
    this.#border = false;
    this.#afterLink = false;
    this.#betweenLinks = false;
    if (to > from) this.#map.add(this.#text.length, from, chars.length, to - from);
    this.#text += chars;
    this.#lastCode = chars.charCodeAt(chars.length - 1);
    if (inLink) {
      this.#linkChars += chars.length;
      if (!this.#linkSeen) this.#links++;
      this.#linkSeen = true;
    }
  }
}

/** `By` and `Jane` on two sides of a tag are two words; `T` and `he` (a drop cap) are one. */
function opensWord(last: number, chars: string): boolean {
  const lower =
    (last >= 97 && last <= 122) || (last >= 48 && last <= 57) || last === 41 || last === 44 || last === 46;
  const first = chars.charCodeAt(0);
  return lower && first >= 65 && first <= 90;
}

/** White space as `\s` matches it. */
function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    (code >= 0xa0 &&
      (code === 0xa0 ||
        code === 0xfeff ||
        code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x3000))
  );
}
