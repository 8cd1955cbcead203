import type { FeatureModelColumns } from '../src/language/feature-model.ts';
import { encodeKeys } from '../src/language/model-file.ts';
import type { SectionValues } from './write-model.ts';

/** The sections that `readFeatureModel` reads. */
export function featureSections(name: string, columns: FeatureModelColumns): Record<string, SectionValues> {
  return {
    [`${name}.keys`]: encodeKeys(columns.keys),
    [`${name}.counts`]: columns.counts,
    [`${name}.classes`]: columns.classOf,
    [`${name}.weights`]: columns.weights,
  };
}
