import type { Sentence } from '../../core/layers.ts';
import type { NameRange, TokenTable } from '../../core/tokens.ts';
import { fold } from './fold.ts';

export const CAPITALS = {
  none: 0,
  /** First letter upper case. */
  initial: 1,
  /** Two or more letters, all upper case. */
  all: 2,
  /** A single upper-case letter, with or without a dot. */
  letter: 3,
  /** An upper-case letter inside ("iPhone"). */
  inner: 4,
} as const;

const capitalsCache = new Map<string, number>();

/** How a word is capitalised: a code of `CAPITALS`. */
export function capitalsOf(word: string): number {
  const known = capitalsCache.get(word);
  if (known !== undefined) return known;
  let code: number = CAPITALS.none;
  if (/^\p{Lu}\.?$/u.test(word)) code = CAPITALS.letter;
  else if (/^\p{Lu}/u.test(word)) code = /\p{Ll}/u.test(word) ? CAPITALS.initial : CAPITALS.all;
  else if (/^\p{Ll}.*\p{Lu}/u.test(word) || /^\d+\p{Lu}\p{L}/u.test(word)) code = CAPITALS.inner;
  if (capitalsCache.size > 50_000) capitalsCache.clear();
  capitalsCache.set(word, code);
  return code;
}

const PREFIXED = /^(\p{Ll}{2,12}-)\p{Lu}/u;

/** The tokens of the article's sentences, with what names need to know of each. */
export class Words {
  readonly text: string;
  readonly table: TokenTable;
  readonly length: number;
  /** Where the token's word starts, after a prefix ("post-Brexit": at "Brexit"). */
  readonly #start: Int32Array;
  /** Index of the sentence of each token. */
  readonly sentence: Int32Array;
  readonly capitals: Uint8Array;
  /** Folded form of each token. */
  readonly folded: readonly string[];
  /** Sentences whose capitals say nothing: headlines and lines in capitals. */
  readonly shouting: Uint8Array;
  readonly names: readonly NameRange[];
  readonly sentences: readonly Sentence[];

  constructor(text: string, sentences: readonly Sentence[], table: TokenTable) {
    this.text = text;
    this.table = table;
    this.sentences = sentences;
    this.length = table.length;
    this.sentence = new Int32Array(table.length);
    this.capitals = new Uint8Array(table.length);
    const folded = new Array<string>(table.length);
    this.#start = Int32Array.from(table.columns.start);
    for (let i = 0; i < table.length; i++) {
      let word = table.text(text, i);
      const prefix = PREFIXED.exec(word)?.[1];
      if (prefix !== undefined) {
        this.#start[i] = this.#start[i]! + prefix.length;
        word = word.slice(prefix.length);
      }
      folded[i] = fold(word);
      this.capitals[i] = capitalsOf(word);
    }
    this.folded = folded;
    this.shouting = new Uint8Array(table.sentences);
    for (let s = 0; s < table.sentences; s++) {
      this.sentence.fill(s, table.first(s), table.end(s));
      this.shouting[s] = this.#isShouting(table.first(s), table.end(s)) ? 1 : 0;
    }
    this.names = table.columns.names;
  }

  start(token: number): number {
    return this.#start[token]!;
  }

  end(token: number): number {
    return this.table.columns.end[token]!;
  }

  word(token: number): string {
    return this.text.slice(this.#start[token]!, this.end(token));
  }

  /** No blank between the token and the next. */
  joined(token: number): boolean {
    return token + 1 < this.length && this.end(token) === this.start(token + 1);
  }

  isFirst(token: number): boolean {
    return token === 0 || this.sentence[token - 1] !== this.sentence[token];
  }

  /**
   * More than two in three of the words of four letters or more are capitalised, and no full stop ends the sentence as one of
   * running text ("Tropical Storm Nadia hit Luzon on Sunday."), or no word is in lower case at all.
   */
  #isShouting(first: number, end: number): boolean {
    if (end - first > 1 && this.word(end - 1) === '.' && this.#hasLowerCase(first, end)) return false;
    let long = 0;
    let capitalised = 0;
    for (let i = first; i < end; i++) {
      if (this.end(i) - this.start(i) < 4 || !/\p{L}/u.test(this.text[this.start(i)]!)) continue;
      long++;
      if (this.capitals[i] !== CAPITALS.none) capitalised++;
    }
    return long >= 4 && capitalised * 3 > long * 2;
  }

  #hasLowerCase(first: number, end: number): boolean {
    for (let i = first; i < end; i++) if (/^\p{Ll}/u.test(this.text[this.start(i)]!)) return true;
    return false;
  }
}
