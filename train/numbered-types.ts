import type { Lexeme, Lexemes } from '../src/language/lexeme.ts';
import type { RowIndex } from '../src/language/row-index.ts';
import type { TypeFeatures } from './layers.ts';

/** Where a word type's rows are found. */
export interface TypeTables {
  readonly lexemes: Lexemes;
  readonly vectorIndex: RowIndex;
  readonly wordIndex: RowIndex;
  /** How often each lower-case form was seen, by its hash. */
  readonly counts: ReadonlyMap<number, number>;
  /** Rows of the affix vectors that a word type is described by. */
  readonly rowsOf: (lexeme: Lexeme) => readonly number[];
}

/** Word types in the order in which their forms are first asked for, behind those before and after a sentence. */
export class NumberedTypes {
  readonly types: TypeFeatures[] = [
    { vector: -1, word: 1, count: 1e9, affixes: [] },
    { vector: -1, word: 2, count: 1e9, affixes: [] },
  ];
  readonly #tables: TypeTables;
  readonly #numbers = new Map<string, number>();

  constructor(tables: TypeTables) {
    this.#tables = tables;
  }

  numberOf(form: string): number {
    const known = this.#numbers.get(form);
    if (known !== undefined) return known;
    const { lexemes, vectorIndex, wordIndex, counts, rowsOf } = this.#tables;
    const lexeme = lexemes.get(form);
    const { lower } = lexeme;
    const number = this.types.length;
    this.types.push({
      vector: vectorIndex.find(lower, -1),
      word: wordIndex.find(lower, 0),
      count: counts.get(lower) ?? 0,
      affixes: rowsOf(lexeme),
    });
    this.#numbers.set(form, number);
    return number;
  }
}
