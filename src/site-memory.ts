import type { SiteTables } from './core/doc.ts';
import type { PageFacts, RawBlock } from './core/layers.ts';
import { siteKeys } from './stages/blocks/site-keys.ts';
import { siteOf } from './stages/blocks/site-of.ts';

/** A block counts as the site's when this many of its pages have it, and no fewer than the share below. */
const MIN_PAGES = 3;
const MIN_SHARE = 0.1;
/** Blocks of more words tell whether a page is a copy of one before: at most a tenth of them is new then. */
const LONG = 8;
const MAX_NEW = 0.1;
/** Pages of a site after which keys that are hardly seen are dropped (lossy counting; Manku and Motwani 2002). */
const BUCKET = 2000;

/** What the memory has to know of a page. */
interface SitePage {
  readonly url?: string | undefined;
  readonly path?: string | undefined;
  readonly text: string;
  readonly rawBlocks: readonly RawBlock[];
  readonly pageFacts: PageFacts;
}

interface SiteCounts {
  pages: number;
  readonly counts: Map<number, number>;
}

/**
 * Counts on how many pages of its site a block stands. A page whose prose is known already is a copy (the
 * same article under another address, or an index of others) and does not count, so an article that was fetched
 * several times is not taken for boilerplate.
 */
export class SiteMemory {
  readonly #sites = new Map<string, SiteCounts>();

  add(page: SitePage): void {
    const name = siteOf(page, page.pageFacts);
    let site = this.#sites.get(name);
    if (site === undefined) {
      site = { pages: 0, counts: new Map() };
      this.#sites.set(name, site);
    }
    const keys = siteKeys(page.text, page.rawBlocks);
    const { counts } = site;
    const long = page.rawBlocks.flatMap(({ start, end }, i) =>
      keys[i] !== 0 && page.text.slice(start, end).split(/\s+/, LONG + 1).length > LONG ? [keys[i]!] : [],
    );
    const fresh = long.filter((key) => !counts.has(key)).length;
    if (long.length > 0 && fresh <= long.length * MAX_NEW) return;
    site.pages++;
    for (const key of new Set(keys)) if (key !== 0) counts.set(key, (counts.get(key) ?? 0) + 1);
    if (site.pages % BUCKET === 0) {
      const least = site.pages / BUCKET;
      for (const [key, count] of counts) if (count <= least) counts.delete(key);
    }
  }

  /** The keys of the blocks that each site repeats. */
  tables(): SiteTables {
    const tables = new Map<string, Float64Array>();
    for (const [name, { pages, counts }] of this.#sites) {
      const least = Math.max(MIN_PAGES, pages * MIN_SHARE);
      const keys = [...counts].flatMap(([key, count]) => (count >= least ? [key] : []));
      if (keys.length > 0) tables.set(name, Float64Array.from(keys).sort());
    }
    return tables;
  }
}
