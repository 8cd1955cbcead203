import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDoc, withLayer } from '../../../src/core/doc.ts';
import { DEPREL, UPOS, XPOS } from '../../../src/core/labels.ts';
import { OffsetMap } from '../../../src/core/offset-map.ts';
import { contains } from '../../../src/core/span.ts';
import { TokenTable } from '../../../src/core/tokens.ts';
import { claims } from '../../../src/stages/claims.ts';

const WORDS = [
  'the',
  'mayor',
  'who',
  'not',
  'said',
  '5',
  'million',
  '"',
  ',',
  'that',
  'is',
  'to',
  'there',
  'if',
  '$',
  'by',
  "'s",
  'Oslo',
];

/** A sentence with any labels and any tree. */
const sentence = fc.array(
  fc.record({
    word: fc.constantFrom(...WORDS),
    upos: fc.nat(UPOS.length - 1),
    xpos: fc.nat(XPOS.length - 1),
    deprel: fc.nat(DEPREL.length - 1),
    head: fc.nat(30),
  }),
  { minLength: 1, maxLength: 30 },
);

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

describe('claims on any tree', () => {
  it('never throws, and every span slices the text inside its sentence', () => {
    fc.assert(
      fc.property(sentence, fc.nat(29), (rows, rootSeed) => {
        const root = rootSeed % rows.length;
        // Any token but the root hangs on one nearer to the root: well-formed, often not projective.
        const order = rows.map((_, at) => at).sort((a, b) => Math.abs(a - root) - Math.abs(b - root));
        const head = new Int32Array(rows.length).fill(-1);
        for (let k = 1; k < order.length; k++) head[order[k]!] = order[rows[order[k]!]!.head % k]!;
        const text = rows.map(({ word }) => word).join(' ');
        const start: number[] = [];
        let at = 0;
        for (const { word } of rows) {
          start.push(at);
          at += word.length + 1;
        }
        const span = { start: 0, end: text.length };
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
        doc = withLayer(doc, 'blocks', [{ ...span, kind: 'paragraph', label: 'article', rule: 'given' }]);
        doc = withLayer(doc, 'sentences', [{ ...span, block: 0 }]);
        doc = withLayer(
          doc,
          'tokens',
          new TokenTable({
            start: Int32Array.from(start),
            end: Int32Array.from(rows, ({ word }, k) => start[k]! + word.length),
            upos: Uint8Array.from(rows, ({ upos }) => upos),
            xpos: Uint8Array.from(rows, ({ xpos }) => xpos),
            deprel: Uint8Array.from(rows, ({ deprel }) => deprel),
            head,
            lemma: rows.map(({ word }) => word),
            sentenceFirst: Int32Array.of(0, rows.length),
            names: [],
          }),
        );
        doc = withLayer(doc, 'timexes', []);
        doc = withLayer(doc, 'entities', []);
        doc = withLayer(doc, 'attributions', []);
        const models = { bytes: () => new Uint8Array(), get: () => undefined as never, sha256: () => '' };
        const found = claims.run(doc, claims.options.parse({}), { models, diagnose: () => {} });
        for (const claim of found) {
          // Never a word that neither the text nor a listed edit has.
          const known = wordsOf([text, ...claim.edits.map(({ to }) => to)].join(' '));
          expect([...wordsOf(claim.text)].filter((word) => !known.has(word))).toEqual([]);
          const slots = [
            claim.subject,
            claim.predicate,
            ...(claim.object ? [claim.object] : []),
            ...claim.args,
          ];
          for (const slot of slots) {
            if (!slot.implicit) expect(text.slice(slot.start, slot.end)).toBe(slot.text);
            expect(contains(claim.quote, slot)).toBe(true);
          }
          expect(contains(span, claim.quote)).toBe(true);
          expect(claim.text.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400, seed: 9 },
    );
  });
});
