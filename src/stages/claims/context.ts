import type { Doc } from '../../core/doc.ts';
import { layerOf } from '../../core/doc.ts';
import type { Attribution, Block, Entity, Sentence, Timex } from '../../core/layers.ts';
import { overlaps, type Span } from '../../core/span.ts';
import { repaired } from './repair.ts';
import { Tree } from './tree.ts';

/** A mention with the entity that it belongs to. */
export interface MentionAt extends Span {
  readonly entity: number;
  readonly kind: 'name' | 'nominal' | 'pronoun';
}

/** What the claim builders read of a document, indexed once. */
export interface ClaimContext {
  readonly text: string;
  /** The article's date, ISO 8601, or null. */
  readonly published: string | null;
  readonly tree: Tree;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly timexes: readonly Timex[];
  readonly entities: readonly Entity[];
  readonly attributions: readonly Attribution[];
  readonly mentions: readonly MentionAt[];
}

export function claimContext(doc: Doc): ClaimContext {
  const entities = layerOf(doc, 'entities');
  const mentions = entities
    .flatMap((entity, index) =>
      entity.mentions.map(({ start, end, kind }): MentionAt => ({ start, end, kind, entity: index })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    text: doc.text,
    published: layerOf(doc, 'metadata').published?.value ?? null,
    tree: new Tree(doc.text, repaired(doc.text, layerOf(doc, 'tokens'))),
    blocks: layerOf(doc, 'blocks'),
    sentences: layerOf(doc, 'sentences'),
    timexes: layerOf(doc, 'timexes'),
    entities,
    attributions: layerOf(doc, 'attributions'),
    mentions,
  };
}

/** The spans of a sorted list that touch `span`; longest spans may start before it by `reach` at most. */
export function touching<T extends Span>(sorted: readonly T[], span: Span, reach = 200): T[] {
  const out: T[] = [];
  for (let at = lowerBound(sorted, span.start - reach); at < sorted.length; at++) {
    const one = sorted[at]!;
    if (one.start >= span.end) break;
    if (overlaps(one, span)) out.push(one);
  }
  return out;
}

/** Index of the first span that starts at or after `offset`. */
function lowerBound(sorted: readonly Span[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function mentionsIn(context: ClaimContext, span: Span): MentionAt[] {
  return touching(context.mentions, span).filter((one) => one.start >= span.start && one.end <= span.end);
}

/** The span with its end moved to that of a name that it cuts through. */
export function withWholeNames(context: ClaimContext, span: Span): Span {
  let { start, end } = span;
  for (const one of touching(context.mentions, span)) {
    if (one.kind !== 'name') continue;
    if (one.start < end && one.end > end) end = one.end;
    if (one.end > start && one.start < start) start = one.start;
  }
  return { start, end };
}

/** Tokens that lie in the span, as a half-open range. */
export function tokenRange(tree: Tree, span: Span): [first: number, last: number] {
  const first = tree.tokens.tokenAt(span.start);
  let last = first;
  while (last < tree.length && tree.start(last) < span.end) last++;
  return [first, last];
}

/** The token of the range that all others hang below: the one whose head lies outside. */
export function topToken(tree: Tree, first: number, last: number): number {
  for (let at = first; at < last; at++) {
    const head = tree.head(at);
    if (head < first || head >= last) return at;
  }
  return first;
}

/** The whole numbers of a half-open range. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
}
