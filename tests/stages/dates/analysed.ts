import type { TokenTable } from '../../../src/core/tokens.ts';
import { packagedModelStore } from '../../../src/io/model-store.ts';
import { analyse } from '../../../src/language/analyse.ts';
import { LANGUAGE_MODEL, loadLanguageModel } from '../../../src/language/language-model.ts';
import { splitSentences } from '../../../src/stages/sentences.ts';

const model = packagedModelStore().get(LANGUAGE_MODEL, loadLanguageModel);

/** Tokens and trees of a text whose lines are its paragraphs. */
export function analysed(text: string): TokenTable {
  const sentences = [...text.matchAll(/[^\n]+/g)].flatMap((line) =>
    splitSentences(text, { start: line.index, end: line.index + line[0].length }),
  );
  return analyse(text, sentences, model);
}
