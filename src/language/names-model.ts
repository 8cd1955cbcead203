import { SPECIAL_WORDS } from './encoder.ts';
import { Gazetteer } from './gazetteer.ts';
import { decodeKeys, ModelFile } from './model-file.ts';
import { NAME_LABELS } from './name-labels.ts';
import { NAME_WEIGHTS, NameNetwork, type NameNetworkParts, type NameNetworkShape } from './name-network.ts';
import { NameTagger, type NameTaggerParts } from './name-tagger.ts';
import { readDense, readVectorTable } from './read-dense.ts';
import { readFeatureModel } from './read-feature-model.ts';
import { RowIndex } from './row-index.ts';
import { WordTypes } from './word-types.ts';
import type { WordVectors } from './word-vectors.ts';

/** Name of the model file below `models/`. */
export const NAMES_MODEL = 'names.bin';
export const NAMES_KIND = 'names';

/** The meta values of the names model's file. */
export interface NamesMeta {
  readonly entries: number;
  readonly wordTypes: number;
  readonly scale: number;
  readonly calibration: NameTaggerParts['calibration'];
  readonly network: {
    readonly shape: NameNetworkShape;
    /** A dense weight is its stored value times this. */
    readonly denseScales: Readonly<Record<string, number>>;
  };
}

/**
 * @param vectors the language model's, which the names' network was trained on
 * @throws ClaimlineError `models/corrupt`
 */
export function loadNamesModel(bytes: Uint8Array, vectors: WordVectors): NameTagger {
  const file = new ModelFile(bytes, NAMES_KIND);
  const meta = file.meta as unknown as NamesMeta;
  const tables = {
    gazetteer: new Gazetteer(
      decodeKeys(file.read('gazetteer.keys', 'u8'), meta.entries),
      file.read('gazetteer.bits', 'u16'),
    ),
    wordTypes: new WordTypes(
      decodeKeys(file.read('kinds.keys', 'u8'), meta.wordTypes),
      file.read('kinds.codes', 'u8'),
      file.read('kinds.palette', 'u16'),
    ),
  };
  return new NameTagger({
    ...tables,
    network: new NameNetwork(readNameNetwork(file, meta.network, vectors), tables),
    model: readFeatureModel(file, 'names', NAME_LABELS, meta.scale),
    transitions: file.read('names.transitions', 'f32'),
    calibration: meta.calibration,
  });
}

function readNameNetwork(
  file: ModelFile,
  { shape, denseScales }: NamesMeta['network'],
  vectors: WordVectors,
): NameNetworkParts {
  const dense = NAME_WEIGHTS.map(
    (name) => [name, readDense(file, `network.${name}`, denseScales[name]!)] as const,
  );
  return {
    shape,
    dense: Object.fromEntries(dense) as NameNetworkParts['dense'],
    vectors: vectors.table,
    vectorIndex: vectors.index,
    words: readVectorTable(file, 'network.words'),
    wordIndex: new RowIndex(file.read('network.wordKeys', 'i32'), SPECIAL_WORDS),
    affixes: readVectorTable(file, 'network.affixes'),
  };
}
