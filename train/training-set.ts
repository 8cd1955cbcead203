import { DEPREL, DEPREL_CODE } from '../src/core/labels.ts';
import { SPECIAL_WORDS, type VectorTable } from '../src/language/encoder.ts';
import { hashString } from '../src/language/hash.ts';
import type { JointTag } from '../src/language/language-model.ts';
import { type Lexemes, normaliseForm } from '../src/language/lexeme.ts';
import type { NetworkShape } from '../src/language/network-shape.ts';
import { RowIndex } from '../src/language/row-index.ts';
import { affixRows } from '../src/language/word-inputs.ts';
import type { TreebankSentence } from './conllu.ts';
import type { TypeFeatures } from './layers.ts';
import { type Example, LONGEST_EXAMPLE } from './network.ts';
import { NumberedTypes } from './numbered-types.ts';
import { dequantised, pretrained } from './vector-table.ts';
import type { WordVectors } from './vectors.ts';

/** A sentence with its word types in the capitals of a headline, and in capitals throughout. */
export interface TrainingSentence {
  readonly example: Example;
  readonly title: Int32Array;
  readonly capitals: Int32Array;
}

/** Word types of a raw sentence, in the three ways of writing. */
export interface Unlabelled extends Pick<TrainingSentence, 'title' | 'capitals'> {
  readonly types: Int32Array;
}

/** All that a network learns from; plain data, so that worker threads can be given it. */
export interface TrainingSet {
  readonly shape: NetworkShape;
  /** Pretrained vectors, `shape.vector` values a row. */
  readonly vectors: Float32Array;
  /** Rows of the learnt word vectors. */
  readonly words: number;
  readonly types: readonly TypeFeatures[];
  readonly gold: readonly TrainingSentence[];
  /** Variants of gold sentences, of which a share is learnt in each epoch. */
  readonly variants: readonly TrainingSentence[];
  /** Sentences of raw text with the labels of teachers, of which a share is learnt too. */
  readonly raw: readonly TrainingSentence[];
}

/** What labels and rows stand for: what the model file holds beside weights. */
export interface Vocabulary {
  readonly tags: readonly JointTag[];
  /** Codes of `DEPREL`. */
  readonly relations: Uint8Array;
  readonly vectorTable: VectorTable;
  /** Hashes of the lower-case forms with a pretrained vector, and with a learnt one, in the order of their rows. */
  readonly vectorKeys: Int32Array;
  readonly wordKeys: Int32Array;
}

const RAREST_TAG = 3;
const RAREST_RELATION = 20;
const RAREST_WORD = 2;

export type LayerSizes = Pick<NetworkShape, 'layers' | 'units' | 'arc' | 'relation' | 'word' | 'affix'>;

