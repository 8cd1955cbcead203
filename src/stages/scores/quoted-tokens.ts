import type { TokenTable } from '../../core/tokens.ts';

/**
 * Which words of a sentence stand between double quotation marks, marks included; a sentence whose first mark closes
 * began within a quotation. The sentence alone is looked at, as annotators and training data have it.
 */
export function quotedTokens(text: string, tokens: TokenTable, sentence: number): boolean[] {
  const forms: string[] = [];
  for (let at = tokens.first(sentence); at < tokens.end(sentence); at++) forms.push(tokens.text(text, at));
  const firstMark = forms.find((form) => form === '“' || form === '”' || form === '"');
  let inside = firstMark === '”';
  return forms.map((form) => {
    if (form === '“' || form === '”' || form === '"') {
      inside = form === '“' || (form === '"' && !inside);
      return true;
    }
    return inside;
  });
}
