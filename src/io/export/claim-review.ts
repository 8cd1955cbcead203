import type { ArticleRecord, ClaimRecord } from '../../record/record.ts';

const AUTHOR_TYPES: Readonly<Record<string, string>> = { person: 'Person', organization: 'Organization' };

/**
 * A claim as a draft of schema.org ClaimReview (JSON-LD): what is to be reviewed and where it appeared. The review
 * itself, `author`, `url` and `reviewRating`, is for the fact-checker to add.
 */
export function claimReview(record: ArticleRecord, claim: ClaimRecord): object {
  const { metadata, source } = record;
  const said = claim.attribution.at(-1);
  const url = metadata.url ?? source.url;
  const published = metadata.published?.value;
  const appearance = {
    '@type': 'NewsArticle',
    ...(url ? { url } : {}),
    ...(metadata.title === null ? {} : { headline: metadata.title }),
    ...(published === undefined ? {} : { datePublished: published }),
    ...(metadata.authors.length === 0
      ? {}
      : { author: metadata.authors.map((name) => ({ '@type': 'Person', name })) }),
    ...(metadata.site === null ? {} : { publisher: { '@type': 'Organization', name: metadata.site } }),
  };
  const author = said?.source && {
    '@type': AUTHOR_TYPES[said.source.type] ?? 'Thing',
    name: said.source.name,
  };
  // When it was said, where that is a day and not a vague value of TIMEX3.
  const saidOn =
    said?.saidAt !== undefined && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(said.saidAt) ? said.saidAt : published;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    identifier: claim.id,
    claimReviewed: claim.text,
    itemReviewed: {
      '@type': 'Claim',
      ...(author ? { author } : {}),
      ...(saidOn === undefined ? {} : { datePublished: saidOn }),
      text: claim.quote.exact,
      appearance,
    },
  };
}
