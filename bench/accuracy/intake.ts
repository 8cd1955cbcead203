import { join } from 'node:path';
import { createPipeline } from '../../src/pipeline.ts';
import { type Bench, type BenchContext, type BenchResult, type Figure, formatTable } from '../harness.ts';
import { proveOffsets } from '../intake/offset-proof.ts';
import { type Page, readPages, sourceOf } from '../intake/pages.ts';
import { articleText, type PageRun, runPage } from '../intake/run-page.ts';
import { type Counts, countAuthors, f1Of, sameDay, sameTitle } from '../intake/score-metadata.ts';
import { overallF1, type PageScore, scorePage } from '../intake/shingles.ts';

/** Sets with gold text, and the F1 to reach. The gold of the last two holds the headline. */
const TEXT_TARGETS: Readonly<Record<string, number>> = {
  'newspaper4k-ds': 0.93,
  'wcxb-article': 0.955,
  'fundus-parsers': 0.93,
  'flat-newspaper4k-ds': 0.93,
  'daniel-en': 0.95,
  cleanportaleval: 0.95,
  'flat-cleanportaleval': 0.955,
};
/** The shipped block models learnt from these: their text F1 is in-sample and proves no target; `train/blocks.ts` cross-validates over sites. */
const TRAINED_ON: ReadonlySet<string> = new Set([
  'newspaper4k-ds',
  'wcxb-article',
  'fundus-parsers',
  'flat-newspaper4k-ds',
]);
const METADATA_ONLY = ['htmldate-eval', 'postlight-meta'];
const WITH_TITLE = /daniel|clean/;

interface Tally {
  readonly scores: PageScore[];
  readonly authors: Counts;
  titles: number;
  titlesRight: number;
  dates: number;
  datesRight: number;
  milliseconds: number;
  pages: number;
  offsetFaults: number;
  notArticles: number;
}

/** Text, metadata and offsets of whole pages, beside Readability, Defuddle and metascraper with `--peers`. */
export const bench: Bench = { name: 'intake', run };

async function run(context: BenchContext): Promise<BenchResult> {
  const figures: Figure[] = [];
  const rows: (string | number)[][] = [
    ['set', 'pages', 'P', 'R', 'F1', 'title', 'date', 'authors', 'ms/page', 'offset faults', 'not article'],
  ];
  const skipped: string[] = [];
  const peers = context.peers ? await import('../intake/peers.ts') : null;
  const peerRows: (string | number)[][] = [];
  for (const set of [...Object.keys(TEXT_TARGETS), ...METADATA_ONLY]) {
    const tally = emptyTally();
    const peerScores = new Map<string, { scores: PageScore[]; milliseconds: number }>();
    const peerMeta = emptyTally();
    const html = !set.startsWith('flat-');
    for (const page of readPages(join(context.evalDir, 'boilerplate', set))) {
      measure(set, page, html, tally);
      if (peers === null || !html) continue;
      if (page.gold.gold_text) {
        for (const peer of peers.TEXT_PEERS) {
          const entry = peerScores.get(peer.name) ?? { scores: [], milliseconds: 0 };
          peerScores.set(peer.name, entry);
          const began = performance.now();
          const text = await quietly(() => peer.text(page.raw, page.gold.url), '');
          entry.milliseconds += performance.now() - began;
          entry.scores.push(
            scorePage(
              page.gold.gold_text,
              WITH_TITLE.test(set) ? `${page.gold.gold_title ?? ''}\n${text}` : text,
            ),
          );
        }
      }
      if (set === 'newspaper4k-ds' || set === 'htmldate-eval') {
        const found = await quietly(() => peers.metascraperOf(page.raw, page.gold.url), {
          title: null,
          authors: [],
          date: null,
        });
        tallyMetadata(page, found.title, found.date, found.authors, peerMeta);
      }
    }
    if (tally.pages === 0) {
      skipped.push(set);
      continue;
    }
    rows.push(rowOf(set, tally));
    figures.push(...figuresOf(set, tally));
    for (const [name, { scores, milliseconds }] of peerScores) {
      const { precision, recall, f1 } = overallF1(scores);
      peerRows.push([
        `  ${set}: ${name}`,
        String(scores.length),
        precision * 100,
        recall * 100,
        f1 * 100,
        '',
        '',
        '',
        milliseconds / scores.length,
        '',
        '',
      ]);
    }
    if (peerMeta.pages > 0) peerRows.push(rowOf(`  ${set}: metascraper`, peerMeta));
  }
  const { timeRatio } = await import('../intake/time-ratio.ts');
  const time = timeRatio(context.evalDir);
  if (time !== null) {
    figures.push({
      figure: 'time per page / Readability on linkedom',
      value: time.ours / time.readability,
      target: 0.5,
      lowerIsBetter: true,
      timing: true,
    });
  }
  figures.push(...(await withSiteMemory(context.evalDir)));
  return { figures, table: formatTable([...rows, ...peerRows]), skipped };
}

/** Sets that hold many pages of few sites. */
const OF_SITES = ['cleanportaleval', 'flat-cleanportaleval'];

