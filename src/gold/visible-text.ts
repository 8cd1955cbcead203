import type { Span } from '../core/span.ts';

/**
 * What a reader sees of an input, with the raw place of every character. Written for the scorer alone, on purpose
 * apart from the intake it checks: no layout, no choice of content, just tags and entities taken out.
 */
export interface VisibleText {
  readonly text: string;
  /** The raw span that a span of `text` came from; its ends are those of its first and last visible character. */
  toRaw(span: Span): Span;
}

const HIDDEN = new Set(['script', 'style', 'noscript', 'template', 'svg', 'title']);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
// HTML 4's named characters: Latin-1 in the order of their code points from 160, then those of typography.
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN1.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(160 + i)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    hellip: '…',
    bull: '•',
    prime: '′',
    Prime: '″',
    lsaquo: '‹',
    rsaquo: '›',
    euro: '€',
    trade: '™',
    dagger: '†',
    permil: '‰',
    minus: '−',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    zwnj: '\u200c',
    zwj: '\u200d',
    Scaron: 'Š',
    scaron: 'š',
    OElig: 'Œ',
    oelig: 'œ',
    Yuml: 'Ÿ',
    larr: '←',
    uarr: '↑',
    rarr: '→',
    darr: '↓',
    harr: '↔',
    le: '≤',
    ge: '≥',
    ne: '≠',
    asymp: '≈',
    infin: '∞',
    hearts: '♥',
    oline: '‾',
    fnof: 'ƒ',
    sdot: '⋅',
    mldr: '…',
    circ: 'ˆ',
    tilde: '˜',
  }),
]);

/** The visible text of an HTML or plain input. Plain text is its own visible text. */
export function visibleText(raw: string, mediaType: 'text/html' | 'text/plain'): VisibleText {
  if (mediaType === 'text/plain') return { text: raw, toRaw: ({ start, end }) => ({ start, end }) };
  const builder = new Builder();
  let at = 0;
  while (at < raw.length) {
    const character = raw[at]!;
    if (character === '<') {
      const tag = readTag(raw, at);
      if (tag !== null) {
        if (!INLINE.has(tag.name)) builder.add('\n', at, tag.end);
        at = tag.end;
        if (tag.open && HIDDEN.has(tag.name)) at = endOfRawText(raw, at, tag.name);
        else if (tag.open && isHidden(tag.source)) at = endOfElement(raw, at, tag.name);
        continue;
      }
    }
    if (character === '&') {
      const entity = readEntity(raw, at);
      if (entity !== null) {
        builder.add(entity.text, at, entity.end);
        at = entity.end;
        continue;
      }
    }
    builder.add(character, at, at + 1);
    at++;
  }
  return builder.build();
}

interface Tag {
  readonly name: string;
  readonly open: boolean;
  readonly end: number;
  readonly source: string;
}

/** A tag, comment or declaration that starts at `at`, or null when `<` is only a character. */
function readTag(raw: string, at: number): Tag | null {
  if (raw.startsWith('<!--', at)) {
    const close = raw.indexOf('-->', at + 4);
    return { name: '!--', open: false, end: close < 0 ? raw.length : close + 3, source: '' };
  }
  const head = /^<(\/?)([a-zA-Z!?][a-zA-Z0-9:-]{0,40})/.exec(raw.slice(at, at + 48));
  if (head === null) return null;
  let index = at + head[0].length;
  let quote = '';
  for (; index < raw.length; index++) {
    const character = raw[index]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') break;
    // Only a value may be quoted; a stray quote behind one is part of a name.
    else if ((character === '"' || character === "'") && isValueStart(raw, index)) quote = character;
  }
  const end = Math.min(index + 1, raw.length);
  return { name: head[2]!.toLowerCase(), open: head[1] === '', end, source: raw.slice(at, end) };
}

/** Whether only white space stands between `=` and here. */
function isValueStart(raw: string, index: number): boolean {
  let before = index - 1;
  while (/\s/.test(raw[before]!)) before--;
  return raw[before] === '=';
}

/** Just behind the content of an element that holds no markup. */
function endOfRawText(raw: string, from: number, name: string): number {
  const close = raw.slice(from).search(new RegExp(`</${name}`, 'i'));
  return close < 0 ? raw.length : from + close;
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** An element that pages keep from sight, by its own tag: attribute, style, or a class for screen readers alone. */
function isHidden(tag: string): boolean {
  if (tag.length > 4096) return false;
  if (/\shidden(?=[\s=/>])/i.test(tag.replace(/"[^"]*"|'[^']*'/g, '""'))) return true;
  const style = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
  if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style?.[1] ?? style?.[2] ?? '')) return true;
  const classes = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
  return /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|element-invisible)(?:\s|$)/i.test(
    classes?.[1] ?? classes?.[2] ?? '',
  );
}

/** Where the element's own end tag starts; the end of the input when it has none. */
function endOfElement(raw: string, from: number, name: string): number {
  if (VOID.has(name)) return from;
  let depth = 1;
  for (let at = raw.indexOf('<', from); at >= 0; at = raw.indexOf('<', at + 1)) {
    const tag = readTag(raw, at);
    if (tag === null || tag.name !== name) continue;
    depth += tag.open ? 1 : -1;
    if (depth === 0) return at;
  }
  return raw.length;
}

function readEntity(raw: string, at: number): { text: string; end: number } | null {
  const found = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));/.exec(
    raw.slice(at, at + 12),
  );
  if (found === null) return null;
  const code = found[1] !== undefined ? Number(found[1]) : Number.parseInt(found[2] ?? '', 16);
  const text = found[3] !== undefined ? NAMED.get(found[3]) : characterOf(code);
  return text === undefined ? null : { text, end: at + found[0].length };
}

/** What browsers show for 128 to 159, which are control characters by number: Windows-1252, as HTML says. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function characterOf(code: number): string | undefined {
  if (code >= 128 && code < 160) return WINDOWS_1252[code - 128];
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

class Builder {
  #text = '';
  readonly #start: number[] = [];
  readonly #end: number[] = [];

  add(text: string, rawStart: number, rawEnd: number): void {
    this.#text += text;
    for (let i = 0; i < text.length; i++) {
      this.#start.push(rawStart);
      this.#end.push(rawEnd);
    }
  }

  build(): VisibleText {
    const starts = this.#start;
    const ends = this.#end;
    return {
      text: this.#text,
      toRaw: ({ start, end }) => {
        if (end <= start) {
          const place = starts[start] ?? ends.at(-1) ?? 0;
          return { start: place, end: place };
        }
        return { start: starts[start]!, end: ends[end - 1]! };
      },
    };
  }
}
