import type { Block, PageFacts } from '../../core/layers.ts';
import { authorNames, sameName } from './author-names.ts';
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
  readonly facts: PageFacts;
  readonly blocks: readonly Block[];
  readonly articles: readonly LdArticle[];
  readonly site: string | null;
}

/** The people who wrote the article, in the order of the first origin that names any. */
export function chooseAuthors(evidence: AuthorEvidence): string[] {
  for (const origin of [fromJsonLd, fromMetas, fromMarks, fromLines]) {
    const names = origin(evidence);
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

function fromMarks({ text, facts, blocks }: AuthorEvidence): string[] {
  const body = blocks.filter((block) => block.label === 'article');
  const limit = body.at(-1)?.end ?? text.length;
  const near = facts.marks.filter(
    (mark) => mark.start <= limit + 2000 && mark.end - mark.start < 300 && mark.end > mark.start,
  );
  for (const wanted of [/(?:^| )(?:author|fn n|p-author)(?: |$)/, /byline|author|writer|reporter/]) {
    const marks = near.filter((mark) => wanted.test(mark.tokens));
    const names = unique(marks.slice(0, 12).flatMap((mark) => authorNames(text.slice(mark.start, mark.end))));
    if (names.length > 0) return names.slice(0, 8);
  }
  return [];
}

/** Bylines near the headline or right after the text; the first one found counts. */
function fromLines({ text, blocks }: AuthorEvidence): string[] {
  const title = blocks.findIndex((block) => block.kind === 'title' && block.label === 'article');
  const last = blocks.findLastIndex((block) => block.label === 'article');
  const near = blocks
    .map((block, index) => ({
      block,
      far: title >= 0 && index <= last ? Math.abs(index - title) : Math.abs(index - last) + 3,
    }))
    .filter(({ block, far }) => block.label === 'byline' && far < 40)
    .sort((a, b) => a.far - b.far);
  for (const { block } of near) {
    const names = authorNames(text.slice(block.start, block.end));
    if (names.length > 0) return names;
  }
  return [];
}

function unique(names: readonly string[]): string[] {
  const kept: string[] = [];
  for (const name of names) if (!kept.some((known) => sameName(known, name))) kept.push(name);
  return kept;
}
