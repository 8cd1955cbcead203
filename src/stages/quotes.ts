import { z } from 'zod';
import { Dependents } from '../core/dependents.ts';
import { layerOf } from '../core/doc.ts';
import type { Entity, Quote } from '../core/layers.ts';
import { contains, firstEndingAfter, overlaps, type Span, trimSpan } from '../core/span.ts';
import { defineStage } from '../core/stage.ts';
import { namesHead } from '../language/quote-source-name.ts';
import { type QuotedRegion, quotedRegions } from '../language/quoted-regions.ts';
import { findSpeaker, type SpeakerContext } from './quotes/find-speaker.ts';
import { type QuotedContext, SPEECH_RULES } from './quotes/speech-rules.ts';

/** Characters of context that a rule sees on each side. */
const CONTEXT = 160;
/** Regions before one that may end within that context. */
const NEIGHBOURS = CONTEXT;

const options = z.strictObject({
  /** Quoted words without a speaker carry on the last speaker's speech in the next paragraph. */
  carrySpeaker: z.boolean().default(true),
});

/**
 * Speech between quotation marks, with its speaker and cue where they are plain. Nicknames, titles, terms and words
 * held at a distance are left out; words quoted inside other speech belong to that speech.
 */
export const quotes = defineStage({
  name: 'quotes',
  requires: ['blocks', 'sentences', 'tokens'],
  provides: 'quotes',
  options,
  run(doc, { carrySpeaker }) {
    const { text } = doc;
    const blocks = layerOf(doc, 'blocks').filter((block) => block.label === 'article');
    const sentences = layerOf(doc, 'sentences');
    const tokens = layerOf(doc, 'tokens');
    const regions = quotedRegions(text, blocks);
    if (regions.length === 0) return [];
    const quoted = new Uint8Array(tokens.length);
    for (const region of regions) {
      for (let token = tokens.tokenAt(region.outer.start); token < tokens.length; token++) {
        if (tokens.columns.start[token]! >= region.outer.end) break;
        quoted[token] = 1;
      }
    }
    const people = new Map(
      tokens.columns.names.flatMap(({ first, last, type }) => (type === 'PERSON' ? [[first, last]] : [])),
    );
    const context: SpeakerContext = { text, tokens, quoted, people, dependents: new Dependents(tokens) };
    const entityAt = entityFinder(text, doc.layers.entities ?? []);
    const quotes: Quote[] = [];
    const blockOf: number[] = [];
    let outerEnd = -1;
    for (const [at, region] of regions.entries()) {
      if (region.outer.start < outerEnd) continue;
      const sentence = firstEndingAfter(sentences, region.start);
      const lastSentence = firstEndingAfter(sentences, Math.max(region.start, region.end - 1));
      const from = sentences[sentence];
      const to = sentences[lastSentence];
      if (from === undefined || to === undefined) continue;
      const verdict = decide(surroundings(text, at, from, to, regions));
      if (verdict?.verdict === 'other') continue;
      const first = tokens.tokenAt(region.start);
      const last = tokens.tokenAt(region.end);
      const found =
        first < last
          ? findSpeaker(context, first, last, tokens.first(sentence), tokens.end(lastSentence))
          : null;
      const previous = quotes.at(-1);
      const near = previous !== undefined && region.block - blockOf.at(-1)! <= 1;
      const carries =
        carrySpeaker &&
        near &&
        found === null &&
        (region.continues || blockOf.at(-1) === region.block || verdict !== null);
      if (verdict === null && found === null) continue;
      const span = trimSpan(text, region);
      if (span.end <= span.start) continue;
      const speaker = found?.speaker ?? (carries || (found !== null && near) ? previous?.speaker : undefined);
      const entity = speaker && entityAt(speaker);
      const cue = found
        ? { start: tokens.columns.start[found.cue]!, end: tokens.columns.end[found.cue]! }
        : carries
          ? previous?.cue
          : undefined;
      quotes.push({
        ...span,
        ...(speaker ? { speaker } : {}),
        ...(entity !== undefined ? { entity } : {}),
        ...(cue ? { cue } : {}),
        rule: `quotes/${[verdict?.id, found?.rule ?? (carries ? 'carried' : undefined)].filter(Boolean).join('+')}`,
      });
      blockOf.push(region.block);
      outerEnd = region.outer.end;
    }
    return quotes;
  },
});

function decide(context: QuotedContext) {
  return SPEECH_RULES.find((rule) => rule.test(context)) ?? null;
}

/** What the rules see: of the region's sentences, what stands before and after it, up to the next marks. */
function surroundings(
  text: string,
  index: number,
  from: Span,
  to: Span,
  regions: readonly QuotedRegion[],
): QuotedContext {
  const region = regions[index]!;
  const { outer } = region;
  let start = Math.max(from.start, outer.start - CONTEXT);
  let end = Math.min(Math.max(to.end, outer.end), outer.end + CONTEXT);
  for (let at = Math.max(0, index - NEIGHBOURS); at < regions.length; at++) {
    const other = regions[at]!;
    if (other.outer.end <= outer.start) start = Math.max(start, other.outer.end);
    else if (other.outer.start >= outer.end) {
      end = Math.min(end, other.outer.start);
      break;
    }
  }
  return {
    before: text.slice(start, outer.start),
    inner: text.slice(region.start, region.end),
    after: text.slice(outer.end, end),
  };
}

/** Mentions are shorter than this. */
const LONGEST_MENTION = 200;

/**
 * Index of the entity that a span names: the mention that is the span or says who its head is, a name before other
 * mentions, a person before other names, of several the last.
 */
function entityFinder(text: string, entities: readonly Entity[]): (span: Span) => number | undefined {
  const mentions = entities
    .flatMap((entity, index) =>
      entity.mentions.map(({ start, end, kind }) => ({
        start,
        end,
        index,
        rank: kind !== 'name' ? 0 : entity.type === 'PERSON' ? 2 : 1,
      })),
    )
    .sort((a, b) => a.start - b.start);
  return (span) => {
    let best: (typeof mentions)[number] | undefined;
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (mentions[middle]!.start < span.start - LONGEST_MENTION) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < mentions.length && mentions[at]!.start < span.end; at++) {
      const one = mentions[at]!;
      if (!overlaps(one, span) || !(contains(span, one) || contains(one, span))) continue;
      if (!namesHead(text, span, one)) continue;
      if (best === undefined || one.rank >= best.rank) best = one;
    }
    return best?.index;
  };
}
