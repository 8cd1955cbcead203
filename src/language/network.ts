import { Encoder, type EncoderTables, encoderBytes, GROUP } from './encoder.ts';
import { HIDDEN_SCALE, Kernels, type PackedWeights } from './kernels.ts';
import type { Lexeme } from './lexeme.ts';
import {
  DISTANCES,
  distanceClasses,
  gateSize,
  type NetworkShape,
  ROOT_DISTANCE,
  roundUp8,
} from './network-shape.ts';
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

export interface NetworkParts extends EncoderTables {
  readonly shape: NetworkShape;
  readonly dense: Readonly<Record<string, Float32Array>>;
}

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

/** Greatest length of a piece: arcs cost the square of it. */
export const LONGEST_PIECE = 192;
const DISTANCE_CLASS = distanceClasses(LONGEST_PIECE);
/** What is left of sums by rectifying is multiplied by this as 16-bit integers. */
const RECTIFIED_SCALE = 512;
const MOST_SHORT = 32_767;

/**
 * The trained network at work: gated recurrent layers over word types (see `Encoder`), tags from the first, arcs and relations
 * from the last (after Dozat & Manning 2017). Weights and what they are multiplied with are 16-bit integers.
 */
export class Network {
  readonly #shape: NetworkShape;
  readonly #kernels: Kernels;
  readonly #encoder: Encoder;
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
    const most = GROUP + LONGEST_PIECE;
    const width = 2 * units;
    const gates = gateSize(shape);
    const columns = topColumns(shape);
    this.#columns = columns;
    const weights = Object.values(dense).reduce((sum, { length }) => sum + length, 0);
    const floats =
      most * (roundUp8(shape.tags) + columns.all + arc + roundUp8(shape.relations)) +
      (LONGEST_PIECE + 8) * (arc + LONGEST_PIECE);
    const shorts = most * (arc + relation) + weights;
    const bytes = encoderBytes(shape, most) + floats * 4 + shorts * 2 + 256 * 1024;
    const kernels = new Kernels(bytes, options);
    this.#kernels = kernels;
    const D = (name: string): Float32Array => dense[name]!;
    const window = { window: D('window'), gates: D('gates1') };
    this.#encoder = new Encoder(kernels, { ...parts, ...window, rowsOf: affixRows }, most);
    this.#tagScores = kernels.floats(most * roundUp8(shape.tags));
    this.#topScores = kernels.floats(most * columns.all);
    this.#dependent = kernels.shorts(most * arc);
    this.#query = kernels.floats(most * arc);
    this.#candidates = kernels.floats(roundUp8(LONGEST_PIECE + 1) * arc);
    this.#arcScores = kernels.floats(LONGEST_PIECE * roundUp8(LONGEST_PIECE + 1));
    this.#joined = kernels.shorts(most * relation);
    this.#relationScores = kernels.floats(most * roundUp8(shape.relations));
    this.#zeros = kernels.floats(Math.max(gates, arc));

    const ofHidden = (values: Float32Array, bias: Float32Array | null, to: number): PackedWeights =>
      kernels.weights(values, bias, to, HIDDEN_SCALE, Math.min(MOST_SHORT, layers * HIDDEN_SCALE));
    const ofRectified = (values: Float32Array, bias: Float32Array, to: number): PackedWeights =>
      kernels.weights(values, bias, to, RECTIFIED_SCALE, MOST_SHORT);
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
    const encoder = this.#encoder;
    encoder.encode(pieces, bounds);
    kernels.affine(encoder.hiddenShort, this.#tag, this.#tagScores, words);
    for (let k = 2; k <= layers; k++) {
      kernels.affine(encoder.hiddenShort, this.#upper[k - 2]!, encoder.gates, words);
      encoder.pool(bounds, true);
    }
    kernels.affine(encoder.hiddenShort, this.#top, this.#topScores, words);
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
