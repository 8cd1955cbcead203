import { Gazetteer } from './gazetteer.ts';
import { decodeKeys, ModelFile } from './model-file.ts';
import { NAME_LABELS } from './name-labels.ts';
import { NameTagger, type NameTaggerParts } from './name-tagger.ts';
import { readFeatureModel } from './read-feature-model.ts';
import { WordTypes } from './word-types.ts';

/** Name of the model file below `models/`. */
export const NAMES_MODEL = 'names.bin';
export const NAMES_KIND = 'names';

/** The meta values of the names model's file. */
export interface NamesMeta {
  readonly entries: number;
  readonly wordTypes: number;
  readonly scale: number;
  readonly calibration: NameTaggerParts['calibration'];
}

/** @throws ClaimlineError `models/corrupt` */
export function loadNamesModel(bytes: Uint8Array): NameTagger {
  const file = new ModelFile(bytes, NAMES_KIND);
  const meta = file.meta as unknown as NamesMeta;
  return new NameTagger({
    gazetteer: new Gazetteer(
      decodeKeys(file.read('gazetteer.keys', 'u8'), meta.entries),
      file.read('gazetteer.bits', 'u16'),
    ),
    wordTypes: new WordTypes(
      decodeKeys(file.read('kinds.keys', 'u8'), meta.wordTypes),
      file.read('kinds.codes', 'u8'),
      file.read('kinds.palette', 'u16'),
    ),
    model: readFeatureModel(file, 'names', NAME_LABELS, meta.scale),
    transitions: file.read('names.transitions', 'f32'),
    calibration: meta.calibration,
  });
}
