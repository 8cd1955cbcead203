import { HIDDEN_SCALE, Kernels, type PackedWeights } from './kernels.ts';
import type { Lexeme } from './lexeme.ts';
import {
  DISTANCES,
  distanceClasses,
  gateSize,
  inputSize,
  type NetworkShape,
  ROOT_DISTANCE,
  roundUp8,
  WINDOW,
} from './network-shape.ts';
import type { RowIndex } from './row-index.ts';
import { bestTree } from './spanning-tree.ts';
import { affixRows } from './word-inputs.ts';

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
  'distance',
  'distanceBias',
  'relationDependent',
  'relationHead',
  'relationBias',
  'relationRoot',
  'relationOut',
  'relationOutBias',
] as const;

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
  /** How far the best tag of `watched` falls behind the tag that was given, for each word; 0 where it was given. */
  readonly behind: Float32Array;
  /** By how much the head taken outscored the best other, the tag the second best, the relation the second best; below 0 where the tree had to do without the best head. */
  readonly headMargins: Float32Array;
  readonly tagMargins: Float32Array;
  readonly relationMargins: Float32Array;
}

/** Pieces are worked on together, up to about this many words, so that matrix products are large. */
const GROUP = 1024;
/** Greatest length of a piece: arcs cost the square of it. */
export const LONGEST_PIECE = 192;
const DISTANCE_CLASS = distanceClasses(LONGEST_PIECE);
/** Word types that are remembered. */
const MOST_TYPES = 4096;
/** New word types that are worked on together. */
const INPUT_ROWS = 64;
/** What inputs, and what is left of sums by rectifying, are multiplied by as 16-bit integers. */
const INPUT_SCALE = 2048;
const RECTIFIED_SCALE = 512;
const MOST_SHORT = 32_767;

/**
 * The trained network at work: gated recurrent layers over word types (quasi-recurrent, Bradbury et al. 2017), tags from the
 * first, arcs and relations from the last (after Dozat & Manning 2017). What the first layer makes of a word
 * type is computed once and remembered. Weights and what they are multiplied with are 16-bit integers.
 */
export class Network {
  readonly #shape: NetworkShape;
  readonly #parts: NetworkParts;
  readonly #kernels: Kernels;
  readonly #window: PackedWeights;
  readonly #windowBias: Float32Array;
  readonly #upper: readonly PackedWeights[];
  readonly #tag: PackedWeights;
  /** Arcs and relations from the last layer, all at once; `TopColumns` says what stands where. */
  readonly #top: PackedWeights;
  readonly #columns: TopColumns;
  readonly #arcProduct: PackedWeights;
  readonly #relationOut: PackedWeights;
  readonly #arcRoot: Float32Array;
  readonly #relationRoot: Float32Array;
  readonly #zeros: Float32Array;
  readonly #slots = new Map<Lexeme, number>();
  readonly #slotsOfGroup: Int32Array;
  readonly #input: Int16Array;
  readonly #row: Float32Array;
  readonly #projected: Float32Array;
  readonly #gates: Float32Array;
  readonly #cell: Float32Array;
  readonly #hidden: Float32Array;
  readonly #hiddenShort: Int16Array;
  readonly #tagScores: Float32Array;
  readonly #topScores: Float32Array;
  readonly #dependent: Int16Array;
  readonly #query: Float32Array;
  readonly #candidates: Float32Array;
  readonly #arcScores: Float32Array;
  readonly #joined: Int16Array;
  readonly #relationScores: Float32Array;

