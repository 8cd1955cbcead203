import { ClusterTable } from './cluster-table.ts';
import { FeatureModel } from './feature-model.ts';
import { type LemmaScript, Lemmatiser } from './lemmatise.ts';
import { Lexemes } from './lexeme.ts';
import { decodeKeys, ModelFile } from './model-file.ts';
import { Parser } from './parser.ts';
import { type JointTag, Tagger } from './tagger.ts';

/** Name of the model file below `models/`. */
export const LANGUAGE_MODEL = 'language.bin';
export const LANGUAGE_KIND = 'language';

/** What tags, lemmatises and parses sentences of words. */
export interface LanguageModel {
  readonly lexemes: Lexemes;
  readonly tagger: Tagger;
  readonly lemmatiser: Lemmatiser;
  readonly parser: Parser;
}

/** The meta values of the language model's file. */
export interface LanguageMeta {
  readonly clusters: number;
  readonly tags: readonly JointTag[];
  readonly taggerScale: number;
  readonly lemmaScripts: readonly LemmaScript[];
  readonly parserRoot: number;
  readonly parserScale: number;
}

/** @throws ClaimlineError `models/corrupt` */
export function loadLanguageModel(bytes: Uint8Array): LanguageModel {
  const file = new ModelFile(bytes, LANGUAGE_KIND);
  const meta = file.meta as unknown as LanguageMeta;
  const lexemes = new Lexemes(
    new ClusterTable(
      decodeKeys(file.read('cluster.keys', 'u8'), meta.clusters),
      file.read('cluster.classes', 'u16'),
      file.read('cluster.coarse', 'u8'),
    ),
  );
  const only = file.read('tagger.only', 'i32');
  const onlyTags = file.read('tagger.onlyTags', 'u8');
  const lemmaKeys = file.read('lemma.keys', 'i32');
  const lemmaScripts = file.read('lemma.scripts', 'u16');
  const labels = file.read('parser.labels', 'u8');
  return {
    lexemes,
    tagger: new Tagger({
      tags: meta.tags,
      model: readFeatureModel(file, 'tagger', meta.tags.length, meta.taggerScale),
      only: new Map(Array.from(only, (word, i) => [word, onlyTags[i]!])),
    }),
    lemmatiser: new Lemmatiser(
      meta.lemmaScripts,
      new Map(Array.from(lemmaKeys, (key, i) => [key, lemmaScripts[i]!])),
    ),
    parser: new Parser(
      labels,
      meta.parserRoot,
      readFeatureModel(file, 'parser', 1 + 2 * labels.length, meta.parserScale),
    ),
  };
}

/** A feature model from the sections `<name>.keys`, `.counts`, `.classes` and `.weights`. */
export function readFeatureModel(
  file: ModelFile,
  name: string,
  classes: number,
  scale: number,
): FeatureModel {
  const counts = file.read(`${name}.counts`, 'u8');
  return new FeatureModel({
    classes,
    scale,
    counts,
    keys: decodeKeys(file.read(`${name}.keys`, 'u8'), counts.length),
    classOf: file.read(`${name}.classes`, 'u8'),
    weights: file.read(`${name}.weights`, 'i8'),
  });
}
