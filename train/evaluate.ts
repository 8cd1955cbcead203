import { DEPREL } from '../src/core/labels.ts';
import type { LanguageModel } from '../src/language/language-model.ts';
import { LONGEST_PIECE } from '../src/language/network.ts';
import type { TreebankSentence } from './conllu.ts';

export interface TreeScores {
  /** Per cent of words. LAS compares relations without their subtypes (as the CoNLL 2018 shared task did). */
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
  readonly lasWithSubtypes: number;
  readonly lemma: number;
}

const BASE = DEPREL.map((deprel) => deprel.split(':')[0]!);

/** Tags and parses gold words and compares with the treebank, punctuation included. */
export function evaluateTrees(sentences: readonly TreebankSentence[], model: LanguageModel): TreeScores {
  const usable = sentences.filter(({ forms }) => forms.length <= LONGEST_PIECE);
  const rows = usable.map(({ forms }) => forms.map((form) => model.lexemes.get(form)));
  const counts = { words: 0, upos: 0, xpos: 0, uas: 0, las: 0, full: 0, lemma: 0 };
  model.network.analyse(rows, (s, { tags, heads, relations }) => {
    const gold = usable[s]!;
    counts.words += tags.length;
    for (let i = 0; i < tags.length; i++) {
      const tag = model.tags[tags[i]!]!;
      if (tag.upos === gold.upos[i]) counts.upos++;
      if (tag.xpos === gold.xpos[i]) counts.xpos++;
      if (model.lemmatiser.lemma(gold.forms[i]!, tag.xpos) === gold.lemmas[i]) counts.lemma++;
      if (heads[i] !== gold.heads[i]) continue;
      counts.uas++;
      const relation = model.relations[relations[i]!]!;
      if (relation === gold.deprels[i]) counts.full++;
      if (BASE[relation] === BASE[gold.deprels[i]!]) counts.las++;
    }
  });
  const share = (count: number): number => (100 * count) / (counts.words || 1);
  return {
    upos: share(counts.upos),
    xpos: share(counts.xpos),
    uas: share(counts.uas),
    las: share(counts.las),
    lasWithSubtypes: share(counts.full),
    lemma: share(counts.lemma),
  };
}
