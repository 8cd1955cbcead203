import { type Example, type Losses, Network } from './network.ts';
import { randomSource, shuffle } from './random.ts';
import type { TrainingSentence, TrainingSet } from './training-set.ts';

export interface LearnerOptions {
  readonly seed: number;
  readonly dropout: number;
  readonly batchWords: number;
  /** Which of the learners that share the data this is, and how many they are. */
  readonly shard: number;
  readonly shards: number;
  /** Chance of a variant, or a raw sentence, to be learnt in an epoch. */
  readonly variantShare: number;
}

/** Share of sentences that are learnt in the capitals of a headline, or all in capitals. */
const TITLE_CASE = 0.06;
const ALL_CAPITALS = 0.02;
/** A word type's learnt vector and its pretrained one are each left out this often; rare words' more often. */
const TYPE_DROPOUT = 0.1;

/** A network with its share of the data, which it goes through again and again in a new order. */
export class Learner {
  readonly network: Network;
  readonly #set: TrainingSet;
  readonly #options: LearnerOptions;
  readonly #random: () => number;
  #batches: Iterator<Example[], void>;
  #withRaw = true;

  constructor(set: TrainingSet, options: LearnerOptions) {
    const { seed, dropout, shard } = options;
    this.#set = set;
    this.#options = options;
    this.network = new Network(set.shape, set.vectors, set.words, set.types, {
      seed,
      // learners that share the data start from the same weights but drop different units
      chance: seed * 100 + shard,
      dropout,
      typeDropout: TYPE_DROPOUT,
    });
    this.#random = randomSource(seed + 17);
    this.#batches = this.#stream();
  }

  /** Goes on for as many steps as there are rates, with raw text or without; returns the mean losses. */
  learn(rates: readonly number[], withRaw: boolean): Losses {
    if (withRaw !== this.#withRaw) {
      this.#withRaw = withRaw;
      this.#batches = this.#stream();
    }
    const mean = { tag: 0, arc: 0, relation: 0 };
    for (const rate of rates) {
      const { tag, arc, relation } = this.network.train(this.#batches.next().value!, rate);
      mean.tag += tag / rates.length;
      mean.arc += arc / rates.length;
      mean.relation += relation / rates.length;
    }
    return mean;
  }

  *#stream(): Generator<Example[], void> {
    const { gold, variants, raw } = this.#set;
    const { batchWords, shard, shards, variantShare } = this.#options;
    const random = this.#random;
    for (;;) {
      const share = <T>(sentences: readonly T[]): T[] => sentences.filter(() => random() < variantShare);
      const order = shuffle([...gold, ...share(variants), ...share(this.#withRaw ? raw : [])], random);
      let batch: Example[] = [];
      let size = 0;
      for (const [i, sentence] of order.entries()) {
        const chance = random();
        if (i % shards !== shard) continue;
        batch.push(styled(sentence, chance));
        size += sentence.example.types.length;
        if (size < batchWords) continue;
        yield batch;
        batch = [];
        size = 0;
      }
    }
  }
}

function styled({ example, title, capitals }: TrainingSentence, chance: number): Example {
  if (chance < TITLE_CASE) return { ...example, types: title };
  return chance < TITLE_CASE + ALL_CAPITALS ? { ...example, types: capitals } : example;
}
