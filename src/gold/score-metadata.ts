import type { Gold } from './gold.ts';
import { baseName } from './names.ts';
import type { RecordView } from './record-view.ts';
import { type Item, type LayerScore, ratio } from './score.ts';

/** `fields`: title, publication date (as exact as the gold says it), author, site and language; null is an answer too. */
export function scoreMetadata(gold: Gold, view: RecordView): LayerScore {
  const { metadata } = view.record;
  const want = gold.metadata;
  const published = metadata.published?.value ?? null;
  const fields: [string, string | null, string | null, boolean][] = [
    ['title', want.title, metadata.title, same(want.title, metadata.title)],
    [
      'published',
      want.published,
      published,
      want.published === null ? published === null : published?.startsWith(want.published) === true,
    ],
    [
      'author',
      want.author,
      metadata.authors.join('; ') || null,
      want.author === null
        ? metadata.authors.length === 0
        : metadata.authors.some((author) => same(author, want.author)),
    ],
    ['site', want.site, metadata.site, same(want.site, metadata.site)],
    ['language', want.language, metadata.language, want.language === metadata.language],
  ];
  const items = fields.map(
    ([name, gold, found, right]): Item => ({
      id: `metadata/${name}`,
      outcome: right ? 'right' : found === null ? 'missed' : 'wrong',
      note: right ? `${name} ${gold}` : `${name} is ${gold}, found ${found}`,
    }),
  );
  const right = items.filter((item) => item.outcome === 'right').length;
  return { layer: 'metadata', figures: { fields: ratio(right, fields.length) }, items };
}

function same(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : baseName(a) === baseName(b);
}
