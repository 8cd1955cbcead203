import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { createDoc, type Doc, type Source, withLayer } from '../../src/core/doc.ts';
import type { StageContext } from '../../src/core/stage.ts';
import { packagedModelStore } from '../../src/io/model-store.ts';
import { blocks } from '../../src/stages/blocks.ts';
import { intakeHtml } from '../../src/stages/intake-html.ts';
import { intakeText } from '../../src/stages/intake-text.ts';
import { metadata } from '../../src/stages/metadata.ts';

export interface PageRun {
  readonly doc: Doc;
  readonly diagnostics: readonly Omit<Diagnostic, 'stage'>[];
}

/** A page through intake, blocks and metadata. */
export function runPage(source: Source): PageRun {
  const diagnostics: Omit<Diagnostic, 'stage'>[] = [];
  const context: StageContext = { diagnose: (d) => void diagnostics.push(d), models: packagedModelStore() };
  const taken =
    source.mediaType === 'text/html'
      ? intakeHtml.run(source, intakeHtml.options.parse({}), context)
      : intakeText.run(source, intakeText.options.parse({}), context);
  let doc = createDoc(source, taken.text, taken.map);
  doc = withLayer(doc, 'rawBlocks', taken.rawBlocks);
  doc = withLayer(doc, 'pageFacts', taken.pageFacts);
  doc = withLayer(
    doc,
    'blocks',
    blocks.run(doc, blocks.options.parse({ notArticle: 'keep', notEnglish: 'keep' }), context),
  );
  doc = withLayer(doc, 'metadata', metadata.run(doc, metadata.options.parse({}), context));
  return { doc, diagnostics };
}

/** Text of the article's blocks; the headline only where the gold text has it too. */
export function articleText({ text, layers }: Doc, withTitle: boolean): string {
  return layers
    .blocks!.filter((block) => block.label === 'article' && (withTitle || block.kind !== 'title'))
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}
