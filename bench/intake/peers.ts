import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import metascraper from 'metascraper';
import metascraperAuthor from 'metascraper-author';
import metascraperDate from 'metascraper-date';
import metascraperTitle from 'metascraper-title';

export interface PeerText {
  readonly name: string;
  text(html: string, url: string): Promise<string> | string;
}

/** Main-text extractors on npm. Their HTML is turned into text by a blank line a block. */
export const TEXT_PEERS: readonly PeerText[] = [
  {
    name: 'Readability on linkedom',
    text(html) {
      const { document } = parseHTML(html);
      return new Readability(document as never).parse()?.textContent ?? '';
    },
  },
  {
    name: 'Defuddle',
    async text(html, url) {
      const { document } = parseHTML(html);
      const { content } = await Defuddle(document as never, url);
      return (
        parseHTML(`<body>${content.replace(/<(?=\/?(?:p|div|li|h\d|br|tr|td)\b)/g, '\n<')}</body>`).document
          .body.textContent ?? ''
      );
    },
  },
];

export interface PeerMetadata {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
}

const scrape = metascraper([metascraperAuthor(), metascraperDate(), metascraperTitle()]);

/** metascraper; its one author string is split at commas and `and`. */
export async function metascraperOf(html: string, url: string): Promise<PeerMetadata> {
  const { title, author, date } = (await scrape({ html, url })) as Record<string, string | null | undefined>;
  return {
    title: title ?? null,
    authors: author ? author.split(/,\s+|\s+and\s+|\s*&\s*/) : [],
    date: date ?? null,
  };
}
