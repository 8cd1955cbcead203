import { ModelFile } from '../../language/model-file.ts';
import { readFeatureModel } from '../../language/read-feature-model.ts';
import type { AttributionModels } from './propose.ts';
import { ROLES } from './role-features.ts';

/** Name of the model file below `models/`. */
export const ATTRIBUTION_MODEL = 'attribution.bin';
export const ATTRIBUTION_KIND = 'attribution';

/** The meta values of the file. */
export interface AttributionMeta {
  readonly cueScale: number;
  readonly rolesScale: number;
}

/** @throws ClaimlineError `models/corrupt` */
export function loadAttributionModels(bytes: Uint8Array): AttributionModels {
  const file = new ModelFile(bytes, ATTRIBUTION_KIND);
  const meta = file.meta as unknown as AttributionMeta;
  return {
    cue: readFeatureModel(file, 'cue', 1, meta.cueScale),
    roles: readFeatureModel(file, 'roles', ROLES.length, meta.rolesScale),
  };
}
