import { describe, expect, it } from 'vitest';
import { XPOS_CODE } from '../../src/core/labels.ts';
import { FeatureModel } from '../../src/language/feature-model.ts';
import { Lemmatiser } from '../../src/language/lemmatise.ts';
import { calibrate } from '../../train/calibrate.ts';
import type { TreebankSentence } from '../../train/conllu.ts';
import { Perceptron } from '../../train/perceptron.ts';
import { randomSource } from '../../train/random.ts';
import { trainLemmas } from '../../train/train-lemmas.ts';
import { recased } from '../../train/training-set.ts';

describe('perceptron', () => {
  it('learns classes from features and keeps them when packed', () => {
    const perceptron = new Perceptron(3);
    const scores = new Float64Array(3);
    // class = feature % 3, beside a feature that says nothing
    const example = (f: number): Int32Array => Int32Array.of(77, 1000 + f);
    for (let epoch = 0; epoch < 10; epoch++) {
      for (let f = 0; f < 30; f++) {
        const features = example(f);
        perceptron.score(features, 0, 2, scores);
        const best = scores.indexOf(Math.max(...scores));
        if (best !== f % 3) perceptron.update(features, 0, 2, f % 3, best);
        perceptron.steps++;
      }
    }
    const packed = new FeatureModel(perceptron.columns());
    for (let f = 0; f < 30; f++) {
      packed.score(example(f), 0, 2, scores);
      expect(scores.indexOf(Math.max(...scores))).toBe(f % 3);
    }
    const few = perceptron.columns(5).weights.length;
    expect(few).toBeGreaterThanOrEqual(5);
    expect(few).toBeLessThan(perceptron.columns().weights.length);
  });
});

describe('lemma rules', () => {
  const sentence = (rows: readonly (readonly [string, string, number])[]): TreebankSentence => ({
    doc: '',
    genre: '',
    text: '',
    forms: rows.map(([form]) => form),
    offsets: null,
    lemmas: rows.map(([, lemma]) => lemma),
    upos: new Uint8Array(rows.length),
    xpos: Uint8Array.from(rows, ([, , xpos]) => xpos),
    heads: new Int32Array(rows.length),
    deprels: new Uint8Array(rows.length),
  });

  it('generalise by ending and keep exceptions', () => {
    const { NNS, VBD, NNP } = XPOS_CODE;
    const { scripts, rules } = trainLemmas([
      sentence([
        ['cats', 'cat', NNS],
        ['dogs', 'dog', NNS],
        ['cities', 'city', NNS],
        ['parties', 'party', NNS],
        ['children', 'child', NNS],
        ['walked', 'walk', VBD],
        ['talked', 'talk', VBD],
        ['went', 'go', VBD],
        ['Leeds', 'Leeds', NNP],
      ]),
    ]);
    const lemmatiser = new Lemmatiser(scripts, rules, () => true);
    expect(lemmatiser.lemma('Lamps', NNS)).toBe('lamp');
    expect(lemmatiser.lemma('treaties', NNS)).toBe('treaty');
    expect(lemmatiser.lemma('children', NNS)).toBe('child');
    expect(lemmatiser.lemma('Went', VBD)).toBe('go');
    expect(lemmatiser.lemma('marked', VBD)).toBe('mark');
    expect(lemmatiser.lemma('Leeds', NNP)).toBe('Leeds');
  });
});

describe('calibration', () => {
  it('finds the curve that the examples came from', () => {
    const random = randomSource(9);
    const examples = Array.from({ length: 20_000 }, (): [number, boolean] => {
      const margin = random() * 10;
      return [margin * margin, random() < 1 / (1 + Math.exp(-(-1 + 0.6 * margin)))];
    });
    const { offset, slope } = calibrate(examples);
    expect(offset).toBeCloseTo(-1, 0);
    expect(slope).toBeCloseTo(0.6, 1);
  });
});

describe('recased', () => {
  it('writes a headline', () => {
    expect(recased(['the', 'council', 'votes', 'on', 'the', 'plan'], 'title').join(' ')).toBe(
      'The Council Votes on the Plan',
    );
    expect(recased(['A', 'plan'], 'capitals')).toEqual(['A', 'PLAN']);
  });
});
