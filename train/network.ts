import {
  AFFIX_ROWS,
  DISTANCES,
  distanceClasses,
  gateSize,
  inputSize,
  type NetworkShape,
  ROOT_DISTANCE,
  roundUp8,
  WINDOW,
} from '../src/language/network-shape.ts';
import { type GatedPass, gatedBackward, gatedForward } from './gated-layer.ts';
import { concatenated, gateByValue, maskRows, rectified, softmaxLoss, sumRows } from './network-math.ts';
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

/** Longest sentence that is learnt. */
export const LONGEST_EXAMPLE = 200;
const DISTANCE_CLASS = distanceClasses(LONGEST_EXAMPLE);

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
  /** Of the first weights, and of what is dropped. */
  readonly seed: number;
  readonly chance: number;
  /** Share of units dropped after each recurrent layer, the same ones throughout a sentence (Gal & Ghahramani 2016). */
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
  readonly mask: Float32Array | null;
}

/** What the layers make of a batch. */
interface Encoding {
  /** First word of each sentence, and at the end the number of words. */
  readonly bounds: readonly number[];
  /** Local type at each of the three positions of each word's window. */
  readonly windows: Int32Array;
  readonly list: readonly number[];
  readonly input: { readonly values: Float32Array; readonly drops: Uint8Array };
  readonly pass1: GatedPass;
  readonly mask1: Float32Array | null;
  readonly hidden1: Float32Array;
  readonly upper: readonly UpperLayer[];
  readonly top: Float32Array;
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
    { seed, chance, dropout, typeDropout, megabytes = 480 }: TrainingOptions,
  ) {
    this.shape = shape;
    this.workspace = new Workspace((megabytes + 120) << 20, megabytes << 18);
    this.#vectors = vectors;
    this.#types = types;
    this.#random = randomSource(chance);
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
      distance: dense(2 * units, DISTANCES),
      distanceBias: zeros(DISTANCES),
      relationDependent: dense(2 * units, relation),
      relationHead: dense(2 * units, relation),
      relationBias: zeros(relation),
      relationRoot: new Parameter(arena, relation).fillRandom(0.3, salt++),
      relationOut: dense(relation, relations),
      relationOutBias: zeros(relations),
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
    this.#update(rate);
    return losses;
  }

  /** Inputs by type, the window, and the layers. */
  #encode(batch: readonly Example[]): Encoding {
    const { workspace, shape, parameters: P } = this;
    workspace.reset();
    const bounds = [0];
    for (const { types } of batch) bounds.push(bounds[bounds.length - 1]! + types.length);
    const n = bounds[bounds.length - 1]!;
    const { units } = shape;
    const width = 2 * units;
    const gates = gateSize(shape);
    const { windows, list } = windowsOf(batch, n);
    const input = this.#inputs(list);
    const row = WINDOW * gates;
    const projected = workspace.take(list.length * row);
    workspace.product(input.values, P.window!.value, projected, list.length, row, inputSize(shape));
    const gates1 = workspace.take(n * gates);
    const bias = P.gates1!.value;
    for (let t = 0; t < n; t++) {
      const before = windows[3 * t]! * row;
      const own = windows[3 * t + 1]! * row + gates;
      const after = windows[3 * t + 2]! * row + 2 * gates;
      const to = t * gates;
      for (let j = 0; j < gates; j++)
        gates1[to + j] = bias[j]! + projected[before + j]! + projected[own + j]! + projected[after + j]!;
    }
    const pass1 = gatedForward(workspace, gates1, bounds, units);
    const mask1 = this.#mask(bounds.length - 1, width);
    const hidden1 = workspace.take(n * width);
    hidden1.set(pass1.output);
    maskRows(hidden1, mask1, bounds, width);
    const upper: UpperLayer[] = [];
    let below = hidden1;
    for (let k = 2; k <= shape.layers; k++) {
      const pre = this.#affine(below, P[`layer${k}`]!, P[`gates${k}`]!, n, gates, width);
      const pass = gatedForward(workspace, pre, bounds, units);
      const mask = this.#mask(bounds.length - 1, width);
      const hidden = workspace.take(n * width);
      for (let i = 0; i < n * width; i++) hidden[i] = pass.output[i]! + below[i]!;
      maskRows(hidden, mask, bounds, width);
      upper.push({ k, below, pass, mask });
      below = hidden;
    }
    return { bounds, windows, list, input, pass1, mask1, hidden1, upper, top: below };
  }

  /** What the network makes of sentences, for others to combine. Use with no dropout. */
  judge(batch: readonly Example[]): Judgement {
    const { shape, parameters: P } = this;
    const { bounds, hidden1, top } = this.#encode(batch);
    const { units, arc, relation } = shape;
    const n = bounds[bounds.length - 1]!;
    const width = 2 * units;
    const tags = this.#affine(hidden1, P.tag!, P.tagBias!, n, roundUp8(shape.tags), width);
    const dependent = rectified(this.#affine(top, P.arcDependent!, P.arcDependentBias!, n, arc, width));
    const head = rectified(this.#affine(top, P.arcHead!, P.arcHeadBias!, n, arc, width));
    const query = this.#affine(dependent, P.arcProduct!, P.arcProductBias!, n, arc, arc);
    const near = this.#affine(top, P.distance!, P.distanceBias!, n, DISTANCES, width);
    const arcs = batch.map(({ types }, s) => {
      const { scores, columns } = this.#arcScores(types.length, query, head, near, bounds[s]!);
      for (let i = 0; i < types.length; i++) scores[i * columns + i] = -1e9;
      return scores;
    });
    const relDependent = this.#affine(top, P.relationDependent!, P.relationBias!, n, relation, width);
    const relHead = this.#affine(top, P.relationHead!, null, n, relation, width);
    return {
      tags,
      arcs,
      relations: (heads) => {
        const joined = this.#join(relDependent, relHead, absoluteHeads(heads, bounds));
        const columns = roundUp8(shape.relations);
        const scores = this.#affine(joined, P.relationOut!, P.relationOutBias!, n, columns, relation);
        return scores;
      },
    };
  }

  /** Adds the gradients of a batch's losses (means over its words) to the parameters. */
  accumulate(batch: readonly Example[]): Losses {
    const { workspace, shape, parameters: P } = this;
    const { units, arc, relation } = shape;
    const encoding = this.#encode(batch);
    const { bounds, hidden1, upper, top } = encoding;
    const n = bounds[bounds.length - 1]!;
    const width = 2 * units;
    const gates = gateSize(shape);
    const tags = roundUp8(shape.tags);
    const tagScores = this.#affine(hidden1, P.tag!, P.tagBias!, n, tags, width);

    // losses and gradients at the top
    const dHidden1 = workspace.take(n * width);
    const dTop = workspace.take(n * width);
    const goldTags = concatenated(batch.map((example) => example.tags));
    const tag = softmaxLoss(tagScores, goldTags, tags, shape.tags, 1 / n);
    this.#backAffine(hidden1, tagScores, P.tag!, P.tagBias!, dHidden1, n, tags, width);

    const dependent = rectified(this.#affine(top, P.arcDependent!, P.arcDependentBias!, n, arc, width));
    const head = rectified(this.#affine(top, P.arcHead!, P.arcHeadBias!, n, arc, width));
    const query = this.#affine(dependent, P.arcProduct!, P.arcProductBias!, n, arc, arc);
    const near = this.#affine(top, P.distance!, P.distanceBias!, n, DISTANCES, width);
    const dHead = workspace.take(n * arc);
    const dQuery = workspace.take(n * arc);
    const dNear = workspace.take(n * DISTANCES);
    let arcLoss = 0;
    batch.forEach((example, s) => {
      arcLoss += this.#arcs(example.heads, query, head, near, dQuery, dHead, dNear, bounds[s]!, 1 / n);
    });
    this.#backAffine(top, dNear, P.distance!, P.distanceBias!, dTop, n, DISTANCES, width);
    const dDependent = workspace.take(n * arc);
    this.#backAffine(dependent, dQuery, P.arcProduct!, P.arcProductBias!, dDependent, n, arc, arc);
    gateByValue(dDependent, dependent);
    gateByValue(dHead, head);
    this.#backAffine(top, dDependent, P.arcDependent!, P.arcDependentBias!, dTop, n, arc, width);
    this.#backAffine(top, dHead, P.arcHead!, P.arcHeadBias!, dTop, n, arc, width);

    const relDependent = this.#affine(top, P.relationDependent!, P.relationBias!, n, relation, width);
    const relHead = this.#affine(top, P.relationHead!, null, n, relation, width);
    const root = P.relationRoot!;
    const heads = absoluteHeads(
      batch.map((example) => example.heads),
      bounds,
    );
    const joined = this.#join(relDependent, relHead, heads);
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
    for (const { k, below: x, pass, mask } of [...upper].reverse()) {
      const dBelow = k === 2 ? dHidden1 : workspace.take(n * width);
      maskRows(dAbove, mask, bounds, width);
      for (let i = 0; i < n * width; i++) dBelow[i]! += dAbove[i]!;
      const dGates = gatedBackward(workspace, pass, dAbove, bounds, units);
      this.#backAffine(x, dGates, P[`layer${k}`]!, P[`gates${k}`]!, dBelow, n, gates, width);
      dAbove = dBelow;
    }
    maskRows(dHidden1, encoding.mask1, bounds, width);
    this.#backWindow(encoding, dHidden1);
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

  #backWindow(encoding: Encoding, dHidden1: Float32Array): void {
    const { workspace, shape, parameters: P } = this;
    const { bounds, windows, list, input, pass1 } = encoding;
    const gates = gateSize(shape);
    const size = inputSize(shape);
    const dGates1 = gatedBackward(workspace, pass1, dHidden1, bounds, shape.units);
    sumRows(dGates1, P.gates1!.gradient);
    const row = WINDOW * gates;
    const dProjected = workspace.take(list.length * row);
    for (let k = 0; k < windows.length; k++) {
      const to = windows[k]! * row + (k % WINDOW) * gates;
      const from = Math.floor(k / WINDOW) * gates;
      for (let j = 0; j < gates; j++) dProjected[to + j]! += dGates1[from + j]!;
    }
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

  /** One row of factors for each sentence; null without dropout. */
  #mask(sentences: number, width: number): Float32Array | null {
    if (this.#dropout === 0) return null;
    const mask = this.workspace.take(sentences * width);
    const keep = 1 - this.#dropout;
    for (let i = 0; i < mask.length; i++) mask[i] = this.#random() < keep ? 1 / keep : 0;
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
    for (const parameter of all) parameter.step(rate, scale, 0.9, 0.98, correction1, correction2);
  }
}

/** Types of a batch, and for each word the places in that list of the one before it, itself and the one after it. */
function windowsOf(batch: readonly Example[], words: number): { windows: Int32Array; list: number[] } {
  const list = [TYPE_BEFORE, TYPE_AFTER];
  const local = new Map([
    [TYPE_BEFORE, 0],
    [TYPE_AFTER, 1],
  ]);
  const windows = new Int32Array(words * WINDOW);
  let t = 0;
  for (const { types } of batch) {
    for (let i = 0; i < types.length; i++, t++) {
      const type = types[i]!;
      let place = local.get(type);
      if (place === undefined) {
        place = list.length;
        local.set(type, place);
        list.push(type);
      }
      windows[3 * t + 1] = place;
      if (i > 0) windows[3 * t] = windows[3 * t - 2]!;
      if (i > 0) windows[3 * t - 1] = place;
      if (i + 1 === types.length) windows[3 * t + 2] = 1;
    }
  }
  return { windows, list };
}

/** Heads counted from the first word of the batch; -1 is the root. */
function absoluteHeads(heads: readonly Int32Array[], bounds: readonly number[]): Int32Array {
  return concatenated(heads.map((row, s) => row.map((h) => (h === row.length ? -1 : bounds[s]! + h))));
}
