import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenTable } from '../../../src/core/tokens.ts';
import { analyse } from '../../../src/language/analyse.ts';
import { LANGUAGE_MODEL, loadLanguageModel } from '../../../src/language/language-model.ts';
import { splitSentences } from '../../../src/stages/sentences.ts';

const models = join(import.meta.dirname, '../../../models');
const language = loadLanguageModel(new Uint8Array(readFileSync(join(models, LANGUAGE_MODEL))));

/** Tokens and trees of bare text, its sentences split within paragraphs. */
export function analyseText(text: string): TokenTable {
  const sentences = [...text.matchAll(/(?:[^\n]|\n(?!\s*\n))+/g)].flatMap((paragraph) =>
    splitSentences(text, { start: paragraph.index, end: paragraph.index + paragraph[0].length }),
  );
  return analyse(text, sentences, language);
}
