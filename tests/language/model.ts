import { readFileSync } from 'node:fs';
import { loadLanguageModel } from '../../src/language/language-model.ts';
import { loadNamesModel } from '../../src/language/names-model.ts';

const read = (name: string): Uint8Array => readFileSync(new URL(`../../models/${name}`, import.meta.url));

/** The shipped model, for tests that need trained weights. */
export const languageModel = loadLanguageModel(read('language.bin'));

export const nameTagger = loadNamesModel(read('names.bin'), languageModel.vectors);
