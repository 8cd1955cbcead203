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
