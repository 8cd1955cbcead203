// A thread that lets teachers together tag and parse raw sentences.
import { parentPort, workerData } from 'node:worker_threads';
import { roundUp8 } from '../src/language/network-shape.ts';
import { bestTree } from '../src/language/spanning-tree.ts';
import { type Example, Network } from './network.ts';
import type { Weights } from './train-network.ts';
import type { TrainingSet } from './training-set.ts';

export interface LabelSetup {
  readonly set: TrainingSet;
  readonly teachers: readonly Weights[];
}

/** Sentences that are judged together. */
const BATCH = 60;

const { set, teachers } = workerData as LabelSetup;
const networks = teachers.map((weights) => {
  const options = { seed: 0, chance: 0, dropout: 0, typeDropout: 0, megabytes: 300 };
  const network = new Network(set.shape, set.vectors, set.words, set.types, options);
  network.start(weights);
  return network;
});

/** Asked for sentences, by their types; answers with their examples. */
parentPort!.on('message', (sentences: readonly Int32Array[]) => {
  const examples: Example[] = [];
  for (let at = 0; at < sentences.length; at += BATCH)
    examples.push(...label(sentences.slice(at, at + BATCH)));
  parentPort!.postMessage(examples);
});

/** Labels by the sums of the teachers' scores. */
function label(batch: readonly Int32Array[]): Example[] {
  const examples = batch.map((types): Example => {
    const none = types.map(() => -1);
    return { types, tags: none, heads: none, relations: none };
  });
  const judgements = networks.map((network) => network.judge(examples));
  const heads = batch.map(({ length }, s) =>
    bestTree(summed(judgements.map(({ arcs }) => arcs[s]!)), length, roundUp8(length + 1)),
  );
  const tagScores = summed(judgements.map(({ tags }) => tags));
  const relationScores = summed(judgements.map(({ relations }) => relations(heads)));
  const { tags, relations } = set.shape;
  let word = 0;
  return batch.map((types, s) => {
    const first = word;
    word += types.length;
    return {
      types,
      tags: types.map((_, i) => greatest(tagScores, (first + i) * roundUp8(tags), tags)),
      heads: heads[s]!,
      relations: types.map((_, i) => greatest(relationScores, (first + i) * roundUp8(relations), relations)),
    };
  });
}

function summed(arrays: readonly Float32Array[]): Float32Array {
  const sum = Float32Array.from(arrays[0]!);
  for (const array of arrays.slice(1)) for (let i = 0; i < sum.length; i++) sum[i]! += array[i]!;
  return sum;
}

function greatest(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let j = 1; j < count; j++) if (values[from + j]! > values[from + best]!) best = j;
  return best;
}
