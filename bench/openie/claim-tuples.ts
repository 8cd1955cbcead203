import { createDoc, withLayer } from '../../src/core/doc.ts';
import type { Claim, Layers } from '../../src/core/layers.ts';
import { OffsetMap } from '../../src/core/offset-map.ts';
import type { TokenTable } from '../../src/core/tokens.ts';
import { packagedModelStore } from '../../src/io/model-store.ts';
import { claims } from '../../src/stages/claims.ts';
import { tokens } from '../../src/stages/tokens.ts';
import type { CarbGold } from './carb.ts';

const context = { models: packagedModelStore(), diagnose: () => {} };

/** What one sentence gives, run through the stages with no dates, names or sources to help. */
export interface ClaimedSentence {
  readonly claims: readonly Claim[];
  readonly tokens: TokenTable;
}

/** @param gold the tree to read, where it is not to be parsed */
export function claimsOf(sentence: string, gold?: TokenTable): ClaimedSentence {
  const span = { start: 0, end: sentence.length };
  const source = { raw: sentence, sha256: '', mediaType: 'text/plain', charset: 'utf-8' } as const;
  const layers: Partial<Layers> = {
    metadata: {
      title: null,
      url: null,
      site: null,
      authors: [],
      published: null,
      modified: null,
      language: 'en',
    },
    blocks: [{ ...span, kind: 'paragraph', label: 'article', rule: 'bench' }],
    sentences: [{ ...span, block: 0 }],
    timexes: [],
    entities: [],
    attributions: [],
  };
  let doc = createDoc(source, sentence, OffsetMap.identity(sentence.length));
  for (const [name, layer] of Object.entries(layers))
    doc = withLayer(doc, name as keyof Layers, layer as never);
  const table = gold ?? tokens.run(doc, {}, context);
  doc = withLayer(doc, 'tokens', table);
  // The gold of these benchmarks has no events told by nouns.
  const options = {
    title: false,
    inheritTime: true,
    nominal: false,
    reportDropped: false,
    reportSilent: false,
  };
  return { claims: claims.run(doc, options, context), tokens: table };
}

/** A claim record as a CaRB tuple. */
export function claimTuple({ subject, predicate, object, args }: Claim): CarbGold {
  const further = args.map(({ prep, text }) => (prep === '' ? text : `${prep} ${text}`));
  return { rel: predicate.text, args: [subject.text, ...(object === null ? [] : [object.text]), ...further] };
}
