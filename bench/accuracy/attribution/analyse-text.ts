import { type Doc, withLayer } from '../../../src/core/doc.ts';
import { packagedModelStore } from '../../../src/io/model-store.ts';
import { createPipeline, type Pipeline } from '../../../src/pipeline.ts';
import { attribution } from '../../../src/stages/attribution.ts';

let pipeline: Pipeline | undefined;

/** An article's text through the pipeline up to attribution. */
export function analyseText(text: string, published: string): Doc {
  pipeline ??= createPipeline({
    stages: ['blocks', 'metadata', 'sentences', 'tokens', 'dates', 'entities', 'quotes'],
  });
  const { doc } = pipeline.analyse({ text, articleText: true, published });
  if (doc.text !== text) throw new Error('the text is not the one that was given');
  const context = { models: packagedModelStore(), diagnose: () => undefined };
  return withLayer(doc, 'attributions', attribution.run(doc, attribution.options.parse({}), context));
}
