// A thread that trains a network on its share of the data and hands its state over after each round.
import { parentPort, workerData } from 'node:worker_threads';
import { Learner, type LearnerOptions } from './learner.ts';
import type { Losses } from './network.ts';
import type { Weights } from './train-network.ts';
import type { TrainingSet } from './training-set.ts';

export interface LearnerSetup {
  readonly set: TrainingSet;
  readonly options: LearnerOptions;
  /** Weights to start from; random ones where there are none. */
  readonly start: Weights | null;
}

export interface LearnerTask {
  /** The state to go on from; null to go on from its own. */
  readonly state: Float32Array<ArrayBuffer> | null;
  readonly rates: readonly number[];
  readonly withRaw: boolean;
}

export interface LearnerReply {
  readonly state: Float32Array<ArrayBuffer>;
  /** Names and lengths of the weights; in the state each is followed by two moments. */
  readonly layout: readonly (readonly [string, number])[];
  readonly losses: Losses;
}

const { set, options, start } = workerData as LearnerSetup;
const learner = new Learner(set, options);
if (start !== null) learner.network.start(start);

const layout = Object.entries(learner.network.parameters).map(
  ([name, { value }]) => [name, value.length] as const,
);

parentPort!.on('message', ({ state, rates, withRaw }: LearnerTask) => {
  if (state !== null) learner.network.resume(state);
  const losses = learner.learn(rates, withRaw);
  const reply: LearnerReply = { state: learner.network.state(), layout, losses };
  parentPort!.postMessage(reply, [reply.state.buffer]);
});
