import {
  DISTANCES,
  distanceClasses,
  type NetworkShape,
  ROOT_DISTANCE,
  roundUp8,
} from '../src/language/network-shape.ts';
import { affine, backAffine } from './affine.ts';
import { Layers, type TrainingOptions, type TypeFeatures } from './layers.ts';
import { concatenated, gateByValue, rectified, softmaxLoss } from './network-math.ts';
import { type Parameter, step, type Workspace } from './tensor.ts';

/** A sentence as the network learns it. Word types are indexes into the table of types. */
export interface Example {
  readonly types: Int32Array;
  readonly tags: Int32Array;
  /** Index of the head in the sentence; the number of words for the root. */
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** Longest sentence that is learnt. */
export const LONGEST_EXAMPLE = 200;
const DISTANCE_CLASS = distanceClasses(LONGEST_EXAMPLE);

export interface Losses {
  readonly tag: number;
  readonly arc: number;
  readonly relation: number;
}

/** How well tags, and heads, suit the words of a batch: logarithms of probabilities but for a constant a word. */
export interface Judgement {
  /** Rows of tags, one for each word of the batch. */
  readonly tags: Float32Array;
  /** For each sentence rows of heads, `roundUp8(words + 1)` wide. */
  readonly arcs: readonly Float32Array[];
  /** Rows of relations for the given heads of each sentence. */
  relations(heads: readonly Int32Array[]): Float32Array;
}

/**
 * Tags words and scores arcs and relations. A word type's input (pretrained vector, learnt vector, sum of affix vectors)
 * goes through a window of three words into gated recurrent layers, with shortcuts; tags come from the first, arcs (by a
 * biaffine product, Dozat & Manning 2017) and relations from the last.
 */
export class Network {
  readonly shape: NetworkShape;
  readonly workspace: Workspace;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly #layers: Layers;
  #step = 0;

  /** @param vectors pretrained vectors, a row each */
  constructor(
    shape: NetworkShape,
    vectors: Float32Array,
    words: number,
    types: readonly TypeFeatures[],
    options: TrainingOptions,
  ) {
    this.shape = shape;
    const layers = new Layers(shape, vectors, words, types, options);
    this.#layers = layers;
    this.workspace = layers.workspace;
    const { units, arc, relation } = shape;
    const tags = roundUp8(shape.tags);
    const relations = roundUp8(shape.relations);
    this.parameters = {
      ...layers.parameters,
      tag: layers.dense(2 * units, tags),
      tagBias: layers.zeros(tags),
      arcDependent: layers.dense(2 * units, arc),
      arcDependentBias: layers.zeros(arc),
      arcHead: layers.dense(2 * units, arc),
      arcHeadBias: layers.zeros(arc),
      arcProduct: layers.dense(arc, arc),
      arcProductBias: layers.zeros(arc),
      arcRoot: layers.uniform(arc, 0.3),
      distance: layers.dense(2 * units, DISTANCES),
      distanceBias: layers.zeros(DISTANCES),
      relationDependent: layers.dense(2 * units, relation),
      relationHead: layers.dense(2 * units, relation),
      relationBias: layers.zeros(relation),
      relationRoot: layers.uniform(relation, 0.3),
      relationOut: layers.dense(relation, relations),
      relationOutBias: layers.zeros(relations),
    };
  }

  /** All weights, each followed by the optimiser's moments, copied. */
  state(): Float32Array<ArrayBuffer> {
    const arrays = Object.values(this.parameters).flatMap((parameter) => parameter.state);
    const out = new Float32Array(arrays.reduce((sum, array) => sum + array.length, 0));
    let at = 0;
    for (const array of arrays) {
      out.set(array, at);
      at += array.length;
    }
    return out;
  }

  /** Takes over what `state` gave. */
  resume(state: Float32Array): void {
    let at = 0;
    for (const parameter of Object.values(this.parameters)) {
      for (const array of parameter.state) {
        array.set(state.subarray(at, at + array.length));
        at += array.length;
      }
    }
  }

  /** Starts from the weights of a network of the same shape. */
  start(weights: Readonly<Record<string, Float32Array>>): void {
    for (const [name, parameter] of Object.entries(this.parameters)) parameter.value.set(weights[name]!);
  }

