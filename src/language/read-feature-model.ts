import { FeatureModel } from './feature-model.ts';
import { decodeKeys, type ModelFile } from './model-file.ts';

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
