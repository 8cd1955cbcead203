import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDoc, withLayer } from '../../src/core/doc.ts';
import type { OffsetMap } from '../../src/core/offset-map.ts';
import type { ModelStore, StageContext } from '../../src/core/stage.ts';
import { tokens } from '../../src/stages/tokens.ts';

const files: string[] = [];
const loaded = new Map<string, unknown>();
const models: ModelStore = {
  bytes: (name) => readFileSync(new URL(`../../models/${name}`, import.meta.url)),
  get<T>(name: string, load: (bytes: Uint8Array) => T): T {
    if (!loaded.has(name)) {
      files.push(name);
      loaded.set(name, load(models.bytes(name)));
    }
    return loaded.get(name) as T;
  },
  sha256: () => '',
};
const context: StageContext = { diagnose: () => {}, models };

describe('tokens stage', () => {
  it('gives words, trees and names of the sentences layer, and nothing of the rest of the text', () => {
    const text = 'MENU. Peter Novak left Prague. Copyright';
    const source = { raw: text, sha256: '', mediaType: 'text/plain', charset: 'utf-8' } as const;
    const doc = withLayer(createDoc(source, text, {} as OffsetMap), 'sentences', [
      { start: 6, end: 30, block: 0 },
    ]);
    const table = tokens.run(doc, {}, context);
    expect(Array.from({ length: table.length }, (_, i) => table.text(text, i))).toEqual([
      'Peter',
      'Novak',
      'left',
      'Prague',
      '.',
    ]);
    expect(table.columns.names.map(({ first, last, type }) => [first, last, type])).toEqual([
      [0, 2, 'PERSON'],
      [3, 4, 'PLACE'],
    ]);
    expect(table.deprel(2)).toBe('root');
    expect(files.sort()).toEqual(['language.bin', 'names.bin']);
  });

  it('takes no options', () => {
    expect(tokens.options.safeParse({}).success).toBe(true);
    expect(tokens.options.safeParse({ fast: true }).success).toBe(false);
  });
});
