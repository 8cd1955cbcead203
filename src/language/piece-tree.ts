import { DEPREL, type Deprel, UPOS_CODE, XPOS, type Xpos } from '../core/labels.ts';
import type { Parsed } from './parse.ts';
import type { Piece } from './pieces.ts';

/** The tree of one piece, before it hangs in its sentence: words by their index in the document, forms in lower case. */
export class PieceTree {
  readonly words: readonly number[];
  readonly #forms: readonly string[];
  readonly #piece: Piece;
  readonly #parsed: Parsed;

  constructor(forms: readonly string[], piece: Piece, parsed: Parsed) {
    this.words = piece.words;
    this.#forms = forms;
    this.#piece = piece;
    this.#parsed = parsed;
  }

  /** The same piece in another parse. */
  of(parsed: Parsed): PieceTree {
    return new PieceTree(this.#forms, this.#piece, parsed);
  }

  form(word: number): string {
    return this.#forms[word]!.toLowerCase();
  }

  isLowerCase(word: number): boolean {
    return /^\p{Ll}/u.test(this.#forms[word]!);
  }

  tag(word: number): Xpos {
    return XPOS[this.#parsed.xpos[word]!]!;
  }

  isVerb(word: number): boolean {
    return this.#parsed.upos[word] === UPOS_CODE.VERB;
  }

  /** -1 for the top. */
  head(word: number): number {
    return this.#parsed.head[word]!;
  }

  relation(word: number): Deprel {
    return DEPREL[this.#parsed.deprel[word]!]!;
  }

  behind(word: number): number {
    return this.#parsed.behind[word]!;
  }

  kids(word: number): number[] {
    return this.words.filter((one) => this.#parsed.head[one] === word);
  }

  top(): number | undefined {
    return this.words.find((word) => this.#parsed.head[word] === -1);
  }

  /** The clause that a tensed verb or auxiliary makes. */
  clauseOf(word: number): number {
    const helps = this.#parsed.upos[word] === UPOS_CODE.AUX && /^(?:aux|cop)/.test(this.relation(word));
    return helps ? this.head(word) : word;
  }

  isBelow(word: number, above: number): boolean {
    for (let at = word, climb = 0; at >= 0 && climb <= this.words.length; at = this.head(at), climb++)
      if (at === above) return true;
    return false;
  }

  hasComma(first: number, last: number): boolean {
    return this.words.some((word) => word > first && word < last && this.#forms[word] === ',');
  }

  /** A main clause that ends with a full stop, or with the mark before a clause that says who speaks. */
  isStatement(): boolean {
    if (this.#piece.host >= 0) return false;
    const last = this.words.findLast((word) => /[\p{L}\p{N}.!?]/u.test(this.#forms[word]!));
    if (last === undefined) return false;
    return this.#forms[last]!.endsWith('.') || /^[,"”]$/.test(this.#forms[last + 1] ?? '');
  }
}
