import { pool } from './gated-pool.ts';
import type { Lexeme } from './lexeme.ts';
import { type Arena, createArena } from './matrix.ts';
import { gateSize, inputSize, type NetworkShape, roundUp8, WINDOW } from './network-shape.ts';
import { bestTree } from './spanning-tree.ts';
import { affixRows, type RowIndex } from './word-inputs.ts';

/** Names of the dense weights; those of the layers above the first come with their numbers, `layer2` and `gates2`. */
const DENSE_WEIGHTS = [
  'window',
  'gates1',
  'tag',
  'tagBias',
  'arcDependent',
  'arcDependentBias',
  'arcHead',
  'arcHeadBias',
  'arcProduct',
  'arcProductBias',
  'arcRoot',
  'relationDependent',
  'relationHead',
  'relationBias',
  'relationRoot',
  'relationOut',
  'relationOutBias',
] as const;
type DenseWeight = (typeof DENSE_WEIGHTS)[number];

export function denseWeights({ layers }: NetworkShape): string[] {
  const upper = Array.from({ length: layers - 1 }, (_, k) => [`layer${k + 2}`, `gates${k + 2}`]);
  return [...DENSE_WEIGHTS, ...upper.flat()];
}

/** Rows of vectors, quantised: a value is an entry times its row's scale. */
export interface VectorTable {
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

export interface NetworkParts {
  readonly shape: NetworkShape;
  readonly dense: Readonly<Record<string, Float32Array>>;
  /** Pretrained vectors, and where a lower-case form has its own. */
  readonly vectors: VectorTable;
  readonly vectorIndex: RowIndex;
  /** Learnt word vectors: row 0 of words not learnt, 1 and 2 of what stands before and after a sentence. */
  readonly words: VectorTable;
  readonly wordIndex: RowIndex;
  readonly affixes: VectorTable;
}

export const WORD_UNKNOWN = 0;
export const WORD_BEFORE = 1;
export const WORD_AFTER = 2;

/** Words of a piece of text (a sentence or a part of one) are given tags, heads and relations. */
export interface NetworkOutput {
  readonly tags: Uint8Array;
  /** Index of the head within the piece; the piece's length for its root. */
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
}

/** Pieces are worked on together, up to about this many words, so that matrix products are large. */
const GROUP = 1024;
/** Greatest length of a piece: arcs cost the square of it. */
export const LONGEST_PIECE = 192;
const MOST_TYPES = 4096;

/**
 * The trained network at work: gated recurrent layers over word types (quasi-recurrent, Bradbury et al. 2017), tags from the
 * first, arcs and relations from the last (after Dozat & Manning 2017). What the first layer makes of a word
 * type is computed once and remembered.
 */
export class Network {
  readonly #shape: NetworkShape;
  readonly #parts: NetworkParts;
  readonly #arena: Arena;
  readonly #weights: Readonly<Record<DenseWeight, Float32Array>>;
  readonly #upper: readonly { readonly weights: Float32Array; readonly bias: Float32Array }[];
  readonly #slots = new Map<Lexeme, number>();
  readonly #input: Float32Array;
  readonly #projected: Float32Array;
  readonly #gates: Float32Array;
  readonly #hidden1: Float32Array;
  readonly #hidden2: Float32Array;
  readonly #tagScores: Float32Array;
  readonly #dependent: Float32Array;
  readonly #head: Float32Array;
  readonly #query: Float32Array;
  readonly #candidates: Float32Array;
  readonly #arcScores: Float32Array;
  readonly #relationDependent: Float32Array;
  readonly #relationHead: Float32Array;
  readonly #joined: Float32Array;
  readonly #relationScores: Float32Array;
  readonly #slotsOfGroup: Int32Array;

