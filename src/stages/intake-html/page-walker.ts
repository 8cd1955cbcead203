import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { PageFacts, PageMark } from '../../core/layers.ts';
import { trimSpan } from '../../core/span.ts';
import {
  BLOCK_ELEMENTS,
  CLOSES_P,
  FORMATTING_ELEMENTS,
  NOT_SHOWN,
  SCREEN_READER,
  SHOWN_WIDE,
  SIBLINGS,
  SKIPPED_ELEMENTS,
  VOID_ELEMENTS,
} from './elements.ts';
import { type BlockPlace, TextWriter } from './text-writer.ts';

/** Elements deeper than this are read as if they stood at it. */
const MAX_DEPTH = 300;
/** Names and tokens of a block are cut at this many characters. */
const MAX_NAMES = 400;
/** No page needs more; keeps hostile input bounded. */
const MAX_FACTS = 3000;

/** Attributes that intake reads. */
const WANTED = new Set(
  'class id itemprop rel role href style hidden datetime content name property http-equiv type lang title'.split(
    ' ',
  ),
);

const MARK =
  /(?:^|[ _-])(?:author|authors|byline|writer|reporter|contributor|creator|fn|date|dates|time|timestamp|datetime|datepublished|datecreated|datemodified|dateline|published|publish|publication|pubdate|posted|updated|modified|created)(?:[ _-]|$)|author|byline|date-|-date|publish|timestamp/;

const NONE: readonly number[] = [];
/** Characters in a row that only running text has. */
const PROSE = 80;
/** Containers kept for a block. */
const MAX_CONTAINERS = 10;

/** Addresses of pages about a writer. */
const AUTHOR_HREF =
  /\/(?:authors?|staff|contributors?|journalists?|reporters?|writers?|columnists?|by|autor|auteur)\/[\w%.-]{3,}/i;

interface Frame {
  readonly name: string;
  readonly block: boolean;
  readonly path: string;
  readonly tokens: string;
  readonly link: boolean;
  /** Nothing inside is written. */
  readonly skip: boolean;
  readonly containers: readonly number[];
  readonly mark: {
    readonly start: number;
    readonly own: string;
    readonly value: string;
    readonly href: string;
  } | null;
}

export interface WalkedPage {
  readonly writer: TextWriter;
  readonly facts: PageFacts & { marks: PageMark[] };
  /** Characters left out because markup hides them. */
  readonly hiddenChars: number;
  /** Characters of paragraphs of some length, left out because markup hides them, and shown. */
  readonly hiddenProse: number;
  readonly shownProse: number;
}

/** Walks a page once over the tokenizer's events, which carry exact raw offsets, and keeps its own stack of open elements. */
export function walkPage(raw: string, keepHidden: boolean): WalkedPage {
  const walker = new PageWalker(raw, keepHidden);
  const tokenizer = new Tokenizer({ decodeEntities: true }, walker);
  tokenizer.write(raw);
  tokenizer.end();
  return walker.result();
}

