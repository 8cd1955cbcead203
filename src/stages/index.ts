import type { LayerName } from '../core/layers.ts';
import type { Intake, Stage } from '../core/stage.ts';
import { attribution } from './attribution.ts';
import { blocks } from './blocks.ts';
import { claims } from './claims.ts';
import { dates } from './dates.ts';
import { entities } from './entities.ts';
import { intakeHtml } from './intake-html.ts';
import { intakeText } from './intake-text.ts';
import { metadata } from './metadata.ts';
import { quotes } from './quotes.ts';
import { scores } from './scores.ts';
import { sentences } from './sentences.ts';
import { tokens } from './tokens.ts';

/** Every intake and stage there is, in the order in which they run by default. */
export const CATALOGUE: {
  readonly intakes: readonly Intake<never>[];
  readonly stages: readonly Stage<LayerName, never>[];
  /** Layers that intake provides. */
  readonly given: readonly LayerName[];
} = Object.freeze({
  intakes: [intakeHtml, intakeText] as unknown as readonly Intake<never>[],
  stages: [
    blocks,
    metadata,
    sentences,
    tokens,
    dates,
    entities,
    quotes,
    attribution,
    claims,
    scores,
  ] as unknown as readonly Stage<LayerName, never>[],
  given: ['rawBlocks', 'pageFacts'] as const,
});
