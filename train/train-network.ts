import type { LearnerReply, LearnerSetup, LearnerTask } from './learner-worker.ts';
import type { Losses } from './network.ts';
import { Thread } from './thread.ts';
import type { TrainingSet } from './training-set.ts';

/** Dense weights, word vectors and affix vectors by name. */
export type Weights = Readonly<Record<string, Float32Array>>;

export interface NetworkOptions {
  /** Times the gold sentences are gone through. */
  readonly epochs: number;
  readonly batchWords: number;
  /** Greatest step of the optimiser; it rises at the start and falls to nothing. */
  readonly rate: number;
  readonly dropout: number;
  readonly seed: number;
  /** Threads that share the data. */
  readonly threads: number;
  /** Chance of a variant, or a raw sentence, to be learnt in an epoch. */
  readonly variantShare: number;
  /** Share of the steps after which raw text is not learnt any more. */
  readonly rawUntil: number;
  /** Weights to start from; random ones where there are none. */
  readonly start: Weights | null;
  /** What the log calls the network. */
  readonly name: string;
  readonly log: (line: string) => void;
  /** Sees the weights now and then. */
  readonly watch: (weights: Weights) => void;
  readonly watches: number;
}

/** Steps between two meetings of the threads. */
const ROUND = 10;
const WARM_UP = 200;

/**
 * Trains a network in worker threads, each on its share of the data; after every few steps their weights and moments are
 * averaged (local SGD, Stich 2019). Returns the running mean of the weights. The number of threads is part of the
 * recipe: with the same options the same weights come out, however fast the threads are.
 */
export async function trainNetwork(set: TrainingSet, options: NetworkOptions): Promise<Weights> {
  const { seed, dropout, epochs, batchWords, threads, variantShare, rawUntil, log } = options;
  const words = (sentences: TrainingSet['gold']): number =>
    sentences.reduce((sum, { example }) => sum + example.types.length, 0);
  const perEpoch = words(set.gold) + variantShare * (words(set.variants) + rawUntil * words(set.raw));
  const rounds = Math.ceil((epochs * perEpoch) / (batchWords * threads * ROUND));
  const learners = Array.from({ length: threads }, (_, shard) => {
    const setup: LearnerSetup = {
      set,
      options: { seed, dropout, batchWords, variantShare, shard, shards: threads },
      start: options.start,
    };
    return new Thread(new URL('./learner-worker.ts', import.meta.url), setup);
  });
  const mean = new RunningMean();
  let state: Float32Array<ArrayBuffer> | null = null;
  const sums = { tag: 0, arc: 0, relation: 0, rounds: 0 };
  try {
    for (let round = 0; round < rounds; round++) {
      const rates = Array.from({ length: ROUND }, (_, k) =>
        rateAt(round * ROUND + k, rounds * ROUND, options),
      );
      const before: Float32Array<ArrayBuffer> | null = threads > 1 ? state : null;
      const replies: LearnerReply[] = await Promise.all(
        learners.map((learner) => {
          const task: LearnerTask = { state: before, rates, withRaw: round < rawUntil * rounds };
          return learner.ask<LearnerReply>(task);
        }),
      );
      state = averaged(replies.map((reply) => reply.state));
      mean.add(state, replies[0]!.layout);
      for (const { losses } of replies) addLosses(sums, losses, 1 / threads);
      sums.rounds++;
      const part = Math.floor(((round + 1) * options.watches) / rounds);
      if (part === Math.floor((round * options.watches) / rounds)) continue;
      const loss = (['tag', 'arc', 'relation'] as const).map((name) => (sums[name] / sums.rounds).toFixed(3));
      log(`${options.name} ${part}/${options.watches}: losses ${loss.join(' ')}`);
      Object.assign(sums, { tag: 0, arc: 0, relation: 0, rounds: 0 });
      options.watch(mean.weights());
    }
  } finally {
    for (const learner of learners) await learner.end();
  }
  return mean.weights();
}

function rateAt(step: number, steps: number, { rate }: NetworkOptions): number {
  return rate * Math.min(1, (step + 1) / WARM_UP) * Math.max(0.01, 1 - step / steps);
}

function addLosses(sums: { -readonly [name in keyof Losses]: number }, losses: Losses, weight: number): void {
  sums.tag += losses.tag * weight;
  sums.arc += losses.arc * weight;
  sums.relation += losses.relation * weight;
}

function averaged(states: Float32Array<ArrayBuffer>[]): Float32Array<ArrayBuffer> {
  const [first, ...others] = states;
  const share = 1 / states.length;
  if (others.length > 0)
    for (let i = 0; i < first!.length; i++) {
      let sum = first![i]!;
      for (const other of others) sum += other[i]!;
      first![i] = sum * share;
    }
  return first!;
}

/** The mean of the weights over about the last tenth of the steps, at most a thousand. */
class RunningMean {
  readonly #weights = new Map<string, Float32Array>();
  #rounds = 0;

  add(state: Float32Array, layout: LearnerReply['layout']): void {
    this.#rounds++;
    const share = Math.max(8 / (this.#rounds + 7), ROUND / 1000);
    let at = 0;
    for (const [name, length] of layout) {
      const mean = this.#weights.get(name) ?? new Float32Array(length);
      for (let i = 0; i < length; i++) mean[i]! += share * (state[at + i]! - mean[i]!);
      this.#weights.set(name, mean);
      at += 3 * length;
    }
  }

  weights(): Weights {
    return Object.fromEntries([...this.#weights].map(([name, values]) => [name, values.slice()]));
  }
}
