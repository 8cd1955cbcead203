import nlp from 'compromise/two';

// The only place that imports compromise, at its level two: lexicon and tagger. Only the lexicon is used: its tagger runs at
// some 8,000 words a second, and as a further opinion on names it lowered the F1 of names by 0.3.

type LexiconValue = string | readonly string[];

let lexicon: Readonly<Record<string, LexiconValue>> | undefined;

/**
 * The tags that compromise's lexicon gives a word or phrase (`FemaleName`, `City`, `Honorific`, `Organization`,
 * `Noun`, ...), without running its tagger; empty when it is not in the lexicon.
 * @param phrase lower case
 */
export function compromiseLexiconTags(phrase: string): readonly string[] {
  lexicon ??= (nlp.model() as { one: { lexicon: Record<string, LexiconValue> } }).one.lexicon;
  if (!Object.hasOwn(lexicon, phrase)) return [];
  const value = lexicon[phrase]!;
  return typeof value === 'string' ? [value] : value;
}
