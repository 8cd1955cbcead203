import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { Diagnostic } from '../core/diagnostic.ts';

export interface Decoded {
  readonly text: string;
  /** WHATWG-style lower-case name of the charset used. */
  readonly charset: string;
  /** How it was found. */
  readonly origin: 'bom' | 'http' | 'meta' | 'utf-8' | 'detected' | 'fallback';
  readonly doubts: readonly Omit<Diagnostic, 'stage'>[];
}

/** How far into a page a `<meta charset>` is looked for; WHATWG says 1024, real pages put scripts first. */
const META_BYTES = 8192;
/** How much is given to the detector, which is slow. */
const DETECT_BYTES = 64 * 1024;

/**
 * Bytes to text. The order is that of browsers (WHATWG "determining the character encoding"): BOM, transport,
 * `<meta>`, then detection; save that what is valid UTF-8 with characters past ASCII is UTF-8 whatever it
 * claims to be, as no other charset's text is so by chance. Bytes that the charset does not allow become
 * U+FFFD and leave a doubt. A BOM stays in the text, so that offsets count what other decoders return.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | undefined, html: boolean): Decoded {
  const bom = charsetOfBom(bytes);
  if (bom !== null) return decodeAs(bytes, bom, 'bom');
  const utf16 = utf16WithoutBom(bytes.subarray(0, META_BYTES));
  if (utf16 !== null) return decodeAs(bytes, utf16, 'detected');
  const http = declared === undefined ? null : knownCharset(declared);
  const meta = http === null && html ? charsetOfMeta(bytes) : null;
  const label = http ?? meta;
  const origin = http !== null ? 'http' : meta !== null ? 'meta' : 'utf-8';
  if (isUtf8(bytes)) {
    const text = utf8(bytes);
    if (label === null || label === 'utf-8') return { text, charset: 'utf-8', origin, doubts: [] };
    if (text.length === bytes.length && isAsciiSuperset(label))
      return { text, charset: label, origin, doubts: [] };
    if (text.length < bytes.length) {
      const message = `declared as ${label}, but the bytes are valid UTF-8`;
      return { text, charset: 'utf-8', origin: 'utf-8', doubts: [mismatch(message)] };
    }
    return decodeAs(bytes, label, origin);
  }
  if (label !== null && label !== 'utf-8') return decodeAs(bytes, label, origin);
  if (label === 'utf-8' && hasUtf8Sequence(bytes)) return decodeAs(bytes, 'utf-8', origin);
  const detected = detect(bytes);
  const decoded = decodeAs(bytes, detected ?? 'windows-1252', detected === null ? 'fallback' : 'detected');
  if (label === null) return decoded;
  const message = `declared as utf-8, but the bytes are not; read as ${decoded.charset}`;
  return { ...decoded, doubts: [mismatch(message), ...decoded.doubts] };
}

function mismatch(message: string): Omit<Diagnostic, 'stage'> {
  return { severity: 'info', code: 'input/charset-mismatch', message };
}

function decodeAs(bytes: Uint8Array, charset: string, origin: Decoded['origin']): Decoded {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = charset === 'utf-8' ? utf8(bytes) : iconv.decode(view, charset, { stripBOM: false });
  const bad = countReplacements(text);
  if (bad === 0) return { text, charset, origin, doubts: [] };
  const message = `${bad} character${bad === 1 ? '' : 's'} could not be decoded as ${charset}`;
  const code = charset === 'utf-8' ? 'input/invalid-utf-8' : 'input/undecodable';
  return { text, charset, origin, doubts: [{ severity: 'warning', code, message }] };
}

const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function utf8(bytes: Uint8Array): string {
  return utf8Decoder.decode(bytes);
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('�'); at >= 0; at = text.indexOf('�', at + 1)) count++;
  return count;
}

function charsetOfBom([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** UTF-16 of mostly Latin text shows as a NUL in every other byte. */
export function utf16WithoutBom(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(head.length & ~1, 512);
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function charsetOfMeta(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, META_BYTES));
  const markup = head.toString('latin1');
  for (const tag of markup.matchAll(/<meta\s[^>]{1,1000}>/gi)) {
    const label = /charset\s{0,10}=\s{0,10}["']?\s{0,10}([\w.:-]{1,40})/i.exec(tag[0])?.[1];
    const charset = label === undefined ? null : knownCharset(label);
    // A page that could be searched for ASCII is not UTF-16, whatever it says (WHATWG reads it as UTF-8).
    if (charset !== null) return charset.startsWith('utf-16') ? 'utf-8' : charset;
  }
  const xml = /^\s{0,20}<\?xml[^>]{1,200}encoding\s{0,10}=\s{0,10}["']([\w.:-]{1,40})["']/i.exec(markup)?.[1];
  return xml === undefined ? null : knownCharset(xml);
}

/** Labels that browsers read as a larger charset (WHATWG Encoding). */
const ALIASES: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  big5: 'big5-hkscs',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'shift-jis': 'shift_jis',
  'us-ascii': 'windows-1252',
  utf8: 'utf-8',
  utf8mb4: 'utf-8',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
};

/** The charset under its usual name, null when nobody here can decode it. */
function knownCharset(label: string): string | null {
  const name = label.trim().toLowerCase();
  const charset = ALIASES[name] ?? name;
  return charset !== 'base64' && charset !== 'hex' && iconv.encodingExists(charset) ? charset : null;
}

function isAsciiSuperset(charset: string): boolean {
  return !/^utf-?(?:7|16|32)|^iso-2022|^hz/.test(charset);
}

/** True when at least one character past ASCII is written as UTF-8 has it. */
function hasUtf8Sequence(bytes: Uint8Array): boolean {
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0xc2 || lead > 0xf4) continue;
    const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (isUtf8(bytes.subarray(i, i + length)) && i + length <= bytes.length) return true;
  }
  return false;
}

function detect(bytes: Uint8Array): string | null {
  // The detector is given the stretch around the first character past ASCII: the head may be all markup.
  let first = 0;
  while (first < bytes.length && bytes[first]! < 0x80) first++;
  const from = Math.max(0, Math.min(first, bytes.length - DETECT_BYTES));
  const label = chardet.detect(bytes.subarray(from, from + DETECT_BYTES));
  const charset = label === null ? null : knownCharset(label);
  return charset === 'utf-8' ? null : charset;
}
