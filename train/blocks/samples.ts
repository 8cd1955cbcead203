import { join } from 'node:path';
import { evalDir } from '../../bench/harness.ts';
import { readPages, sourceOf } from '../../bench/intake/pages.ts';
import type { RawBlock } from '../../src/core/layers.ts';
import type { StageContext } from '../../src/core/stage.ts';
import { packagedModelStore } from '../../src/io/model-store.ts';
import { textLanguage } from '../../src/language/text-language.ts';
import { articleProbability } from '../../src/stages/blocks/article-probability.ts';
import { isComment, type PageView, viewPage } from '../../src/stages/blocks/page-view.ts';
import { wordHashes } from '../../src/stages/blocks/word-score.ts';
import { intakeHtml } from '../../src/stages/intake-html.ts';
import { intakeText, NO_PAGE_FACTS } from '../../src/stages/intake-text.ts';
import { alignGold, wordsOf } from './align-gold.ts';
import { randomOf } from './boost.ts';

/** A page with its gold, block by block. */
export interface Sample {
  readonly set: string;
  readonly site: number;
  readonly fold: number;
  readonly page: PageView;
  readonly gold: string;
  /** Share of each block that the gold has. */
  readonly target: Float32Array;
  readonly weight: Float32Array;
  readonly hashes: readonly (readonly number[])[];
}

export const FOLDS = 5;
const CONTEXT: StageContext = {
  diagnose: () => undefined,
  models: { bytes: () => new Uint8Array(), get: (_, load) => load(new Uint8Array()), sha256: () => '' },
};
/** Sets whose licence allows weights to be shipped. */
const HTML_SETS = ['newspaper4k-ds', 'wcxb-article', 'fundus-parsers'];
/** Sets without gold text whose licence allows the same. */
const UNLABELLED = ['htmldate-eval', 'postlight-meta'];
const ENGLISH = new Set(['uk', 'us', 'ca', 'za', 'ind', 'na', 'tz', 'ls']);

function siteHash(site: string): number {
  let hash = 7;
  for (const char of site) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return hash;
}

function sampleOf(set: string, site: string, gold: string, page: PageView, share = 1): Sample {
  const target = alignGold(page.views, gold);
  const size = wordsOf(gold).length + 150;
  const weight = Float32Array.from(page.views, (view, i) =>
    page.titleMatches[i]! >= 0.8 && view.words >= 3
      ? 0
      : Math.min(3, (300 * (Math.max(3, Math.min(view.words, 150)) + 4)) / size) *
        (isMinor(page, target, i) ? 4 : 1) *
        share,
  );
  const hashes = page.views.map((view) => {
    const out: number[] = [];
    wordHashes(view.text, out);
    return out;
  });
  const own = siteHash(site.split('.').slice(-2).join('.'));
  return { set, site: own >>> 1, fold: own % FOLDS, page, gold, target, weight, hashes };
}

