import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { createDoc, type Doc, type Source, withLayer } from '../../../src/core/doc.ts';
import type { StageContext } from '../../../src/core/stage.ts';
import { packagedModelStore } from '../../../src/io/model-store.ts';
import { blocks } from '../../../src/stages/blocks.ts';
import { intakeHtml } from '../../../src/stages/intake-html.ts';
import { intakeText } from '../../../src/stages/intake-text.ts';
import { metadata } from '../../../src/stages/metadata.ts';

/** A page through intake, blocks and metadata, with what they diagnosed. */
export function runIntake(
  raw: string,
  source: Partial<Source> = {},
  blockOptions: Record<string, unknown> = {},
): { doc: Doc; diagnostics: Omit<Diagnostic, 'stage'>[] } {
  const diagnostics: Omit<Diagnostic, 'stage'>[] = [];
  const context: StageContext = {
    diagnose: (diagnostic) => void diagnostics.push(diagnostic),
    models: packagedModelStore(),
  };
  const whole: Source = { raw, sha256: '', mediaType: 'text/plain', charset: 'utf-8', ...source };
  const taken =
    whole.mediaType === 'text/html'
      ? intakeHtml.run(whole, intakeHtml.options.parse({}), context)
      : intakeText.run(whole, intakeText.options.parse({}), context);
  let doc = createDoc(whole, taken.text, taken.map);
  doc = withLayer(doc, 'rawBlocks', taken.rawBlocks);
  doc = withLayer(doc, 'pageFacts', taken.pageFacts);
  doc = withLayer(doc, 'blocks', blocks.run(doc, blocks.options.parse(blockOptions), context));
  doc = withLayer(doc, 'metadata', metadata.run(doc, metadata.options.parse({}), context));
  return { doc, diagnostics };
}

/** `label kind: first words` of every block. */
export function outline(doc: Doc): string[] {
  return doc.layers.blocks!.map(
    ({ start, end, kind, label }) =>
      `${label} ${kind}: ${doc.text.slice(start, end).split(' ').slice(0, 4).join(' ')}`,
  );
}
