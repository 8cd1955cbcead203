import type { Span } from '../../../core/span.ts';
import { wordTable } from '../../../lexicon/word-table.ts';
import { type ClaimContext, mentionsIn } from '../context.ts';
import type { Draft } from '../draft.ts';
import type { Tree } from '../tree.ts';
import type { Replacement } from './replacement.ts';

/** The claim's subject takes `are` and `were`. */
export function isPlural(context: ClaimContext, draft: Draft): boolean {
  const { tree } = context;
  const { head, tokens } = draft.proposition.subject;
  if (tree.children(head, 'conj').some((kid) => tokens.includes(kid))) return true;
  if (/^(they|we|these|those)$/.test(tree.form(head))) return true;
  // A name that ends in `s` is one thing, unless what it is says otherwise.
  const name =
    tree.upos(head) === 'PROPN' ||
    mentionsIn(context, draft.subject).some(({ kind, end }) => kind === 'name' && end === draft.subject.end);
  if (!name) return tree.xpos(head) === 'NNS' || tree.xpos(head) === 'NNPS';
  return (
    draft.predicate.implicit === true &&
    draft.objectFrom !== null &&
    tree.xpos(draft.objectFrom.phrase.head) === 'NNS'
  );
}

/**
 * The tensed verb of a predicate in the third person singular: `I am` -> `is`, `I don't know` -> `does`, `I live` -> `lives`;
 * null when it is the same.
 *
 * @param head of the clause: its verb, or a copula's complement
 */
export function thirdPerson(tree: Tree, head: number): Replacement | null {
  const supports = tree.kids(head).filter((kid) => /^(?:aux|cop)/.test(tree.rel(kid)) && kid < head);
  const token = supports[0] ?? head;
  if (token === head && tree.upos(head) !== 'VERB') return null;
  const form = tree.form(token);
  const to = IRREGULAR[form] ?? (isPlainPresent(tree, token) ? withS(tree, token) : null);
  return to === null ? null : { ...spanOfToken(tree, token), to, reason: 'agreement' };
}

const IRREGULAR = wordTable<string>({
  am: 'is',
  "'m": 'is',
  are: 'is',
  "'re": 'is',
  were: 'was',
  have: 'has',
  "'ve": 'has',
  do: 'does',
});

function isPlainPresent(tree: Tree, token: number): boolean {
  return tree.xpos(token) === 'VBP' || (tree.xpos(token) === 'VB' && !tree.has(token, 'aux', 'mark'));
}

function withS(tree: Tree, token: number): string {
  const form = tree.form(token);
  if (/(?:s|x|z|ch|sh|o)$/.test(form)) return `${form}es`;
  return /[^aeiou]y$/.test(form) ? `${form.slice(0, -1)}ies` : `${form}s`;
}

function spanOfToken(tree: Tree, token: number): Span {
  return { start: tree.start(token), end: tree.end(token) };
}
