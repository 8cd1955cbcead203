import type { Block, PageFacts } from '../../core/layers.ts';
import { EITHER_GIVEN_NAMES, FEMALE_GIVEN_NAMES, MALE_GIVEN_NAMES } from '../../lexicon/given-names.ts';
import { NEWSPAPER_WORDS } from '../../lexicon/newspaper-words.ts';
import { authorNames, distinctNames, nameKey } from './author-names.ts';
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
    // A writer may have a site of their own: `https://janedoe.example`.
    if (hasGivenName(name) && !name.split(' ').some((word) => NEWSPAPER_WORDS.has(word.toLowerCase())))
      return false;
    return key.length > 4 && (host.includes(key) || site === key || (site.length > 4 && key.includes(site)));
  };
  for (const origin of [fromJsonLd, fromMetas, fromMarks, fromLines]) {
    const names = origin(evidence).filter((name) => !isSite(name));
    if (names.length > 0) return names;
    // A page that says an agency wrote it has no other author, whatever names stand around.
    if (origin === fromMetas && isAgencyCopy(evidence)) return [];
  }
  return [];
}

const AGENCY =
  /^(?:by\s)?(?:the\s)?(?:associated press|ap|reuters|agence france[- ]presse|afp|press association|pa media|canadian press|bloomberg(?: news)?|united press international|upi|xinhua|australian associated press|aap|deutsche presse-agentur|dpa|ians|pti|press trust of india|ani)(?:\s(?:staff|news agency|agency))?$/i;

/** True when all authors that the page declares are news agencies. */
function isAgencyCopy({ articles, facts }: AuthorEvidence): boolean {
  const declared = [
    ...articles.flatMap((article) => article.authors),
    ...facts.metas.filter(({ name }) => AUTHOR_METAS.includes(name)).map(({ content }) => content),
  ].filter((value) => !/^https?:/i.test(value));
  return declared.length > 0 && declared.every((value) => AGENCY.test(value.trim()));
}

const GIVEN_NAMES = new Set([...MALE_GIVEN_NAMES, ...FEMALE_GIVEN_NAMES, ...EITHER_GIVEN_NAMES]);

function hasGivenName(name: string): boolean {
  const first = name.split(/[\s-]/, 1)[0]!.toLowerCase();
  return GIVEN_NAMES.has(first);
}

function fromJsonLd({ articles }: AuthorEvidence): string[] {
  for (const article of articles) {
    const names = distinctNames(article.authors.flatMap(declaredNames));
    if (names.length > 0) return names;
  }
  return [];
}

/** The names of a declared author; a given name alone is one there. */
function declaredNames(value: string): string[] {
  const names = authorNames(value);
  if (names.length > 0) return names;
  const only = value.trim();
  return /^\p{Lu}\p{Ll}{2,}$/u.test(only) && hasGivenName(only) ? [only] : [];
}

function fromMetas({ facts }: AuthorEvidence): string[] {
  for (const wanted of AUTHOR_METAS) {
    const values = facts.metas.filter((meta) => meta.name === wanted && !/^https?:/i.test(meta.content));
    const names = distinctNames(values.flatMap((meta) => declaredNames(meta.content)));
    if (names.length > 0) return names;
  }
  return [];
}

/** Characters between two bylines of one article. */
const NEAR = 120;

/** Characters above the headline where its byline may stand. */
const ABOVE = 400;
const AUTHOR_TOKENS = /(?:^| )(?:author|fn n|p-author)(?: |$)/;
const BYLINE_TOKENS = /byline|author|writer|reporter/;

/** Elements that are called author or byline, the first of them and what stands close behind. */
function fromMarks({ text, facts, blocks }: AuthorEvidence): string[] {
  const body = blocks.filter((block) => block.label === 'article');
  const limit = (body.at(-1)?.end ?? text.length) + 1500;
  const near = facts.marks.filter(
    (mark) => mark.start <= limit && mark.end - mark.start < 300 && mark.end > mark.start,
  );
  const title = blocks.find((block) => block.kind === 'title')?.start ?? body[0]?.start ?? 0;
  const below = near.filter((mark) => mark.start >= title - ABOVE);
  // Above the headline stand the writers of other stories, and lists of all of a site's.
  for (const [wanted, marks] of [
    [AUTHOR_TOKENS, below],
    [BYLINE_TOKENS, below],
    [AUTHOR_TOKENS, near],
    [BYLINE_TOKENS, near],
  ] as const) {
    const names: string[] = [];
    let end = -1;
    for (const mark of marks) {
      if (!wanted.test(mark.tokens) || (end >= 0 && mark.start > end + NEAR)) continue;
      const found = authorNames(text.slice(mark.start, mark.end));
      if (found.length === 0) continue;
      names.push(...found);
      end = Math.max(end, mark.end);
    }
    if (names.length > 0) return distinctNames(names).slice(0, 8);
  }
  return [];
}

