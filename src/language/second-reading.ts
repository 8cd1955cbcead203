import type { Doubt } from './doubt.ts';
import { DOUBT_RULES } from './doubt-rules.ts';
import type { Parsed } from './parse.ts';
import { PieceTree } from './piece-tree.ts';
import type { Piece } from './pieces.ts';

/** Pieces of fewer words are asked nothing. */
const SHORTEST = 4;
const LONGEST = 80;

/** The doubts that the tree of a piece raises, in the order in which to look into them. */
export function doubtsOf(forms: readonly string[], piece: Piece, parsed: Parsed): Doubt[] {
  if (piece.words.length < SHORTEST || piece.words.length > LONGEST) return [];
  const tree = new PieceTree(forms, piece, parsed);
  return DOUBT_RULES.flatMap((rule) => rule.find(tree));
}
