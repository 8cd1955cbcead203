import { z } from 'zod';
import { layerOf } from '../core/doc.ts';
import type { Block, RawBlock } from '../core/layers.ts';
import { defineStage } from '../core/stage.ts';
import { bestRun, textScore } from './blocks/best-run.ts';
import { blockKind } from './blocks/block-kind.ts';
import { type BlockView, viewBlock } from './blocks/block-view.ts';
import { findTitle } from './blocks/find-title.ts';
import { nameBoilerplate } from './blocks/name-boilerplate.ts';

/**
 * Labels every raw block as the article's or as a named kind of boilerplate, and says what kind of block it is.
 * Text stays where it is; later stages read the blocks labelled `article`.
 */
export const blocks = defineStage({
  name: 'blocks',
  requires: ['rawBlocks', 'pageFacts'],
  provides: 'blocks',
  options: z.strictObject({}),
  run(doc): readonly Block[] {
    const raws = layerOf(doc, 'rawBlocks');
    const views = raws.map((raw) => viewBlock(doc.text, raw));
    if (doc.source.articleText === true) return bareText(views);
    const isArticle = chooseArticle(views);
    const first = isArticle.indexOf(1);
    const vocabulary = bodyWords(views, isArticle);
    const title = first < 0 ? -1 : findTitle(views, first, vocabulary, []);
    if (title >= 0) isArticle[title] = 1;
    const named = nameBoilerplate(views, isArticle, title);
    return joinPieces(
      views.map((view, i): Block => {
        const kind = i === title ? 'title' : blockKind(view);
        const name = named[i];
        return {
          start: view.raw.start,
          end: view.raw.end,
          kind,
          label: name?.label ?? 'article',
          rule: name?.rule ?? 'running-text',
        };
      }),
      raws,
    );
  },
});

function chooseArticle(views: readonly BlockView[]): Uint8Array {
  const scores = views.map(textScore);
  const run = bestRun(scores);
  const isArticle = new Uint8Array(views.length);
  for (let i = run.first; i <= run.last; i++) {
    const view = views[i]!;
    isArticle[i] = view.rule?.certain || (view.gaps >= 2 && view.sentences < 2) ? 0 : 1;
  }
  return isArticle;
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
    const joins =
      last !== undefined &&
      raws[i]!.tag === 'piece' &&
      last.label === 'article' &&
      block.label === 'article' &&
      last.kind === 'paragraph' &&
      block.kind !== 'title';
    if (joins) joined[joined.length - 1] = { ...last, end: block.end };
    else
      joined.push(
        raws[i]!.tag === 'piece' && block.kind === 'heading' ? { ...block, kind: 'paragraph' } : block,
      );
  }
  return joined;
}
