import { createDoc, withLayer } from '../../src/core/doc.ts';
import { OffsetMap } from '../../src/core/offset-map.ts';
import { packagedModelStore } from '../../src/io/model-store.ts';
import type { Proposition } from '../../src/stages/claims/proposition.ts';
import { propositionsOf } from '../../src/stages/claims/propositions.ts';
import { repaired } from '../../src/stages/claims/repair.ts';
import { Tree } from '../../src/stages/claims/tree.ts';
import { tokens } from '../../src/stages/tokens.ts';

/** One sentence with its tree and every proposition that the claims stage would look at. */
export interface Extracted {
  readonly tree: Tree;
  readonly propositions: readonly Proposition[];
}

const context = { models: packagedModelStore(), diagnose: () => {} };

export function extract(sentence: string): Extracted {
  const source = {
    raw: sentence,
    sha256: '',
    mediaType: 'text/plain',
    charset: 'utf-8',
  } as const;
  const doc = withLayer(createDoc(source, sentence, OffsetMap.identity(sentence.length)), 'sentences', [
    { start: 0, end: sentence.length, block: 0 },
  ]);
  const tree = new Tree(sentence, repaired(sentence, tokens.run(doc, {}, context)));
  return { tree, propositions: propositionsOf(tree, 0) };
}

/** The tokens as the sentence writes them, a blank between those that do not touch. */
export function words(tree: Tree, tokens: readonly number[]): string {
  let out = '';
  let before = -2;
  for (const token of tokens) {
    const apart = before + 1 !== token || tree.end(before) < tree.start(token);
    out += (out !== '' && apart ? ' ' : '') + tree.text.slice(tree.start(token), tree.end(token));
    before = token;
  }
  return out;
}
