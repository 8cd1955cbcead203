import type { Rule } from '../rules/rule.ts';
import type { Parsed } from './parse.ts';
import type { PieceTree } from './piece-tree.ts';

/** A word to be read once more as another one. */
export interface Doubt {
  readonly rule: string;
  readonly word: number;
  /** What is read in its place. */
  readonly stand: string;
  /** The tree of the other reading has what the first one lacked. */
  readonly settles: (trial: Parsed) => boolean;
}

/**
 * A reason to believe that a word was taken for another part of speech than it is. English has many forms that are noun and
 * verb, or past tense and participle; a parser that took the wrong one cannot place the rest. So the piece is read once
 * more with a word in its place that can only be the one: `begins` for `plans`.
 */
export interface DoubtRule extends Rule {
  readonly find: (tree: PieceTree) => Doubt[];
}
