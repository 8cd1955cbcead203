import type { GoldArticle, GoldAttribution } from '../bench/accuracy/attribution.ts';
import type { Span } from '../src/core/span.ts';
import type { TokenTable } from '../src/core/tokens.ts';
import { quotedRegions } from '../src/language/quoted-regions.ts';
import { ArticleView } from '../src/stages/attribution/article-view.ts';
import { mayBeCue } from '../src/stages/attribution/cue-features.ts';
import { CONTENT, OTHER, SOURCE } from '../src/stages/attribution/role-features.ts';
import type { Segment } from '../src/stages/attribution/segments.ts';

/** A gold attribution on tokens. */
export interface AlignedAttribution {
  readonly gold: GoldAttribution;
  /** The token of the cue that the content hangs from. */
  readonly cue: number;
  readonly content: Uint8Array;
  readonly source: Uint8Array;
}

/** Tokens that a span touches, half-open. */
function tokensIn({ tokens }: ArticleView, span: Span): [number, number] {
  const first = tokens.tokenAt(span.start);
  let last = first;
  while (last < tokens.length && tokens.columns.start[last]! < span.end) last++;
  return [first, last];
}

export function viewOf(
  text: string,
  tokens: TokenTable,
  sentences: readonly { readonly block: number }[],
  blocks: readonly Span[],
): ArticleView {
  return new ArticleView(text, tokens, sentences, quotedRegions(text, blocks));
}

/** The gold attributions whose cue has a token that may be one. */
export function align(view: ArticleView, article: GoldArticle): AlignedAttribution[] {
  const out: AlignedAttribution[] = [];
  for (const gold of article.quotes) {
    const content = new Uint8Array(view.tokens.length);
    const source = new Uint8Array(view.tokens.length);
    const tops: number[] = [];
    for (const span of gold.content) {
      const [first, last] = tokensIn(view, span);
      content.fill(1, first, last);
      for (let token = first; token < last; token++) {
        const head = view.tokens.head(token);
        if ((head < first || head >= last) && !view.isPunctuation(token)) tops.push(token);
      }
    }
    for (const span of gold.source) source.fill(1, ...tokensIn(view, span));
    let cue = -1;
    let best = Number.POSITIVE_INFINITY;
    for (const span of gold.cue) {
      const [first, last] = tokensIn(view, span);
      for (let token = first; token < last; token++) {
        if (content[token] === 1 || !mayBeCue(view, token)) continue;
        const upos = view.tokens.upos(token);
        const rank =
          upos === 'VERB' ? 0 : upos === 'NOUN' || upos === 'ADJ' ? 0.3 : upos === 'AUX' ? 1.5 : 0.6;
        const distance =
          Math.min(50, ...tops.map((top) => treeDistance(view, token, top))) + rank - 0.001 * (token - first);
        if (distance < best) {
          best = distance;
          cue = token;
        }
      }
    }
    if (cue >= 0) out.push({ gold, cue, content, source });
  }
  return out;
}

function treeDistance({ tokens, sentence }: ArticleView, a: number, b: number): number {
  if (sentence[a] !== sentence[b]) return 50;
  const up = new Map<number, number>();
  for (let token = a, steps = 0; token >= 0; token = tokens.head(token)) up.set(token, steps++);
  for (let token = b, steps = 0; token >= 0; token = tokens.head(token), steps++) {
    const other = up.get(token);
    if (other !== undefined) return other + steps;
  }
  return 50;
}

/** The part of each segment: that of more than half of its words. */
export function goldRoles(
  view: ArticleView,
  segments: readonly Segment[],
  { content, source }: AlignedAttribution,
): Uint8Array {
  return Uint8Array.from(segments, ({ first, last }) => {
    let c = 0;
    let s = 0;
    let n = 0;
    for (let token = first; token < last; token++) {
      if (view.isPunctuation(token)) continue;
      n++;
      if (content[token] === 1) c++;
      else if (source[token] === 1) s++;
    }
    return c * 2 > n ? CONTENT : s * 2 > n ? SOURCE : OTHER;
  });
}
