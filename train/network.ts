import {
  AFFIX_ROWS,
  gateSize,
  inputSize,
  type NetworkShape,
  roundUp8,
  WINDOW,
} from '../src/language/network-shape.ts';
import { type GatedPass, gatedBackward, gatedForward } from './gated-layer.ts';
import {
  addBias,
  concatenated,
  gateByValue,
  multiplied,
  rectified,
  softmaxLoss,
  sumRows,
} from './network-math.ts';
import { randomSource } from './random.ts';
import { Parameter, Workspace } from './tensor.ts';

/** A sentence as the network learns it. Word types are indexes into the table of types. */
export interface Example {
  readonly types: Int32Array;
  readonly tags: Int32Array;
  /** Index of the head in the sentence; the number of words for the root. */
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** What is known of a word type before training. */
export interface TypeFeatures {
  /** Row of the table of pretrained vectors, or -1. */
  readonly vector: number;
  /** Row of the learnt word vectors; 0 for words not learnt. */
  readonly word: number;
  /** How often the type's word was seen in training. */
  readonly count: number;
  /** Rows of the table of affix vectors. */
  readonly affixes: readonly number[];
}

export interface TrainingOptions {
  readonly seed: number;
  /** Share of units dropped after each recurrent layer. */
  readonly dropout: number;
  /** A word type's learnt vector and its pretrained one are each left out this often; rare words' more often. */
  readonly typeDropout: number;
  /** Megabytes of memory for a batch; 480 takes some 3,000 words. */
  readonly megabytes?: number;
}

export interface Losses {
  readonly tag: number;
  readonly arc: number;
  readonly relation: number;
}

/** What the backward pass needs of a layer above the first. */
interface UpperLayer {
  readonly k: number;
  readonly below: Float32Array;
  readonly pass: GatedPass;
  readonly mask: Float32Array;
}

/** Types of the positions before and after a sentence. */
export const TYPE_BEFORE = 0;
export const TYPE_AFTER = 1;

/**
 * Tags words and scores arcs and relations. A word type's input (pretrained vector, learnt vector, sum of affix vectors)
 * goes through a window of three words into gated recurrent layers, with shortcuts; tags come from the first, arcs (by a
 * biaffine product, Dozat & Manning 2017) and relations from the last.
 */
export class Network {
  readonly shape: NetworkShape;
  readonly workspace: Workspace;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly #vectors: Float32Array;
  readonly #types: readonly TypeFeatures[];
  readonly #random: () => number;
  readonly #dropout: number;
  readonly #typeDropout: number;
  #step = 0;

  /** @param vectors pretrained vectors, a row each */
  constructor(
    shape: NetworkShape,
    vectors: Float32Array,
    words: number,
    types: readonly TypeFeatures[],
    { seed, dropout, typeDropout, megabytes = 480 }: TrainingOptions,
  ) {
    this.shape = shape;
    this.workspace = new Workspace((megabytes + 120) << 20, megabytes << 18);
    this.#vectors = vectors;
    this.#types = types;
    this.#random = randomSource(seed);
    this.#dropout = dropout;
    this.#typeDropout = typeDropout;
    const { arena } = this.workspace;
    let salt = seed * 1000;
    const dense = (rows: number, columns: number): Parameter =>
      new Parameter(arena, rows * columns).fillRandom(Math.sqrt(6 / (rows + columns)), salt++);
    const zeros = (length: number): Parameter => new Parameter(arena, length);
    const { units, arc, relation } = shape;
    const gates = gateSize(shape);
    const tags = roundUp8(shape.tags);
    const relations = roundUp8(shape.relations);
    this.parameters = {
      words: new Parameter(arena, words * shape.word, shape.word).fillRandom(0.1, salt++),
      affixes: new Parameter(arena, AFFIX_ROWS * shape.affix, shape.affix).fillRandom(0.1, salt++),
      window: dense(inputSize(shape), WINDOW * gates),
      gates1: zeros(gates),
      ...Object.fromEntries(
        Array.from({ length: shape.layers - 1 }, (_, k) => [
          [`layer${k + 2}`, dense(2 * units, gates)] as const,
          [`gates${k + 2}`, zeros(gates)] as const,
        ]).flat(),
      ),
      tag: dense(2 * units, tags),
      tagBias: zeros(tags),
      arcDependent: dense(2 * units, arc),
      arcDependentBias: zeros(arc),
      arcHead: dense(2 * units, arc),
      arcHeadBias: zeros(arc),
      arcProduct: dense(arc, arc),
      arcProductBias: zeros(arc),
      arcRoot: new Parameter(arena, arc).fillRandom(0.3, salt++),
      relationDependent: dense(2 * units, relation),
      relationHead: dense(2 * units, relation),
      relationBias: zeros(relation),
      relationRoot: new Parameter(arena, relation).fillRandom(0.3, salt++),
      relationOut: dense(relation, relations),
      relationOutBias: zeros(relations),
    };
  }

