import { describe, expect, it } from 'vitest';
import { NO_CLUSTERS } from '../../src/language/cluster-table.ts';
import { Gazetteer } from '../../src/language/gazetteer.ts';
import { Lexemes } from '../../src/language/lexeme.ts';
import { NAME_LABELS } from '../../src/language/name-labels.ts';
import { LABEL_COLUMNS, NameNetwork, type NameNetworkParts } from '../../src/language/name-network.ts';
import { AFFIX_ROWS } from '../../src/language/network-shape.ts';
import { RowIndex } from '../../src/language/row-index.ts';
import { WordTypes } from '../../src/language/word-types.ts';
import { randomSource } from '../../train/random.ts';

const UNITS = 16;
const random = randomSource(4);
const some = (length: number): Float32Array => Float32Array.from({ length }, () => random() * 2 - 1);
const table = (rows: number) => ({
  values: Int8Array.from(some(rows * 8), (value) => value * 127),
  scales: new Float32Array(rows).fill(1 / 127),
});
const parts: NameNetworkParts = {
  shape: { vector: 8, word: 8, affix: 8, units: UNITS },
  dense: {
    window: some(24 * 3 * 6 * UNITS),
    gates: some(6 * UNITS),
    label: some(2 * UNITS * LABEL_COLUMNS),
    labelBias: some(LABEL_COLUMNS),
  },
  vectors: table(1),
  vectorIndex: new RowIndex(new Int32Array(0)),
  words: table(3),
  wordIndex: new RowIndex(new Int32Array(0), 3),
  affixes: table(AFFIX_ROWS),
};
const tables = {
  gazetteer: new Gazetteer(new Int32Array(0), new Uint16Array(0)),
  wordTypes: new WordTypes(new Int32Array(0), new Uint8Array(0), new Uint16Array(0)),
};
const lexemes = new Lexemes(NO_CLUSTERS);
const wordsOf = (text: string) => text.split(' ').map((form) => lexemes.get(form));

describe('name network', () => {
  const network = new NameNetwork(parts, tables);

  it('gives the same with and without WebAssembly', () => {
    const words = wordsOf('Anna Reed of Norvia Bank said that Helm , a town of 900 , had no mayor .');
    const bounds = Int32Array.of(0, 2, words.length);
    const scores = network.score(words, bounds);
    expect(scores).toHaveLength(words.length * NAME_LABELS);
    expect(scores.some((value) => value !== 0)).toBe(true);
    expect(new NameNetwork(parts, tables, { scalar: true }).score(words, bounds)).toEqual(scores);
  });

  it('scores each sentence by itself, whatever stands beside it', () => {
    const long = wordsOf('Anna Reed met Ola Lind in Helm . '.repeat(300).trim());
    const short = wordsOf('Anna Reed met Ola Lind .');
    const together = network.score(
      [...long, ...short],
      Int32Array.of(0, long.length, long.length + short.length),
    );
    const alone = network.score(short, Int32Array.of(0, short.length));
    expect(together.subarray(long.length * NAME_LABELS)).toEqual(alone);
    expect(network.score(long, Int32Array.of(0, long.length))).toEqual(
      together.subarray(0, long.length * NAME_LABELS),
    );
  });

  it('takes no words, and empty sentences', () => {
    expect(network.score([], Int32Array.of(0))).toHaveLength(0);
    expect(network.score(wordsOf('Helm'), Int32Array.of(0, 0, 1, 1))).toHaveLength(NAME_LABELS);
  });
});
