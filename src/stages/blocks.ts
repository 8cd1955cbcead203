import { z } from 'zod';
import { type Doc, layerOf } from '../core/doc.ts';
import type { Block, PageFacts, RawBlock } from '../core/layers.ts';
import { defineStage, type StageContext } from '../core/stage.ts';
import { textLanguage } from '../language/text-language.ts';
import { articleProbability } from './blocks/article-probability.ts';
import { blockKind } from './blocks/block-kind.ts';
import { type BlockView, viewBlock } from './blocks/block-view.ts';
import { boxHeads } from './blocks/box-heads.ts';
import { findTitle } from './blocks/find-title.ts';
import { growArticle } from './blocks/grow-article.ts';
import { type Named, nameBoilerplate } from './blocks/name-boilerplate.ts';
import { notAnArticle } from './blocks/not-an-article.ts';
import { type PageView, viewPage } from './blocks/page-view.ts';
import { settleInserts } from './blocks/settle-inserts.ts';
import { repeatedBlocks } from './blocks/site-keys.ts';
import { siteOf } from './blocks/site-of.ts';

const OPTIONS = z.strictObject({
  /** Least probability of a block of the article, 0 to 1. */
  threshold: z.number().min(0).max(1).default(0.4),
  /** What a page that is no article gives: nothing (its text is labelled `other`), or its best text. */
  notArticle: z.enum(['drop', 'keep']).default('drop'),
  /** Score from which a page counts as no article, 0 to 1. */
  notArticleScore: z.number().min(0).max(1).default(0.9),
  /** What an article in another language than English gives: nothing (its text is labelled `other`), or its text. */
  notEnglish: z.enum(['drop', 'keep']).default('drop'),
});

/** No article has more blocks; what comes after them is left unread, which keeps huge pages bounded. */
const MAX_BLOCKS = 20_000;

/**
 * Labels every raw block as the article's or as a named kind of boilerplate, and says what kind of block it is.
 * Text stays where it is; later stages read the blocks labelled `article`.
 *
 * Diagnostics: `blocks/not-an-article`, with the score; `blocks/not-english`; `blocks/too-many`; `blocks/site-memory` when the site's other pages have blocks
 * that would have been taken for the article's.
 */
export const blocks = defineStage({
  name: 'blocks',
  requires: ['rawBlocks', 'pageFacts'],
  provides: 'blocks',
  options: OPTIONS,
  run(doc, options, context): readonly Block[] {
    const all = layerOf(doc, 'rawBlocks');
    const raws = all.length > MAX_BLOCKS ? all.slice(0, MAX_BLOCKS) : all;
    if (doc.source.articleText === true) return bareText(raws.map((raw) => viewBlock(doc.text, raw)));
    const facts = layerOf(doc, 'pageFacts');
    const page = viewPage(doc.text, raws, facts);
    const { views } = page;
    const probability = articleProbability(page, doc.source.mediaType === 'text/html', context.models);
    const isArticle = Uint8Array.from(probability, (p) => (p >= options.threshold ? 1 : 0));
    growArticle(page, isArticle, probability, options.threshold / 2);
    const repeated = siteRepeats(doc, raws, facts, isArticle, context);
    const heads = boxHeads(page);
    settleInserts(page, isArticle, heads);
    const title = chooseTitle(page, isArticle, repeated);
    const foreign = isForeign(page, isArticle, options, context);
    const notArticle = judgePage(
      page,
      isArticle,
      probability,
      doc.source.url ?? null,
      title,
      facts,
      options,
      context,
    );
    if (title >= 0) isArticle[title] = 1;
    const named = nameBoilerplate(views, isArticle, title, heads);
    const dropped: Named | null = notArticle
      ? { label: 'other', rule: 'not-an-article' }
      : foreign
        ? { label: 'other', rule: 'not-english' }
        : null;
    const labelled = views.map((view, i): Block => {
      const kind = i === title ? 'title' : blockKind(view);
      const name = named[i] ?? dropped;
      return {
        start: view.raw.start,
        end: view.raw.end,
        kind,
        label: name?.label ?? 'article',
        rule: name?.rule ?? (i === title ? 'title' : 'block-model'),
      };
    });
    if (all.length > raws.length) tooMany(all, raws.length, context);
    return [...joinPieces(labelled, raws), ...all.slice(raws.length).map(unread)];
  },
});

function unread({ start, end }: RawBlock): Block {
  return { start, end, kind: 'paragraph', label: 'other', rule: 'beyond-limit' };
}

function tooMany(all: readonly RawBlock[], read: number, context: StageContext): void {
  context.diagnose({
    severity: 'warning',
    code: 'blocks/too-many',
    message: `the page has ${all.length} blocks; those after the first ${read} are not read`,
    span: { start: all[read]!.start, end: all.at(-1)!.end },
  });
}

/** True when the article's text is in another language and is not wanted. */
function isForeign(
  { views }: PageView,
  isArticle: Uint8Array,
  options: z.infer<typeof OPTIONS>,
  context: StageContext,
): boolean {
  let text = '';
  for (let i = 0; i < views.length && text.length < 6000; i++)
    if (isArticle[i]) text += `${views[i]!.text}\n`;
  const language = textLanguage(text);
  if (language === null || language === 'en') return false;
  const drop = options.notEnglish === 'drop';
  context.diagnose({
    severity: 'warning',
    code: 'blocks/not-english',
    message: `the text is not English (${language}), which is the one language read here${drop ? '; it is left out' : ''}`,
  });
  return drop;
}

