import {
  DEPREL,
  DEPREL_CODE,
  type Deprel,
  UPOS,
  UPOS_CODE,
  type Upos,
  XPOS,
  XPOS_CODE,
  type Xpos,
} from '../../core/labels.ts';
import type { TokenTable } from '../../core/tokens.ts';
import type { Rule } from '../../rules/rule.ts';
import { CALENDAR } from './kind.ts';
import { isPersonName, isPlaceName } from './tree.ts';

/** A token table whose arcs and tags can be changed. */
export class EditableTree {
  readonly tokens: TokenTable;
  readonly #text: string;
  /** Changes that were made so far; to set what is there already is none. */
  revision = 0;
  #head: Int32Array | null = null;
  #deprel: Uint8Array | null = null;
  #xpos: Uint8Array | null = null;
  #upos: Uint8Array | null = null;

  constructor(text: string, tokens: TokenTable) {
    this.#text = text;
    this.tokens = tokens;
  }

  form(token: number): string {
    return this.tokens.text(this.#text, token).toLowerCase();
  }

  head(token: number): number {
    return (this.#head ?? this.tokens.columns.head)[token]!;
  }

  rel(token: number): Deprel {
    return DEPREL[(this.#deprel ?? this.tokens.columns.deprel)[token]!]!;
  }

  tag(token: number): Xpos {
    return XPOS[(this.#xpos ?? this.tokens.columns.xpos)[token]!]!;
  }

  isPlaceName(token: number): boolean {
    return isPlaceName(this.tokens, token);
  }

  inName(token: number): boolean {
    return this.tokens.columns.names.some(({ first, last }) => first <= token && token < last);
  }

  isPersonName(token: number): boolean {
    return isPersonName(this.tokens, token);
  }

  upos(token: number): Upos {
    return UPOS[(this.#upos ?? this.tokens.columns.upos)[token]!]!;
  }

  attach(token: number, head: number, relation: Deprel): void {
    if (this.head(token) === head && this.rel(token) === relation) return;
    this.revision++;
    this.#head ??= this.tokens.columns.head.slice();
    this.#deprel ??= this.tokens.columns.deprel.slice();
    this.#head[token] = head;
    this.#deprel[token] = DEPREL_CODE[relation];
  }

  retag(token: number, tag: Xpos, upos?: Upos): void {
    this.revision++;
    this.#xpos ??= this.tokens.columns.xpos.slice();
    this.#xpos[token] = XPOS_CODE[tag];
    if (upos === undefined) return;
    this.#upos ??= this.tokens.columns.upos.slice();
    this.#upos[token] = UPOS_CODE[upos];
  }

  kids(token: number, first: number, end: number): number[] {
    const out: number[] = [];
    for (let at = first; at < end; at++) if (this.head(at) === token) out.push(at);
    return out;
  }

  /** The changed arcs, or null where nothing was changed. */
  changes(): { head: Int32Array; deprel: Uint8Array; xpos: Uint8Array; upos: Uint8Array } | null {
    if (this.#head === null && this.#xpos === null) return null;
    const { head, deprel, xpos, upos } = this.tokens.columns;
    return {
      head: this.#head ?? head,
      deprel: this.#deprel ?? deprel,
      xpos: this.#xpos ?? xpos,
      upos: this.#upos ?? upos,
    };
  }
}

/** A slip of the parser that shows in the tree itself. */
export interface Repair extends Rule {
  /** Changes the tree of the sentence `[first, end)` where the slip is at the token. */
  readonly mend: (tree: EditableTree, token: number, first: number, end: number) => void;
}

export function isTime(tree: EditableTree, token: number): boolean {
  return (
    CALENDAR.test(tree.form(token)) ||
    /^(?:second|minute|hour|day|week|month|year|decade|morning|night)s?$/.test(tree.form(token))
  );
}

export function leftEdge(tree: EditableTree, token: number, first: number, end: number): number {
  let edge = token;
  for (let at = first; at < token; at++) if (isBelow(tree, at, token, end)) edge = Math.min(edge, at);
  return edge;
}

export function rightEdge(tree: EditableTree, token: number, first: number, end: number): number {
  let edge = token;
  for (let at = token + 1; at < end; at++) if (isBelow(tree, at, token, end) && at >= first) edge = at;
  return edge;
}

export function isBelow(tree: EditableTree, token: number, above: number, end: number): boolean {
  for (let at = token, climb = 0; at >= 0 && climb < end; at = tree.head(at), climb++)
    if (at === above) return true;
  return false;
}

/** Subjects of the verb, in text order. */
export function subjectsOf(tree: EditableTree, verb: number, first: number, end: number): number[] {
  return tree.kids(verb, first, end).filter((kid) => tree.rel(kid).startsWith('nsubj'));
}

/** The verb is in a tense, by itself or by its auxiliary. */
export function isTensed(tree: EditableTree, verb: number, first: number, end: number): boolean {
  if (/^VB[DPZ]$/.test(tree.tag(verb))) return true;
  return tree.kids(verb, first, end).some((kid) => /^aux/.test(tree.rel(kid)) && tree.form(kid) !== 'to');
}