  constructor(parts: NetworkParts, options: { scalar?: boolean } = {}) {
    const { shape } = parts;
    this.#shape = shape;
    this.#parts = parts;
    const most = GROUP + LONGEST_PIECE;
    const width = 2 * shape.units;
    const gates = gateSize(shape);
    const size = inputSize(shape);
    const lengths = {
      input: 64 * size,
      projected: (MOST_TYPES + 2) * WINDOW * gates,
      gates: most * gates,
      hidden1: most * width,
      hidden2: most * width,
      tagScores: most * roundUp8(shape.tags),
      dependent: most * shape.arc,
      head: most * shape.arc,
      query: most * shape.arc,
      candidates: roundUp8(LONGEST_PIECE + 1) * shape.arc,
      arcScores: LONGEST_PIECE * roundUp8(LONGEST_PIECE + 1),
      relationDependent: most * shape.relation,
      relationHead: most * shape.relation,
      joined: most * shape.relation,
      relationScores: most * roundUp8(shape.relations),
    };
    const names = denseWeights(shape);
    const dense = names.reduce((sum, name) => sum + parts.dense[name]!.length + 4, 0);
    const total = Object.values(lengths).reduce((sum, length) => sum + length, dense);
    this.#arena = createArena(total * 4 + 64 * 1024, options);
    const take = (name: keyof typeof lengths): Float32Array => this.#arena.allocate(lengths[name]);
    this.#input = take('input');
    this.#projected = take('projected');
    this.#gates = take('gates');
    this.#hidden1 = take('hidden1');
    this.#hidden2 = take('hidden2');
    this.#tagScores = take('tagScores');
    this.#dependent = take('dependent');
    this.#head = take('head');
    this.#query = take('query');
    this.#candidates = take('candidates');
    this.#arcScores = take('arcScores');
    this.#relationDependent = take('relationDependent');
    this.#relationHead = take('relationHead');
    this.#joined = take('joined');
    this.#relationScores = take('relationScores');
    this.#slotsOfGroup = new Int32Array(most);
    const weights = Object.fromEntries(
      names.map((name) => {
        const copy = this.#arena.allocate(parts.dense[name]!.length);
        copy.set(parts.dense[name]!);
        return [name, copy];
      }),
    );
    this.#weights = weights as Record<DenseWeight, Float32Array>;
    this.#upper = Array.from({ length: shape.layers - 1 }, (_, k) => ({
      weights: weights[`layer${k + 2}`]!,
      bias: weights[`gates${k + 2}`]!,
    }));
    this.#fillInput(0, WORD_BEFORE, -1, []);
    this.#fillInput(1, WORD_AFTER, -1, []);
    this.#project(2, MOST_TYPES);
  }

  /**
   * Analyses pieces of text. Every piece becomes one well-formed tree.
   * @param pieces none longer than `LONGEST_PIECE`
   */
  analyse(
    pieces: readonly (readonly Lexeme[])[],
    emit: (piece: number, output: NetworkOutput) => void,
  ): void {
    let first = 0;
    while (first < pieces.length) {
      let last = first;
      let words = 0;
      while (last < pieces.length && words < GROUP) words += pieces[last++]!.length;
      this.#analyseGroup(pieces, first, last, words, emit);
      first = last;
    }
  }

  #analyseGroup(
    pieces: readonly (readonly Lexeme[])[],
    first: number,
    last: number,
    words: number,
    emit: (piece: number, output: NetworkOutput) => void,
  ): void {
    if (words === 0) {
      for (let p = first; p < last; p++)
        emit(p, { tags: new Uint8Array(0), heads: new Int32Array(0), relations: new Uint8Array(0) });
      return;
    }
    const shape = this.#shape;
    const W = this.#weights;
    const width = 2 * shape.units;
    this.#findSlots(pieces, first, last);
    const bounds = this.#window(pieces, first, last);
    pool(this.#gates, bounds, shape.units, this.#hidden1, null);
    const tags = roundUp8(shape.tags);
    this.#affine(this.#hidden1, W.tag, W.tagBias, this.#tagScores, words, tags, width);
    let hidden = this.#hidden1;
    for (const { weights, bias } of this.#upper) {
      this.#affine(hidden, weights, bias, this.#gates, words, gateSize(shape), width);
      const above = hidden === this.#hidden1 ? this.#hidden2 : this.#hidden1;
      pool(this.#gates, bounds, shape.units, above, hidden);
      hidden = above;
    }
    const { arc, relation } = shape;
    this.#affine(hidden, W.arcDependent, W.arcDependentBias, this.#dependent, words, arc, width);
    rectify(this.#dependent, words * arc);
    this.#affine(hidden, W.arcHead, W.arcHeadBias, this.#head, words, arc, width);
    rectify(this.#head, words * arc);
    this.#affine(this.#dependent, W.arcProduct, W.arcProductBias, this.#query, words, arc, arc);
    this.#affine(
      hidden,
      W.relationDependent,
      W.relationBias,
      this.#relationDependent,
      words,
      relation,
      width,
    );
    this.#affine(hidden, W.relationHead, null, this.#relationHead, words, relation, width);
    const heads: Int32Array[] = [];
    for (let p = first; p < last; p++) heads.push(this.#arcs(bounds[p - first]!, pieces[p]!.length));
    this.#relations(heads, bounds, words);
    const relations = roundUp8(shape.relations);
    for (let p = first; p < last; p++) {
      const from = bounds[p - first]!;
      const n = pieces[p]!.length;
      const piece = heads[p - first]!;
      const output = { tags: new Uint8Array(n), heads: piece, relations: new Uint8Array(n) };
      for (let i = 0; i < n; i++) {
        output.tags[i] = greatest(this.#tagScores, (from + i) * tags, shape.tags);
        output.relations[i] = greatest(this.#relationScores, (from + i) * relations, shape.relations);
      }
      emit(p, output);
    }
  }

  /** Gives every word of the group the slot of its type, and computes what is new. */
  #findSlots(pieces: readonly (readonly Lexeme[])[], first: number, last: number): void {
    let fits = this.#fillSlots(pieces, first, last);
    if (!fits) {
      this.#slots.clear();
      fits = this.#fillSlots(pieces, first, last);
    }
  }

  #fillSlots(pieces: readonly (readonly Lexeme[])[], first: number, last: number): boolean {
    const slots = this.#slots;
    let waiting = 0;
    let at = 0;
    for (let p = first; p < last; p++) {
      for (const lexeme of pieces[p]!) {
        let slot = slots.get(lexeme);
        if (slot === undefined) {
          if (slots.size >= MOST_TYPES) return false;
          slot = slots.size;
          slots.set(lexeme, slot);
          const { vectorIndex, wordIndex } = this.#parts;
          this.#fillInput(
            waiting++,
            wordIndex.find(lexeme.lower, WORD_UNKNOWN),
            vectorIndex.find(lexeme.lower, -1),
            affixRows(lexeme),
          );
          if (waiting === 64) {
            this.#project(waiting, slot + 1 - waiting);
            waiting = 0;
          }
        }
        this.#slotsOfGroup[at++] = slot;
      }
    }
    if (waiting > 0) this.#project(waiting, slots.size - waiting);
    return true;
  }

  #fillInput(row: number, word: number, vector: number, affixes: readonly number[]): void {
    const { shape, vectors, words, affixes: table } = this.#parts;
    const size = inputSize(shape);
    const input = this.#input;
    let at = row * size;
    input.fill(0, at, at + size);
    if (vector >= 0) addRow(input, at, vectors, vector, shape.vector);
    at += shape.vector;
    addRow(input, at, words, word, shape.word);
    at += shape.word;
    for (const affix of affixes) addRow(input, at, table, affix, shape.affix);
  }

  /** First-layer contributions of the first `rows` inputs, to the slots from `slot` on. */
  #project(rows: number, slot: number): void {
    const size = inputSize(this.#shape);
    const columns = WINDOW * gateSize(this.#shape);
    const out = this.#projected.subarray(slot * columns, (slot + rows) * columns);
    out.fill(0);
    this.#product(this.#input, this.#weights.window, out, rows, columns, size);
  }

  /** Gate pre-activations of the first layer; returns where each piece starts. */
  #window(pieces: readonly (readonly Lexeme[])[], first: number, last: number): Int32Array {
    const gates = gateSize(this.#shape);
    const row = WINDOW * gates;
    const bias = this.#weights.gates1;
    const projected = this.#projected;
    const out = this.#gates;
    const slots = this.#slotsOfGroup;
    const bounds = new Int32Array(last - first + 1);
    let from = 0;
    for (let p = first; p < last; p++) {
      const n = pieces[p]!.length;
      for (let i = 0; i < n; i++) {
        const t = from + i;
        const a = (i > 0 ? slots[t - 1]! : MOST_TYPES) * row;
        const b = slots[t]! * row + gates;
        const c = (i + 1 < n ? slots[t + 1]! : MOST_TYPES + 1) * row + 2 * gates;
        const to = t * gates;
        for (let j = 0; j < gates; j++)
          out[to + j] = bias[j]! + projected[a + j]! + projected[b + j]! + projected[c + j]!;
      }
      from += n;
      bounds[p - first + 1] = from;
    }
    return bounds;
  }

  #arcs(from: number, n: number): Int32Array {
    if (n === 0) return new Int32Array(0);
    const { arc } = this.#shape;
    const columns = roundUp8(n + 1);
    const candidates = this.#candidates;
    const root = this.#weights.arcRoot;
    // transposed: one row for each value, one column for each candidate
    for (let j = 0; j < arc; j++) {
      const row = j * columns;
      for (let h = 0; h < n; h++) candidates[row + h] = this.#head[(from + h) * arc + j]!;
      candidates[row + n] = root[j]!;
      for (let h = n + 1; h < columns; h++) candidates[row + h] = 0;
    }
    const scores = this.#arcScores;
    scores.fill(0, 0, n * columns);
    const queries = this.#query.subarray(from * arc, (from + n) * arc);
    this.#product(queries, candidates, scores, n, columns, arc);
    return bestTree(scores, n, columns);
  }

  #relations(heads: readonly Int32Array[], bounds: Int32Array, words: number): void {
    const { relation, relations } = this.#shape;
    const W = this.#weights;
    const joined = this.#joined;
    heads.forEach((row, p) => {
      const from = bounds[p]!;
      for (let i = 0; i < row.length; i++) {
        const isRoot = row[i] === row.length;
        const source = isRoot ? W.relationRoot : this.#relationHead;
        const at = isRoot ? 0 : (from + row[i]!) * relation;
        const own = (from + i) * relation;
        for (let j = 0; j < relation; j++)
          joined[own + j] = Math.max(0, this.#relationDependent[own + j]! + source[at + j]!);
      }
    });
    this.#affine(
      joined,
      W.relationOut,
      W.relationOutBias,
      this.#relationScores,
      words,
      roundUp8(relations),
      relation,
    );
  }

  #affine(
    x: Float32Array,
    weights: Float32Array,
    bias: Float32Array | null,
    out: Float32Array,
    rows: number,
    columns: number,
    inner: number,
  ): void {
    if (bias === null) out.fill(0, 0, rows * columns);
    else for (let i = 0; i < rows; i++) out.set(bias, i * columns);
    this.#product(x, weights, out, rows, columns, inner);
  }

  #product(
    a: Float32Array,
    b: Float32Array,
    c: Float32Array,
    rows: number,
    columns: number,
    inner: number,
  ): void {
    this.#arena.product(a.byteOffset, b.byteOffset, c.byteOffset, rows, columns, inner);
  }
}

function addRow(out: Float32Array, at: number, table: VectorTable, row: number, width: number): void {
  const scale = table.scales[row]!;
  const from = row * width;
  for (let j = 0; j < width; j++) out[at + j]! += table.values[from + j]! * scale;
}

function rectify(values: Float32Array, length: number): void {
  for (let i = 0; i < length; i++) if (values[i]! < 0) values[i] = 0;
}

function greatest(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let j = 1; j < count; j++) if (values[from + j]! > values[from + best]!) best = j;
  return best;
}