/** The pages that the model for pages with markup learns from, or the one for flattened text. */
export function loadSamples(html: boolean): Sample[] {
  const samples: Sample[] = [];
  const random = randomOf(3);
  let pages = 0;
  for (const set of HTML_SETS) {
    const fromFlat = !html && set === 'newspaper4k-ds';
    for (const page of readPages(join(evalDir(), 'boilerplate', fromFlat ? `flat-${set}` : set))) {
      const { gold } = page;
      if (!gold.gold_text) continue;
      if (!html && gold.country !== undefined && !ENGLISH.has(gold.country)) continue;
      const site = gold.site ?? gold.id;
      const source = sourceOf(page, fromFlat ? 'text/plain' : 'text/html');
      const taken = fromFlat
        ? intakeText.run(source, intakeText.options.parse({}), CONTEXT)
        : intakeHtml.run(source, intakeHtml.options.parse({}), CONTEXT);
      const raws = html ? taken.rawBlocks : taken.rawBlocks.map(flatten);
      const facts = html ? taken.pageFacts : NO_PAGE_FACTS;
      const whole = sampleOf(set, site, gold.gold_text, viewPage(taken.text, raws, facts));
      samples.push(whole);
      const small = crop(raws, whole, random);
      if (small.length > 3) {
        const kept = small.filter((raw) => (whole.target[raws.indexOf(raw)] ?? 0) > 0.5);
        const part = kept.map(({ start, end }) => taken.text.slice(start, end)).join('\n');
        samples.push(sampleOf('cropped', site, part, viewPage(taken.text, small, facts), 0.4));
      }
      pages++;
      if (html && pages % 3 === 0) {
        // Some of the pages once more without what only their own site calls things.
        const nameless = raws.map((raw) => ({ ...raw, tokens: isComment(raw) ? raw.tokens : '' }));
        samples.push(
          sampleOf(
            'nameless',
            site,
            gold.gold_text,
            viewPage(taken.text, nameless, { ...facts, jsonLd: [] }),
            0.6,
          ),
        );
      }
      if (html || samples.length % 3 !== 0) continue;
      // Some of the pages once more, on a single line.
      const line = taken.rawBlocks.map(({ start, end }) => taken.text.slice(start, end)).join(' ');
      const one = intakeText.run(
        { ...source, raw: line, mediaType: 'text/plain' },
        intakeText.options.parse({ layout: 'single' }),
        CONTEXT,
      );
      samples.push(
        sampleOf('one-line', site, gold.gold_text, viewPage(one.text, one.rawBlocks, NO_PAGE_FACTS)),
      );
    }
  }
  if (!html) samples.push(...labelledPages());
  return samples;
}

/**
 * Flattened pages whose gold is what the model for pages with markup takes for the article (distillation; Hinton, Vinyals and
 * Dean 2015): English pages of which it is sure.
 */
function labelledPages(): Sample[] {
  const samples: Sample[] = [];
  const models = packagedModelStore();
  for (const set of UNLABELLED) {
    for (const page of readPages(join(evalDir(), 'boilerplate', set))) {
      const taken = intakeHtml.run(sourceOf(page, 'text/html'), intakeHtml.options.parse({}), CONTEXT);
      const probability = articleProbability(
        viewPage(taken.text, taken.rawBlocks, taken.pageFacts),
        true,
        models,
      );
      const own = taken.rawBlocks.filter((_, i) => probability[i]! >= 0.5);
      const text = own.map(({ start, end }) => taken.text.slice(start, end)).join('\n');
      let mass = 0;
      let words = 0;
      for (const [i, { start, end }] of taken.rawBlocks.entries()) {
        const p = probability[i]!;
        if (p < 0.15) continue;
        const count = wordsOf(taken.text.slice(start, end)).length;
        words += count;
        mass += count * Math.max(p, 1 - p);
      }
      if (words < 150 || mass / words < 0.88 || textLanguage(text) !== 'en') continue;
      const raws = taken.rawBlocks.map(flatten);
      const site = page.gold.site ?? page.gold.id;
      samples.push(sampleOf('labelled', site, text, viewPage(taken.text, raws, NO_PAGE_FACTS), 0.5));
    }
  }
  return samples;
}

/**
 * A small page cut out of a large one: the first paragraphs of the article with a few blocks before and after. Pages
 * of small sites, feeds and tests are like that; the sets hardly have any.
 */
function crop(raws: readonly RawBlock[], sample: Sample, random: () => number): RawBlock[] {
  const first = sample.target.findIndex((share) => share > 0.5);
  const last = sample.target.findLastIndex((share) => share > 0.5);
  if (first < 0) return [];
  const paragraphs = 3 + Math.floor(random() * 8);
  let end = first;
  for (let count = 0; end <= last && count < paragraphs; end++) if (sample.target[end]! > 0.5) count++;
  const lead = raws.slice(Math.max(0, first - Math.floor(random() * 10)), first);
  const tail = raws.slice(last + 1, last + 1 + Math.floor(random() * 10));
  return [...lead, ...raws.slice(first, end), ...tail];
}

function flatten({ start, end }: RawBlock): RawBlock {
  return { start, end, tag: 'line', path: '', tokens: '', linkChars: 0, links: 0 };
}

export function isMinor(page: PageView, target: Float32Array, i: number): boolean {
  return target[i] === 0 && page.views[i]!.words < 7;
}