  constructor(parts: NetworkParts, options: { scalar?: boolean } = {}) {
    const { shape, dense } = parts;
    const { units, arc, relation, layers } = shape;
    this.#shape = shape;
    this.#parts = parts;
    const most = GROUP + LONGEST_PIECE;
    const width = 2 * units;
    const gates = gateSize(shape);
    const size = inputSize(shape);
    const columns = topColumns(shape);
    this.#columns = columns;
    const weights = Object.values(dense).reduce((sum, { length }) => sum + length, 0);
    const floats =
      (MOST_TYPES + 2) * WINDOW * gates +
      most * (gates + width + roundUp8(shape.tags) + columns.all + arc + roundUp8(shape.relations)) +
      (LONGEST_PIECE + 8) * (arc + LONGEST_PIECE);
    const shorts = INPUT_ROWS * size + most * (width + arc + relation);
    const kernels = new Kernels(floats * 4 + (shorts + weights) * 2 + 256 * 1024, options);
    this.#kernels = kernels;
    this.#input = kernels.shorts(INPUT_ROWS * size);
    this.#row = new Float32Array(size);
    this.#projected = kernels.floats((MOST_TYPES + 2) * WINDOW * gates);
    this.#gates = kernels.floats(most * gates);
    this.#cell = kernels.floats(units);
    this.#hidden = kernels.floats(most * width);
    this.#hiddenShort = kernels.shorts(most * width);
    this.#tagScores = kernels.floats(most * roundUp8(shape.tags));
    this.#topScores = kernels.floats(most * columns.all);
    this.#dependent = kernels.shorts(most * arc);
    this.#query = kernels.floats(most * arc);
    this.#candidates = kernels.floats(roundUp8(LONGEST_PIECE + 1) * arc);
    this.#arcScores = kernels.floats(LONGEST_PIECE * roundUp8(LONGEST_PIECE + 1));
    this.#joined = kernels.shorts(most * relation);
    this.#relationScores = kernels.floats(most * roundUp8(shape.relations));
    this.#slotsOfGroup = new Int32Array(most);
    this.#zeros = kernels.floats(Math.max(gates, arc));

    const D = (name: string): Float32Array => dense[name]!;
    const ofHidden = (values: Float32Array, bias: Float32Array | null, to: number): PackedWeights =>
      kernels.weights(values, bias, to, HIDDEN_SCALE, Math.min(MOST_SHORT, layers * HIDDEN_SCALE));
    const ofRectified = (values: Float32Array, bias: Float32Array, to: number): PackedWeights =>
      kernels.weights(values, bias, to, RECTIFIED_SCALE, MOST_SHORT);
    this.#window = kernels.weights(D('window'), null, WINDOW * gates, INPUT_SCALE, MOST_SHORT);
    this.#windowBias = copied(kernels, D('gates1'));
    this.#upper = Array.from({ length: layers - 1 }, (_, k) =>
      ofHidden(D(`layer${k + 2}`), D(`gates${k + 2}`), gates),
    );
    this.#tag = ofHidden(D('tag'), D('tagBias'), roundUp8(shape.tags));
    const top = beside(width, [
      [D('arcDependent'), D('arcDependentBias')],
      [D('arcHead'), D('arcHeadBias')],
      [D('distance'), D('distanceBias')],
      [D('relationDependent'), D('relationBias')],
      [D('relationHead'), new Float32Array(relation)],
    ]);
    this.#top = ofHidden(top.values, top.bias, columns.all);
    this.#arcProduct = ofRectified(D('arcProduct'), D('arcProductBias'), arc);
    this.#relationOut = ofRectified(D('relationOut'), D('relationOutBias'), roundUp8(shape.relations));
    this.#arcRoot = D('arcRoot');
    this.#relationRoot = copied(kernels, D('relationRoot'));
    this.#fillInput(0, WORD_BEFORE, -1, []);
    this.#fillInput(1, WORD_AFTER, -1, []);
    this.#project(2, MOST_TYPES);
  }

  /**
   * Analyses pieces of text. Every piece becomes one well-formed tree.
   * @param pieces none longer than `LONGEST_PIECE`
   * @param watched tags of which is told how near a word came to them
   */
  analyse(
    pieces: readonly (readonly Lexeme[])[],
    emit: (piece: number, output: NetworkOutput) => void,
    watched: readonly number[] = [],
  ): void {
    let first = 0;
    while (first < pieces.length) {
      let last = first;
      let words = 0;
      while (last < pieces.length && words < GROUP) words += pieces[last++]!.length;
      this.#analyseGroup(pieces.slice(first, last), words, watched, (p, output) => emit(first + p, output));
      first = last;
    }
  }

  #analyseGroup(
    pieces: readonly (readonly Lexeme[])[],
    words: number,
    watched: readonly number[],
    emit: (piece: number, output: NetworkOutput) => void,
  ): void {
    const kernels = this.#kernels;
    const { arc, relation, tags, relations, layers } = this.#shape;
    const bounds = new Int32Array(pieces.length + 1);
    pieces.forEach((piece, p) => {
      bounds[p + 1] = bounds[p]! + piece.length;
    });
    this.#findSlots(pieces);
    this.#sumWindows(bounds);
    this.#pool(bounds, false);
    kernels.affine(this.#hiddenShort, this.#tag, this.#tagScores, words);
    for (let k = 2; k <= layers; k++) {
      kernels.affine(this.#hiddenShort, this.#upper[k - 2]!, this.#gates, words);
      this.#pool(bounds, true);
    }
    kernels.affine(this.#hiddenShort, this.#top, this.#topScores, words);
    const { all, arcDependent } = this.#columns;
    for (let t = 0; t < words; t++)
      kernels.rectifiedSum(
        this.#topScores,
        t * all + arcDependent,
        this.#zeros,
        0,
        this.#dependent,
        t * arc,
        arc,
        RECTIFIED_SCALE,
      );
    kernels.affine(this.#dependent, this.#arcProduct, this.#query, words);
    const arcs = pieces.map((piece, p) => this.#arcs(bounds[p]!, piece.length));
    arcs.forEach(({ heads }, p) => {
      this.#join(heads, bounds[p]!);
    });
    kernels.affine(
      this.#joined.subarray(0, words * relation),
      this.#relationOut,
      this.#relationScores,
      words,
    );
    const tagColumns = roundUp8(tags);
    const relationColumns = roundUp8(relations);
    arcs.forEach(({ heads, margins }, p) => {
      const n = heads.length;
      const output: NetworkOutput = {
        tags: new Uint8Array(n),
        heads,
        relations: new Uint8Array(n),
        headMargins: margins,
        tagMargins: new Float32Array(n),
        relationMargins: new Float32Array(n),
        behind: new Float32Array(n),
      };
      for (let i = 0; i < n; i++) {
        const t = bounds[p]! + i;
        const tag = greatest(this.#tagScores, t * tagColumns, tags);
        const relation = greatest(this.#relationScores, t * relationColumns, relations);
        output.tags[i] = tag;
        output.tagMargins[i] = margin(this.#tagScores, t * tagColumns, tags, tag);
        output.behind[i] = behindOf(this.#tagScores, t * tagColumns, tag, watched);
        output.relations[i] = relation;
        output.relationMargins[i] = margin(this.#relationScores, t * relationColumns, relations, relation);
      }
      emit(p, output);
    });
  }

  #pool(bounds: Int32Array, shortcut: boolean): void {
    const { units } = this.#shape;
    for (let p = 0; p + 1 < bounds.length; p++) {
      const first = bounds[p]!;
      const words = bounds[p + 1]! - first;
      for (const backward of [false, true])
        this.#kernels.pool(this.#gates, this.#hidden, this.#hiddenShort, this.#cell, {
          first,
          words,
          units,
          backward,
          shortcut,
        });
    }
  }

  /** Gives every word of the group the slot of its type, and computes what is new. */
  #findSlots(pieces: readonly (readonly Lexeme[])[]): void {
    if (this.#fillSlots(pieces)) return;
    // full: the types that came first, most of them frequent, are kept unless they fill it by themselves
    let slot = 0;
    for (const lexeme of this.#slots.keys()) if (slot++ >= MOST_TYPES / 2) this.#slots.delete(lexeme);
    if (this.#fillSlots(pieces)) return;
    this.#slots.clear();
    this.#fillSlots(pieces);
  }

  #fillSlots(pieces: readonly (readonly Lexeme[])[]): boolean {
    const slots = this.#slots;
    const { vectorIndex, wordIndex } = this.#parts;
    let waiting = 0;
    let at = 0;
    for (const piece of pieces) {
      for (const lexeme of piece) {
        let slot = slots.get(lexeme);
        if (slot === undefined) {
          if (slots.size >= MOST_TYPES) return false;
          slot = slots.size;
          slots.set(lexeme, slot);
          const word = wordIndex.find(lexeme.lower, WORD_UNKNOWN);
          this.#fillInput(waiting++, word, vectorIndex.find(lexeme.lower, -1), affixRows(lexeme));
          if (waiting === INPUT_ROWS) {
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

  #fillInput(at: number, word: number, vector: number, affixes: readonly number[]): void {
    const { shape, vectors, words, affixes: table } = this.#parts;
    const size = inputSize(shape);
    const row = this.#row.fill(0);
    if (vector >= 0) addRow(row, 0, vectors, vector, shape.vector);
    addRow(row, shape.vector, words, word, shape.word);
    for (const affix of affixes) addRow(row, shape.vector + shape.word, table, affix, shape.affix);
    for (let j = 0; j < size; j++) {
      const value = Math.floor(row[j]! * INPUT_SCALE + 0.5);
      this.#input[at * size + j] = Math.max(-MOST_SHORT, Math.min(MOST_SHORT, value));
    }
  }

  /** First-layer contributions of the first `rows` inputs, to the slots from `slot` on. */
  #project(rows: number, slot: number): void {
    const columns = WINDOW * gateSize(this.#shape);
    const out = this.#projected.subarray(slot * columns, (slot + rows) * columns);
    this.#kernels.affine(this.#input, this.#window, out, rows);
  }

  /** Gate pre-activations of the first layer. */
  #sumWindows(bounds: Int32Array): void {
    const gates = gateSize(this.#shape);
    const row = WINDOW * gates;
    const slots = this.#slotsOfGroup;
    for (let p = 0; p + 1 < bounds.length; p++) {
      const first = bounds[p]!;
      const last = bounds[p + 1]! - 1;
      for (let t = first; t <= last; t++) {
        const before = (t > first ? slots[t - 1]! : MOST_TYPES) * row;
        const own = slots[t]! * row + gates;
        const after = (t < last ? slots[t + 1]! : MOST_TYPES + 1) * row + 2 * gates;
        this.#kernels.sum(
          this.#windowBias,
          this.#projected,
          [before, own, after],
          this.#gates,
          t * gates,
          gates,
        );
      }
    }
  }

  /** Heads of the words of a piece, and their margins. */
  #arcs(from: number, n: number): { heads: Int32Array; margins: Float32Array } {
    const margins = new Float32Array(n);
    if (n === 0) return { heads: new Int32Array(0), margins };
    const { arc } = this.#shape;
    const { all, arcHead, distance } = this.#columns;
    const columns = roundUp8(n + 1);
    const top = this.#topScores;
    const candidates = this.#candidates;
    for (let h = 0; h < columns; h++) {
      const panel = (h >> 3) * arc * 8 + (h & 7);
      const source = h < n ? top : this.#arcRoot;
      const at = h < n ? (from + h) * all + arcHead : 0;
      if (h > n) for (let j = 0; j < arc; j++) candidates[panel + j * 8] = 0;
      else if (h === n) for (let j = 0; j < arc; j++) candidates[panel + j * 8] = source[j]!;
      else for (let j = 0; j < arc; j++) candidates[panel + j * 8] = Math.max(0, source[at + j]!);
    }
    const scores = this.#arcScores;
    const queries = this.#query.subarray(from * arc, (from + n) * arc);
    this.#kernels.product(queries, candidates, scores, n, columns, arc);
    for (let i = 0; i < n; i++) {
      const near = (from + i) * all + distance;
      const row = i * columns;
      const shift = LONGEST_PIECE - i;
      for (let h = 0; h < n; h++) scores[row + h]! += top[near + DISTANCE_CLASS[shift + h]!]!;
      scores[row + n]! += top[near + ROOT_DISTANCE]!;
    }
    const heads = bestTree(scores, n, columns);
    for (let i = 0; i < n; i++) {
      // A word is no head of its own.
      scores[i * columns + i] = Number.NEGATIVE_INFINITY;
      margins[i] = margin(scores, i * columns, n + 1, heads[i]!);
    }
    return { heads, margins };
  }

  /** What words and their heads say of their relation. */
  #join(heads: Int32Array, from: number): void {
    const { relation } = this.#shape;
    const { all, relationDependent, relationHead } = this.#columns;
    const top = this.#topScores;
    for (let i = 0; i < heads.length; i++) {
      const isRoot = heads[i] === heads.length;
      const source = isRoot ? this.#relationRoot : top;
      const at = isRoot ? 0 : (from + heads[i]!) * all + relationHead;
      this.#kernels.rectifiedSum(
        top,
        (from + i) * all + relationDependent,
        source,
        at,
        this.#joined,
        (from + i) * relation,
        relation,
        RECTIFIED_SCALE,
      );
    }
  }
}

/** First columns of what is computed from the last layer. */
type TopColumns = Readonly<
  Record<'arcDependent' | 'arcHead' | 'distance' | 'relationDependent' | 'relationHead' | 'all', number>
>;

function topColumns({ arc, relation }: NetworkShape): TopColumns {
  const distance = 2 * arc;
  const relationDependent = distance + DISTANCES;
  const relationHead = relationDependent + relation;
  return {
    arcDependent: 0,
    arcHead: arc,
    distance,
    relationDependent,
    relationHead,
    all: relationHead + relation,
  };
}

/** Affine maps of the same inputs as one, their columns side by side. */
function beside(
  inner: number,
  maps: readonly (readonly [values: Float32Array, bias: Float32Array])[],
): { values: Float32Array; bias: Float32Array } {
  const columns = maps.reduce((sum, [, bias]) => sum + bias.length, 0);
  const values = new Float32Array(inner * columns);
  const biases = new Float32Array(columns);
  let at = 0;
  for (const [part, bias] of maps) {
    biases.set(bias, at);
    for (let p = 0; p < inner; p++)
      values.set(part.subarray(p * bias.length, (p + 1) * bias.length), p * columns + at);
    at += bias.length;
  }
  return { values, bias: biases };
}

function copied(kernels: Kernels, values: Float32Array): Float32Array {
  const copy = kernels.floats(values.length);
  copy.set(values);
  return copy;
}

function addRow(out: Float32Array, at: number, table: VectorTable, row: number, width: number): void {
  const scale = table.scales[row]!;
  const from = row * width;
  for (let j = 0; j < width; j++) out[at + j]! += table.values[from + j]! * scale;
}

/** How far the best of the columns `watched` falls behind the column `given`. */
function behindOf(values: Float32Array, from: number, given: number, watched: readonly number[]): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const j of watched) if (values[from + j]! > best) best = values[from + j]!;
  return values[from + given]! - best;
}

function greatest(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let j = 1; j < count; j++) if (values[from + j]! > values[from + best]!) best = j;
  return best;
}

/** More is told from nothing; a word that has no choice has this. */
const MOST_MARGIN = 20;

/** By how much the one taken exceeds the greatest of the others. */
function margin(values: Float32Array, from: number, count: number, taken: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < count; j++) if (j !== taken && values[from + j]! > most) most = values[from + j]!;
  return Math.min(MOST_MARGIN, values[from + taken]! - most);
}