/** How many blocks from the headline, or from the end of the text, a byline may stand. */
const REACH = 40;

/**
 * Bylines near the headline or right after the text, and `by Jane Doe` in any short line there, the nearest first; then
 * a line between headline and text that is a name and nothing else; then whom the note about the writer names.
 */
function fromLines({ text, blocks }: AuthorEvidence): string[] {
  const title = blocks.findIndex((block) => block.kind === 'title' && block.label === 'article');
  const last = blocks.findLastIndex((block) => block.label === 'article');
  const near = blocks
    .map((block, index) => ({
      block,
      index,
      far: title >= 0 && index <= last ? Math.abs(index - title) : Math.abs(index - last) + 3,
    }))
    .filter(({ far }) => far < REACH)
    .sort((a, b) => a.far - b.far);
  for (const { block, far } of near) {
    const line = text.slice(block.start, block.end);
    const names =
      block.rule === 'credit-line'
        ? authorNames(REPORTERS.exec(line)?.[1] ?? '')
        : block.label === 'byline'
          ? authorNames(line)
          : namesAfterBy(line, block, far);
    if (names.length > 0) return names;
  }
  for (const { block, index, far } of near) {
    if (far > NAME_REACH || index < title || block.label === 'article' || block.end - block.start > 90)
      continue;
    if (block.rule === 'credit-line') continue;
    const names = authorNames(text.slice(block.start, block.end));
    const known = names.every(hasGivenName) || (index - title <= 3 && isSigned(text, blocks, index));
    if (names.length > 0 && names.length <= 3 && known) return names;
  }
  for (const { block } of near) {
    if (block.label !== 'author-bio') continue;
    const about = BIO.exec(text.slice(block.start, block.end))?.[1];
    const names = about === undefined ? [] : authorNames(about);
    if (names.length > 0) return names;
  }
  return [];
}

const JOB =
  /,\s(?:(?:\p{Lu}[\p{L}&-]+|of|and|for)\s){0,4}(?:Reporter|Correspondent|Editor|Writer|Columnist|Journalist|Contributor)$/iu;
const NAMES =
  /^(?:\p{Lu}[\p{L}'’.-]*\s){1,2}\p{Lu}[\p{L}'’-]+(?:(?:,\s|\s(?:and|&)\s)(?:\p{Lu}[\p{L}'’.-]*\s){1,2}\p{Lu}[\p{L}'’-]+){0,2}$/u;

/**
 * True for a line of names with a job behind (`Jelka Vida, Political Correspondent`), or of names alone right above a date
 * (`Priya Dalal and Colm Roe`).
 */
function isSigned(text: string, blocks: readonly Block[], index: number): boolean {
  const { start, end } = blocks[index]!;
  const line = text.slice(start, end).trim();
  return JOB.test(line) || (NAMES.test(line) && blocks[index + 1]?.label === 'publication-date');
}

/** Of those that a line of credits names the ones who wrote the story, not who edited or helped. */
const REPORTERS = /^\W{0,2}(?:Reporting|Writing)(?:\sand\s\w{4,9})?\sby\s([^;()]{3,120})/i;

/** Blocks between a headline and a name that stands alone below it. */
const NAME_REACH = 6;
const BIO =
  /^((?:\p{Lu}[\p{L}'’.-]*\s){1,3}\p{Lu}[\p{L}'’-]+),?\s(?:is|was|has|covers|covered|writes|reports|joined|works)\s/u;

function namesAfterBy(line: string, block: Block, far: number): string[] {
  if (far > 12 || line.length > 160 || block.kind === 'title') return [];
  // In the article's own prose "by" has many other uses: there only a line that is nothing but a byline counts.
  if (block.label === 'article' && (!/^by\s/i.test(line) || /[.!?]["'”’)]*$/.test(line))) return [];
  const by = /(?:^|[\s|·•])(?:[Bb]y|BY)\s?:?\s((?:\p{Lu}[\p{L}'’.-]*\s){1,3}\p{Lu}[\p{L}'’-]+)/u.exec(line);
  return by ? authorNames(by[1]!) : [];
}
