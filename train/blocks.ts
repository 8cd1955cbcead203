// npx tsx train/blocks.ts [--write] [--flat | --html]
// Trains the block classifier on pages with gold text, measures it by cross-validation over sites, and with --write
// trains on all of them and writes models/blocks-html.bin and models/blocks-text.bin. Data: see models/blocks.md.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evalDir } from '../bench/harness.ts';
import { readPages, sourceOf } from '../bench/intake/pages.ts';
import { overallF1, scorePage } from '../bench/intake/shingles.ts';
import type { RawBlock } from '../src/core/layers.ts';
import type { StageContext } from '../src/core/stage.ts';
import { HTML_MODEL, TEXT_MODEL } from '../src/stages/blocks/article-probability.ts';
import { blockFeatures, FLAT_FEATURES, HTML_FEATURES } from '../src/stages/blocks/features.ts';
import { type PageView, viewPage } from '../src/stages/blocks/page-view.ts';
import { SECOND_FEATURES, secondFeatures } from '../src/stages/blocks/second-look.ts';
import { predict, type Trees, writeTrees } from '../src/stages/blocks/trees.ts';
import { intakeHtml } from '../src/stages/intake-html.ts';
import { intakeText, NO_PAGE_FACTS } from '../src/stages/intake-text.ts';
import { alignGold, wordsOf } from './blocks/align-gold.ts';
import { type BoostOptions, boost, type Rows, randomOf } from './blocks/boost.ts';

interface Sample {
  readonly set: string;
  readonly fold: number;
  readonly page: PageView;
  readonly gold: string;
  readonly target: Float32Array;
  readonly weight: Float32Array;
}

const FOLDS = 5;
const CONTEXT: StageContext = {
  diagnose: () => undefined,
  models: { bytes: () => new Uint8Array(), get: (_, load) => load(new Uint8Array()), sha256: () => '' },
};
const FIRST: BoostOptions = {
  trees: 110,
  leaves: 24,
  rate: 0.13,
  rowShare: 0.5,
  columnShare: 0.4,
  minHessian: 3,
  lambda: 4,
  seed: 1,
};
const SECOND: BoostOptions = {
  trees: 90,
  leaves: 12,
  rate: 0.1,
  rowShare: 0.6,
  columnShare: 0.6,
  minHessian: 4,
  lambda: 6,
  seed: 2,
};
/** Sets whose licence allows weights to be shipped. */
const HTML_SETS = ['newspaper4k-ds', 'wcxb-article', 'fundus-parsers'];
const ENGLISH = new Set(['uk', 'us', 'ca', 'za', 'ind', 'na', 'tz', 'ls']);

function foldOf(site: string): number {
  let hash = 7;
  for (const char of site) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
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
  return { set, fold: foldOf(site.split('.').slice(-2).join('.')), page, gold, target, weight };
}

