import { z } from 'zod';
import { layerOf } from '../core/doc.ts';
import type { Entity } from '../core/layers.ts';
import { defineStage } from '../core/stage.ts';
import { buildEntities } from './entities/build-entities.ts';
import { detectNames } from './entities/detect-names.ts';
import { GazetteerEntrySchema, UserGazetteer } from './entities/user-gazetteer.ts';
import { Words } from './entities/words.ts';

const OptionsSchema = z.strictObject({
  /** Entities that are known beforehand; they win over what the stage would guess. */
  gazetteer: z.array(GazetteerEntrySchema).default([]),
});

/** Who is meant: the people, organisations and places of the article, each with all its mentions. */
export const entities = defineStage({
  name: 'entities',
  requires: ['sentences', 'tokens'],
  provides: 'entities',
  options: OptionsSchema,
  run(doc, { gazetteer }): readonly Entity[] {
    const words = new Words(doc.text, layerOf(doc, 'sentences'), layerOf(doc, 'tokens'));
    const known = new UserGazetteer(gazetteer);
    return buildEntities(words, known.apply(words, detectNames(words)), known);
  },
});
