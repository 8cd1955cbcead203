import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Page, readPages, sourceOf } from './pages.ts';
import { runPage } from './run-page.ts';

const SETS = ['newspaper4k-ds', 'wcxb-article', 'daniel-en'];
/** Every how many pages of a set one is taken. */
const STEP = 6;
const ROUNDS = 3;

/**
 * Milliseconds a page of intake, blocks and metadata (text, title, authors, dates) and of Readability on linkedom (text and
 * title alone): all pages by the one, then all by the other, and again; the quickest round of each counts. Null
 * where the sets are not there.
 */
export function timeRatio(evalDir: string): { readonly ours: number; readonly readability: number } | null {
  const pages = SETS.flatMap((set) =>
    [...readPages(join(evalDir, 'boilerplate', set))].filter((_, i) => i % STEP === 0),
  );
  if (pages.length === 0) return null;
  let ours = Number.POSITIVE_INFINITY;
  let readability = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    ours = Math.min(
      ours,
      timeOf(pages, (page) => runPage(sourceOf(page, 'text/html'))),
    );
    readability = Math.min(readability, timeOf(pages, readWithReadability));
  }
  return { ours: ours / pages.length, readability: readability / pages.length };
}

function timeOf(pages: readonly Page[], work: (page: Page) => unknown): number {
  const began = performance.now();
  for (const page of pages) work(page);
  return performance.now() - began;
}

function readWithReadability({ raw }: Page): unknown {
  try {
    return new Readability(parseHTML(raw).document as never).parse();
  } catch {
    return null;
  }
}
