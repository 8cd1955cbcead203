import { utf16WithoutBom } from './charset.ts';

/** What a run of bytes is, as far as its first ones tell. */
export type ContentKind = 'empty' | 'gzip' | 'warc' | 'jsonl' | 'json' | 'page' | 'feed' | 'binary';

export interface Sniffed {
  readonly kind: ContentKind;
  /** Names the format where it is known, of what is not read. */
  readonly format?: string;
}

/** How many first bytes {@link sniff} wants to see. */
export const SNIFF_BYTES = 4096;

const MAGIC: readonly (readonly [prefix: string, format: string])[] = [
  ['%PDF-', 'PDF'],
  ['\x89PNG', 'PNG'],
  ['GIF8', 'GIF'],
  ['\xff\xd8\xff', 'JPEG'],
  ['RIFF', 'RIFF (WebP, WAV, AVI)'],
  ['PK\x03\x04', 'ZIP'],
  ['\x28\xb5\x2f\xfd', 'Zstandard'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ', 'xz'],
  ['7z\xbc\xaf', '7-Zip'],
  ['Rar!', 'RAR'],
  ['\x7fELF', 'ELF'],
  ['MZ\x90', 'Windows executable'],
  ['SQLite format 3', 'SQLite database'],
  ['PAR1', 'Parquet'],
  ['\xd0\xcf\x11\xe0', 'Microsoft Office (OLE)'],
  ['OggS', 'Ogg'],
  ['ID3', 'MP3'],
  ['wOF', 'WOFF font'],
  ['\x00asm', 'WebAssembly'],
];

/** The root element of XML that lists pages and is none. */
const FEED =
  /^(?:\xef\xbb\xbf)?\s{0,100}(?:<\?xml[^>]{0,200}\?>)?(?:\s|<\?xml-stylesheet[^>]{0,300}\?>|<!--(?:(?!-->)[\s\S]){0,1000}-->){0,50}<(rss|feed|rdf:rdf|urlset|sitemapindex|opml)[\s>]/i;
const FEED_NAMES: Readonly<Record<string, string>> = {
  rss: 'an RSS feed',
  feed: 'an Atom feed',
  'rdf:rdf': 'an RSS feed',
  urlset: 'a sitemap',
  sitemapindex: 'a sitemap index',
  opml: 'an OPML list of feeds',
};

/**
 * Decides by magic number, then by the name's ending, then by the look of the first characters.
 * @param name the file's name, where there is one; a final `.gz` is ignored
 */
export function sniff(head: Uint8Array, name = ''): Sniffed {
  if (head.length === 0) return { kind: 'empty' };
  if (head[0] === 0x1f && head[1] === 0x8b) return { kind: 'gzip' };
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFF_BYTES));
  const latin = start.toString('latin1');
  for (const [prefix, format] of MAGIC) if (latin.startsWith(prefix)) return { kind: 'binary', format };
  if (latin.startsWith('WARC/')) return { kind: 'warc' };
  const wide =
    latin.startsWith('\xff\xfe') || latin.startsWith('\xfe\xff') || utf16WithoutBom(start) !== null;
  if (!wide && looksBinary(start)) return { kind: 'binary' };
  const ending = endingOf(name);
  const feed = FEED.exec(latin)?.[1]?.toLowerCase();
  if (feed !== undefined && mediaTypeOfName(name) !== 'text/plain')
    return { kind: 'feed', format: FEED_NAMES[feed]! };
  if (mediaTypeOfName(name) !== undefined) return { kind: 'page' };
  // A document over several lines, or an array of them; a JSONL file has a whole object in its first line.
  if (
    ending !== 'jsonl' &&
    ending !== 'ndjson' &&
    /^(?:\xef\xbb\xbf)?\s{0,100}(?:\[\s{0,20}\{|\{\s{0,20}\n\s{0,100}")/.test(latin)
  )
    return { kind: 'json' };
  if (/^(?:jsonl|ndjson|json)$/.test(ending)) return { kind: 'jsonl' };
  return { kind: /^(?:\xef\xbb\xbf)?\s{0,100}\{\s{0,20}"/.test(latin) ? 'jsonl' : 'page' };
}

/** What a file name promises of a page; a final `.gz` is ignored. */
export function mediaTypeOfName(name: string): 'text/html' | 'text/plain' | undefined {
  const ending = endingOf(name);
  if (/^(?:html?|xhtml|shtml)$/.test(ending)) return 'text/html';
  return /^(?:txt|text|md)$/.test(ending) ? 'text/plain' : undefined;
}

/** True for names that a folder is searched for. */
export function isReadableName(name: string): boolean {
  return mediaTypeOfName(name) !== undefined || /^(?:jsonl|ndjson|warc|wet)$/.test(endingOf(name));
}

/** What text without a telling name is, by its first characters. */
export function mediaTypeOfText(text: string): 'text/html' | 'text/plain' {
  const start = text.slice(0, 1024).trimStart();
  if (/^<(?:!doctype|!--|\?xml|\/?[a-z])/i.test(start)) return 'text/html';
  return /<(?:html|head|body|article|div|p)[\s>]/i.test(start) ? 'text/html' : 'text/plain';
}

function endingOf(name: string): string {
  return /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** More than a tenth of control characters that text does not hold. A NUL counts as twenty: pages have a stray one. */
function looksBinary(start: Uint8Array): boolean {
  let odd = 0;
  for (const byte of start) {
    if (byte === 0) odd += 20;
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b)
      odd++;
  }
  return odd * 10 > start.length;
}
