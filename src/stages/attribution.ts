import { z } from 'zod';
import { layerOf } from '../core/doc.ts';
import type { Attribution, Quote, QuoteType } from '../core/layers.ts';
import { contains, overlaps, type Span } from '../core/span.ts';
import { defineStage } from '../core/stage.ts';
import { quotedRegions } from '../language/quoted-regions.ts';
import { ArticleView } from './attribution/article-view.ts';
import type { TokenRange } from './attribution/assemble.ts';
import { addresseeOf, saidAt } from './attribution/circumstances.ts';
import { describeSource, EntityFinder } from './attribution/describe-source.ts';
import { ATTRIBUTION_MODEL, loadAttributionModels } from './attribution/load-models.ts';
import { isPlainCue } from './attribution/nested.ts';
import { propose } from './attribution/propose.ts';
import { continueQuotes, selectOuter } from './attribution/select.ts';
import { stanceOf } from './attribution/stance.ts';
import { surfaceSpeech } from './attribution/surface-speech.ts';

const options = z.strictObject({
  /** Least probability of a cue, 0 to 1: lower finds more, higher is surer. */
  minProbability: z.number().min(0).max(1).default(0.25),
  /** Attributions inside the content of others: `Lee said that Diaz had promised that ...`. */
  nested: z.boolean().default(true),
});

/** An attribution before its parts are described. */
interface Draft {
  readonly rule: string;
  readonly cue: number;
  readonly content: readonly Span[];
  readonly source: TokenRange | null;
  within?: Draft;
}

/**
 * According to whom: source, cue and content of direct, indirect and mixed speech, thought and writing (the scheme of
 * PARC 3.0, Pareti 2016, and PolNeAR, Newell et al. 2018). Candidate cues are scored by a linear model over the tree
 * around them; a second one labels the constituents beside a cue as content or source (Viterbi); quotations are
 * completed over sentences and paragraphs; rules add what layout and quotation marks make certain.
 */
export const attribution = defineStage({
  name: 'attribution',
  requires: ['blocks', 'sentences', 'tokens', 'entities', 'quotes'],
  provides: 'attributions',
  options,
  run(doc, { minProbability, nested }, context) {
    const { text } = doc;
    const blocks = layerOf(doc, 'blocks').filter((block) => block.label === 'article');
    const sentences = layerOf(doc, 'sentences');
    const tokens = layerOf(doc, 'tokens');
    const quotes = layerOf(doc, 'quotes');
    const view = new ArticleView(text, tokens, sentences, quotedRegions(text, blocks));
    const models = context.models.get(ATTRIBUTION_MODEL, loadAttributionModels);

    const proposals = propose(
      view,
      sentences,
      models,
      minProbability,
      (frame) => nested && isPlainCue(view, frame),
    );
    const selected = selectOuter(view, proposals, minProbability);
    continueQuotes(view, sentences, selected);
    const drafts: Draft[] = selected.map(({ proposal, content }) => ({
      rule: 'attribution/model',
      cue: proposal.frame.cue,
      content,
      source: proposal.source,
    }));
    const covered = (span: Span) =>
      drafts.some(({ content }) => content.some((part) => overlaps(part, span)));
    for (const { rule, cue, content, source } of surfaceSpeech(view, blocks)) {
      if (!content.some(covered)) drafts.push({ rule: `attribution/${rule}`, cue, content, source });
    }
    for (const quote of quotes) {
      const draft = covered(quote) ? null : fromQuote(view, quote);
      if (draft) drafts.push(draft);
    }
    if (nested) {
      const outer = [...drafts];
      const inner = proposals.filter(
        ({ frame }) => isPlainCue(view, frame) && !drafts.some((one) => one.cue === frame.cue),
      );
      for (const { frame, content, source } of inner) {
        const cue = view.span(frame.cue, frame.cue + 1);
        const within = outer.find((one) => one.content.some((span) => contains(span, cue)));
        if (within && source)
          drafts.push({ rule: 'attribution/nested', cue: frame.cue, content, source, within });
      }
    }
    drafts.sort((a, b) => a.content[0]!.start - b.content[0]!.start || a.cue - b.cue);
    const entities = new EntityFinder(doc.layers.entities ?? []);
    const timexes = doc.layers.timexes ?? [];
    return drafts.map((draft): Attribution => {
      const { content, source, cue } = draft;
      const cueSpan = view.span(cue, cue + 1);
      const inContent = (span: Span) => content.some((part) => overlaps(part, span));
      const sourceSpan = source && view.span(source.first, source.last);
      const addressee = addresseeOf(view, cue, (token) => {
        const span = view.span(token, token + 1);
        return inContent(span) || (sourceSpan !== null && contains(sourceSpan, span));
      });
      const addressed = addressee && view.span(addressee.first, addressee.last);
      const hearer = addressed ? entities.of(addressed, addressed) : undefined;
      const when = saidAt(
        view,
        cue,
        timexes,
        (span) => !inContent(span) && !(sourceSpan && contains(sourceSpan, span)),
      );
      return {
        content,
        source: source && describeSource(view, source, entities),
        cue: { ...cueSpan, lemma: cueLemma(view, cue) },
        quoteType: quoteTypeOf(view, content),
        stance: stanceOf(view, cue),
        ...(when === undefined ? {} : { saidAt: when }),
        ...(addressed
          ? { addressee: { ...addressed, ...(hearer === undefined ? {} : { entity: hearer }) } }
          : {}),
        ...(draft.within ? { within: drafts.indexOf(draft.within) } : {}),
        rule: draft.rule,
      };
    });
  },
});

/** Speech that the quotes stage found a cue for and the model passed by. */
function fromQuote(view: ArticleView, quote: Quote): Draft | null {
  if (!quote.cue || !quote.speaker) return null;
  const { tokens } = view;
  const region = view.regions.find(({ start, end }) => start <= quote.start && quote.end <= end);
  const first = tokens.tokenAt(quote.speaker.start);
  let last = first;
  while (last < tokens.length && tokens.columns.start[last]! < quote.speaker.end) last++;
  const source = last > first ? { first, last } : null;
  return {
    rule: 'attribution/quote',
    cue: tokens.tokenAt(quote.cue.start),
    content: [region?.outer ?? quote],
    source,
  };
}

function cueLemma(view: ArticleView, cue: number): string {
  return /^accord/.test(view.tokens.lemma(cue)) ? 'according to' : view.tokens.lemma(cue);
}

/** Direct where every word of the content stands between quotation marks, mixed where some do. */
function quoteTypeOf(view: ArticleView, content: readonly Span[]): QuoteType {
  const { tokens, region } = view;
  let quoted = false;
  let plain = false;
  for (const { start, end } of content) {
    for (
      let token = tokens.tokenAt(start);
      token < tokens.length && tokens.columns.start[token]! < end;
      token++
    ) {
      if (view.isPunctuation(token)) continue;
      if (region[token]! >= 0) quoted = true;
      else plain = true;
    }
  }
  return quoted ? (plain ? 'mixed' : 'direct') : 'indirect';
}
