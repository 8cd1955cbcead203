import { AFFIX_ROWS, gateSize, inputSize, type NetworkShape, WINDOW } from '../src/language/network-shape.ts';
import { affine, backAffine } from './affine.ts';
import { type GatedPass, gatedBackward, gatedForward } from './gated-layer.ts';
import { maskRows, sumRows } from './network-math.ts';
import { randomSource } from './random.ts';
import { Parameter, Workspace } from './tensor.ts';

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

/** Types of the positions before and after a sentence. */
export const TYPE_BEFORE = 0;
export const TYPE_AFTER = 1;

/** What the layers read: the word types of a sentence, indexes into the table of types. */
export interface TypedSentence {
  readonly types: Int32Array;
}

export type LayersShape = Pick<NetworkShape, 'vector' | 'word' | 'affix' | 'layers' | 'units'>;

/**
 * The layers of a network in training: a word type's input (pretrained vector, learnt vector, sum of affix vectors) goes through a
 * window of three words into gated recurrent layers, with shortcuts. What stands on them adds its own parameters.
 */
export class Layers {
  readonly shape: LayersShape;
  readonly workspace: Workspace;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly #vectors: Float32Array;
  readonly #types: readonly TypeFeatures[];
  readonly #random: () => number;
  readonly #dropout: number;
  readonly #typeDropout: number;
  #salt: number;

  /** @param vectors pretrained vectors, a row each */
  constructor(
    shape: LayersShape,
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
    this.#salt = seed * 1000;
    const gates = gateSize(shape);
    this.parameters = {
      words: this.uniform(words * shape.word, 0.1, shape.word),
      affixes: this.uniform(AFFIX_ROWS * shape.affix, 0.1, shape.affix),
      window: this.dense(inputSize(shape), WINDOW * gates),
      gates1: this.zeros(gates),
      ...Object.fromEntries(
        Array.from({ length: shape.layers - 1 }, (_, k) => [
          [`layer${k + 2}`, this.dense(2 * shape.units, gates)] as const,
          [`gates${k + 2}`, this.zeros(gates)] as const,
        ]).flat(),
      ),
    };
  }

  /** A new weight matrix (Glorot & Bengio 2010). */
  dense(rows: number, columns: number): Parameter {
    return this.uniform(rows * columns, Math.sqrt(6 / (rows + columns)));
  }

  /** New weights within +-bound; with `row`, rows of which only those that were used are updated. */
  uniform(length: number, bound: number, row = 0): Parameter {
    return new Parameter(this.workspace.arena, length, row).fillRandom(bound, this.#salt++);
  }

  zeros(length: number): Parameter {
    return new Parameter(this.workspace.arena, length);
  }

  /** Inputs by type, the window, and the layers. */
  encode(batch: readonly TypedSentence[]): Encoding {
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
      const pre = affine(workspace, below, P[`layer${k}`]!, P[`gates${k}`]!, n, gates, width);
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

  /**
   * Adds the gradients of what the layers were computed from.
   * @param dTop gradient of the last layer's output; overwritten
   * @param dHidden1 gradient of the first layer's output by other ways than the layers above; `dTop` itself where there is one layer
   */
  back(encoding: Encoding, dTop: Float32Array, dHidden1: Float32Array): void {
    const { workspace, shape, parameters: P } = this;
    const { bounds, upper } = encoding;
    const { units } = shape;
    const n = bounds[bounds.length - 1]!;
    const width = 2 * units;
    const gates = gateSize(shape);
    // down through the layers, each with its shortcut
    let dAbove = dTop;
    for (const { k, below: x, pass, mask } of [...upper].reverse()) {
      const dBelow = k === 2 ? dHidden1 : workspace.take(n * width);
      maskRows(dAbove, mask, bounds, width);
      for (let i = 0; i < n * width; i++) dBelow[i]! += dAbove[i]!;
      const dGates = gatedBackward(workspace, pass, dAbove, bounds, units);
      backAffine(workspace, x, dGates, P[`layer${k}`]!, P[`gates${k}`]!, dBelow, n, gates, width);
      dAbove = dBelow;
    }
    maskRows(dHidden1, encoding.mask1, bounds, width);
    this.#backWindow(encoding, dHidden1);
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

  /** One row of factors for each sentence; null without dropout. */
  #mask(sentences: number, width: number): Float32Array | null {
    if (this.#dropout === 0) return null;
    const mask = this.workspace.take(sentences * width);
    const keep = 1 - this.#dropout;
    for (let i = 0; i < mask.length; i++) mask[i] = this.#random() < keep ? 1 / keep : 0;
    return mask;
  }
}

/** Types of a batch, and for each word the places in that list of the one before it, itself and the one after it. */
function windowsOf(batch: readonly TypedSentence[], words: number): { windows: Int32Array; list: number[] } {
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
