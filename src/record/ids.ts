import { createHash } from 'node:crypto';
import type { Claim, Metadata } from '../core/layers.ts';

/** 80 bits of SHA-256 in hexadecimal, over the parts with a separator that no part holds. */
export function stableHash(parts: readonly (string | number | null | undefined)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part ?? ''}\u0000`);
  return hash.digest('hex').slice(0, 20);
}

/**
 * Identity of an article over its versions: its URL if it has one, else the input's own id, else title, day and
 * site, else its text.
 */
export function articleId(metadata: Metadata, sourceId: string | undefined, articleText: string): string {
  if (metadata.url) return `art_${stableHash(['url', canonicalUrl(metadata.url)])}`;
  if (sourceId !== undefined) return `art_${stableHash(['id', sourceId])}`;
  if (metadata.title && metadata.published) {
    return `art_${stableHash(['title', normalise(metadata.title), metadata.published.value.slice(0, 10), metadata.site])}`;
  }
  return `art_${stableHash(['text', articleText])}`;
}

/** Identity of one state of an article: its article and its main text. */
export function versionId(article: string, articleText: string): string {
  return `ver_${stableHash([article, articleText])}`;
}

/** Never offsets, scores or versions: a re-fetch or a new release keeps the id. */
export function claimId(
  article: string,
  claim: Claim,
  exact: string,
  source: string | null,
  ordinal: number,
): string {
  return `clm_${stableHash([
    article,
    claim.kind,
    exact,
    claim.subject.text,
    claim.predicate.text,
    claim.object?.text,
    claim.polarity,
    source,
    ordinal,
  ])}`;
}

/** The same proposition in two articles meets: canonical subject, lemma, object, polarity and source. */
export function claimKey(
  claim: Claim,
  names: { subject?: string; object?: string; source?: string | null },
): string {
  return `key_${stableHash([
    normalise(names.subject ?? claim.subject.text),
    normalise(claim.predicate.lemma),
    normalise(names.object ?? claim.object?.text ?? ''),
    claim.polarity,
    normalise(names.source ?? ''),
  ])}`;
}

/** Lower case, no accents, articles, punctuation or doubled blanks. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$]+/gu, ' ')
    .replace(/(?:^| )(?:the|a|an)(?= )/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Scheme, `www.`, fragment, tracking parameters and a slash at the end do not make another article. */
export function canonicalUrl(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return url;
  }
  const kept = [...parsed.searchParams].filter(
    ([name]) => !/^(?:utm_|fbclid|gclid|mc_|ref$|cmpid|ocid)/i.test(name),
  );
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(kept).toString();
  const path = parsed.pathname.replace(/\/+$/, '');
  return `${parsed.hostname.replace(/^www\./, '')}${path}${query ? `?${query}` : ''}`;
}
