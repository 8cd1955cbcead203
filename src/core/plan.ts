import { ClaimlineError } from './errors.ts';
import type { LayerName } from './layers.ts';
import type { Stage } from './stage.ts';

/** A stage with its options, checked. */
export interface PlannedStage {
  readonly stage: Stage<LayerName, unknown>;
  readonly options: unknown;
}

/** Stages in the order in which they run; every requirement of each is provided before it. */
export interface Plan {
  readonly stages: readonly PlannedStage[];
}

/**
 * Checks the order before any document is read.
 * @throws ClaimlineError `plan/unmet-requirement` when a stage requires a layer that nothing before it provides,
 *   `plan/duplicate-provider` when two stages provide one layer.
 */
export function createPlan(stages: readonly PlannedStage[], given: readonly LayerName[]): Plan {
  const provider = new Map<LayerName, string>(given.map((layer) => [layer, 'intake']));
  for (const [index, { stage }] of stages.entries()) {
    for (const layer of stage.requires) {
      if (provider.has(layer)) continue;
      const later = stages.slice(index).find((other) => other.stage.provides === layer)?.stage.name;
      throw new ClaimlineError(
        'plan/unmet-requirement',
        `stages[${index}]: the stage "${stage.name}" requires the layer "${layer}", which no stage before it provides`,
        {
          hint: later
            ? `move "${later}" before "${stage.name}"`
            : `add a stage that provides "${layer}", or leave "${stage.name}" out`,
          location: { stage: stage.name },
        },
      );
    }
    const other = provider.get(stage.provides);
    if (other !== undefined) {
      throw new ClaimlineError(
        'plan/duplicate-provider',
        `stages[${index}]: the stage "${stage.name}" provides the layer "${stage.provides}", which "${other}" already provides`,
        { hint: 'name each stage once', location: { stage: stage.name } },
      );
    }
    provider.set(stage.provides, stage.name);
  }
  return Object.freeze({ stages: Object.freeze([...stages]) });
}
