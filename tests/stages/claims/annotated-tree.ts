import { DEPREL_CODE, UPOS_CODE, XPOS_CODE } from '../../../src/core/labels.ts';
import { TokenTable } from '../../../src/core/tokens.ts';
import { Tree } from '../../../src/stages/claims/tree.ts';

/**
 * A sentence with a tree written by hand, one token a line: form, lemma, UPOS, XPOS, head (1-based, 0 the root),
 * relation. The text joins the forms with blanks, without one before `,`, `.`, `'s` and `n't`.
 */
export function annotatedTree(lines: string): Tree {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  let text = '';
  const start: number[] = [];
  const end: number[] = [];
  for (const [form] of rows) {
    if (text !== '' && !/^(?:[,.;:?!]|'s|n't)$/.test(form!)) text += ' ';
    start.push(text.length);
    text += form;
    end.push(text.length);
  }
  const tokens = new TokenTable({
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    upos: Uint8Array.from(rows, (row) => UPOS_CODE[row[2] as keyof typeof UPOS_CODE]),
    xpos: Uint8Array.from(rows, (row) => XPOS_CODE[row[3] as keyof typeof XPOS_CODE]),
    head: Int32Array.from(rows, (row) => Number(row[4]) - 1),
    deprel: Uint8Array.from(rows, (row) => DEPREL_CODE[row[5] as keyof typeof DEPREL_CODE]),
    lemma: rows.map((row) => row[1]!),
    sentenceFirst: Int32Array.of(0, rows.length),
    names: [],
  });
  return new Tree(text, tokens);
}

export function words(tree: Tree, tokens: readonly number[]): string {
  return tokens.map((token) => tree.tokens.text(tree.text, token)).join(' ');
}
