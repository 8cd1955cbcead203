import { FeatureModel } from './feature-model.ts';
import { Gazetteer } from './gazetteer.ts';
import { decodeKeys, ModelFile } from './model-file.ts';
import { NAME_LABELS } from './name-labels.ts';
import { NameTagger, type NameTaggerParts } from './name-tagger.ts';

/** Name of the model file below `models/`. */
export const NAMES_MODEL = 'names.bin';
export const NAMES_KIND = 'names';

/** The meta values of the names model's file. */
export interface NamesMeta {
  readonly entries: number;
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
    model: readFeatureModel(file, 'names', NAME_LABELS, meta.scale),
    transitions: file.read('names.transitions', 'f32'),
    calibration: meta.calibration,
  });
}

/** A feature model from the sections `<name>.keys`, `.counts`, `.classes` and `.weights`. */
function readFeatureModel(file: ModelFile, name: string, classes: number, scale: number): FeatureModel {
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
