import { describe, expect, it } from 'vitest';
import { createDoc, withLayer } from '../../../src/core/doc.ts';
import { OffsetMap } from '../../../src/core/offset-map.ts';
import { packagedModelStore } from '../../../src/io/model-store.ts';
import { recordFromDoc } from '../../../src/record/from-doc.ts';
import { claims } from '../../../src/stages/claims.ts';
import { tokens } from '../../../src/stages/tokens.ts';
import { claimsIn } from './claim-document.ts';

const IDENTITY = { version: '0', configSha256: '', models: {} };

describe('claims stage', () => {
  it('reads article paragraphs only: no headings, no boilerplate, the title on demand', () => {
    const lines = [
      'Mayor opens bridge',
      'The mayor opened the bridge.',
      'What comes next',
      'The editor likes tea.',
    ];
    const kinds = ['title', 'paragraph', 'heading', 'paragraph'] as const;
    const text = lines.join('\n');
    const spans = lines.map((line) => ({ start: text.indexOf(line), end: text.indexOf(line) + line.length }));
    const context = { models: packagedModelStore(), diagnose: () => {} };
    let doc = createDoc(
      { raw: text, sha256: '', mediaType: 'text/plain', charset: 'utf-8' },
      text,
      OffsetMap.identity(text.length),
    );
    doc = withLayer(doc, 'metadata', {
      title: null,
      url: null,
      site: null,
      authors: [],
      published: null,
      modified: null,
      language: 'en',
    });
    doc = withLayer(
      doc,
      'blocks',
      spans.map(
        (span, at) =>
          ({ ...span, kind: kinds[at]!, label: at === 3 ? 'author-bio' : 'article', rule: 'given' }) as const,
      ),
    );
    doc = withLayer(
      doc,
      'sentences',
      spans.map((span, block) => ({ ...span, block })),
    );
    doc = withLayer(doc, 'tokens', tokens.run(doc, {}, context));
    for (const layer of ['timexes', 'entities', 'attributions'] as const) doc = withLayer(doc, layer, []);
    const sentencesOf = (title: boolean) =>
      claims.run(doc, claims.options.parse({ title }), context).map(({ sentence }) => sentence);
    expect(sentencesOf(false)).toEqual([1]);
    expect(sentencesOf(true)).toEqual([0, 1]);
  });

  it('refuses an unknown option and accepts none', () => {
    expect(claims.options.safeParse({}).success).toBe(true);
    expect(claims.options.safeParse({ titel: true }).success).toBe(false);
  });

  it('gives the same claims on every run', () => {
    const text =
      'The firm, based in Graz, closed two mines and fired 200 men. Unions said that the state paid nothing.';
    expect(claimsIn(text).claims).toEqual(claimsIn(text).claims);
  });

  it('keeps keys when the page around changes, paragraphs move or another sentence is rewritten', () => {
    const first = 'The court fined the bank. The bank appealed against the ruling.';
    const second = 'A storm damaged the harbour.';
    const before = keysOf(`${first}\n\n${second}`);
    const moved = keysOf(`${second}\n\n${first}`);
    const rewritten = keysOf(`${first}\n\nA storm flooded the market.`);
    expect(before).toHaveLength(3);
    expect([...moved].sort()).toEqual([...before].sort());
    expect(rewritten.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(rewritten[2]).not.toBe(before[2]);
  });
});

/** Keys of the claims of a text, in order: they carry the proposition, not the article. */
function keysOf(text: string): string[] {
  const { doc, claims: found } = claimsIn(text);
  return recordFromDoc(withLayer(doc, 'claims', found), [], IDENTITY).claims.map(({ key }) => key);
}
