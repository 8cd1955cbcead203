import { Encoder, type EncoderTables, encoderBytes, GROUP } from './encoder.ts';
import { type Gazetteer, KNOWN_BITS } from './gazetteer.ts';
import { finish, hashCode } from './hash.ts';
import { HIDDEN_SCALE, Kernels, type PackedWeights } from './kernels.ts';
import type { Lexeme } from './lexeme.ts';
import { NAME_LABELS } from './name-labels.ts';
import { AFFIX_ROWS, type NetworkShape, roundUp8 } from './network-shape.ts';
import { affixRows } from './word-inputs.ts';
import { UNKNOWN_KIND, WORD_KINDS, type WordTypes } from './word-types.ts';

export type NameNetworkShape = Pick<NetworkShape, 'vector' | 'word' | 'affix' | 'units'>;

export interface NameNetworkParts extends EncoderTables {
  readonly shape: NameNetworkShape;
  readonly dense: Readonly<Record<(typeof NAME_WEIGHTS)[number], Float32Array>>;
}

/** Names of the dense weights. */
export const NAME_WEIGHTS = ['window', 'gates', 'label', 'labelBias'] as const;

/** Columns of the scores: the labels, rounded up. */
export const LABEL_COLUMNS = roundUp8(NAME_LABELS);

/** Pieces longer than this are scored in parts. */
const LONGEST = 512;

const GAZETTEER_CODE = 0x7000;
const KIND_CODE = 0x7200;

/** Rows of the affix vectors that describe a word type to the name network: its form, its gazetteer entries and its kind. */
export function nameRows(
  lexeme: Lexeme,
  { gazetteer, wordTypes }: { readonly gazetteer: Gazetteer; readonly wordTypes: WordTypes },
): number[] {
  const rows = affixRows(lexeme);
  const add = (code: number): number => rows.push(finish(hashCode(code)) & (AFFIX_ROWS - 1));
  const bits = gazetteer.single(lexeme.lower);
  for (let bit = 0; bit < KNOWN_BITS; bit++) if ((bits & (1 << bit)) !== 0) add(GAZETTEER_CODE + bit);
  const kinds = wordTypes.find(lexeme.lower);
  if (kinds === UNKNOWN_KIND) add(KIND_CODE);
  else
    for (let kind = 0; kind < WORD_KINDS.length; kind++) {
      const level = (kinds >> (2 * kind)) & 3;
      if (level > 0) add(KIND_CODE + kind * 4 + level);
    }
  return rows;
}

/** Scores the labels of names by one gated recurrent layer over the words of a sentence (see `Encoder`). */
export class NameNetwork {
  readonly #kernels: Kernels;
  readonly #encoder: Encoder;
  readonly #label: PackedWeights;
  readonly #scores: Float32Array;

  constructor(
    parts: NameNetworkParts,
    tables: Parameters<typeof nameRows>[1],
    options: { scalar?: boolean } = {},
  ) {
    const { shape, dense } = parts;
    const most = GROUP + LONGEST;
    const bytes = encoderBytes(shape, most) + (most * 4 + dense.label.length * 2) * LABEL_COLUMNS;
    const kernels = new Kernels(bytes + 64 * 1024, options);
    this.#kernels = kernels;
    const rowsOf = (lexeme: Lexeme): number[] => nameRows(lexeme, tables);
    this.#encoder = new Encoder(kernels, { ...parts, ...dense, rowsOf }, most);
    this.#label = kernels.weights(dense.label, dense.labelBias, LABEL_COLUMNS, HIDDEN_SCALE, HIDDEN_SCALE);
    this.#scores = kernels.floats(most * LABEL_COLUMNS);
  }

  /**
   * Scores of the labels of every word, `NAME_LABELS` a word.
   * @param sentenceFirst first word of each sentence, and at the end the number of words
   */
  score(words: readonly Lexeme[], sentenceFirst: Int32Array): Float64Array {
    const out = new Float64Array(words.length * NAME_LABELS);
    let pieces: Lexeme[][] = [];
    let first = 0;
    let size = 0;
    const flush = (): void => {
      if (size === 0) return;
      this.#scoreGroup(pieces, out, first, size);
      first += size;
      pieces = [];
      size = 0;
    };
    for (let s = 0; s + 1 < sentenceFirst.length; s++) {
      const end = sentenceFirst[s + 1]!;
      for (let at = sentenceFirst[s]!; at < end; at += LONGEST) {
        const piece = words.slice(at, Math.min(end, at + LONGEST));
        pieces.push(piece);
        size += piece.length;
        if (size >= GROUP) flush();
      }
    }
    flush();
    return out;
  }

  #scoreGroup(pieces: readonly (readonly Lexeme[])[], out: Float64Array, first: number, words: number): void {
    const bounds = new Int32Array(pieces.length + 1);
    pieces.forEach((piece, p) => {
      bounds[p + 1] = bounds[p]! + piece.length;
    });
    this.#encoder.encode(pieces, bounds);
    this.#kernels.affine(this.#encoder.hiddenShort, this.#label, this.#scores, words);
    for (let t = 0; t < words; t++)
      for (let label = 0; label < NAME_LABELS; label++)
        out[(first + t) * NAME_LABELS + label] = this.#scores[t * LABEL_COLUMNS + label]!;
  }
}
