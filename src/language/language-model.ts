import { ClusterTable } from './cluster-table.ts';
import { SPECIAL_WORDS } from './encoder.ts';
import { hashString } from './hash.ts';
import { type LemmaScript, Lemmatiser } from './lemmatise.ts';
import { Lexemes } from './lexeme.ts';
import { decodeKeys, decodeNibbles, ModelFile } from './model-file.ts';
import { denseWeights, Network } from './network.ts';
import type { NetworkShape } from './network-shape.ts';
import { readDense, readVectorTable } from './read-dense.ts';
import { RowIndex } from './row-index.ts';
import { WordVectors } from './word-vectors.ts';

/** Name of the model file below `models/`. */
export const LANGUAGE_MODEL = 'language.bin';
export const LANGUAGE_KIND = 'language';

/** A joint tag: codes of `UPOS` and `XPOS`. */
export interface JointTag {
  readonly upos: number;
  readonly xpos: number;
}

/** What tags, lemmatises and parses sentences of words. */
export interface LanguageModel {
  readonly lexemes: Lexemes;
  readonly lemmatiser: Lemmatiser;
  readonly network: Network;
  readonly vectors: WordVectors;
  /** What the network's tags and relations stand for. */
  readonly tags: readonly JointTag[];
  /** Codes of `DEPREL`. */
  readonly relations: Uint8Array;
}

/** The meta values of the language model's file. */
export interface LanguageMeta {
  readonly clusters: number;
  readonly vectors: number;
  readonly tags: readonly JointTag[];
  readonly lemmaScripts: readonly LemmaScript[];
  readonly shape: NetworkShape;
  /** A dense weight is its stored value times this. */
  readonly denseScales: Readonly<Record<string, number>>;
}

/** @throws ClaimlineError `models/corrupt` */
export function loadLanguageModel(bytes: Uint8Array): LanguageModel {
  const file = new ModelFile(bytes, LANGUAGE_KIND);
  const meta = file.meta as unknown as LanguageMeta;
  const { shape } = meta;
  const lemmaKeys = file.read('lemma.keys', 'i32');
  const lemmaScripts = file.read('lemma.scripts', 'u16');
  const lemmaRules = new Map<number, number>();
  for (let i = 0; i < lemmaKeys.length; i++) lemmaRules.set(lemmaKeys[i]!, lemmaScripts[i]!);
  const dense = denseWeights(shape).map(
    (name) => [name, readDense(file, `dense.${name}`, meta.denseScales[name]!)] as const,
  );
  const vectors = {
    values: decodeNibbles(file.read('vectors.nibbles', 'u8')),
    scales: file.read('vectors.scales', 'f32'),
  };
  const vectorIndex = new RowIndex(decodeKeys(file.read('vectors.keys', 'u8'), meta.vectors));
  return {
    lexemes: new Lexemes(
      new ClusterTable(
        decodeKeys(file.read('cluster.keys', 'u8'), meta.clusters),
        file.read('cluster.classes', 'u16'),
        file.read('cluster.coarse', 'u8'),
      ),
    ),
    lemmatiser: new Lemmatiser(
      meta.lemmaScripts,
      lemmaRules,
      (form) => vectorIndex.find(hashString(form), -1) >= 0,
    ),
    network: new Network({
      shape,
      dense: Object.fromEntries(dense),
      vectors,
      vectorIndex,
      words: readVectorTable(file, 'words'),
      wordIndex: new RowIndex(file.read('words.keys', 'i32'), SPECIAL_WORDS),
      affixes: readVectorTable(file, 'affixes'),
    }),
    vectors: new WordVectors(vectors, vectorIndex, shape.vector),
    tags: meta.tags,
    relations: file.read('relations', 'u8'),
  };
}
