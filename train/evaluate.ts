import { DEPREL } from '../src/core/labels.ts';
import type { Lexemes } from '../src/language/lexeme.ts';
import type { Parser } from '../src/language/parser.ts';
import { type Tagger, uposHash } from '../src/language/tagger.ts';
import type { TreebankSentence } from './conllu.ts';

export interface TreeScores {
  /** Per cent of words. LAS compares relations without their subtypes (as the CoNLL 2018 shared task did). */
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
  readonly lasWithSubtypes: number;
  readonly words: number;
}

const BASE = DEPREL.map((deprel) => deprel.split(':')[0]!);

/** Tags and parses gold words and compares with the treebank, punctuation included. */
export function evaluateTrees(
  sentences: readonly TreebankSentence[],
  lexemes: Lexemes,
  tagger: Tagger,
  parser: Parser | null,
): TreeScores {
  const uposHashes = Int32Array.from(tagger.tags, (tag) => uposHash(tag.upos));
  let words = 0;
  let upos = 0;
  let xpos = 0;
  let uas = 0;
  let las = 0;
  let lasFull = 0;
  for (const sentence of sentences) {
    const row = sentence.forms.map((form) => lexemes.get(form));
    const tags = tagger.tag(row);
    words += row.length;
    for (let i = 0; i < row.length; i++) {
      const tag = tagger.tags[tags[i]!]!;
      if (tag.upos === sentence.upos[i]) upos++;
      if (tag.xpos === sentence.xpos[i]) xpos++;
    }
    if (parser === null) continue;
    const tree = parser.parse(
      row,
      Int32Array.from(tags, (tag) => tagger.hashes[tag]!),
      Int32Array.from(tags, (tag) => uposHashes[tag]!),
    );
    for (let i = 0; i < row.length; i++) {
      if (tree.heads[i] !== sentence.heads[i]) continue;
      uas++;
      const label = parser.labels[tree.labels[i]!]!;
      if (label === sentence.deprels[i]) lasFull++;
      if (BASE[label] === BASE[sentence.deprels[i]!]) las++;
    }
  }
  const share = (count: number): number => (100 * count) / words;
  return {
    upos: share(upos),
    xpos: share(xpos),
    uas: share(uas),
    las: share(las),
    lasWithSubtypes: share(lasFull),
    words,
  };
}