/** Text F1 where the pages of a site are read together. */
async function withSiteMemory(evalDir: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const set of OF_SITES) {
    const mediaType = set.startsWith('flat-') ? 'text/plain' : 'text/html';
    const pages = [...readPages(join(evalDir, 'boilerplate', set))].filter(({ gold }) => gold.gold_text);
    if (pages.length === 0) continue;
    const siteMemory = await createPipeline().survey(
      pages.map(({ gold, raw }) => ({
        url: gold.url,
        ...(mediaType === 'text/html' ? { html: raw } : { text: raw }),
      })),
    );
    const scores = pages.map((page) => {
      const { doc } = runPage({ ...sourceOf(page, mediaType), siteMemory });
      return scorePage(page.gold.gold_text!, articleText(doc, WITH_TITLE.test(set)));
    });
    const target = TEXT_TARGETS[set];
    figures.push({
      figure: `${set}: text F1 with site memory`,
      value: overallF1(scores).f1,
      ...(target === undefined ? {} : { target }),
    });
  }
  return figures;
}

function measure(set: string, page: Page, html: boolean, tally: Tally): void {
  const { gold } = page;
  const source = sourceOf(page, html ? 'text/html' : 'text/plain');
  const began = performance.now();
  const { doc, diagnostics }: PageRun = runPage(source);
  tally.milliseconds += performance.now() - began;
  if (gold.gold_text) tally.scores.push(scorePage(gold.gold_text, articleText(doc, WITH_TITLE.test(set))));
  const { title, published, authors } = doc.layers.metadata!;
  tallyMetadata(page, title, published?.value ?? null, authors, tally);
  // A flattened text holds no markup to strip; what looks like a tag is text.
  if (html) tally.offsetFaults += proveOffsets(page.raw, doc.text, doc.map, doc.layers.rawBlocks!).length;
  if (diagnostics.some(({ code }) => code === 'blocks/not-an-article')) tally.notArticles++;
}

function tallyMetadata(
  page: Page,
  title: string | null,
  date: string | null,
  authors: readonly string[],
  tally: Tally,
): void {
  const { gold } = page;
  tally.pages++;
  if (gold.gold_title) {
    tally.titles++;
    if (sameTitle(gold.gold_title, title)) tally.titlesRight++;
  }
  // Dates whose label is in doubt are left out.
  if (gold.gold_date && gold.gold_date_conflict === undefined) {
    tally.dates++;
    if (sameDay(gold.gold_date, date)) tally.datesRight++;
  }
  if (gold.gold_author && gold.gold_author.length > 0)
    countAuthors(
      typeof gold.gold_author === 'string' ? [gold.gold_author] : gold.gold_author,
      authors,
      tally.authors,
    );
}

function emptyTally(): Tally {
  return {
    scores: [],
    authors: { right: 0, found: 0, gold: 0 },
    titles: 0,
    titlesRight: 0,
    dates: 0,
    datesRight: 0,
    milliseconds: 0,
    pages: 0,
    offsetFaults: 0,
    notArticles: 0,
  };
}

function rowOf(set: string, tally: Tally): (string | number)[] {
  const { precision, recall, f1 } = overallF1(tally.scores);
  const share = (right: number, all: number) => (all === 0 ? '' : (100 * right) / all);
  const text = tally.scores.length === 0;
  return [
    set,
    String(tally.pages),
    text ? '' : precision * 100,
    text ? '' : recall * 100,
    text ? '' : f1 * 100,
    share(tally.titlesRight, tally.titles),
    share(tally.datesRight, tally.dates),
    tally.authors.gold === 0 ? '' : 100 * f1Of(tally.authors),
    tally.milliseconds === 0 ? '' : tally.milliseconds / tally.pages,
    set.startsWith('flat-') ? '' : String(tally.offsetFaults),
    String(tally.notArticles),
  ];
}

function figuresOf(set: string, tally: Tally): Figure[] {
  const figures: Figure[] = [];
  const seen = TRAINED_ON.has(set);
  const target = seen ? undefined : TEXT_TARGETS[set];
  if (tally.scores.length > 0)
    figures.push({
      figure: `${set}: text F1${seen ? ' (in-sample)' : ''}`,
      value: overallF1(tally.scores).f1,
      ...(target === undefined ? {} : { target }),
    });
  const news = set === 'newspaper4k-ds';
  if (tally.dates > 0) {
    const goal = news ? 0.965 : set === 'htmldate-eval' ? 0.82 : undefined;
    figures.push({
      figure: `${set}: published`,
      value: tally.datesRight / tally.dates,
      ...(goal === undefined ? {} : { target: goal }),
    });
  }
  if (tally.authors.gold > 0)
    figures.push({
      figure: `${set}: authors F1`,
      value: f1Of(tally.authors),
      ...(news ? { target: 0.88 } : {}),
    });
  if (tally.titles > 0)
    figures.push({
      figure: `${set}: title`,
      value: tally.titlesRight / tally.titles,
      ...(news ? { target: 0.88 } : {}),
    });
  if (!set.startsWith('flat-'))
    figures.push({
      figure: `${set}: offset faults`,
      value: tally.offsetFaults,
      target: 0,
      lowerIsBetter: true,
    });
  figures.push({
    figure: `${set}: ms/page`,
    value: tally.milliseconds / tally.pages,
    lowerIsBetter: true,
    timing: true,
  });
  return figures;
}

async function quietly<T>(work: () => Promise<T> | T, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