  /** One step on a batch; returns its losses. */
  train(batch: readonly Example[], rate: number): Losses {
    const losses = this.accumulate(batch);
    step(this.parameters, rate, ++this.#step);
    return losses;
  }

  /** What the network makes of sentences, for others to combine. Use with no dropout. */
  judge(batch: readonly Example[]): Judgement {
    const { shape, parameters: P } = this;
    const { bounds, hidden1, top } = this.#layers.encode(batch);
    const { units, arc, relation } = shape;
    const n = bounds[bounds.length - 1]!;
    const width = 2 * units;
    const tags = affine(this.workspace, hidden1, P.tag!, P.tagBias!, n, roundUp8(shape.tags), width);
    const dependent = rectified(
      affine(this.workspace, top, P.arcDependent!, P.arcDependentBias!, n, arc, width),
    );
    const head = rectified(affine(this.workspace, top, P.arcHead!, P.arcHeadBias!, n, arc, width));
    const query = affine(this.workspace, dependent, P.arcProduct!, P.arcProductBias!, n, arc, arc);
    const near = affine(this.workspace, top, P.distance!, P.distanceBias!, n, DISTANCES, width);
    const arcs = batch.map(({ types }, s) => {
      const { scores, columns } = this.#arcScores(types.length, query, head, near, bounds[s]!);
      for (let i = 0; i < types.length; i++) scores[i * columns + i] = -1e9;
      return scores;
    });
    const { relDependent, relHead } = this.#relationParts(top, n);
    return {
      tags,
      arcs,
      relations: (heads) => {
        const joined = this.#join(relDependent, relHead, absoluteHeads(heads, bounds));
        const columns = roundUp8(shape.relations);
        const scores = affine(
          this.workspace,
          joined,
          P.relationOut!,
          P.relationOutBias!,
          n,
          columns,
          relation,
        );
        return scores;
      },
    };
  }

  /** What dependents and heads each say of the relation. */
  #relationParts(top: Float32Array, n: number): { relDependent: Float32Array; relHead: Float32Array } {
    const { workspace, parameters: P } = this;
    const { units, relation } = this.shape;
    const width = 2 * units;
    return {
      relDependent: affine(workspace, top, P.relationDependent!, P.relationBias!, n, relation, width),
      relHead: affine(workspace, top, P.relationHead!, null, n, relation, width),
    };
  }

  /** Adds the gradients of a batch's losses (means over its words) to the parameters. */
  accumulate(batch: readonly Example[]): Losses {
    const { workspace, shape, parameters: P } = this;
    const { units, arc, relation } = shape;
    const encoding = this.#layers.encode(batch);
    const { bounds, hidden1, top } = encoding;
    const n = bounds[bounds.length - 1]!;
    const width = 2 * units;
    const tags = roundUp8(shape.tags);
    const tagScores = affine(this.workspace, hidden1, P.tag!, P.tagBias!, n, tags, width);

    // losses and gradients at the top
    const dHidden1 = workspace.take(n * width);
    const dTop = workspace.take(n * width);
    const goldTags = concatenated(batch.map((example) => example.tags));
    const tag = softmaxLoss(tagScores, goldTags, tags, shape.tags, 1 / n);
    backAffine(this.workspace, hidden1, tagScores, P.tag!, P.tagBias!, dHidden1, n, tags, width);

    const dependent = rectified(
      affine(this.workspace, top, P.arcDependent!, P.arcDependentBias!, n, arc, width),
    );
    const head = rectified(affine(this.workspace, top, P.arcHead!, P.arcHeadBias!, n, arc, width));
    const query = affine(this.workspace, dependent, P.arcProduct!, P.arcProductBias!, n, arc, arc);
    const near = affine(this.workspace, top, P.distance!, P.distanceBias!, n, DISTANCES, width);
    const dHead = workspace.take(n * arc);
    const dQuery = workspace.take(n * arc);
    const dNear = workspace.take(n * DISTANCES);
    let arcLoss = 0;
    batch.forEach((example, s) => {
      arcLoss += this.#arcs(example.heads, query, head, near, dQuery, dHead, dNear, bounds[s]!, 1 / n);
    });
    backAffine(this.workspace, top, dNear, P.distance!, P.distanceBias!, dTop, n, DISTANCES, width);
    const dDependent = workspace.take(n * arc);
    backAffine(this.workspace, dependent, dQuery, P.arcProduct!, P.arcProductBias!, dDependent, n, arc, arc);
    gateByValue(dDependent, dependent);
    gateByValue(dHead, head);
    backAffine(this.workspace, top, dDependent, P.arcDependent!, P.arcDependentBias!, dTop, n, arc, width);
    backAffine(this.workspace, top, dHead, P.arcHead!, P.arcHeadBias!, dTop, n, arc, width);

    const { relDependent, relHead } = this.#relationParts(top, n);
    const root = P.relationRoot!;
    const heads = absoluteHeads(
      batch.map((example) => example.heads),
      bounds,
    );
    const joined = this.#join(relDependent, relHead, heads);
    const relations = roundUp8(shape.relations);
    const relationScores = affine(
      this.workspace,
      joined,
      P.relationOut!,
      P.relationOutBias!,
      n,
      relations,
      relation,
    );
    const goldRelations = concatenated(batch.map((example) => example.relations));
    const relationLoss = softmaxLoss(relationScores, goldRelations, relations, shape.relations, 1 / n);
    const dJoined = workspace.take(n * relation);
    backAffine(
      this.workspace,
      joined,
      relationScores,
      P.relationOut!,
      P.relationOutBias!,
      dJoined,
      n,
      relations,
      relation,
    );
    gateByValue(dJoined, joined);
    const dRelHead = workspace.take(n * relation);
    for (let t = 0; t < n; t++) {
      const h = heads[t]!;
      for (let j = 0; j < relation; j++) {
        const g = dJoined[t * relation + j]!;
        if (h < 0) root.gradient[j]! += g;
        else dRelHead[h * relation + j]! += g;
      }
    }
    backAffine(this.workspace, top, dJoined, P.relationDependent!, P.relationBias!, dTop, n, relation, width);
    backAffine(this.workspace, top, dRelHead, P.relationHead!, null, dTop, n, relation, width);

    this.#layers.back(encoding, dTop, dHidden1);
    return { tag, arc: arcLoss, relation: relationLoss };
  }

