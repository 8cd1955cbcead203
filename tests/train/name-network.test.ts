import { describe, expect, it } from 'vitest';
import { NAME_LABELS } from '../../src/language/name-labels.ts';
import type { TypeFeatures } from '../../train/layers.ts';
import { allowedLabels } from '../../train/name-data.ts';
import { type NameExample, NameNetwork } from '../../train/name-network.ts';
import { allowedLoss } from '../../train/network-math.ts';
import { randomSource } from '../../train/random.ts';

const types: TypeFeatures[] = Array.from({ length: 7 }, (_, i) => ({
  vector: i > 1 && i < 6 ? i - 2 : -1,
  word: i,
  count: 5,
  affixes: i < 2 ? [] : [i, i + 10],
}));

const example = (words: number[], labels: number[], marksMisc: boolean): NameExample => ({
  types: Int32Array.from(words),
  allowed: allowedLabels(Uint8Array.from(labels), marksMisc),
});
const batch = [example([2, 3, 4, 5], [0, 1, 3, 8], true), example([6, 3], [4, 0], false)];

function network(): NameNetwork {
  const random = randomSource(5);
  const vectors = Float32Array.from({ length: 4 * 8 }, () => random() - 0.5);
  const options = { seed: 3, chance: 3, dropout: 0, typeDropout: 0, megabytes: 4 };
  return new NameNetwork({ vector: 8, word: 8, affix: 8, units: 8 }, vectors, types.length, types, options);
}

describe('name network in training', () => {
  it('has the gradients that small changes of the weights show', () => {
    const net = network();
    net.accumulate(batch);
    for (const [name, { value, gradient }] of Object.entries(net.parameters)) {
      const own = Float32Array.from(gradient);
      // the greatest of its gradients, where the difference stands out of the rounding
      let at = 0;
      for (let i = 0; i < own.length; i++) if (Math.abs(own[i]!) > Math.abs(own[at]!)) at = i;
      const before = value[at]!;
      value[at] = before + 1e-2;
      const above = net.accumulate(batch);
      value[at] = before - 1e-2;
      const below = net.accumulate(batch);
      value[at] = before;
      for (const parameter of Object.values(net.parameters)) parameter.gradient.fill(0);
      net.accumulate(batch);
      const numeric = (above - below) / 2e-2;
      expect(Math.abs(numeric - own[at]!), name).toBeLessThan(2e-3 + 0.05 * Math.abs(numeric));
    }
  });

  it('learns its examples by heart', () => {
    const net = network();
    const first = net.train(batch, 0.01);
    for (let i = 0; i < 150; i++) net.train(batch, 0.01);
    expect(net.accumulate(batch)).toBeLessThan(first / 20);
  });
});

describe('loss of sets of labels', () => {
  it('costs nothing where all labels may be', () => {
    const scores = Float32Array.from({ length: NAME_LABELS }, (_, i) => i);
    expect(allowedLoss(scores, new Uint8Array(NAME_LABELS).fill(1), NAME_LABELS, 1)).toBeCloseTo(0, 6);
    for (const gradient of scores) expect(gradient).toBeCloseTo(0, 6);
  });

  it('leaves open which of the allowed labels a word has, and pushes the others down', () => {
    const scores = Float32Array.of(1, 1, 1, 0);
    const loss = allowedLoss(scores, Uint8Array.of(1, 1, 0), 4, 1);
    expect(loss).toBeCloseTo(Math.log(3 / 2), 5);
    expect([...scores].map((value) => Math.round(value * 1000) / 1000)).toEqual([-0.167, -0.167, 0.333, 0]);
  });

  it('takes a word outside names for anything of MISC where that is not marked', () => {
    const allowed = allowedLabels(Uint8Array.of(0, 4), false);
    const rows = [allowed.subarray(0, NAME_LABELS), allowed.subarray(NAME_LABELS)];
    const labels = rows.map((row) => [...row.keys()].filter((label) => row[label] === 1));
    expect(labels).toEqual([[0, 13, 14, 15, 16], [4]]);
    expect([...allowedLabels(Uint8Array.of(0), true)].reduce((a, b) => a + b, 0)).toBe(1);
  });
});
