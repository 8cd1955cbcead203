import type { Block, PageDate, PageFacts } from '../../core/layers.ts';
import type { LdArticle } from './json-ld.ts';
import { dayOf, parsePageDate } from './page-date.ts';

/** Meta names that carry the date of publication, the most reliable first. */
const PUBLISHED_METAS = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'publish-date',
  'publish_date',
  'publishdate',
  'published-date',
  'published_date',
  'published_time',
  'publication_date',
  'publicationdate',
  'pubdate',
  'ptime',
  'originalpublicationdate',
  'article_date_original',
  'article.published',
  'article.created',
  'article:post_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'citation_publication_date',
  'citation_date',
  'bepress_citation_date',
  'bt:pubdate',
  'rnews:datepublished',
  'datecreated',
  'date_published',
  'displaydate',
  'timestamp',
  'dc.date',
  'dcterms.date',
  'dc.date.published',
  'date',
  'created',
  'releasedate',
];

const MODIFIED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'og:article:modified_time',
  'article:updated_time',
  'article:modified',
  'datemodified',
  'dateupdated',
  'lastmod',
  'last-modified',
  'last-update',
  'dcterms.modified',
  'dc.date.modified',
  'article.updated',
  'modified',
  'utime',
  'revised',
];

export interface DateEvidence {
  readonly text: string;
  readonly url: string | null;
  readonly facts: PageFacts;
  readonly blocks: readonly Block[];
  readonly articles: readonly LdArticle[];
  /** Numbers such as `3/4/2031` name the day first. */
  readonly dayFirst: boolean;
  /** Nothing later than this can be true, ISO 8601. */
  readonly notAfter?: string;
}

export interface ChosenDates {
  readonly published: PageDate | null;
  readonly modified: PageDate | null;
  /** A second origin that names another day than the chosen one. */
  readonly conflict: PageDate | null;
}

/**
 * The page's own dates. Machine-readable ones that speak of the article come first (JSON-LD article, meta), then
 * `<time>` and date lines near the headline, the address, and JSON-LD of the page at large.
 */
export function chooseDates(evidence: DateEvidence): ChosenDates {
  const candidates = publishedCandidates(evidence).filter((date) => plausible(date, evidence.notAfter));
  const published = refine(candidates);
  const modified = modifiedCandidates(evidence).find((date) => plausible(date, evidence.notAfter)) ?? null;
  const conflict =
    published === null
      ? null
      : (candidates.find((date) => date.precision !== 'month' && distance(date, published) > 1) ?? null);
  return {
    published,
    modified: modified !== null && published !== null && modified.value < published.value ? null : modified,
    conflict,
  };
}

function publishedCandidates(evidence: DateEvidence): PageDate[] {
  const { facts, articles } = evidence;
  const found: PageDate[] = [];
  const put = (value: string | undefined, origin: string) => {
    const written = value === undefined ? null : parsePageDate(value, evidence.dayFirst);
    if (written !== null) found.push({ ...written, origin });
  };
  for (const article of articles) if (!isPage(article)) put(article.published, 'json-ld');
  for (const name of PUBLISHED_METAS) {
    for (const meta of facts.metas) if (meta.name === name) put(meta.content, `meta:${name}`);
  }
  found.push(...markDates(evidence, /published|pubdate|created|entry-date|post-date|posted/));
  found.push(...markDates(evidence, /(?:)/).filter((date) => besideHeadline(evidence, date)));
  found.push(...lineDates(evidence));
  found.push(...urlDates(evidence.url));
  found.push(...markDates(evidence, /(?:)/));
  for (const article of articles) if (isPage(article)) put(article.published, 'json-ld');
  if (found.length === 0) found.push(...looseDates(evidence));
  return found;
}

/** How many blocks from the headline a date inside a line may stand. */
const LOOSE_REACH = 15;

