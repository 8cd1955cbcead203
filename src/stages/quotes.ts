import { z } from 'zod';
import { Dependents } from '../core/dependents.ts';
import { layerOf } from '../core/doc.ts';
import type { Entity, Quote } from '../core/layers.ts';
import { contains, firstEndingAfter, overlaps, type Span, trimSpan } from '../core/span.ts';
import { defineStage } from '../core/stage.ts';
import { type QuotedRegion, quotedRegions } from '../language/quoted-regions.ts';
import { findSpeaker, type SpeakerContext } from './quotes/find-speaker.ts';
import { type QuotedContext, SPEECH_RULES } from './quotes/speech-rules.ts';

/** Characters of context that a rule sees on each side. */
const CONTEXT = 160;

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
    const context: SpeakerContext = { text, tokens, quoted, dependents: new Dependents(tokens) };
    const entityAt = entityFinder(doc.layers.entities ?? []);
    const quotes: Quote[] = [];
    const blockOf: number[] = [];
    let outerEnd = -1;
    for (const region of regions) {
      if (region.outer.start < outerEnd) continue;
      const sentence = firstEndingAfter(sentences, region.start);
      const lastSentence = firstEndingAfter(sentences, Math.max(region.start, region.end - 1));
      const from = sentences[sentence];
      const to = sentences[lastSentence];
      if (from === undefined || to === undefined) continue;
      const verdict = decide(surroundings(text, region, from, to, regions));
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
  region: QuotedRegion,
  from: Span,
  to: Span,
  regions: readonly QuotedRegion[],
): QuotedContext {
  const { outer } = region;
  let start = Math.max(from.start, outer.start - CONTEXT);
  let end = Math.min(Math.max(to.end, outer.end), outer.end + CONTEXT);
  for (const other of regions) {
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

/** Index of the entity that a span names: the last mention inside it, of several the one that is a name. */
function entityFinder(entities: readonly Entity[]): (span: Span) => number | undefined {
  const mentions = entities
    .flatMap((entity, index) => entity.mentions.map((mention) => ({ mention, index })))
    .sort((a, b) => a.mention.start - b.mention.start);
  return (span) => {
    let best: (typeof mentions)[number] | undefined;
    for (const one of mentions) {
      if (!overlaps(one.mention, span) || !(contains(span, one.mention) || contains(one.mention, span)))
        continue;
      if (best === undefined || best.mention.kind !== 'name' || one.mention.kind === 'name') best = one;
    }
    return best?.index;
  };
}
