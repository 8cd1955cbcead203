import { ClusterTable } from '../src/language/cluster-table.ts';
import { FeatureModel } from '../src/language/feature-model.ts';
import { LANGUAGE_KIND, type LanguageMeta } from '../src/language/language-model.ts';
import { Lexemes } from '../src/language/lexeme.ts';
import { encodeKeys } from '../src/language/model-file.ts';
import { type JointTag, Tagger } from '../src/language/tagger.ts';
import type { Clustering } from './cluster-vectors.ts';
import type { TreebankSentence } from './conllu.ts';
import { featureSections } from './feature-sections.ts';
import { trainLemmas } from './train-lemmas.ts';
import { type TaggedSentence, trainParser } from './train-parser.ts';
import { type TrainedTagger, trainTagger } from './train-tagger.ts';
import { modelBytes } from './write-model.ts';

export interface LanguageOptions {
  readonly taggerEpochs: number;
  readonly parserEpochs: number;
  /** Parts that are tagged by a tagger trained on the others, so that the parser learns from realistic tags. */
  readonly folds: number;
  readonly foldEpochs: number;
  /** Number of weights kept. */
  readonly taggerWeights: number;
  readonly parserWeights: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

/** Trains word classes, tagger, lemmatiser and parser; returns the bytes of the model file. */
export function trainLanguage(
  sentences: readonly TreebankSentence[],
  clustering: Clustering,
  options: LanguageOptions,
): Uint8Array {
  const { log, seed } = options;
  const { keys, classes, coarse } = clustering;
  const lexemes = new Lexemes(new ClusterTable(keys, classes, coarse));
  const tagger = trainTagger(sentences, lexemes, { epochs: options.taggerEpochs, seed, log });
  const parser = trainParser(jackknife(sentences, lexemes, options), lexemes, {
    epochs: options.parserEpochs,
    seed,
    log,
  });
  const lemmas = trainLemmas(sentences);
  log(`lemmas: ${lemmas.rules.size} rules, ${lemmas.scripts.length} scripts`);

  const taggerColumns = tagger.perceptron.columns(options.taggerWeights);
  const parserColumns = parser.perceptron.columns(options.parserWeights);
  const only = [...tagger.only];
  const meta: LanguageMeta = {
    clusters: keys.length,
    tags: tagger.tags,
    taggerScale: taggerColumns.scale,
    lemmaScripts: lemmas.scripts,
    parserRoot: parser.root,
    parserScale: parserColumns.scale,
  };
  return modelBytes(
    LANGUAGE_KIND,
    { ...meta },
    {
      'cluster.keys': encodeKeys(keys),
      'cluster.classes': classes,
      'cluster.coarse': coarse,
      'tagger.only': Int32Array.from(only, ([word]) => word),
      'tagger.onlyTags': Uint8Array.from(only, ([, tag]) => tag),
      ...featureSections('tagger', taggerColumns),
      'lemma.keys': Int32Array.from(lemmas.rules.keys()),
      'lemma.scripts': Uint16Array.from(lemmas.rules.values()),
      'parser.labels': parser.labels,
      ...featureSections('parser', parserColumns),
    },
  );
}

/** Tags every sentence with a tagger that has not seen it. Blocks of 50 sentences keep most documents together. */
export function jackknife(
  sentences: readonly TreebankSentence[],
  lexemes: Lexemes,
  { folds, foldEpochs, seed, log }: Pick<LanguageOptions, 'folds' | 'foldEpochs' | 'seed' | 'log'>,
): TaggedSentence[] {
  const foldOf = (i: number): number => Math.floor(i / 50) % folds;
  const tags: (readonly JointTag[])[] = new Array(sentences.length);
  for (let fold = 0; fold < folds; fold++) {
    const others = sentences.filter((_, i) => foldOf(i) !== fold);
    const tagger = taggerOf(trainTagger(others, lexemes, { epochs: foldEpochs, seed, log: () => {} }));
    sentences.forEach((sentence, i) => {
      if (foldOf(i) !== fold) return;
      const row = tagger.tag(sentence.forms.map((form) => lexemes.get(form)));
      tags[i] = Array.from(row, (tag) => tagger.tags[tag]!);
    });
    log(`jackknife: part ${fold + 1} of ${folds}`);
  }
  return sentences.map((sentence, i) => ({ sentence, tags: tags[i]! }));
}

/** The trained tagger with averaged weights. */
export function taggerOf({ tags, only, perceptron }: TrainedTagger): Tagger {
  return new Tagger({ tags, only, model: new FeatureModel(perceptron.columns()) });
}