  /** One step on a batch; returns its losses. */
  train(batch: readonly Example[], rate: number): Losses {
    const losses = this.accumulate(batch);
    this.#update(rate);
    return losses;
  }

  /** Adds the gradients of a batch's losses (means over its words) to the parameters. */
  accumulate(batch: readonly Example[]): Losses {
    const { workspace, shape, parameters: P } = this;
    const { units, arc, relation } = shape;
    workspace.reset();
    const bounds = [0];
    for (const { types } of batch) bounds.push(bounds[bounds.length - 1]! + types.length);
    const n = bounds[bounds.length - 1]!;
    const width = 2 * units;
    const gates = gateSize(shape);

    // inputs by type, then the window
    const { local, list } = localTypes(batch);
    const input = this.#inputs(list);
    const projected = workspace.take(list.length * WINDOW * gates);
    workspace.product(
      input.values,
      P.window!.value,
      projected,
      list.length,
      WINDOW * gates,
      inputSize(shape),
    );
    const gates1 = workspace.take(n * gates);
    eachWindow(batch, bounds, local, (t, type, offset) => {
      const from = type * WINDOW * gates + offset * gates;
      for (let j = 0, at = t * gates; j < gates; j++, at++) gates1[at]! += projected[from + j]!;
    });
    addBias(gates1, P.gates1!.value);
    const pass1 = gatedForward(workspace, gates1, bounds, units);
    const mask1 = this.#mask(n * width);
    const hidden1 = multiplied(workspace, pass1.output, mask1);

    const tags = roundUp8(shape.tags);
    const tagScores = this.#affine(hidden1, P.tag!, P.tagBias!, n, tags, width);
    const upper: UpperLayer[] = [];
    let below = hidden1;
    for (let k = 2; k <= shape.layers; k++) {
      const pre = this.#affine(below, P[`layer${k}`]!, P[`gates${k}`]!, n, gates, width);
      const pass = gatedForward(workspace, pre, bounds, units);
      const mask = this.#mask(n * width);
      const hidden = workspace.take(n * width);
      for (let i = 0; i < n * width; i++) hidden[i] = (pass.output[i]! + below[i]!) * mask[i]!;
      upper.push({ k, below, pass, mask });
      below = hidden;
    }
    const top = below;

    // losses and gradients at the top
    const dHidden1 = workspace.take(n * width);
    const dTop = workspace.take(n * width);
    const goldTags = concatenated(batch.map((example) => example.tags));
    const tag = softmaxLoss(tagScores, goldTags, tags, shape.tags, 1 / n);
    this.#backAffine(hidden1, tagScores, P.tag!, P.tagBias!, dHidden1, n, tags, width);

    const dependent = rectified(this.#affine(top, P.arcDependent!, P.arcDependentBias!, n, arc, width));
    const head = rectified(this.#affine(top, P.arcHead!, P.arcHeadBias!, n, arc, width));
    const query = this.#affine(dependent, P.arcProduct!, P.arcProductBias!, n, arc, arc);
    const dHead = workspace.take(n * arc);
    const dQuery = workspace.take(n * arc);
    let arcLoss = 0;
    batch.forEach((example, s) => {
      arcLoss += this.#arcs(example.heads, query, head, dQuery, dHead, bounds[s]!, 1 / n);
    });
    const dDependent = workspace.take(n * arc);
    this.#backAffine(dependent, dQuery, P.arcProduct!, P.arcProductBias!, dDependent, n, arc, arc);
    gateByValue(dDependent, dependent);
    gateByValue(dHead, head);
    this.#backAffine(top, dDependent, P.arcDependent!, P.arcDependentBias!, dTop, n, arc, width);
    this.#backAffine(top, dHead, P.arcHead!, P.arcHeadBias!, dTop, n, arc, width);

    const relDependent = this.#affine(top, P.relationDependent!, P.relationBias!, n, relation, width);
    const relHead = this.#affine(top, P.relationHead!, null, n, relation, width);
    const joined = workspace.take(n * relation);
    const heads = concatenated(
      batch.map((e, s) => e.heads.map((h) => (h === e.heads.length ? -1 : bounds[s]! + h))),
    );
    const root = P.relationRoot!;
    for (let t = 0; t < n; t++) {
      const h = heads[t]!;
      for (let j = 0; j < relation; j++) {
        const sum = relDependent[t * relation + j]! + (h < 0 ? root.value[j]! : relHead[h * relation + j]!);
        joined[t * relation + j] = Math.max(sum, 0);
      }
    }
    const relations = roundUp8(shape.relations);
    const relationScores = this.#affine(joined, P.relationOut!, P.relationOutBias!, n, relations, relation);
    const goldRelations = concatenated(batch.map((example) => example.relations));
    const relationLoss = softmaxLoss(relationScores, goldRelations, relations, shape.relations, 1 / n);
    const dJoined = workspace.take(n * relation);
    this.#backAffine(
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
    this.#backAffine(top, dJoined, P.relationDependent!, P.relationBias!, dTop, n, relation, width);
    this.#backAffine(top, dRelHead, P.relationHead!, null, dTop, n, relation, width);

    // down through the layers, each with its shortcut
    let dAbove = dTop;
    for (const { k, below: x, pass, mask } of upper.reverse()) {
      const dBelow = k === 2 ? dHidden1 : workspace.take(n * width);
      for (let i = 0; i < n * width; i++) {
        const g = dAbove[i]! * mask[i]!;
        dAbove[i] = g;
        dBelow[i]! += g;
      }
      const dGates = gatedBackward(workspace, pass, dAbove, bounds, units);
      this.#backAffine(x, dGates, P[`layer${k}`]!, P[`gates${k}`]!, dBelow, n, gates, width);
      dAbove = dBelow;
    }
    for (let i = 0; i < n * width; i++) dHidden1[i]! *= mask1[i]!;
    this.#backWindow(batch, bounds, local, list, input, pass1, dHidden1);
    return { tag, arc: arcLoss, relation: relationLoss };
  }

  #backWindow(
    batch: readonly Example[],
    bounds: readonly number[],
    local: ReadonlyMap<number, number>,
    list: readonly number[],
    input: { readonly values: Float32Array; readonly drops: Uint8Array },
    pass1: GatedPass,
    dHidden1: Float32Array,
  ): void {
    const { workspace, shape, parameters: P } = this;
    const gates = gateSize(shape);
    const size = inputSize(shape);
    const dGates1 = gatedBackward(workspace, pass1, dHidden1, bounds, shape.units);
    sumRows(dGates1, P.gates1!.gradient);
    const dProjected = workspace.take(list.length * WINDOW * gates);
    eachWindow(batch, bounds, local, (t, type, offset) => {
      const from = type * WINDOW * gates + offset * gates;
      for (let j = 0, at = t * gates; j < gates; j++, at++) dProjected[from + j]! += dGates1[at]!;
    });
    const rows = list.length;
    const transposed = workspace.transpose(input.values, rows, size);
    workspace.product(transposed, dProjected, P.window!.gradient, size, WINDOW * gates, rows);
    // pretrained vectors stay as they are: only what is learnt needs its gradient
    const learnt = shape.word + shape.affix;
    const weights = workspace.transpose(
      P.window!.value.subarray(shape.vector * WINDOW * gates),
      learnt,
      WINDOW * gates,
    );
    const dInput = workspace.take(rows * learnt);
    workspace.product(dProjected, weights, dInput, rows, learnt, WINDOW * gates);
    const { words, affixes } = P;
    for (let u = 0; u < rows; u++) {
      const type = this.#types[list[u]!]!;
      let at = u * learnt;
      const word = input.drops[u]! & 1 ? 0 : type.word;
      words!.touch(word);
      for (let j = 0; j < shape.word; j++) words!.gradient[word * shape.word + j]! += dInput[at + j]!;
      at += shape.word;
      for (const row of type.affixes) {
        affixes!.touch(row);
        for (let j = 0; j < shape.affix; j++) affixes!.gradient[row * shape.affix + j]! += dInput[at + j]!;
      }
    }
  }

  /** Inputs of the types of a batch; rare words are at times taken for unknown, and vectors left out. */
  #inputs(list: readonly number[]): { values: Float32Array; drops: Uint8Array } {
    const { shape, parameters: P } = this;
    const size = inputSize(shape);
    const values = this.workspace.take(list.length * size);
    const drops = new Uint8Array(list.length);
    list.forEach((index, u) => {
      const type = this.#types[index]!;
      const rate = this.#typeDropout;
      const rare = (5 * rate) / (5 * rate + type.count);
      if (this.#random() < Math.max(rate, rate === 0 ? 0 : rare)) drops[u]! |= 1;
      if (this.#random() < rate) drops[u]! |= 2;
      let at = u * size;
      if (type.vector >= 0 && (drops[u]! & 2) === 0)
        values.set(this.#vectors.subarray(type.vector * shape.vector, (type.vector + 1) * shape.vector), at);
      at += shape.vector;
      const word = drops[u]! & 1 ? 0 : type.word;
      values.set(P.words!.value.subarray(word * shape.word, (word + 1) * shape.word), at);
      at += shape.word;
      for (const row of type.affixes)
        for (let j = 0; j < shape.affix; j++) values[at + j]! += P.affixes!.value[row * shape.affix + j]!;
    });
    return { values, drops };
  }

  /** Softmax over the heads of each word of a sentence; adds to the gradients, returns the loss. */
  #arcs(
    heads: Int32Array,
    query: Float32Array,
    head: Float32Array,
    dQuery: Float32Array,
    dHead: Float32Array,
    first: number,
    weight: number,
  ): number {
    const { workspace, shape, parameters: P } = this;
    const { arc } = shape;
    const n = heads.length;
    const columns = roundUp8(n + 1);
    const candidates = workspace.take(columns * arc);
    candidates.set(head.subarray(first * arc, (first + n) * arc));
    candidates.set(P.arcRoot!.value, n * arc);
    const transposed = workspace.transpose(candidates, columns, arc);
    const scores = workspace.take(n * columns);
    const queries = query.subarray(first * arc, (first + n) * arc);
    workspace.product(queries, transposed, scores, n, columns, arc);
    for (let i = 0; i < n; i++) scores[i * columns + i] = -1e9;
    const loss = softmaxLoss(scores, heads, columns, n + 1, weight);
    for (let i = 0; i < n; i++) scores[i * columns + i] = 0;
    workspace.product(scores, candidates, dQuery.subarray(first * arc, (first + n) * arc), n, arc, columns);
    const turned = workspace.transpose(scores, n, columns);
    const dCandidates = workspace.take(columns * arc);
    workspace.product(turned, queries, dCandidates, columns, arc, n);
    for (let i = 0; i < n * arc; i++) dHead[first * arc + i]! += dCandidates[i]!;
    for (let j = 0; j < arc; j++) P.arcRoot!.gradient[j]! += dCandidates[n * arc + j]!;
    return loss;
  }

  #affine(
    x: Float32Array,
    weights: Parameter,
    bias: Parameter | null,
    rows: number,
    columns: number,
    inner: number,
  ): Float32Array {
    const out = this.workspace.take(rows * columns);
    if (bias !== null) for (let i = 0; i < rows; i++) out.set(bias.value, i * columns);
    this.workspace.product(x, weights.value, out, rows, columns, inner);
    return out;
  }

  #backAffine(
    x: Float32Array,
    gradient: Float32Array,
    weights: Parameter,
    bias: Parameter | null,
    dx: Float32Array,
    rows: number,
    columns: number,
    inner: number,
  ): void {
    const { workspace } = this;
    if (bias !== null) sumRows(gradient, bias.gradient);
    workspace.product(workspace.transpose(x, rows, inner), gradient, weights.gradient, inner, columns, rows);
    workspace.product(gradient, workspace.transpose(weights.value, inner, columns), dx, rows, inner, columns);
  }