class PageWalker implements TokenizerCallbacks {
  readonly #raw: string;
  readonly #keepHidden: boolean;
  readonly #writer: TextWriter;
  readonly #stack: Frame[] = [];
  readonly #open = new Map<string, number>();
  readonly #facts = {
    lang: null as string | null,
    title: null as string | null,
    metas: [] as { name: string; content: string }[],
    links: [] as { rel: string; href: string }[],
    jsonLd: [] as string[],
    marks: [] as PageMark[],
  };
  readonly #place = (): BlockPlace => this.#placeHere();
  /** Raw offset behind the last event. */
  #position = 0;
  #skipDepth = -1;
  #ordinal = 0;
  #hiddenChars = 0;
  #hiddenProse = 0;
  #shownProse = 0;
  #hiddenByMarkup = false;
  #capture: string | null = null;
  #tag = '';
  #attributes: Record<string, string> = {};
  #attributeName = '';
  #attributeValue = '';

  constructor(raw: string, keepHidden: boolean) {
    this.#raw = raw;
    this.#keepHidden = keepHidden;
    this.#writer = new TextWriter(raw);
  }

  result(): WalkedPage {
    while (this.#stack.length > 0) this.#pop();
    this.#writer.endBlock();
    return {
      writer: this.#writer,
      facts: this.#facts,
      hiddenChars: this.#hiddenChars,
      hiddenProse: this.#hiddenProse,
      shownProse: this.#shownProse,
    };
  }

  ontext(start: number, end: number): void {
    this.#position = end;
    if (this.#skipDepth >= 0) {
      if (this.#capture !== null) this.#capture += this.#raw.slice(start, end);
      if (this.#hiddenByMarkup) {
        this.#hiddenChars += end - start;
        if (end - start >= PROSE && this.#top()?.name === 'p') this.#hiddenProse += end - start;
      }
      return;
    }
    if (end - start >= PROSE && this.#top()?.name === 'p') this.#shownProse += end - start;
    this.#writer.write(start, end, this.#place, this.#inLink());
  }

  ontextentity(codepoint: number, end: number): void {
    const start = this.#position;
    this.#position = end;
    const char = String.fromCodePoint(codepoint);
    if (this.#skipDepth >= 0) {
      if (this.#capture !== null) this.#capture += char;
      return;
    }
    this.#writer.entity(char, start, end, this.#place, this.#inLink());
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#raw.slice(start, end).toLowerCase();
    this.#attributes = {};
  }

  onattribname(start: number, end: number): void {
    this.#attributeName = end - start > 12 ? '' : this.#raw.slice(start, end).toLowerCase();
    this.#attributeValue = '';
  }

  onattribdata(start: number, end: number): void {
    if (WANTED.has(this.#attributeName)) this.#attributeValue += this.#raw.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    if (WANTED.has(this.#attributeName)) this.#attributeValue += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (WANTED.has(this.#attributeName)) this.#attributes[this.#attributeName] ??= this.#attributeValue;
  }

  onopentagend(end: number): void {
    const start = this.#position;
    this.#position = end + 1;
    this.#openElement(start, end + 1);
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end);
    // In foreign content the slash closes; in HTML it says nothing.
    if (
      this.#skipDepth >= 0 &&
      this.#top()?.name === this.#tag &&
      !VOID_ELEMENTS.has(this.#tag) &&
      this.#inForeign()
    )
      this.#pop();
  }

  onclosetag(start: number, end: number): void {
    const close = this.#raw.indexOf('>', end);
    this.#position = close < 0 ? this.#raw.length : close + 1;
    const name = this.#raw.slice(start, end).toLowerCase();
    if (!this.#open.get(name)) {
      if (this.#skipDepth < 0 && BLOCK_ELEMENTS.has(name)) this.#writer.endBlock();
      return;
    }
    this.#closeTo(name);
  }

  oncomment(_start: number, end: number): void {
    this.#position = Math.min(end + 1, this.#raw.length);
  }

  oncdata(_start: number, end: number): void {
    this.#position = Math.min(end + 1, this.#raw.length);
  }

  ondeclaration(_start: number, end: number): void {
    this.#position = Math.min(end + 1, this.#raw.length);
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.#position = Math.min(end + 1, this.#raw.length);
  }

  onend(): void {}

  isInForeignContext(): boolean {
    return this.#inForeign();
  }

  #openElement(start: number, end: number): void {
    const name = this.#tag;
    const attributes = this.#attributes;
    if (this.#skipDepth >= 0) {
      if (name === 'meta' || name === 'link') this.#headElement(name, attributes);
      if (!VOID_ELEMENTS.has(name)) this.#push(name, attributes, true);
      return;
    }
    if (name === 'br') {
      this.#writer.lineBreak(start, end);
      return;
    }
    this.#closeImplied(name);
    const block = BLOCK_ELEMENTS.has(name) || (name.includes('-') && !this.#open.get('p'));
    if (block) this.#writer.endBlock();
    else if (!FORMATTING_ELEMENTS.has(name)) this.#writer.tagBorder();
    if (VOID_ELEMENTS.has(name)) {
      if (name === 'meta' || name === 'link') this.#headElement(name, attributes);
      return;
    }
    if (name === 'html' && attributes.lang) this.#facts.lang ??= attributes.lang;
    this.#push(name, attributes, false);
  }

  #headElement(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'meta') {
      const key = attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv'];
      if (key && attributes.content && this.#facts.metas.length < MAX_FACTS)
        this.#facts.metas.push({ name: key.trim().toLowerCase(), content: attributes.content.trim() });
    } else if (attributes.href && /^(?:canonical|alternate|shortlink|amphtml)$/i.test(attributes.rel ?? '')) {
      if (this.#facts.links.length < MAX_FACTS)
        this.#facts.links.push({ rel: attributes.rel!.toLowerCase(), href: attributes.href.trim() });
    }
  }

  #push(name: string, attributes: Readonly<Record<string, string>>, skipped: boolean): void {
    if (this.#stack.length >= MAX_DEPTH && !SKIPPED_ELEMENTS.has(name)) return;
    if (this.#stack.length >= MAX_DEPTH * 2) return;
    const parent = this.#top();
    const block = BLOCK_ELEMENTS.has(name);
    if (skipped) {
      this.#add({
        name,
        block,
        path: '',
        tokens: '',
        link: false,
        skip: false,
        containers: NONE,
        mark: null,
      });
      return;
    }
    const own = ownTokens(attributes);
    const hidden = !this.#keepHidden && isHidden(name, attributes, own);
    const skip = SKIPPED_ELEMENTS.has(name) || hidden;
    const marked =
      !skip &&
      (name === 'time' || MARK.test(own) || isAuthorLink(name, attributes)) &&
      this.#facts.marks.length < MAX_FACTS;
    this.#add({
      name,
      block,
      path:
        parent === undefined || parent.path === ''
          ? name
          : parent.path.length > MAX_NAMES
            ? parent.path
            : `${parent.path}>${name}`,
      tokens:
        own === '' ? (parent?.tokens ?? '') : `${own} ${parent?.tokens ?? ''}`.slice(0, MAX_NAMES).trimEnd(),
      link: name === 'a' ? attributes.href !== undefined : (parent?.link ?? false),
      skip,
      containers: block
        ? [this.#ordinal++, ...(parent?.containers ?? NONE).slice(0, MAX_CONTAINERS - 1)]
        : (parent?.containers ?? NONE),
      mark: marked
        ? {
            start: this.#writer.length,
            own: isAuthorLink(name, attributes) ? `${own} author-link`.trimStart() : own,
            value:
              attributes.datetime ??
              attributes.content ??
              (name === 'abbr' || name === 'span' ? attributes.title : '') ??
              '',
            href: attributes.href ?? '',
          }
        : null,
    });
    if (name === 'a') this.#writer.startLink();
    if (!skip) return;
    this.#skipDepth = this.#stack.length - 1;
    this.#hiddenByMarkup = hidden && !SKIPPED_ELEMENTS.has(name);
    if (name === 'title' || (name === 'script' && /ld\+json/i.test(attributes.type ?? '')))
      this.#capture = '';
  }

  #add(frame: Frame): void {
    this.#stack.push(frame);
    this.#open.set(frame.name, (this.#open.get(frame.name) ?? 0) + 1);
  }

  #pop(): void {
    const frame = this.#stack.pop();
    if (frame === undefined) return;
    this.#open.set(frame.name, (this.#open.get(frame.name) ?? 1) - 1);
    if (this.#skipDepth === this.#stack.length) this.#endSkip(frame);
    else if (this.#skipDepth < 0) {
      if (frame.block) this.#writer.endBlock();
      else if (!FORMATTING_ELEMENTS.has(frame.name)) this.#writer.tagBorder();
      if (frame.name === 'a' && frame.link) this.#writer.endLink();
    }
    if (frame.mark !== null) {
      const { start, own, value, href } = frame.mark;
      this.#facts.marks.push({
        start,
        end: Math.max(start, this.#writer.length),
        tag: frame.name,
        tokens: own,
        value,
        href,
      });
    }
  }

  #endSkip(frame: Frame): void {
    this.#skipDepth = -1;
    this.#hiddenByMarkup = false;
    if (frame.block) this.#writer.endBlock();
    const captured = this.#capture;
    this.#capture = null;
    if (captured === null) return;
    if (frame.name === 'title') {
      const title = captured.replace(/\s+/g, ' ').trim();
      if (title !== '') this.#facts.title ??= title;
    } else if (this.#facts.jsonLd.length < MAX_FACTS) this.#facts.jsonLd.push(captured);
  }

  /** Pops up to the nearest open element of that name; table cells and skipped elements are borders. */
  #closeTo(name: string): void {
    let at = this.#stack.length - 1;
    const floor = Math.max(0, this.#skipDepth);
    for (; at >= floor; at--) {
      const frame = this.#stack[at]!;
      if (frame.name === name) break;
      if (
        (frame.name === 'td' || frame.name === 'th') &&
        name !== 'table' &&
        name !== 'tr' &&
        !name.startsWith('t')
      )
        return;
    }
    if (at < floor) return;
    while (this.#stack.length > at) this.#pop();
  }

  #closeImplied(name: string): void {
    if (CLOSES_P.has(name) && this.#open.get('p')) this.#closeInline('p');
    if (name === 'a' && this.#open.get('a')) this.#closeInline('a');
    if (/^h[1-6]$/.test(name) && /^h[1-6]$/.test(this.#top()?.name ?? '')) this.#pop();
    const siblings = SIBLINGS[name];
    if (siblings === undefined) return;
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const frame = this.#stack[at]!;
      if (siblings.border.has(frame.name)) return;
      if (siblings.closes.has(frame.name)) {
        while (this.#stack.length > at) this.#pop();
        return;
      }
    }
  }

  /** Closes the nearest element of that name when only inline elements stand between. */
  #closeInline(name: string): void {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const frame = this.#stack[at]!;
      if (frame.name === name) {
        while (this.#stack.length > at) this.#pop();
        return;
      }
      if (frame.block) return;
    }
  }

  #top(): Frame | undefined {
    return this.#stack[this.#stack.length - 1];
  }

  #inLink(): boolean {
    return this.#top()?.link ?? false;
  }

  #inForeign(): boolean {
    return this.#skipDepth >= 0 && /^(?:svg|math)$/.test(this.#stack[this.#skipDepth]?.name ?? '');
  }

  #placeHere(): BlockPlace {
    const top = this.#top();
    let tag = 'div';
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const frame = this.#stack[at]!;
      if (frame.block) {
        tag = frame.name;
        break;
      }
    }
    return { tag, path: top?.path ?? '', tokens: top?.tokens ?? '', containers: top?.containers ?? NONE };
  }
}

function isAuthorLink(name: string, { rel, href }: Readonly<Record<string, string>>): boolean {
  return name === 'a' && (/(?:^| )author(?: |$)/.test(rel ?? '') || AUTHOR_HREF.test(href ?? ''));
}

function ownTokens(attributes: Readonly<Record<string, string>>): string {
  const { class: names, id, itemprop, role } = attributes;
  if (names === undefined && id === undefined && itemprop === undefined && role === undefined) return '';
  return `${names ?? ''} ${id ?? ''} ${itemprop ?? ''} ${role ?? ''}`
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_NAMES);
}

function isHidden(name: string, attributes: Readonly<Record<string, string>>, own: string): boolean {
  if (name === 'html' || name === 'body') return false;
  if (attributes.hidden !== undefined) return true;
  const { style } = attributes;
  if (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  if (own === '') return false;
  return (
    (!/^h[1-6]$/.test(name) && SCREEN_READER.test(own)) || (NOT_SHOWN.test(own) && !SHOWN_WIDE.test(own))
  );
}

/** Marks with their spans trimmed, in page order; empty ones stay when they carry a value. */
export function settleMarks(text: string, marks: readonly PageMark[]): PageMark[] {
  return marks
    .map((mark) => ({ ...mark, ...trimSpan(text, mark) }))
    .filter((mark) => mark.end > mark.start || mark.value !== '')
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
