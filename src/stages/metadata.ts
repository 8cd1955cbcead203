import { z } from 'zod';
import { layerOf } from '../core/doc.ts';
import type { Metadata, PageDate } from '../core/layers.ts';
import { defineStage } from '../core/stage.ts';
import { textLanguage } from '../language/text-language.ts';
import { chooseAuthors } from './metadata/choose-authors.ts';
import { chooseDates } from './metadata/choose-dates.ts';
import { chooseSite } from './metadata/choose-site.ts';
import { chooseTitle, declaredTitles } from './metadata/choose-title.ts';
import { readJsonLd } from './metadata/json-ld.ts';
import { parsePageDate } from './metadata/page-date.ts';

/** Title, authors, site, dates and language, from what the page declares and, where it declares nothing, its lines. */
export const metadata = defineStage({
  name: 'metadata',
  requires: ['pageFacts', 'blocks'],
  provides: 'metadata',
  options: z.strictObject({
    /** Order of `3/4/2031`: `auto` goes by the language and the site's country. */
    dateOrder: z.enum(['auto', 'day-first', 'month-first']).default('auto'),
  }),
  run(doc, options, context): Metadata {
    const facts = layerOf(doc, 'pageFacts');
    const blocks = layerOf(doc, 'blocks');
    const { text, source } = doc;
    const articles = readJsonLd(facts.jsonLd);
    const url = source.url ?? canonicalUrl(facts.links, facts.metas);
    // A text left out for its language is still what the page is written in.
    const own = blocks
      .filter((block) => block.label === 'article' || block.rule === 'not-english')
      .map((block) => text.slice(block.start, block.end));
    const language = textLanguage(own.join('\n')) ?? declaredLanguage(facts.lang);
    const site = chooseSite({ text, url, facts, blocks, articles });
    const dayFirst =
      options.dateOrder === 'auto'
        ? isDayFirst(facts.lang, url, language)
        : options.dateOrder === 'day-first';
    const dates = chooseDates({
      text,
      url,
      facts,
      blocks,
      articles,
      dayFirst,
      ...(source.fetchedAt === undefined ? {} : { notAfter: source.fetchedAt }),
    });
    const published = givenDate(source.published) ?? dates.published;
    if (published === null)
      context.diagnose({
        severity: 'warning',
        code: 'metadata/no-publication-date',
        message: 'the page names no date of publication; relative dates stay unresolved',
      });
    else if (source.published === undefined && dates.conflict !== null)
      context.diagnose({
        severity: 'info',
        code: 'metadata/date-conflict',
        message: `${published.origin} says ${published.value}, ${dates.conflict.origin} says ${dates.conflict.value}`,
        ...(dates.conflict.span === undefined ? {} : { span: dates.conflict.span }),
      });
    return {
      title: chooseTitle(text, blocks, declaredTitles(facts, articles), site),
      url,
      site,
      authors: chooseAuthors({ text, url, facts, blocks, articles, site }),
      published,
      modified: dates.modified,
      language,
    };
  },
});

function givenDate(value: string | undefined): PageDate | null {
  const written = value === undefined ? null : parsePageDate(value);
  return written === null ? null : { ...written, origin: 'input' };
}

function canonicalUrl(
  links: readonly { rel: string; href: string }[],
  metas: readonly { name: string; content: string }[],
): string | null {
  const found =
    links.find((link) => link.rel === 'canonical')?.href ??
    metas.find((meta) => meta.name === 'og:url')?.content;
  return found !== undefined && /^https?:\/\//i.test(found) ? found : null;
}

function declaredLanguage(lang: string | null): string | null {
  const tag = /^[a-z]{2,3}(?=$|[-_])/i.exec(lang ?? '')?.[0];
  return tag === undefined ? null : tag.toLowerCase();
}

/** All but American pages write the day first; Japanese, Chinese, Korean and Hungarian ones write the year first. */
function isDayFirst(lang: string | null, url: string | null, language: string | null): boolean {
  if (language !== null && language !== 'en') return true;
  if (/^en[-_](?!us|ph)/i.test(lang ?? '')) return true;
  return (
    url !== null &&
    /^[a-z]+:\/\/[^/]*\.(?:uk|au|nz|in|ie|za|ng|ke|gh|pk|bd|lk|my|sg|mt|jm|tt|zw|eu)(?=[/:]|$)/i.test(url)
  );
}