function load(html: boolean): Sample[] {
  const samples: Sample[] = [];
  const random = randomOf(3);
  for (const set of HTML_SETS) {
    const fromFlat = !html && set === 'newspaper4k-ds';
    for (const page of readPages(join(evalDir(), 'boilerplate', fromFlat ? `flat-${set}` : set))) {
      const { gold } = page;
      if (!gold.gold_text) continue;
      if (!html && gold.country !== undefined && !ENGLISH.has(gold.country)) continue;
      const source = sourceOf(page, fromFlat ? 'text/plain' : 'text/html');
      const taken = fromFlat
        ? intakeText.run(source, intakeText.options.parse({}), CONTEXT)
        : intakeHtml.run(source, intakeHtml.options.parse({}), CONTEXT);
      const raws = html ? taken.rawBlocks : taken.rawBlocks.map(flatten);
      samples.push(
        sampleOf(
          set,
          gold.site ?? gold.id,
          gold.gold_text,
          viewPage(taken.text, raws, html ? taken.pageFacts : NO_PAGE_FACTS),
        ),
      );
      const whole = samples.at(-1)!;
      const small = crop(raws, whole, random);
      if (small.length > 3) {
        const kept = small.filter((raw) => (whole.target[raws.indexOf(raw)] ?? 0) > 0.5);
        const part = kept.map(({ start, end }) => taken.text.slice(start, end)).join('\n');
        samples.push(
          sampleOf(
            'cropped',
            gold.site ?? gold.id,
            part,
            viewPage(taken.text, small, html ? taken.pageFacts : NO_PAGE_FACTS),
            0.4,
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
        sampleOf(
          'one-line',
          gold.site ?? gold.id,
          gold.gold_text,
          viewPage(one.text, one.rawBlocks, NO_PAGE_FACTS),
        ),
      );
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

function join2(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function rowsOf(samples: readonly Sample[], features: readonly Float32Array[], width: number): Rows {
  return {
    width,
    values: join2(features),
    target: join2(samples.map((s) => s.target)),
    weight: join2(samples.map((s) => s.weight)),
  };
}

/** One of four short blocks outside the text, which the menus have by the thousand; its weight is that of four. */
function keeps(sample: Sample, i: number): boolean {
  return sample.weight[i]! > 0 && (!isMinor(sample.page, sample.target, i) || i % 4 === 0);
}

function isMinor(page: PageView, target: Float32Array, i: number): boolean {
  return target[i] === 0 && page.views[i]!.words < 7;
}

/** Rows of the samples whose fold passes. */
function rowsWhere(samples: readonly Sample[], passes: (sample: Sample) => boolean): Int32Array {
  const rows: number[] = [];
  let at = 0;
  for (const sample of samples) {
    const size = sample.page.views.length;
    if (passes(sample)) for (let i = 0; i < size; i++) if (keeps(sample, i)) rows.push(at + i);
    at += size;
  }
  return Int32Array.from(rows);
}

function predictAll(trees: Trees, features: Float32Array, width: number): Float32Array {
  return Float32Array.from({ length: features.length / width }, (_, i) =>
    predict(trees, features, i * width),
  );
}

function report(
  name: string,
  samples: readonly Sample[],
  probabilities: readonly Float32Array[],
  cut: number,
): void {
  const parts: string[] = [];
  for (const set of new Set(samples.map((sample) => sample.set))) {
    const scores = samples.flatMap(({ set: own, page, gold }, k) =>
      own !== set
        ? []
        : [
            scorePage(
              gold,
              page.views
                .filter((_, i) => probabilities[k]![i]! >= cut && page.titleMatches[i]! < 0.8)
                .map((view) => view.text)
                .join('\n'),
            ),
          ],
    );
    const { precision, recall, f1 } = overallF1(scores);
    parts.push(
      `${set} ${(f1 * 100).toFixed(1)} (${(precision * 100).toFixed(1)}/${(recall * 100).toFixed(1)})`,
    );
  }
  console.log(`${name} cut ${cut}: ${parts.join('  ')}`);
}

function train(html: boolean, write: boolean): { features: number; trees: Trees }[] {
  console.time(html ? 'html' : 'flat');
  const samples = load(html);
  const width = html ? HTML_FEATURES.length : FLAT_FEATURES.length;
  const features = samples.map(({ page }) => blockFeatures(page, html));
  const rows = rowsOf(samples, features, width);
  console.log(
    `${html ? 'html' : 'flat'}: ${samples.length} pages, ${rows.target.length} blocks, ${width} features`,
  );
  report(
    'ceiling',
    samples,
    samples.map((s) => s.target),
    0.5,
  );
  const first: Float32Array[] = new Array(samples.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = boost(
      rows,
      rowsWhere(samples, (s) => s.fold !== fold),
      FIRST,
    );
    for (const [k, sample] of samples.entries())
      if (sample.fold === fold) first[k] = predictAll(trees, features[k]!, width);
  }
  for (const cut of [0.35, 0.45]) report('first', samples, first, cut);
  const seconds = samples.map(({ page }, k) => secondFeatures(page, first[k]!));
  const secondRows = rowsOf(samples, seconds, SECOND_FEATURES.length);
  const second: Float32Array[] = new Array(samples.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = boost(
      secondRows,
      rowsWhere(samples, (s) => s.fold !== fold),
      SECOND,
    );
    for (const [k, sample] of samples.entries())
      if (sample.fold === fold) second[k] = predictAll(trees, seconds[k]!, SECOND_FEATURES.length);
  }
  for (const cut of [0.3, 0.4, 0.5]) report('second', samples, second, cut);
  console.timeEnd(html ? 'html' : 'flat');
  if (!write) return [];
  const everything = rowsWhere(samples, () => true);
  return [
    { features: width, trees: boost(rows, everything, FIRST) },
    { features: SECOND_FEATURES.length, trees: boost(secondRows, everything, SECOND) },
  ];
}

const write = process.argv.includes('--write');
for (const html of [false, true]) {
  if (process.argv.includes(html ? '--flat' : '--html')) continue;
  const models = train(html, write);
  if (!write) continue;
  const path = join(dirname(fileURLToPath(import.meta.url)), '../models', html ? HTML_MODEL : TEXT_MODEL);
  writeFileSync(path, writeTrees(models));
  console.log(
    `${path}: ${models.map(({ trees }) => `${trees.roots.length} trees, ${trees.feature.length} nodes`).join('; ')}`,
  );
}
