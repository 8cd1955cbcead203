import type { Block, PageFacts } from '../../core/layers.ts';
import type { LdArticle } from './json-ld.ts';

/** Marks between a headline and the name of the site. */
const BAR = /\s+(?:[|•·»›~]|::?|[-–—]|\/\/)\s+/u;

/** The declared titles of a page, the most reliable first; the site's name is cut off where it is known. */
export function declaredTitles(facts: PageFacts, articles: readonly LdArticle[]): string[] {
  const meta = (name: string) => facts.metas.filter((item) => item.name === name).map((item) => item.content);
  const headline = articles.find(
    (article) => article.headline !== undefined && !/WebPage$/.test(article.type),
  )?.headline;
  const titles = [
    ...meta('og:title'),
    ...(headline === undefined ? [] : [headline]),
    ...meta('twitter:title'),
    facts.title ?? '',
  ];
  return titles.map((title) => title.replace(/\s+/g, ' ').trim()).filter((title) => title !== '');
}

/** The title of the article: the headline shown on the page when the declared titles agree with it, else theirs. */
export function chooseTitle(
  text: string,
  blocks: readonly Block[],
  declared: readonly string[],
  site: string | null,
): string | null {
  const shown = blocks.find((block) => block.kind === 'title' && block.label === 'article');
  if (shown !== undefined) return text.slice(shown.start, shown.end).replace(/\s+/g, ' ').trim();
  const first = declared[0];
  return first === undefined ? null : withoutSite(first, site);
}

/** Cuts the site's name, and a last part behind a bar that is shorter than what it follows. */
export function withoutSite(title: string, site: string | null): string {
  const parts = title.split(BAR);
  if (parts.length < 2) return title;
  const plain = (part: string) => part.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const known = site === null ? '' : plain(site);
  const last = parts.at(-1)!;
  const first = parts[0]!;
  if (known !== '' && plain(last) === known)
    return title
      .slice(0, title.lastIndexOf(last))
      .replace(/\s+\S{1,2}\s+$/u, '')
      .trim();
  if (known !== '' && plain(first) === known)
    return title
      .slice(first.length)
      .replace(/^\s+\S{1,2}\s+/u, '')
      .trim();
  const bar = title.slice(0, title.lastIndexOf(last)).trim().at(-1) ?? '';
  if (/[|•·»›]/.test(bar) && last.split(' ').length <= 5)
    return title
      .slice(0, title.lastIndexOf(last))
      .replace(/\s+\S{1,2}\s+$/u, '')
      .trim();
  return title;
}