/**
 * Takes the blocks out of the article that the site's other pages have too, and gives all such blocks of the page; null
 * without a memory of the site.
 */
function siteRepeats(
  doc: Doc,
  raws: readonly RawBlock[],
  facts: PageFacts,
  isArticle: Uint8Array,
  context: StageContext,
): Uint8Array | null {
  const site = siteOf(doc.source, facts);
  const known = doc.source.siteMemory?.get(site);
  if (known === undefined) return null;
  const repeated = repeatedBlocks(doc.text, raws, known);
  let taken = 0;
  for (let i = 0; i < isArticle.length; i++) {
    if (!repeated[i] || !isArticle[i]) continue;
    isArticle[i] = 0;
    taken++;
  }
  if (taken > 0)
    context.diagnose({
      severity: 'info',
      code: 'blocks/site-memory',
      message: `${taken} ${taken === 1 ? 'block is' : 'blocks are'} no part of the article, as other pages of ${site} have ${taken === 1 ? 'it' : 'them'} too`,
    });
  return repeated;
}

function chooseTitle(page: PageView, isArticle: Uint8Array, repeated: Uint8Array | null): number {
  const first = isArticle.findIndex((own, i) => own === 1 && page.textWords[i]! > 0);
  const start = first < 0 ? isArticle.indexOf(1) : first;
  if (start < 0) return page.headline;
  return findTitle(
    page.views,
    start,
    bodyWords(page.views, isArticle),
    page.titles.length > 0 ? page.titleMatches : null,
    repeated,
  );
}

/** True when the page is no article and its text is not wanted. */
function judgePage(
  page: PageView,
  isArticle: Uint8Array,
  probability: Float32Array,
  url: string | null,
  title: number,
  facts: Parameters<typeof notAnArticle>[0]['facts'],
  options: z.infer<typeof OPTIONS>,
  context: StageContext,
): boolean {
  const { score, signs } = notAnArticle({
    page,
    facts,
    url,
    ...articleSums(page, isArticle, probability, title),
  });
  if (score < 0.5) return false;
  const drop = score >= options.notArticleScore && options.notArticle === 'drop';
  context.diagnose({
    severity: 'warning',
    code: 'blocks/not-an-article',
    message: `the page does not look like an article (${signs.join(', ')})${drop ? '; its text is left out' : ''}`,
    score: Math.round(score * 1000) / 1000,
  });
  return drop;
}

function articleSums(page: PageView, isArticle: Uint8Array, probability: Float32Array, title: number) {
  let words = 0;
  let mass = 0;
  let chars = 1;
  let linkChars = 0;
  let paragraphs = 0;
  let linkedHeadlines = 0;
  let headed = 0;
  let shared = 0;
  let compared = 0;
  let afterHeading = false;
  for (const [i, view] of page.views.entries()) {
    if (!isArticle[i] || i === title) continue;
    const isText = page.textWords[i]! > 0;
    const before = page.runs.before[i]!;
    words += view.words;
    mass += view.words * probability[i]!;
    chars += view.text.length;
    linkChars += view.raw.linkChars;
    if (isText) {
      paragraphs++;
      if (isLinkedHeadline(page.views[i - 1])) linkedHeadlines++;
      if (afterHeading) headed++;
      if (before >= 0) {
        shared += before;
        compared++;
      }
    }
    afterHeading = !isText && view.words >= 3 && blockKind(view) === 'heading';
  }
  return {
    words,
    paragraphs,
    linkedHeadlines,
    headed,
    linkShare: linkChars / chars,
    cohesion: compared < 4 ? null : shared / compared,
    confidence: words === 0 ? 0 : mass / words,
  };
}

function isLinkedHeadline(view: BlockView | undefined): boolean {
  return view !== undefined && view.words >= 3 && view.raw.linkChars > view.text.length * 0.8;
}

function bodyWords(views: readonly BlockView[], isArticle: Uint8Array): Set<string> {
  const words = new Set<string>();
  for (const [i, view] of views.entries()) {
    if (isArticle[i]) for (const word of view.key.split(' ')) if (word.length > 3) words.add(word);
  }
  return words;
}

/** Every block of a bare text is the article's; a first line that reads like a headline is its title. */
function bareText(views: readonly BlockView[]): Block[] {
  return views.map((view, i) => {
    const kind = blockKind(view);
    return {
      start: view.raw.start,
      end: view.raw.end,
      kind: i === 0 && views.length > 1 && kind === 'heading' && view.words >= 3 ? 'title' : kind,
      label: 'article',
      rule: 'article-text',
    };
  });
}

/** Pieces of a text on one line that follow one another in the article are one block again. */
function joinPieces(blocks: readonly Block[], raws: readonly RawBlock[]): Block[] {
  const joined: Block[] = [];
  for (const [i, block] of blocks.entries()) {
    const last = joined.at(-1);
    const piece = raws[i]!.tag === 'piece';
    const joins =
      last !== undefined &&
      piece &&
      last.label === 'article' &&
      block.label === 'article' &&
      last.kind === 'paragraph' &&
      block.kind !== 'title';
    if (joins) joined[joined.length - 1] = { ...last, end: block.end };
    else joined.push(piece && block.kind === 'heading' ? { ...block, kind: 'paragraph' } : block);
  }
  return joined;
}
