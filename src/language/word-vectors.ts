import type { VectorTable } from './encoder.ts';
import type { RowIndex } from './row-index.ts';

/** The pretrained vectors of words, for what reads meaning outside the network. Immutable. */
export class WordVectors {
  /** Length of a vector. */
  readonly width: number;
  readonly table: VectorTable;
  /** Row of a lower-case form, by its hash. */
  readonly index: RowIndex;

  constructor(table: VectorTable, index: RowIndex, width: number) {
    this.table = table;
    this.index = index;
    this.width = width;
  }

  /** @param lower hash of the lower-case form, `Lexeme.lower`; null where the word has no vector */
  find(lower: number): Float32Array | null {
    const row = this.index.find(lower, -1);
    if (row < 0) return null;
    const out = new Float32Array(this.width);
    const scale = this.table.scales[row]!;
    for (let j = 0; j < this.width; j++) out[j] = this.table.values[row * this.width + j]! * scale;
    return out;
  }
}
