import { describe, expect, it } from 'vitest';
import type { TypeFeatures } from '../../train/layers.ts';
import { type Example, Network } from '../../train/network.ts';
import { randomSource } from '../../train/random.ts';

const shape = {
  vector: 8,
  word: 8,
  affix: 8,
  layers: 3,
  units: 8,
  arc: 8,
  relation: 8,
  tags: 5,
  relations: 6,
};

const types: TypeFeatures[] = Array.from({ length: 7 }, (_, i) => ({
  vector: i > 1 && i < 6 ? i - 2 : -1,
  word: i,
  count: 5,
  affixes: i < 2 ? [] : [i, i + 10],
}));

const batch: Example[] = [
  {
    types: Int32Array.of(2, 3, 4, 5),
    tags: Int32Array.of(0, 1, 2, 3),
    heads: Int32Array.of(1, 4, 3, 1),
    relations: Int32Array.of(0, 1, 2, 3),
  },
  {
    types: Int32Array.of(6, 3),
    tags: Int32Array.of(4, 1),
    heads: Int32Array.of(2, 0),
    relations: Int32Array.of(1, 5),
  },
];

function network(): Network {
  const random = randomSource(5);
  const vectors = Float32Array.from({ length: 4 * 8 }, () => random() - 0.5);
  return new Network(shape, vectors, types.length, types, {
    seed: 3,
    chance: 3,
    dropout: 0,
    typeDropout: 0,
    megabytes: 4,
  });
}

const total = (net: Network): number => {
  const { tag, arc, relation } = net.accumulate(batch);
  return tag + arc + relation;
};

describe('network', () => {
  it('has the gradients that small changes of the weights show', () => {
    const net = network();
    net.accumulate(batch);
    const analytic = Object.fromEntries(
      Object.entries(net.parameters).map(([name, { gradient }]) => [name, Float32Array.from(gradient)]),
    );
    for (const [name, { value }] of Object.entries(net.parameters)) {
      // the greatest of its gradients, where the difference stands out of the rounding
      const gradient = analytic[name]!;
      let at = 0;
      for (let i = 0; i < gradient.length; i++) if (Math.abs(gradient[i]!) > Math.abs(gradient[at]!)) at = i;
      const before = value[at]!;
      value[at] = before + 1e-2;
      const above = total(net);
      value[at] = before - 1e-2;
      const below = total(net);
      value[at] = before;
      const numeric = (above - below) / 2e-2;
      expect(Math.abs(numeric - gradient[at]!), name).toBeLessThan(2e-3 + 0.05 * Math.abs(numeric));
    }
  });

  it('learns its examples by heart', () => {
    const net = network();
    const first = total(network());
    for (let i = 0; i < 150; i++) net.train(batch, 0.01);
    expect(total(net)).toBeLessThan(first / 20);
  });
});
