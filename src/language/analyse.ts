import type { Span } from '../core/span.ts';
import { type NameRange, TokenTable } from '../core/tokens.ts';
import type { LanguageModel } from './language-model.ts';
import type { Lexeme } from './lexeme.ts';
import { parse } from './parse.ts';
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
  const { upos, xpos, head, deprel, margin } = parse(forms, words, sentenceFirst, model);
  const { lemmatiser } = model;
  return new TokenTable({
    start: Int32Array.from(starts),
    end: Int32Array.from(ends),
    upos,
    xpos,
    head,
    deprel,
    margin,
    lemma: forms.map((form, i) => lemmatiser.lemma(form, xpos[i]!)),
    sentenceFirst,
    names: findNames?.({ words, forms, upos, xpos, sentenceFirst }) ?? [],
  });
}
