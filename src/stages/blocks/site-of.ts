import type { PageFacts } from '../../core/layers.ts';

/** The host without `www.`; for a page without an address the folder that it lies in, as `folder:crawl/news`. */
export function siteOf(
  { url, path }: { readonly url?: string | undefined; readonly path?: string | undefined },
  { links, metas }: Pick<PageFacts, 'links' | 'metas'>,
): string {
  const address =
    url ??
    links.find((link) => link.rel === 'canonical')?.href ??
    metas.find((meta) => meta.name === 'og:url')?.content;
  const host = /^[a-z]+:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i.exec(address ?? '')?.[1];
  return host?.toLowerCase() ?? `folder:${/^(.*)[\\/]/.exec(path ?? '')?.[1] ?? '.'}`;
}
