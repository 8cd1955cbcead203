import type { Block, PageFacts } from '../../core/layers.ts';
import { authorNames, nameKey, sameName } from './author-names.ts';
import type { LdArticle } from './json-ld.ts';

const AUTHOR_METAS = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'byl',
  'authors',
  'cxenseparse:author',
  'citation_author',
  'og:article:author',
  'rnews:author',
  'creator',
];

export interface AuthorEvidence {
  readonly text: string;
  readonly url: string | null;
  readonly facts: PageFacts;
  readonly blocks: readonly Block[];
  readonly articles: readonly LdArticle[];
  readonly site: string | null;
}

/** The people who wrote the article, in the order of the first origin that names any. */
export function chooseAuthors(evidence: AuthorEvidence): string[] {
  const host = nameKey(/^[a-z]+:\/\/([^/]+)/i.exec(evidence.url ?? '')?.[1] ?? '');
  const site = nameKey(evidence.site ?? '');
  // A site that signs its own pages is no person.
  const isSite = (name: string) => {
    const key = nameKey(name);
    return key.length > 4 && (host.includes(key) || site === key || (site.length > 4 && key.includes(site)));
  };
  for (const origin of [fromJsonLd, fromMetas, fromMarks, fromLines]) {
    const names = origin(evidence).filter((name) => !isSite(name));
    if (names.length > 0) return names;
  }
  return [];
}

function fromJsonLd({ articles }: AuthorEvidence): string[] {
  for (const article of articles) {
    const names = unique(article.authors.flatMap(authorNames));
    if (names.length > 0) return names;
  }
  return [];
}

function fromMetas({ facts }: AuthorEvidence): string[] {
  for (const wanted of AUTHOR_METAS) {
    const values = facts.metas.filter((meta) => meta.name === wanted && !/^https?:/i.test(meta.content));
    const names = unique(values.flatMap((meta) => authorNames(meta.content)));
    if (names.length > 0) return names;
  }
  return [];
}

/** Characters between two bylines of one article. */
const NEAR = 120;

/** Elements that are called author or byline, the first of them and what stands close behind. */
function fromMarks({ text, facts, blocks }: AuthorEvidence): string[] {
  const body = blocks.filter((block) => block.label === 'article');
  const limit = (body.at(-1)?.end ?? text.length) + 1500;
  const near = facts.marks.filter(
    (mark) => mark.start <= limit && mark.end - mark.start < 300 && mark.end > mark.start,
  );
  for (const wanted of [/(?:^| )(?:author|fn n|p-author)(?: |$)/, /byline|author|writer|reporter/]) {
    const names: string[] = [];
    let end = -1;
    for (const mark of near) {
      if (!wanted.test(mark.tokens) || (end >= 0 && mark.start > end + NEAR)) continue;
      const found = authorNames(text.slice(mark.start, mark.end));
      if (found.length === 0) continue;
      names.push(...found);
      end = Math.max(end, mark.end);
    }
    if (names.length > 0) return unique(names).slice(0, 8);
  }
  return [];
}

/** How many blocks from the headline, or from the end of the text, a byline may stand. */
const REACH = 40;

/** Bylines near the headline or right after the text, then `by Jane Doe` in any short line there. */
function fromLines({ text, blocks }: AuthorEvidence): string[] {
  const title = blocks.findIndex((block) => block.kind === 'title' && block.label === 'article');
  const last = blocks.findLastIndex((block) => block.label === 'article');
  const near = blocks
    .map((block, index) => ({
      block,
      far: title >= 0 && index <= last ? Math.abs(index - title) : Math.abs(index - last) + 3,
    }))
    .filter(({ far }) => far < REACH)
    .sort((a, b) => a.far - b.far);
  for (const { block } of near) {
    const names = block.label === 'byline' ? authorNames(text.slice(block.start, block.end)) : [];
    if (names.length > 0) return names;
  }
  for (const { block, far } of near) {
    if (far > 12 || block.end - block.start > 160 || block.kind === 'title') continue;
    const line = text.slice(block.start, block.end);
    // In the article's own prose "by" has many other uses: there only a line that is nothing but a byline counts.
    if (block.label === 'article' && (!/^by\s/i.test(line) || /[.!?]["'”’)]*$/.test(line))) continue;
    const by = /(?:^|[\s|·•])(?:[Bb]y|BY)\s((?:\p{Lu}[\p{L}'’.-]*\s){1,3}\p{Lu}[\p{L}'’-]+)/u.exec(line);
    const names = by ? authorNames(by[1]!) : [];
    if (names.length > 0) return names;
  }
  return [];
}

function unique(names: readonly string[]): string[] {
  const kept: string[] = [];
  for (const name of names) if (!kept.some((known) => sameName(known, name))) kept.push(name);
  return kept;
}
