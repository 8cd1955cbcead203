import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse.ts';
import { languageModel, nameTagger } from './model.ts';

const read = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`../../models/${name}`, import.meta.url)));

const TEXT = 'Dr. Amara Osei of Accra said the ferries hadn’t sailed since 4 May. Nobody was hurt.';
const SENTENCES = [
  { start: 0, end: 67 },
  { start: 68, end: TEXT.length },
];
const COLUMNS = ['start', 'end', 'upos', 'xpos', 'head', 'deprel', 'lemma', 'names'] as const;

describe('language core in a browser', () => {
  let code = '';

  beforeAll(async () => {
    // fails on whatever only Node.js has, `node:` imports among it
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { analyse } from './src/language/analyse.ts';
          import { loadLanguageModel } from './src/language/language-model.ts';
          import { loadNamesModel } from './src/language/names-model.ts';
          const model = loadLanguageModel(language);
          const tagger = loadNamesModel(names);
          const table = analyse(text, sentences, model, (document) => tagger.find(document));
          result = JSON.stringify(columns.map((name) => [...table.columns[name]]));`,
        resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
        loader: 'ts',
      },
      ...{
        bundle: true,
        write: false,
        platform: 'browser',
        format: 'iife',
        target: 'es2022',
        logLevel: 'silent',
      },
    });
    code = outputFiles[0]!.text;
  });

  it.each([true, false])('gives what it gives in Node.js (WebAssembly: %s)', (webAssembly) => {
    // a realm with the language's own objects alone: no process, no Buffer, no require
    const realm: Record<string, unknown> = createContext({
      ...{ TextDecoder, language: read('language.bin'), names: read('names.bin') },
      ...{ text: TEXT, sentences: SENTENCES, columns: COLUMNS, result: '' },
    });
    if (!webAssembly) runInContext('delete globalThis.WebAssembly', realm);
    runInContext(code, realm);
    const table = analyse(TEXT, SENTENCES, languageModel, (document) => nameTagger.find(document));
    expect(JSON.parse(realm.result as string)).toEqual(COLUMNS.map((name) => [...table.columns[name]]));
  });
});