/** @param raw forms of sentences without labels */
export function trainingSet(
  sentences: readonly TreebankSentence[],
  variants: readonly TreebankSentence[],
  raw: readonly (readonly string[])[],
  lexemes: Lexemes,
  vectors: WordVectors,
  sizes: LayerSizes,
): { set: TrainingSet; unlabelled: Unlabelled[]; vocabulary: Vocabulary } {
  const tags = tagSet(sentences);
  const tagIndex = new Map(tags.map((tag, i) => [tag.xpos * 64 + tag.upos, i]));
  const { relations, index: relationIndex } = relationSet(sentences);
  const counts = countWords(sentences);
  const wordKeys = Int32Array.from(
    [...counts].filter(([, count]) => count >= RAREST_WORD).map(([hash]) => hash),
  );
  const { table: vectorTable, keys: vectorKeys } = pretrained(vectors);
  const vectorIndex = new RowIndex(vectorKeys);
  const wordIndex = new RowIndex(wordKeys, SPECIAL_WORDS);
  const shape: NetworkShape = {
    ...sizes,
    vector: vectors.dimensions + (-vectors.dimensions & 7),
    tags: tags.length,
    relations: relations.length,
  };
  const numbered = new NumberedTypes({ lexemes, vectorIndex, wordIndex, counts, rowsOf: affixRows });
  const numberOf = (form: string): number => numbered.numberOf(form);
  const typesOf = (forms: readonly string[]): Unlabelled => ({
    types: Int32Array.from(forms, numberOf),
    title: Int32Array.from(recased(forms, 'title'), numberOf),
    capitals: Int32Array.from(recased(forms, 'capitals'), numberOf),
  });
  const learnt = (all: readonly TreebankSentence[]): TrainingSentence[] =>
    all
      .filter(({ forms }) => forms.length <= LONGEST_EXAMPLE)
      .map(({ forms, xpos, upos, heads, deprels }) => {
        const { types, ...recasedTypes } = typesOf(forms);
        const tags = Int32Array.from(xpos, (tag, i) => tagIndex.get(tag * 64 + upos[i]!) ?? 0);
        const relations = Int32Array.from(deprels, (deprel) => relationIndex[deprel]!);
        return { example: { types, tags, heads, relations }, ...recasedTypes };
      });
  return {
    set: {
      shape,
      vectors: dequantised(vectorTable, shape.vector),
      words: wordKeys.length + SPECIAL_WORDS,
      gold: learnt(sentences),
      variants: learnt(variants),
      raw: [],
      types: numbered.types,
    },
    unlabelled: raw.map(typesOf),
    vocabulary: { tags, relations, vectorTable, vectorKeys, wordKeys },
  };
}

/** The words of a sentence in a headline's capitals, or in capitals throughout. */
export function recased(forms: readonly string[], style: 'title' | 'capitals'): string[] {
  if (style === 'capitals') return forms.map((form) => form.toUpperCase());
  return forms.map((form, i) =>
    i > 0 && (form.length < 3 || SMALL_WORDS.has(form)) ? form : form.charAt(0).toUpperCase() + form.slice(1),
  );
}

const SMALL_WORDS: ReadonlySet<string> = new Set([
  'and',
  'but',
  'for',
  'from',
  'n’t',
  "n't",
  'nor',
  'the',
  'with',
]);

function tagSet(sentences: readonly TreebankSentence[]): JointTag[] {
  const counts = new Map<number, number>();
  for (const { xpos, upos } of sentences)
    xpos.forEach((x, i) => {
      const tag = x * 64 + upos[i]!;
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    });
  return [...counts]
    .filter(([, count]) => count >= RAREST_TAG)
    .map(([tag]) => tag)
    .sort((a, b) => a - b)
    .map((tag) => ({ upos: tag % 64, xpos: Math.floor(tag / 64) }));
}

/** Relations frequent enough to be learnt, and for each relation the one that stands for it. */
function relationSet(sentences: readonly TreebankSentence[]): { relations: Uint8Array; index: Uint8Array } {
  const base = (deprel: number): number =>
    DEPREL_CODE[DEPREL[deprel]!.split(':')[0] as keyof typeof DEPREL_CODE];
  const counts = new Map<number, number>();
  for (const { deprels } of sentences)
    for (const deprel of deprels) counts.set(deprel, (counts.get(deprel) ?? 0) + 1);
  const kept = new Set<number>([DEPREL_CODE.dep]);
  for (const [deprel, count] of counts) kept.add(count >= RAREST_RELATION ? deprel : base(deprel));
  const relations = Uint8Array.from([...kept].sort((a, b) => a - b));
  const index = Uint8Array.from(DEPREL, (_, deprel) => {
    const own = relations.indexOf(deprel);
    const upper = relations.indexOf(base(deprel));
    return own >= 0 ? own : upper >= 0 ? upper : relations.indexOf(DEPREL_CODE.dep);
  });
  return { relations, index };
}

/** How often each lower-case form occurs, by its hash, most frequent first. */
function countWords(sentences: readonly TreebankSentence[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { forms } of sentences) {
    for (const form of forms) {
      const hash = hashString(normaliseForm(form).toLowerCase());
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]));
}
