import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
/** A browser of this machine, if it has one: CHROMIUM, else where Debian and others put it. */
const CHROMIUM = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path));
const LIMIT = 120_000;

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
          const tagger = loadNamesModel(names, model.vectors);
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

  // where no browser is installed the realm above stands in for it
  it.skipIf(CHROMIUM === undefined)(
    'gives in Chromium what it gives in Node.js',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'claimline-browser-'));
      try {
        const page = join(folder, 'page.html');
        const bytes = (name: string): string => Buffer.from(read(name)).toString('base64');
        writeFileSync(
          page,
          `<!doctype html><meta charset="utf-8"><pre id="out"></pre><script>
          const bytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
          const language = bytes('${bytes('language.bin')}'), names = bytes('${bytes('names.bin')}');
          const text = ${JSON.stringify(TEXT)}, sentences = ${JSON.stringify(SENTENCES)}, columns = ${JSON.stringify(COLUMNS)};
          let result = '';
          ${code.replaceAll('</script', '<\\/script')}
          document.getElementById('out').textContent = navigator.userAgent + '\\n' + result;
          </script>`,
        );
        const flags = [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--dump-dom',
          `--user-data-dir=${folder}/profile`,
        ];
        const dom = execFileSync(CHROMIUM!, [...flags, `file://${page}`], {
          encoding: 'utf8',
          maxBuffer: 64 << 20,
          stdio: ['ignore', 'pipe', 'ignore'],
          timeout: LIMIT,
        });
        const [agent, json] = /<pre id="out">([^<]*)<\/pre>/.exec(dom)![1]!.split('\n');
        expect(agent).toContain('Chrome');
        const table = analyse(TEXT, SENTENCES, languageModel, (document) => nameTagger.find(document));
        expect(JSON.parse(json!)).toEqual(COLUMNS.map((name) => [...table.columns[name]]));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    LIMIT,
  );
});
