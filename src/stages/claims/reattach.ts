import type { TokenTable } from '../../core/tokens.ts';
import { CONJUNCT_REPAIRS } from './conjunct-repairs.ts';
import { EditableTree, type Repair } from './editable-tree.ts';
import { PHRASE_REPAIRS } from './phrase-repairs.ts';
import { SUBJECT_REPAIRS } from './subject-repairs.ts';
import { VERB_REPAIRS } from './verb-repairs.ts';
import { WORD_REPAIRS } from './word-repairs.ts';

/** In the order in which each token is looked at. */
export const REPAIRS: readonly Repair[] = [
  ...VERB_REPAIRS,
  ...PHRASE_REPAIRS,
  ...SUBJECT_REPAIRS,
  ...CONJUNCT_REPAIRS,
  ...WORD_REPAIRS,
];

/** Mends every sentence of the table; the table itself where there is nothing to mend. */
export function reattach(text: string, tokens: TokenTable): EditableTree {
  const tree = new EditableTree(text, tokens);
  for (let s = 0; s < tokens.sentences; s++) {
    const first = tokens.first(s);
    const end = tokens.end(s);
    for (let token = first; token < end; token++)
      for (const { mend } of REPAIRS) mend(tree, token, first, end);
  }
  return tree;
}
