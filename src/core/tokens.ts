import { DEPREL, type Deprel, UPOS, type Upos, XPOS, type Xpos } from './labels.ts';

/** The columns of a token table; all of one length but `sentenceFirst`. */
export interface TokenColumns {
  /** Character offsets into the document's text. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Codes of `UPOS`, `XPOS`, `DEPREL`. */
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** Index (in this table) of the head; -1 for the root of a sentence. */
  readonly head: Int32Array;
  readonly deprel: Uint8Array;
  /** How sure the parser was of the tree as it made it (a repair moves heads and leaves these); absent for trees made by hand. */
  readonly margin?: Margins;
  readonly lemma: readonly string[];
  /** First token of each sentence of the sentences layer, and at the end the number of tokens: length sentences + 1. */
  readonly sentenceFirst: Int32Array;
  /** Names that the name tagger found, as ranges of tokens; see `NameRange`. */
  readonly names: readonly NameRange[];
}

/** Score of what was chosen over that of the best other choice, in the network's own units; about 0 to 20, near 0 a guess. */
export interface Margins {
  readonly head: Float32Array;
  readonly tag: Float32Array;
  readonly relation: Float32Array;
}

/** The margin where nothing was chosen between. */
export const MARGIN_WITHOUT_DOUBT = 10;

/** A name as a half-open range of tokens. */
export interface NameRange {
  readonly first: number;
  readonly last: number;
  readonly type: 'PERSON' | 'ORGANIZATION' | 'PLACE' | 'MISC';
  /** 0 to 1. */
  readonly confidence: number;
}

/**
 * The tokens layer: one row per token in columns, sentences one after the other. Tokens are UD words with
 * exact offsets (`don't` is `do` + `n't`, `Kelly's` is `Kelly` + `'s`). Every sentence is one well-formed
 * tree: one root (head -1), no cycle, every other head in the same sentence.
 */
export class TokenTable {
  readonly length: number;
  readonly columns: TokenColumns;

  constructor(columns: TokenColumns) {
    this.columns = columns;
    this.length = columns.start.length;
  }

  get sentences(): number {
    return this.columns.sentenceFirst.length - 1;
  }

  first(sentence: number): number {
    return this.columns.sentenceFirst[sentence]!;
  }

  /** One past the last token of the sentence. */
  end(sentence: number): number {
    return this.columns.sentenceFirst[sentence + 1]!;
  }

  text(source: string, token: number): string {
    return source.slice(this.columns.start[token]!, this.columns.end[token]!);
  }

  upos(token: number): Upos {
    return UPOS[this.columns.upos[token]!]!;
  }

  xpos(token: number): Xpos {
    return XPOS[this.columns.xpos[token]!]!;
  }

  deprel(token: number): Deprel {
    return DEPREL[this.columns.deprel[token]!]!;
  }

  head(token: number): number {
    return this.columns.head[token]!;
  }

  lemma(token: number): string {
    return this.columns.lemma[token]!;
  }

  /** First token that ends after the character offset; `length` when none does. O(log n). */
  tokenAt(offset: number): number {
    const ends = this.columns.end;
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
