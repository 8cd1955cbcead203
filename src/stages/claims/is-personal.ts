import { ROLE_NOUNS } from '../../lexicon/person-nouns.ts';
import { PERSON_NOUNS } from '../../lexicon/source-nouns.ts';
import { type EditableTree, isTime } from './editable-tree.ts';

const ROLES: ReadonlySet<string> = new Set(ROLE_NOUNS);

/** A person, by noun or name. */
export function isPersonal(tree: EditableTree, token: number): boolean {
  if (isTime(tree, token)) return false;
  const lemma = tree.tokens.lemma(token).toLowerCase();
  return PERSON_NOUNS.has(lemma) || ROLES.has(lemma) || tree.isPersonName(token);
}
