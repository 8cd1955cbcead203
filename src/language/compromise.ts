import nlp from 'compromise/two';

// The only place that imports compromise (with tokens of its level two: lexicon and tagger, no coreference).

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

/** A term of compromise's tagger: characters of the text it was given, and all its tags. */
export interface CompromiseTerm {
  readonly start: number;
  readonly end: number;
  readonly tags: ReadonlySet<string>;
}

interface RawTerm {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  readonly tags?: Set<string>;
}

/** Runs compromise's tagger (about 8,000 words a second: for short spans, not for whole documents). */
export function compromiseTerms(text: string): readonly CompromiseTerm[] {
  const terms: CompromiseTerm[] = [];
  const document = (nlp(text) as unknown as { document: RawTerm[][] }).document;
  let at = 0;
  for (const sentence of document)
    for (const term of sentence) {
      at += term.pre.length;
      terms.push({ start: at, end: at + term.text.length, tags: term.tags ?? new Set() });
      at += term.text.length + term.post.length;
    }
  return terms;
}