  /** Score of the heads of a word joined with it, before the last product. Heads count from the batch's first word; -1 is the root. */
  #join(relDependent: Float32Array, relHead: Float32Array, heads: Int32Array): Float32Array {
    const { relation } = this.shape;
    const root = this.parameters.relationRoot!.value;
    const joined = this.workspace.take(heads.length * relation);
    for (let t = 0; t < heads.length; t++) {
      const h = heads[t]!;
      const own = t * relation;
      const source = h < 0 ? root : relHead;
      const from = h < 0 ? 0 : h * relation;
      for (let j = 0; j < relation; j++)
        joined[own + j] = Math.max(relDependent[own + j]! + source[from + j]!, 0);
    }
    return joined;
  }

  /** Scores of all heads of the words of a sentence; `candidates` are the rows that they are products with. */
  #arcScores(
    n: number,
    query: Float32Array,
    head: Float32Array,
    near: Float32Array,
    first: number,
  ): { scores: Float32Array; candidates: Float32Array; columns: number } {
    const { workspace, shape, parameters: P } = this;
    const { arc } = shape;
    const columns = roundUp8(n + 1);
    const candidates = workspace.take(columns * arc);
    candidates.set(head.subarray(first * arc, (first + n) * arc));
    candidates.set(P.arcRoot!.value, n * arc);
    const transposed = workspace.transpose(candidates, columns, arc);
    const scores = workspace.take(n * columns);
    for (let i = 0; i < n; i++) {
      const own = (first + i) * DISTANCES;
      for (let h = 0; h < n; h++)
        scores[i * columns + h] = near[own + DISTANCE_CLASS[h - i + LONGEST_EXAMPLE]!]!;
      scores[i * columns + n] = near[own + ROOT_DISTANCE]!;
    }
    const queries = query.subarray(first * arc, (first + n) * arc);
    workspace.product(queries, transposed, scores, n, columns, arc);
    return { scores, candidates, columns };
  }

  /** Softmax over the heads of each word of a sentence; adds to the gradients, returns the loss. */
  #arcs(
    heads: Int32Array,
    query: Float32Array,
    head: Float32Array,
    near: Float32Array,
    dQuery: Float32Array,
    dHead: Float32Array,
    dNear: Float32Array,
    first: number,
    weight: number,
  ): number {
    const { workspace, shape, parameters: P } = this;
    const { arc } = shape;
    const n = heads.length;
    const { scores, candidates, columns } = this.#arcScores(n, query, head, near, first);
    for (let i = 0; i < n; i++) scores[i * columns + i] = -1e9;
    const loss = softmaxLoss(scores, heads, columns, n + 1, weight);
    for (let i = 0; i < n; i++) {
      const own = (first + i) * DISTANCES;
      scores[i * columns + i] = 0;
      for (let h = 0; h < n; h++)
        dNear[own + DISTANCE_CLASS[h - i + LONGEST_EXAMPLE]!]! += scores[i * columns + h]!;
      dNear[own + ROOT_DISTANCE]! += scores[i * columns + n]!;
    }
    const queries = query.subarray(first * arc, (first + n) * arc);
    workspace.product(scores, candidates, dQuery.subarray(first * arc, (first + n) * arc), n, arc, columns);
    const turned = workspace.transpose(scores, n, columns);
    const dCandidates = workspace.take(columns * arc);
    workspace.product(turned, queries, dCandidates, columns, arc, n);
    for (let i = 0; i < n * arc; i++) dHead[first * arc + i]! += dCandidates[i]!;
    for (let j = 0; j < arc; j++) P.arcRoot!.gradient[j]! += dCandidates[n * arc + j]!;
    return loss;
  }
}

/** Heads counted from the first word of the batch; -1 is the root. */
function absoluteHeads(heads: readonly Int32Array[], bounds: readonly number[]): Int32Array {
  return concatenated(heads.map((row, s) => row.map((h) => (h === row.length ? -1 : bounds[s]! + h))));
}
