import type { PageFacts, RawBlock } from '../../core/layers.ts';
import { bestRun, type Run, textScore } from './best-run.ts';
import { type BlockView, keyOf, viewBlock } from './block-view.ts';
import { type DeclaredTitle, titleMatch } from './find-title.ts';
import { type TextRuns, textRuns } from './text-runs.ts';

/** Sums over the text inside one element of the page. */
export interface Container {
  /** Words of blocks that read like running text. */
  textWords: number;
  chars: number;
  linkChars: number;
  blocks: number;
  textBlocks: number;
}

/** A page's blocks and what can be said of the page as a whole. */
export interface PageView {
  readonly views: readonly BlockView[];
  /** Words of each block that count as running text. */
  readonly textWords: Float32Array;
  readonly totalTextWords: number;
  readonly run: Run;
  readonly runs: TextRuns;
  readonly containers: ReadonlyMap<number, Container>;
  /** Innermost elements that hold 35, 60 and 85 per cent of the running text; `-1` when none does. */
  readonly hubs: readonly [number, number, number];
  /** The titles that the page declares. */
  readonly titles: readonly DeclaredTitle[];
  /** How well each block agrees with a declared title, 0 to 1. */
  readonly titleMatches: Float32Array;
  /** First block that is a first-level heading or a declared title, `-1` when none. */
  readonly headline: number;
  /** Shingles of the body that JSON-LD gives; null when it gives none. */
  readonly declaredBody: ReadonlySet<string> | null;
  /** Key of the description that the page declares. */
  readonly descriptions: readonly string[];
  /** How often each block's words occur in the page. */
  readonly copies: Uint16Array;
}

export function viewPage(text: string, raws: readonly RawBlock[], facts: PageFacts): PageView {
  const views = raws.map((raw) => viewBlock(text, raw));
  const textWords = Float32Array.from(views, runningWords);
  leaveComments(views, textWords);
  const totalTextWords = textWords.reduce((sum, words) => sum + words, 0);
  const containers = sumContainers(views, textWords);
  const metas = (wanted: RegExp) =>
    facts.metas.filter((meta) => wanted.test(meta.name)).map((meta) => keyOf(meta.content));
  const titles = [
    ...new Set([...metas(/^(?:og:title|twitter:title|headline|dc\.title|title)$/), keyOf(facts.title ?? '')]),
  ]
    .filter((key) => key !== '')
    .map((key) => ({ key, words: new Set(key.split(' ')) }));
  const titleMatches = Float32Array.from(views, (view) =>
    view.words > 40 ? 0 : titles.reduce((best, title) => Math.max(best, titleMatch(title, view.key)), 0),
  );
  const counts = new Map<string, number>();
  for (const { key } of views) counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    views,
    textWords,
    totalTextWords,
    run: bestRun(views.map(textScore)),
    runs: textRuns(views, textWords),
    containers,
    hubs: [0.35, 0.6, 0.85].map((share) => innermost(containers, totalTextWords * share)) as unknown as [
      number,
      number,
      number,
    ],
    titles,
    titleMatches,
    headline: findHeadline(views, titleMatches),
    declaredBody: declaredBody(facts),
    descriptions: metas(/^(?:og:description|description|twitter:description)$/).filter(
      (key) => key.length > 20,
    ),
    copies: Uint16Array.from(views, ({ key }) => Math.min(counts.get(key) ?? 1, 60000)),
  };
}

/** Words of a block that reads like running text: sentences outside links. */
function runningWords(view: BlockView): number {
  if (view.raw.linkChars > view.text.length * 0.5 || view.lowerShare < 0.35) return 0;
  if (view.words >= 8 && view.endsSentence) return Math.min(view.words, 80);
  return view.words >= 20 ? Math.min(view.words, 80) / 2 : 0;
}

/** Names of an element that holds readers' comments, looked for among those nearest to the text. */
const COMMENT =
  /(?:^|[ _-])comments?(?:[ _-]?(?:body|text|content|list|item|wrap\w*|div|post|area|section|message|container|entry|thread|main|inner|block|copy))?(?:[ _-]|$)|disqus|commentlist/;
const NEAREST = 40;
/** Words of running text that a page has to have outside its comments. */
const LEAST = 40;

/** True for a block inside an element that is named as readers' comments. */
export function isComment({ tokens }: RawBlock): boolean {
  return tokens !== '' && COMMENT.test(tokens.slice(0, NEAREST));
}

/** Comments are no running text where there is other: they may well be longer than the article. */
function leaveComments(views: readonly BlockView[], textWords: Float32Array): void {
  const comments = views.flatMap((view, i) => (textWords[i]! > 0 && isComment(view.raw) ? [i] : []));
  if (comments.length === 0) return;
  const all = textWords.reduce((sum, words) => sum + words, 0);
  const inside = comments.reduce((sum, i) => sum + textWords[i]!, 0);
  if (all - inside >= LEAST) for (const i of comments) textWords[i] = 0;
}

function sumContainers(views: readonly BlockView[], textWords: Float32Array): Map<number, Container> {
  const containers = new Map<number, Container>();
  for (const [i, view] of views.entries()) {
    for (const id of view.raw.containers ?? []) {
      let sums = containers.get(id);
      if (sums === undefined) {
        sums = { textWords: 0, chars: 0, linkChars: 0, blocks: 0, textBlocks: 0 };
        containers.set(id, sums);
      }
      sums.textWords += textWords[i]!;
      sums.chars += view.text.length;
      sums.linkChars += view.raw.linkChars;
      sums.blocks++;
      if (textWords[i]! > 0) sums.textBlocks++;
    }
  }
  return containers;
}

/** Ordinals grow with depth along any path, so the greatest is the innermost. */
function innermost(containers: ReadonlyMap<number, Container>, words: number): number {
  let best = -1;
  for (const [id, sums] of containers) if (sums.textWords >= words && words > 0 && id > best) best = id;
  return best;
}

function findHeadline(views: readonly BlockView[], titleMatches: Float32Array): number {
  let best = -1;
  let bestScore = 0.5;
  for (const [i, view] of views.entries()) {
    const score = titleMatches[i]! + (view.raw.tag === 'h1' ? 0.6 : /^h[2-3]$/.test(view.raw.tag) ? 0.1 : 0);
    if (view.words >= 2 && score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

/** `articleBody` of any JSON-LD object, as a set of three-word shingles. */
function declaredBody(facts: PageFacts): ReadonlySet<string> | null {
  let longest = '';
  for (const script of facts.jsonLd) {
    for (const match of script.matchAll(/"articleBody"\s*:\s*"((?:[^"\\]|\\.){400,400000})"/g)) {
      const body = unescapeJson(match[1]!);
      if (body.length > longest.length) longest = body;
    }
  }
  if (longest === '') return null;
  return new Set(shinglesOf(keyOf(longest.replace(/<[^<>]{1,300}>/g, ' ').replace(/&#?\w{2,8};/g, ' '))));
}

function unescapeJson(text: string): string {
  try {
    return JSON.parse(`"${text.replace(/\p{Cc}/gu, ' ')}"`) as string;
  } catch {
    return text;
  }
}

export function shinglesOf(key: string): string[] {
  const words = key.split(' ');
  const shingles: string[] = [];
  for (let i = 0; i + 3 <= words.length; i++) shingles.push(`${words[i]} ${words[i + 1]} ${words[i + 2]}`);
  return shingles;
}
