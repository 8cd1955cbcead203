import { PAST_FORMS } from '../../lexicon/past-forms.ts';

const SMALL =
  /^(?:and|or|with|when|but|the|she|they|you|months?|are|has|have|had|that|which|while|after|before|until|because|for|will|would|can|could|may|might|should|must|season|is|its|his|her|their|our|who|than|as|into|from|of|in|on|to|by|at|was|were|if|so|not|this|last|next|a|an|about|during|through|over|under|without|where|since|alone|too|also|again|ever|still|morning|afternoon|evening|night|brings?|begins|starts|ends|comes|marks|falls|remains|really|always|often|itself|approaches|being|no)$/;

/**
 * The word behind a season or a holiday is a noun that it modifies (`the winter fuel payment`, `the Christmas
 * market`), not a small word, a verb in the past or the end of the phrase. `after` begins right behind it.
 */
export function isModifier(after: string): boolean {
  const word = /^\s([a-z]+)/.exec(after)?.[1];
  return word !== undefined && !SMALL.test(word) && !word.endsWith('ed') && !PAST_FORMS.has(word);
}
