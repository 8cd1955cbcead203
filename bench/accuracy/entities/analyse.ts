import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../../src/core/span.ts';
import { analyse as analyseWith } from '../../../src/language/analyse.ts';
import { LANGUAGE_MODEL, loadLanguageModel } from '../../../src/language/language-model.ts';
import { loadNamesModel, NAMES_MODEL } from '../../../src/language/names-model.ts';
import { Words } from '../../../src/stages/entities/words.ts';
import { splitSentences } from '../../../src/stages/sentences.ts';

const models = join(import.meta.dirname, '../../../models');
const load = (name: string) => new Uint8Array(readFileSync(join(models, name)));
const language = loadLanguageModel(load(LANGUAGE_MODEL));
const names = loadNamesModel(load(NAMES_MODEL), language.vectors);

/** A text as the entities stage sees it; its sentences are split where none are given. */
export function analyse(text: string, sentences: readonly Span[] = sentencesOf(text)): Words {
  const tokens = analyseWith(text, sentences, language, (document) => names.find(document));
  return new Words(
    text,
    sentences.map(({ start, end }) => ({ start, end, block: 0 })),
    tokens,
  );
}

/** Sentences of bare text, line by line. */
function sentencesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((line) =>
    splitSentences(text, { start: line.index, end: line.index + line[0].length }),
  );
}
