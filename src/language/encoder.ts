import type { Kernels, PackedWeights } from './kernels.ts';
import type { Lexeme } from './lexeme.ts';
import { gateSize, inputSize, type NetworkShape, WINDOW } from './network-shape.ts';
import type { RowIndex } from './row-index.ts';

/** Rows of vectors, quantised: a value is an entry times its row's scale. */
export interface VectorTable {
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** What a word type's input is made of. */
export interface EncoderTables {
  /** Pretrained vectors, and where a lower-case form has its own. */
  readonly vectors: VectorTable;
  readonly vectorIndex: RowIndex;
  /** Learnt word vectors: row 0 of words not learnt, 1 and 2 of what stands before and after a sentence. */
  readonly words: VectorTable;
  readonly wordIndex: RowIndex;
  readonly affixes: VectorTable;
}

export interface EncoderParts extends EncoderTables {
  readonly shape: Pick<NetworkShape, 'vector' | 'word' | 'affix' | 'units'>;
  /** Rows of the affix vectors that a word type is described by. */
  readonly rowsOf: (lexeme: Lexeme) => readonly number[];
  /** Weights of the window of words, and the bias of the gates. */
  readonly window: Float32Array;
  readonly gates: Float32Array;
}

const WORD_UNKNOWN = 0;
const WORD_BEFORE = 1;
const WORD_AFTER = 2;

/** Learnt word vectors before those of words: unknown, before and after a sentence. */
export const SPECIAL_WORDS = 3;

/** Pieces are worked on together, up to about this many words, so that matrix products are large. */
export const GROUP = 1024;
/** Word types that are remembered. */
const MOST_TYPES = 4096;
/** New word types that are worked on together. */
const INPUT_ROWS = 64;
/** What inputs are multiplied by as 16-bit integers. */
const INPUT_SCALE = 2048;
const MOST_SHORT = 32_767;

/** Bytes of the kernels' memory that an encoder takes. */
export function encoderBytes(shape: EncoderParts['shape'], most: number): number {
  const { units } = shape;
  const gates = gateSize(shape);
  const width = 2 * units;
  const input = inputSize(shape);
  const floats = (MOST_TYPES + 2) * WINDOW * gates + most * (gates + width) + units + gates;
  return floats * 4 + (INPUT_ROWS * input + most * width + input * WINDOW * gates) * 2;
}

/**
 * The first layer of a network at work: a word type's input (pretrained vector, learnt vector, sum of affix vectors) goes through a
 * window of three words into a gated recurrent layer (quasi-recurrent, Bradbury et al. 2017). What the window makes of a word
 * type is computed once and remembered. Weights and what they are multiplied with are 16-bit integers.
 */
export class Encoder {
  /** Pre-activations of the gates, and the output with its quantised values, of the words of a group. */
  readonly gates: Float32Array;
  readonly hidden: Float32Array;
  readonly hiddenShort: Int16Array;
  readonly #parts: EncoderParts;
  readonly #kernels: Kernels;
  readonly #window: PackedWeights;
  readonly #bias: Float32Array;
  readonly #slots = new Map<Lexeme, number>();
  readonly #slotsOfGroup: Int32Array;
  readonly #input: Int16Array;
  readonly #row: Float32Array;
  readonly #projected: Float32Array;
  readonly #cell: Float32Array;

  /** @param most words of a group */
  constructor(kernels: Kernels, parts: EncoderParts, most: number) {
    const { units } = parts.shape;
    const size = inputSize(parts.shape);
    const gates = gateSize(parts.shape);
    this.#kernels = kernels;
    this.#parts = parts;
    this.#input = kernels.shorts(INPUT_ROWS * size);
    this.#row = new Float32Array(size);
    this.#projected = kernels.floats((MOST_TYPES + 2) * WINDOW * gates);
    this.gates = kernels.floats(most * gates);
    this.#cell = kernels.floats(units);
    this.hidden = kernels.floats(most * 2 * units);
    this.hiddenShort = kernels.shorts(most * 2 * units);
    this.#slotsOfGroup = new Int32Array(most);
    this.#window = kernels.weights(parts.window, null, WINDOW * gates, INPUT_SCALE, MOST_SHORT);
    this.#bias = kernels.floats(gates);
    this.#bias.set(parts.gates);
    this.#fillInput(0, WORD_BEFORE, -1, []);
    this.#fillInput(1, WORD_AFTER, -1, []);
    this.#project(2, MOST_TYPES);
  }

  /**
   * Runs a group of pieces of text through the layer.
   * @param bounds first word of each piece, and at the end the number of words
   */
  encode(pieces: readonly (readonly Lexeme[])[], bounds: Int32Array): void {
    this.#findSlots(pieces);
    this.#sumWindows(bounds);
    this.pool(bounds, false);
  }

  /** Pools the gates' pre-activations along each piece; `shortcut` adds to what the layer below has made. */
  pool(bounds: Int32Array, shortcut: boolean): void {
    const { units } = this.#parts.shape;
    for (let p = 0; p + 1 < bounds.length; p++) {
      const first = bounds[p]!;
      const words = bounds[p + 1]! - first;
      for (const backward of [false, true])
        this.#kernels.pool(this.gates, this.hidden, this.hiddenShort, this.#cell, {
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
    const { vectorIndex, wordIndex, rowsOf } = this.#parts;
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
          this.#fillInput(waiting++, word, vectorIndex.find(lexeme.lower, -1), rowsOf(lexeme));
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

  #fillInput(at: number, word: number, vector: number, affixRows: readonly number[]): void {
    const { shape, vectors, words, affixes } = this.#parts;
    const row = this.#row.fill(0);
    if (vector >= 0) addRow(row, 0, vectors, vector, shape.vector);
    addRow(row, shape.vector, words, word, shape.word);
    for (const affix of affixRows) addRow(row, shape.vector + shape.word, affixes, affix, shape.affix);
    for (let j = 0; j < row.length; j++) {
      const value = Math.floor(row[j]! * INPUT_SCALE + 0.5);
      this.#input[at * row.length + j] = Math.max(-MOST_SHORT, Math.min(MOST_SHORT, value));
    }
  }

  /** What the window makes of the first `rows` inputs, to the slots from `slot` on. */
  #project(rows: number, slot: number): void {
    const columns = this.#window.columns;
    const out = this.#projected.subarray(slot * columns, (slot + rows) * columns);
    this.#kernels.affine(this.#input, this.#window, out, rows);
  }

  /** Gate pre-activations of the layer. */
  #sumWindows(bounds: Int32Array): void {
    const gates = this.#bias.length;
    const row = WINDOW * gates;
    const slots = this.#slotsOfGroup;
    for (let p = 0; p + 1 < bounds.length; p++) {
      const first = bounds[p]!;
      const last = bounds[p + 1]! - 1;
      for (let t = first; t <= last; t++) {
        const before = (t > first ? slots[t - 1]! : MOST_TYPES) * row;
        const own = slots[t]! * row + gates;
        const after = (t < last ? slots[t + 1]! : MOST_TYPES + 1) * row + 2 * gates;
        this.#kernels.sum(this.#bias, this.#projected, [before, own, after], this.gates, t * gates, gates);
      }
    }
  }
}

function addRow(out: Float32Array, at: number, table: VectorTable, row: number, width: number): void {
  const scale = table.scales[row]!;
  const from = row * width;
  for (let j = 0; j < width; j++) out[at + j]! += table.values[from + j]! * scale;
}
