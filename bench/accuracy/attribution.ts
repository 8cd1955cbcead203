import { join } from 'node:path';
import type { Attribution } from '../../src/core/layers.ts';
import type { Span } from '../../src/core/span.ts';
import { type Bench, formatTable, readJsonl } from '../harness.ts';
import { analyseText } from './attribution/analyse-text.ts';

export interface GoldAttribution {
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly kind: 'direct' | 'indirect' | 'mixed';
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  readonly quotes: readonly GoldAttribution[];
}

export interface AttributionScore {
  gold: number;
  predicted: number;
  content: number;
  contentAndSource: number;
  /** Matched pairs whose word sets overlap by more than 0.8 of their union: what coverage alone does not ask. */
  tight: number;
  readonly byKind: Record<GoldAttribution['kind'], { gold: number; found: number }>;
}

export function emptyScore(): AttributionScore {
  const none = () => ({ gold: 0, found: 0 });
  return {
    gold: 0,
    predicted: 0,
    content: 0,
    contentAndSource: 0,
    tight: 0,
    byKind: { direct: none(), indirect: none(), mixed: none() },
  };
}

/** Start offsets of the words that lie in the spans. */
function wordsIn(spans: readonly Span[], words: readonly Span[]): Set<number> {
  const out = new Set<number>();
  for (const span of spans) {
    for (const word of words) if (word.start >= span.start && word.end <= span.end) out.add(word.start);
  }
  return out;
}

const overlapping = (a: readonly Span[], b: readonly Span[]) =>
  a.some((x) => b.some((y) => x.start < y.end && y.start < x.end));

/** Pairs gold and predicted contents greedily, best coverage of the gold words first, and adds to the score. */
export function scoreArticle(
  article: GoldArticle,
  predicted: readonly Pick<Attribution, 'content' | 'source'>[],
  score: AttributionScore,
): { readonly missed: GoldAttribution[]; readonly spurious: number[]; readonly pairs: [number, number][] } {
  const words = [...article.text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const gold = article.quotes.filter((quote) => quote.content.length > 0);
  const goldWords = gold.map((quote) => wordsIn(quote.content, words));
  const predictedWords = predicted.map((one) => wordsIn(one.content, words));
  const pairs: { g: number; p: number; coverage: number; jaccard: number }[] = [];
  for (const [g, mine] of goldWords.entries()) {
    for (const [p, theirs] of predictedWords.entries()) {
      let shared = 0;
      for (const word of mine) if (theirs.has(word)) shared++;
      if (shared <= 0.8 * mine.size) continue;
      pairs.push({
        g,
        p,
        coverage: shared / mine.size,
        jaccard: shared / (mine.size + theirs.size - shared),
      });
    }
  }
  pairs.sort((a, b) => b.coverage - a.coverage || b.jaccard - a.jaccard || a.g - b.g || a.p - b.p);
  const goldDone = new Set<number>();
  const predictedDone = new Set<number>();
  const matched: [number, number][] = [];
  for (const { g, p, jaccard } of pairs) {
    if (goldDone.has(g) || predictedDone.has(p)) continue;
    goldDone.add(g);
    predictedDone.add(p);
    matched.push([g, p]);
    score.content++;
    if (jaccard > 0.8) score.tight++;
    score.byKind[gold[g]!.kind].found++;
    const source = predicted[p]!.source;
    const agrees =
      gold[g]!.source.length === 0
        ? source === null
        : source !== null && overlapping(gold[g]!.source, [source]);
    if (agrees) score.contentAndSource++;
  }
  score.gold += gold.length;
  score.predicted += predicted.length;
  for (const { kind } of gold) score.byKind[kind].gold++;
  return {
    missed: gold.filter((_, g) => !goldDone.has(g)),
    spurious: predicted.map((_, p) => p).filter((p) => !predictedDone.has(p)),
    pairs: matched,
  };
}

const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
const f1 = (found: number, predicted: number, gold: number) => percent(2 * found, predicted + gold);

export function figuresOf(score: AttributionScore) {
  const { byKind, gold, predicted } = score;
  return {
    content: f1(score.content, predicted, gold),
    contentPrecision: percent(score.content, predicted),
    contentRecall: percent(score.content, gold),
    contentAndSource: f1(score.contentAndSource, predicted, gold),
    tight: f1(score.tight, predicted, gold),
    direct: percent(byKind.direct.found, byKind.direct.gold),
    mixed: percent(byKind.mixed.found, byKind.mixed.gold),
    indirect: percent(byKind.indirect.found, byKind.indirect.gold),
  };
}

/**
 * PolNeAR, 84 development articles. A predicted content matches a gold one when it covers more than 0.8 of its words,
 * one to one, greedily; with source, their sources must overlap too (or both be left open).
 */
export const bench: Bench = {
  name: 'attribution',
  run({ evalDir }) {
    const path = join(evalDir, 'attribution', 'polnear-dev.jsonl');
    const articles = readJsonl<GoldArticle>(path);
    if (articles === null) return { figures: [], table: '', skipped: [path] };
    const score = emptyScore();
    for (const article of articles) {
      const doc = analyseText(article.text, article.date);
      scoreArticle(article, doc.layers.attributions ?? [], score);
    }
    const found = figuresOf(score);
    const table = formatTable([
      ['', 'content P', 'R', 'F1@0.8', 'with source F1', 'direct R', 'mixed R', 'indirect R'],
      [
        'claimline',
        found.contentPrecision,
        found.contentRecall,
        found.content,
        found.contentAndSource,
        found.direct,
        found.mixed,
        found.indirect,
      ],
      ['people with each other', '', '', 78.5, 74.0, '', '', ''],
      ['regex floor', '', '', 38.6, 27.1, '', '', ''],
    ]);
    return {
      table: `${table}\n${score.gold} gold, ${score.predicted} predicted; same words (union) F1 ${found.tight.toFixed(1)}`,
      figures: [
        { figure: 'content-f1', value: found.content, target: 70 },
        { figure: 'content-source-f1', value: found.contentAndSource, target: 62 },
        { figure: 'direct-recall', value: found.direct, target: 93 },
        { figure: 'mixed-recall', value: found.mixed, target: 82 },
        { figure: 'indirect-recall', value: found.indirect, target: 60 },
        { figure: 'tight-f1', value: found.tight },
      ],
      skipped: [],
    };
  },
};
