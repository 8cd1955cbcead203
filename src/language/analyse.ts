import { DEPREL_CODE } from '../core/labels.ts';
import type { Span } from '../core/span.ts';
import { type NameRange, TokenTable } from '../core/tokens.ts';
import type { LanguageModel } from './language-model.ts';
import type { Lexeme } from './lexeme.ts';
import { LONGEST_PIECE } from './network.ts';
import { tokenise } from './tokenise.ts';

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
  // a sentence, or a part of a very long one
  const pieces: { readonly first: number; readonly sentence: number }[] = [];
  const rows: Lexeme[][] = [];
  for (let s = 0; s < sentences.length; s++) {
    const last = sentenceFirst[s + 1]!;
    for (let first = sentenceFirst[s]!; first < last; first += LONGEST_PIECE) {
      pieces.push({ first, sentence: s });
      rows.push(words.slice(first, Math.min(last, first + LONGEST_PIECE)));
    }
  }
  const roots = new Int32Array(sentences.length).fill(-1);
  model.network.analyse(rows, (p, { tags, heads, relations }) => {
    const { first, sentence } = pieces[p]!;
    const n = tags.length;
    for (let i = 0; i < n; i++) {
      const tag = model.tags[tags[i]!]!;
      upos[first + i] = tag.upos;
      xpos[first + i] = tag.xpos;
      if (heads[i] !== n) {
        head[first + i] = first + heads[i]!;
        deprel[first + i] = notRoot(model.relations[relations[i]!]!);
      } else if (roots[sentence]! < 0) {
        roots[sentence] = first + i;
        head[first + i] = -1;
        deprel[first + i] = DEPREL_CODE.root;
      } else {
        // the root of a later part hangs on that of the first
        head[first + i] = roots[sentence]!;
        deprel[first + i] = DEPREL_CODE.parataxis;
      }
    }
  });
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

/** Only the root has the relation `root`, whatever the network would say. */
function notRoot(deprel: number): number {
  return deprel === DEPREL_CODE.root ? DEPREL_CODE.dep : deprel;
}
