import type { LayerName } from '../core/layers.ts';
import type { Intake, Stage } from '../core/stage.ts';
import { sentencesStage } from './sentences.ts';

/** Every intake and stage there is, in the order in which they run by default. */
export const CATALOGUE: {
  readonly intakes: readonly Intake<never>[];
  readonly stages: readonly Stage<LayerName, never>[];
  /** Layers that intake provides. */
  readonly given: readonly LayerName[];
} = Object.freeze({
  intakes: [],
  stages: [sentencesStage] as unknown as readonly Stage<LayerName, never>[],
  given: ['rawBlocks'] as const,
});
