import { wordTable } from '../../lexicon/word-table.ts';
/** What an article object of the page's JSON-LD (schema.org) says. Empty fields are left out. */
export interface LdArticle {
  readonly type: string;
  readonly headline?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly language?: string;
}

const ARTICLE =
  /(?:Article|Posting|Report|Review|NewsItem|Recipe|WebPage|VideoObject|PodcastEpisode|CreativeWork)$/;
const PAGE = /(?:WebPage|VideoObject|CreativeWork)$/;

/** Nothing on a page needs more; keeps hostile input bounded. */
const MAX_NODES = 4000;
const MAX_CHARS = 2_000_000;

type Json = Record<string, unknown>;

/** Article-like objects of the scripts, true articles before pages; scripts that do not parse are repaired or skipped. */
export function readJsonLd(scripts: readonly string[]): LdArticle[] {
  const nodes: Json[] = [];
  for (const script of scripts) collect(parse(script), nodes, 0);
  const byId = new Map<string, Json>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && (node.name !== undefined || !byId.has(id))) byId.set(id, node);
  }
  const articles: LdArticle[] = [];
  for (const node of nodes) {
    const type = typeOf(node);
    if (!ARTICLE.test(type)) continue;
    articles.push(articleOf(node, type, byId));
  }
  return articles.sort((a, b) => Number(PAGE.test(a.type)) - Number(PAGE.test(b.type)));
}

function parse(script: string): unknown {
  const text = script
    .slice(0, MAX_CHARS)
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '')
    .trim()
    .replace(/;$/, '');
  for (const attempt of [
    text,
    text.replace(/\p{Cc}+/gu, ' '),
    text.replace(/\p{Cc}+/gu, ' ').replace(/,\s*(?=[}\]])/g, ''),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Next repair.
    }
  }
  return salvage(text);
}

/** Dates and headline of a script that no repair makes parse. */
function salvage(text: string): Json | null {
  const type = /"@type"\s*:\s*"(\w*(?:Article|Posting))"/.exec(text)?.[1];
  if (type === undefined) return null;
  const field = (name: string) => new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]{4,300})"`).exec(text)?.[1];
  return {
    '@type': type,
    headline: field('headline'),
    datePublished: field('datePublished'),
    dateModified: field('dateModified'),
  };
}

const ENTITIES = wordTable<string>({
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
});

/** Scripts hold no entities by the standard, and often do. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[(name as string).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function collect(value: unknown, nodes: Json[], depth: number): void {
  if (depth > 12 || nodes.length >= MAX_NODES || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1);
    return;
  }
  const node = value as Json;
  nodes.push(node);
  for (const [key, child] of Object.entries(node)) {
    // Comments and lists of other stories carry authors and dates of their own.
    if (key === 'comment' || key === 'itemListElement' || key === 'hasPart' || key === 'review') continue;
    if (typeof child === 'object') collect(child, nodes, depth + 1);
  }
}

function typeOf(node: Json): string {
  const type = node['@type'];
  if (typeof type === 'string') return type;
  return Array.isArray(type)
    ? (type.find((t) => typeof t === 'string' && ARTICLE.test(t)) ?? String(type[0] ?? ''))
    : '';
}

function articleOf(node: Json, type: string, byId: ReadonlyMap<string, Json>): LdArticle {
  const authors =
    [node.author, node.creator].map((value) => namesOf(value, byId, 0)).find((names) => names.length > 0) ??
    [];
  const headline = stringOf(node.headline) ?? stringOf(node.name);
  const published = stringOf(node.datePublished) ?? stringOf(node.uploadDate) ?? stringOf(node.dateCreated);
  const modified = stringOf(node.dateModified);
  const publisher = namesOf(node.publisher ?? node.sourceOrganization, byId, 0)[0];
  const language = stringOf(node.inLanguage);
  return {
    type,
    authors,
    ...(headline === undefined ? {} : { headline }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === undefined ? {} : { language }),
  };
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Json>, depth: number): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [decodeEntities(value.trim())];
  if (value === null || typeof value !== 'object' || depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((item) => namesOf(item, byId, depth + 1));
  const node = value as Json;
  const parts = [node.givenName, node.familyName].filter((part) => typeof part === 'string');
  const name = node.name ?? (parts.length === 2 ? parts.join(' ') : node.alternateName);
  if (name !== undefined) return namesOf(name, byId, depth + 1);
  const id = node['@id'];
  const other = typeof id === 'string' ? byId.get(id) : undefined;
  return other !== undefined && other !== node ? namesOf(other.name, byId, depth + 1) : [];
}

function stringOf(value: unknown): string | undefined {
  if (typeof value === 'string' && value.trim() !== '') return decodeEntities(value.trim());
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return stringOf(value[0]);
  return undefined;
}