  #mask(length: number): Float32Array {
    const mask = this.workspace.take(length);
    const keep = 1 - this.#dropout;
    for (let i = 0; i < length; i++) mask[i] = this.#random() < keep ? 1 / keep : 0;
    return mask;
  }

  #update(rate: number): void {
    this.#step++;
    const all = Object.values(this.parameters);
    let norm = 0;
    for (const parameter of all) norm += parameter.squaredNorm();
    const scale = Math.min(1, 5 / (Math.sqrt(norm) || 1));
    const correction1 = 1 - 0.9 ** this.#step;
    const correction2 = 1 - 0.98 ** this.#step;
    // over about the last tenth of the steps, at most a thousand
    const weight = Math.max(8 / (this.#step + 7), 1 / 1000);
    for (const parameter of all) {
      parameter.step(rate, scale, 0.9, 0.98, correction1, correction2);
      parameter.average(weight);
    }
  }
}

function localTypes(batch: readonly Example[]): { local: Map<number, number>; list: number[] } {
  const list = [TYPE_BEFORE, TYPE_AFTER];
  const local = new Map([
    [TYPE_BEFORE, 0],
    [TYPE_AFTER, 1],
  ]);
  for (const { types } of batch) {
    for (const type of types) {
      if (local.has(type)) continue;
      local.set(type, list.length);
      list.push(type);
    }
  }
  return { local, list };
}

/** Calls back with each word, the local type at each position of its window, and that position. */
function eachWindow(
  batch: readonly Example[],
  bounds: readonly number[],
  local: ReadonlyMap<number, number>,
  use: (word: number, type: number, offset: number) => void,
): void {
  batch.forEach(({ types }, s) => {
    const first = bounds[s]!;
    const n = types.length;
    for (let i = 0; i < n; i++) {
      use(first + i, i > 0 ? local.get(types[i - 1]!)! : 0, 0);
      use(first + i, local.get(types[i]!)!, 1);
      use(first + i, i + 1 < n ? local.get(types[i + 1]!)! : 1, 2);
    }
  });
}
