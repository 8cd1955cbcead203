import { describe, expect, it } from 'vitest';
import { NO_CLUSTERS } from '../../src/language/cluster-table.ts';
import { Lexemes } from '../../src/language/lexeme.ts';
import { denseWeights, Network, type NetworkOutput, type NetworkParts } from '../../src/language/network.ts';
import { AFFIX_ROWS, DISTANCES, type NetworkShape } from '../../src/language/network-shape.ts';
import { RowIndex } from '../../src/language/row-index.ts';
import { randomSource } from '../../train/random.ts';

const shape: NetworkShape = {
  ...{ vector: 8, word: 8, affix: 8, layers: 3, units: 16, arc: 16, relation: 8 },
  ...{ tags: 5, relations: 7 },
};

/** Values of each dense weight. */
function lengthOf(name: string): number {
  const { units, arc, relation } = shape;
  if (name.endsWith('Bias') || name === 'arcRoot' || name === 'relationRoot')
    return /^arc/.test(name)
      ? arc
      : name === 'distanceBias'
        ? DISTANCES
        : /Out|tag/.test(name)
          ? 8
          : relation;
  if (/^gates/.test(name)) return 6 * units;
  if (/^layer/.test(name)) return 2 * units * 6 * units;
  const sizes: Record<string, number> = {
    window: 24 * 3 * 6 * units,
    tag: 2 * units * 8,
    arcProduct: arc * arc,
    distance: 2 * units * DISTANCES,
    relationOut: relation * 8,
  };
  return sizes[name] ?? 2 * units * (name.startsWith('arc') ? arc : relation);
}

const random = randomSource(4);
const some = (length: number): Float32Array => Float32Array.from({ length }, () => random() * 2 - 1);
const table = (rows: number) => ({
  values: Int8Array.from(some(rows * 8), (value) => value * 127),
  scales: new Float32Array(rows).fill(1 / 127),
});
const parts: NetworkParts = {
  shape,
  dense: Object.fromEntries(denseWeights(shape).map((name) => [name, some(lengthOf(name))])),
  vectors: table(1),
  vectorIndex: new RowIndex(new Int32Array(0)),
  words: table(3),
  wordIndex: new RowIndex(new Int32Array(0), 3),
  affixes: table(AFFIX_ROWS),
};

const lexemes = new Lexemes(NO_CLUSTERS);
const pieces = [
  'The harbour was quiet .',
  '',
  'Nobody',
  Array.from({ length: 192 }, (_, i) => `w${i % 50}`).join(' '),
  ...Array.from({ length: 40 }, (_, i) =>
    Array.from({ length: 30 }, (_, k) => `form${i * 30 + k}`).join(' '),
  ),
].map((text) =>
  text
    .split(' ')
    .filter((form) => form !== '')
    .map((form) => lexemes.get(form)),
);

function outputs(network: Network): NetworkOutput[] {
  const found: NetworkOutput[] = [];
  network.analyse(pieces, (p, output) => {
    found[p] = output;
  });
  return found;
}

describe('network', () => {
  it('gives the same with and without WebAssembly', () => {
    expect(outputs(new Network(parts, { scalar: true }))).toEqual(outputs(new Network(parts)));
  });

  it('gives every piece one tree, the same next to any other', () => {
    const network = new Network(parts);
    const found = outputs(network);
    expect(found.map(({ heads }) => heads.length)).toEqual(pieces.map(({ length }) => length));
    found.forEach(({ heads }, p) => {
      const n = heads.length;
      expect(heads.filter((head) => head === n).length).toBe(n === 0 ? 0 : 1);
      network.analyse([pieces[p]!], (_, alone) => expect(alone).toEqual(found[p]));
    });
  });
});
