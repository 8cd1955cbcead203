import { z } from 'zod';
import { layerOf } from '../core/doc.ts';
import type { Attribution, QuoteType } from '../core/layers.ts';
import { contains, overlaps, type Span } from '../core/span.ts';
import { defineStage } from '../core/stage.ts';
import { quotedRegions } from '../language/quoted-regions.ts';
import { ArticleView } from './attribution/article-view.ts';
import { addresseeOf, saidAt } from './attribution/circumstances.ts';
import { describeSource, EntityFinder, headOf } from './attribution/describe-source.ts';
import { draftAttributions, HEARING } from './attribution/draft.ts';
import { ATTRIBUTION_MODEL, loadAttributionModels } from './attribution/load-models.ts';
import { stanceOf } from './attribution/stance.ts';

const options = z.strictObject({
  /** Least probability of a cue, 0 to 1: lower finds more, higher is surer. */
  minProbability: z.number().min(0).max(1).default(0.3),
  /** Attributions inside the content of others: `Lee said that Diaz had promised that ...`. */
  nested: z.boolean().default(true),
});

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

    const drafts = draftAttributions(view, { blocks, sentences, quotes }, models, { minProbability, nested });
    const entities = new EntityFinder(doc.layers.entities ?? []);
    const timexes = doc.layers.timexes ?? [];
    const index = new Map(drafts.map((draft, at) => [draft, at]));
    return drafts.map((draft): Attribution => {
      const { content, source, cue } = draft;
      const outer = draft.within && index.get(draft.within);
      const cueSpan = view.span(cue, cue + 1);
      const inContent = (span: Span) => content.some((part) => overlaps(part, span));
      const sourceSpan = source && view.span(source.first, source.last);
      const addressee = addresseeOf(view, cue, (token) => {
        const span = view.span(token, token + 1);
        return inContent(span) || (sourceSpan !== null && contains(sourceSpan, span));
      });
      const addressed = addressee && view.span(addressee.first, addressee.last);
      const hearerHead = addressee && headOf(view, addressee);
      const hearer =
        addressed && hearerHead !== null
          ? entities.of(text, addressed, view.span(hearerHead, hearerHead + 1))
          : undefined;
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
        stance: draft.rule === HEARING ? 'affirms' : stanceOf(view, cue),
        ...(when === undefined ? {} : { saidAt: when }),
        ...(addressed
          ? { addressee: { ...addressed, ...(hearer === undefined ? {} : { entity: hearer }) } }
          : {}),
        ...(outer === undefined ? {} : { within: outer }),
        rule: draft.rule,
      };
    });
  },
});

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