/** Running text: a few words in lower case, and a mark at the end. */
const SENTENCE = /(?:\s\p{Ll}{2,}[,;]?(?=\s).{0,60}){3}[.!?]["'”’)]{0,2}$/u;

/**
 * Where nothing is declared: a full date inside a short line near the headline, at the very start of the text, in the
 * declared title or description.
 */
function looseDates({ text, blocks, facts, dayFirst }: DateEvidence): PageDate[] {
  const found: { date: PageDate; far: number }[] = [];
  const title = blocks.findIndex((block) => block.kind === 'title' && block.label === 'article');
  const first = blocks.findIndex((block) => block.label === 'article' && block.kind !== 'title');
  const head = title >= 0 ? title : first;
  if (head >= 0) {
    for (let i = Math.max(0, head - LOOSE_REACH); i < Math.min(blocks.length, head + LOOSE_REACH + 1); i++) {
      const block = blocks[i]!;
      if (block.label === 'page-clock' || block.label === 'copyright' || block.label === 'comments') continue;
      const line = text.slice(block.start, block.end);
      const short = line.length <= 120;
      // A sentence of the story speaks of another day: `A hearing is set for June 4, 2031.`
      if (short && block.label === 'article' && SENTENCE.test(line)) continue;
      const written = parsePageDate(short ? line : line.slice(0, 40), dayFirst);
      if (written === null || (!short && !/^\W{0,2}(?:[\p{L}/, ]{0,30})?\(?\d/u.test(line))) continue;
      found.push({
        date: {
          ...written,
          origin: short ? 'text' : 'dateline',
          span: { start: block.start, end: block.end },
        },
        far: Math.abs(i - head) + (i < head ? 1 : 0),
      });
    }
  }
  found.sort((a, b) => a.far - b.far);
  const dates = found.map(({ date }) => date);
  for (const declared of [
    facts.title ?? '',
    ...facts.metas.filter((meta) => meta.name === 'description').map((meta) => meta.content),
  ]) {
    const written = parsePageDate(declared.slice(0, 200), dayFirst);
    if (written !== null) dates.push({ ...written, origin: 'text' });
  }
  return dates;
}

function modifiedCandidates(evidence: DateEvidence): PageDate[] {
  const found: PageDate[] = [];
  const put = (value: string | undefined, origin: string) => {
    const written = value === undefined ? null : parsePageDate(value, evidence.dayFirst);
    if (written !== null) found.push({ ...written, origin });
  };
  for (const article of evidence.articles) put(article.modified, 'json-ld');
  for (const name of MODIFIED_METAS) {
    for (const meta of evidence.facts.metas) if (meta.name === name) put(meta.content, `meta:${name}`);
  }
  for (const mark of evidence.facts.marks) {
    if (/modified|updated/.test(mark.tokens)) put(mark.value, 'time');
  }
  for (const block of evidence.blocks) {
    const line = evidence.text.slice(block.start, block.end);
    const at = block.label === 'publication-date' ? /\b(?:updated|modified)\b/i.exec(line) : null;
    const written = at ? parsePageDate(line.slice(at.index), evidence.dayFirst) : null;
    if (written !== null)
      found.push({ ...written, origin: 'text', span: { start: block.start, end: block.end } });
  }
  return found;
}

/** Dates of `<time>` and of elements whose class names a date, before the end of the article's text. */
function markDates(evidence: DateEvidence, wanted: RegExp): PageDate[] {
  const { facts, blocks, text } = evidence;
  const body = blocks.filter((block) => block.label === 'article');
  const limit = body.length === 0 ? text.length : body[Math.min(body.length - 1, 3)]!.end;
  const found: PageDate[] = [];
  for (const mark of facts.marks) {
    if (!(mark.tag === 'time' || /date|time|publish|posted|created/.test(mark.tokens))) continue;
    if (/modified|updated/.test(mark.tokens) || !wanted.test(mark.tokens) || mark.start > limit) continue;
    const shown = text.slice(mark.start, mark.end);
    const written = parsePageDate(mark.value, evidence.dayFirst) ?? parsePageDate(shown, evidence.dayFirst);
    if (written !== null && !/\b(?:updated|modified)\b/i.test(shown))
      found.push({
        ...written,
        origin: 'time',
        ...(mark.end > mark.start ? { span: { start: mark.start, end: mark.end } } : {}),
      });
  }
  return found;
}

/** True when a date stands between the headline and the first blocks of the text. */
function besideHeadline({ blocks }: DateEvidence, date: PageDate): boolean {
  const title = blocks.find((block) => block.kind === 'title' && block.label === 'article');
  return title !== undefined && date.span !== undefined && date.span.start >= title.start;
}

/** Blocks below a headline among which a short line may hold its date beside other things. */
const HEAD_REACH = 8;
/** Labels whose dates are not the article's. */
const ELSEWHERE: ReadonlySet<Block['label']> = new Set([
  'article',
  'comments',
  'copyright',
  'page-clock',
  'related',
]);
/** A month that flattening glued to what stood before it: `Jane Doe, Harbor PostDec 3, 2031`. */
const GLUED_MONTH =
  /(?<=[\p{Ll}\d)])(?=(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s\d)/gu;

/** Dates of stamps and bylines and of short lines below the headline, the nearest to it first. */
function lineDates(evidence: DateEvidence): PageDate[] {
  const { blocks, text } = evidence;
  const title = blocks.findIndex((block) => block.kind === 'title' && block.label === 'article');
  const head = Math.max(0, title);
  const found: { date: PageDate; far: number }[] = [];
  for (const [index, block] of blocks.entries()) {
    const stamp = block.label === 'publication-date' || block.label === 'byline';
    const below = title >= 0 && index > title && index <= title + HEAD_REACH && !ELSEWHERE.has(block.label);
    if (!stamp && !(below && block.end - block.start <= 120)) continue;
    const whole = text.slice(block.start, block.end).replace(GLUED_MONTH, ' ');
    // `Updated 4 May 2031 / Published 3 May 2031`
    const line = whole.slice(Math.max(0, whole.search(/(?<=.)\b(?:first )?(?:published|posted)\b/i)));
    const cut = line.search(/\b(?:last )?(?:updated|modified|edited)\b/i);
    // `Updated` in front dates the change, and the date itself when there is no other.
    const own = cut > 8 ? line.slice(0, cut) : line;
    const written = parsePageDate(own, evidence.dayFirst);
    if (written === null) continue;
    const far = Math.abs(index - head) * (index < head ? 1.2 : 1) + (cut >= 0 && cut <= 8 ? 20 : 0);
    found.push({ date: { ...written, origin: 'text', span: { start: block.start, end: block.end } }, far });
  }
  found.sort((a, b) => a.far - b.far);
  return found.map(({ date }) => date);
}

/** `/2031/02/03/`, `/2031-02-03-`, `/20310203/`; a year and month alone date to the month. */
function urlDates(url: string | null): PageDate[] {
  if (url === null) return [];
  const path = url.replace(/^[a-z]+:\/\/[^/]+/i, '').replace(/[?#].*$/, '');
  const day =
    /(?:^|[/_.-])((?:19|20)\d{2})([/_.-]?)(\d{2})\2(\d{2})(?=$|[/_.-])/.exec(path) ??
    /\/((?:19|20)\d{2})(\/)(\d{1,2})\/(\d{1,2})\//.exec(path);
  if (day) {
    const written = parsePageDate(`${day[1]}-${day[3]!.padStart(2, '0')}-${day[4]!.padStart(2, '0')}`);
    if (written !== null) return [{ ...written, origin: 'url' }];
  }
  const named = /\/((?:19|20)\d{2})\/([a-z]{3})[a-z]*\/(\d{1,2})(?=\/)/i.exec(path);
  if (named) {
    const written = parsePageDate(`${named[3]} ${named[2]} ${named[1]}`);
    if (written !== null) return [{ ...written, origin: 'url' }];
  }
  const last = /(?:^|[/_-])(\d{2})[._-]?(\d{2})[._-]?((?:19|20)\d{2})(?=$|[/_-])/.exec(path);
  if (last) {
    const written = parsePageDate(`${last[3]}-${last[2]}-${last[1]}`);
    if (written !== null) return [{ ...written, origin: 'url' }];
  }
  const month = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])(?=\/)/.exec(path);
  return month ? [{ value: `${month[1]}-${month[2]}`, precision: 'month', origin: 'url' }] : [];
}

/** The first candidate, with the time of day of a later one that names the same day. */
function refine(candidates: readonly PageDate[]): PageDate | null {
  const first = candidates.find((date) => date.precision !== 'month') ?? candidates[0];
  if (first === undefined) return null;
  if (first.precision !== 'day') return first;
  return candidates.find((date) => date.value.length > 10 && dayOf(date.value) === first.value) ?? first;
}

function plausible(date: PageDate, notAfter: string | undefined): boolean {
  return date.value >= '1990' && (notAfter === undefined || distanceDays(date.value, notAfter) <= 1);
}

function distance(a: PageDate, b: PageDate): number {
  return Math.abs(distanceDays(a.value, b.value));
}

/** Days from `b` to `a`. */
function distanceDays(a: string, b: string): number {
  const day = (value: string) => Date.parse(`${value.slice(0, 10).padEnd(10, '-01')}T00:00:00Z`) / 86_400_000;
  const days = day(a) - day(b);
  return Number.isNaN(days) ? 0 : days;
}

function isPage(article: LdArticle): boolean {
  return /(?:WebPage|VideoObject|CreativeWork)$/.test(article.type);
}
