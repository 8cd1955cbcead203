import { DEPREL_CODE } from '../core/labels.ts';
import type { Span } from '../core/span.ts';
import { type NameRange, TokenTable } from '../core/tokens.ts';
import type { LanguageModel } from './language-model.ts';
import type { Lexeme } from './lexeme.ts';
import { uposHash } from './tagger.ts';
import { tokenise } from './tokenise.ts';

/** Longer sentences are parsed in pieces of this many words, whose roots are then joined. */
const LONGEST_PIECE = 1000;

/** What finds names in an analysed document. */
export type NameFinder = (document: AnalysedWords) => readonly NameRange[];

/** The words of a document with the attributes that were computed on the way. */
export interface AnalysedWords {
  readonly words: readonly Lexeme[];
  readonly forms: readonly string[];
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** First word of each sentence, and at the end the number of words. */
  readonly sentenceFirst: Int32Array;
}

/**
 * Words, tags, lemmas, dependency trees and, with a name finder, names of the sentences of a text. Time linear
 * in the length of the text; every sentence becomes one well-formed tree, whatever it holds.
 *
 * @param sentences spans of `text`, sorted, not overlapping
 */
export function analyse(
  text: string,
  sentences: readonly Span[],
  model: LanguageModel,
  findNames?: NameFinder,
): TokenTable {
  const starts: number[] = [];
  const ends: number[] = [];
  const sentenceFirst = new Int32Array(sentences.length + 1);
  sentences.forEach(({ start, end }, i) => {
    tokenise(text, start, end, (from, to) => {
      starts.push(from);
      ends.push(to);
    });
    sentenceFirst[i + 1] = starts.length;
  });
  const forms = starts.map((start, i) => text.slice(start, ends[i]!));
  const words = forms.map((form) => model.lexemes.get(form));
  const size = forms.length;
  const upos = new Uint8Array(size);
  const xpos = new Uint8Array(size);
  const head = new Int32Array(size);
  const deprel = new Uint8Array(size);
  for (let s = 0; s < sentences.length; s++) {
    const first = sentenceFirst[s]!;
    const last = sentenceFirst[s + 1]!;
    let root = -1;
    for (let from = first; from < last; from += LONGEST_PIECE) {
      const to = Math.min(last, from + LONGEST_PIECE);
      const pieceRoot = analysePiece(model, words.slice(from, to), from, { upos, xpos, head, deprel });
      if (root < 0) {
        root = pieceRoot;
      } else {
        head[pieceRoot] = root;
        deprel[pieceRoot] = DEPREL_CODE.parataxis;
      }
    }
  }
  const { lemmatiser } = model;
  return new TokenTable({
    start: Int32Array.from(starts),
    end: Int32Array.from(ends),
    upos,
    xpos,
    head,
    deprel,
    lemma: forms.map((form, i) => lemmatiser.lemma(form, xpos[i]!)),
    sentenceFirst,
    names: findNames?.({ words, forms, upos, xpos, sentenceFirst }) ?? [],
  });
}

interface Columns {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly head: Int32Array;
  readonly deprel: Uint8Array;
}

/** Tags and parses words that stand at `offset` of the table; returns the index of their root. */
function analysePiece(
  { tagger, parser }: LanguageModel,
  words: readonly Lexeme[],
  offset: number,
  out: Columns,
): number {
  const tags = tagger.tag(words);
  const n = words.length;
  const tagHashes = new Int32Array(n);
  const uposHashes = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const tag = tagger.tags[tags[i]!]!;
    out.upos[offset + i] = tag.upos;
    out.xpos[offset + i] = tag.xpos;
    tagHashes[i] = tagger.hashes[tags[i]!]!;
    uposHashes[i] = uposHash(tag.upos);
  }
  const tree = parser.parse(words, tagHashes, uposHashes);
  let root = -1;
  for (let i = 0; i < n; i++) {
    const governor = tree.heads[i]!;
    if (governor === n) {
      root = offset + i;
      out.head[root] = -1;
    } else {
      out.head[offset + i] = offset + governor;
    }
    out.deprel[offset + i] = parser.labels[tree.labels[i]!]!;
  }
  return root;
}
