import { readFileSync } from 'node:fs';
import { loadLanguageModel } from '../../src/language/language-model.ts';

const read = (name: string): Uint8Array => readFileSync(new URL(`../../models/${name}`, import.meta.url));

/** The shipped model, for tests that need trained weights. */
export const languageModel = loadLanguageModel(read('language.bin'));
