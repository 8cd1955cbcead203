import type { TokenTable } from '../../core/tokens.ts';
import { CONJUNCT_REPAIRS } from './conjunct-repairs.ts';
import { EditableTree, type Repair } from './editable-tree.ts';
import { MAIN_REPAIRS } from './main-repairs.ts';
import { PHRASE_REPAIRS } from './phrase-repairs.ts';
import { RELATIVE_REPAIRS } from './relative-repairs.ts';
import { SUBJECT_REPAIRS } from './subject-repairs.ts';
import { VERB_REPAIRS } from './verb-repairs.ts';
import { WORD_REPAIRS } from './word-repairs.ts';

/** In the order in which each token is looked at. */
export const REPAIRS: readonly Repair[] = [
  ...MAIN_REPAIRS,
  ...VERB_REPAIRS,
  ...PHRASE_REPAIRS,
  ...SUBJECT_REPAIRS,
  ...RELATIVE_REPAIRS,
  ...CONJUNCT_REPAIRS,
  ...WORD_REPAIRS,
];

/**
 * Mends every sentence of the table; the table itself where there is nothing to mend.
 * @param watch is told of every row that changed something
 */
export function reattach(text: string, tokens: TokenTable, watch?: (id: string) => void): EditableTree {
  const tree = new EditableTree(text, tokens);
  for (let s = 0; s < tokens.sentences; s++) {
    const first = tokens.first(s);
    const end = tokens.end(s);
    for (let token = first; token < end; token++)
      for (const { id, mend } of REPAIRS) {
        const before = tree.revision;
        mend(tree, token, first, end);
        if (tree.revision !== before) watch?.(id);
      }
  }
  return tree;
}
