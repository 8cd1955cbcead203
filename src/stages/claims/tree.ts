import { DEPREL, type Deprel, type Upos, type Xpos } from '../../core/labels.ts';
import type { TokenTable } from '../../core/tokens.ts';

/** The token stands in a name that the tagger takes for a place. */
export const isPlaceName = ({ columns }: TokenTable, token: number): boolean =>
  columns.names.some(({ first, last, type }) => type === 'PLACE' && first <= token && token < last);

/** The token stands in a name that the tagger takes for a person. */
export const isPersonName = ({ columns }: TokenTable, token: number): boolean =>
  columns.names.some(({ first, last, type }) => type === 'PERSON' && first <= token && token < last);

/** A read-only view of the token table as trees: children in text order, lower-case forms, subtrees. */
export class Tree {
  readonly text: string;
  readonly tokens: TokenTable;
  readonly #kids: (readonly number[])[];
  readonly #forms: (string | undefined)[];
  readonly #sentence: Int32Array;

  constructor(text: string, tokens: TokenTable) {
    this.text = text;
    this.tokens = tokens;
    const n = tokens.length;
    const head = tokens.columns.head;
    const kids: number[][] = new Array(n);
    for (let i = 0; i < n; i++) {
      const above = head[i]!;
      if (above >= 0) (kids[above] ??= []).push(i);
    }
    for (let i = 0; i < n; i++) kids[i] ??= NONE;
    this.#kids = kids;
    this.#forms = new Array(n);
    this.#sentence = new Int32Array(n);
    for (let s = 0; s < tokens.sentences; s++) this.#sentence.fill(s, tokens.first(s), tokens.end(s));
  }

  get length(): number {
    return this.tokens.length;
  }

  sentenceOf(token: number): number {
    return this.#sentence[token]!;
  }

  /** Children in text order. */
  kids(token: number): readonly number[] {
    return this.#kids[token]!;
  }

  head(token: number): number {
    return this.tokens.columns.head[token]!;
  }

  rel(token: number): Deprel {
    return DEPREL[this.tokens.columns.deprel[token]!]!;
  }

  /** The relation without its subtype. */
  base(token: number): string {
    const rel = this.rel(token);
    const colon = rel.indexOf(':');
    return colon < 0 ? rel : rel.slice(0, colon);
  }

  upos(token: number): Upos {
    return this.tokens.upos(token);
  }

  xpos(token: number): Xpos {
    return this.tokens.xpos(token);
  }

  /** Lower-case form with straight apostrophes. */
  form(token: number): string {
    return (this.#forms[token] ??= this.tokens.text(this.text, token).toLowerCase().replaceAll('’', "'"));
  }

  lemma(token: number): string {
    return this.tokens.lemma(token).toLowerCase();
  }

  start(token: number): number {
    return this.tokens.columns.start[token]!;
  }

  end(token: number): number {
    return this.tokens.columns.end[token]!;
  }

  /** The first child in one of the relations, or -1. */
  child(token: number, ...relations: readonly Deprel[]): number {
    for (const kid of this.kids(token)) if (relations.includes(this.rel(kid))) return kid;
    return -1;
  }

  has(token: number, ...relations: readonly Deprel[]): boolean {
    return this.child(token, ...relations) >= 0;
  }

  children(token: number, ...relations: readonly Deprel[]): number[] {
    const out: number[] = [];
    for (const kid of this.kids(token)) if (relations.includes(this.rel(kid))) out.push(kid);
    return out;
  }

  /** Tokens of the subtree in text order, without the subtrees that `drop` names. */
  subtree(token: number, drop?: (kid: number, top: boolean) => boolean): number[] {
    const out: number[] = [];
    const open = [token];
    while (open.length > 0) {
      const here = open.pop()!;
      out.push(here);
      for (const kid of this.kids(here)) if (!drop?.(kid, here === token)) open.push(kid);
    }
    return out.sort((a, b) => a - b);
  }

  /** First token of the subtree. */
  leftEdge(token: number): number {
    let edge = token;
    const open = [token];
    while (open.length > 0) {
      const here = open.pop()!;
      if (here < edge) edge = here;
      for (const kid of this.kids(here)) open.push(kid);
    }
    return edge;
  }

  /** True when `above` is `token` or one of its ancestors. */
  dominates(above: number, token: number): boolean {
    for (let at = token; at >= 0; at = this.head(at)) if (at === above) return true;
    return false;
  }

  /** True when the token is a noun or name, or stands for one. */
  isNominal(token: number): boolean {
    const upos = this.upos(token);
    return (
      upos === 'NOUN' ||
      upos === 'PROPN' ||
      upos === 'PRON' ||
      upos === 'NUM' ||
      upos === 'SYM' ||
      upos === 'X'
    );
  }

  isRelativePronoun(token: number): boolean {
    return RELATIVE_PRONOUNS.has(this.form(token)) && this.upos(token) !== 'NOUN';
  }
}

const NONE: number[] = [];
const RELATIVE_PRONOUNS: ReadonlySet<string> = new Set(['that', 'which', 'who', 'whom']);
