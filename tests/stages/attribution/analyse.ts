import { type Doc, withLayer } from '../../../src/core/doc.ts';
import { packagedModelStore } from '../../../src/io/model-store.ts';
import { createPipeline } from '../../../src/pipeline.ts';
import { attribution } from '../../../src/stages/attribution.ts';

const pipeline = createPipeline({
  stages: ['blocks', 'metadata', 'sentences', 'tokens', 'dates', 'entities', 'quotes'],
});

/** An article of one paragraph a line, with quotes and attributions, by the package's own models. */
export function analyse(text: string): Doc {
  const { doc } = pipeline.analyse({ text, articleText: true, published: '2025-06-12' });
  const context = { models: packagedModelStore(), diagnose: () => undefined };
  return withLayer(doc, 'attributions', attribution.run(doc, attribution.options.parse({}), context));
}

/** The attributions of a text in its own words. */
export function attributionsIn(text: string) {
  const doc = analyse(text);
  const cut = ({ start, end }: { start: number; end: number }) => doc.text.slice(start, end);
  return doc.layers.attributions!.map((one) => ({
    content: one.content.map(cut).join(' ## '),
    source: one.source && cut(one.source),
    name: one.source?.name ?? null,
    cue: one.cue && cut(one.cue),
  }));
}
