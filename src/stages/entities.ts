import { z } from 'zod';
import { layerOf } from '../core/doc.ts';
import type { Entity } from '../core/layers.ts';
import { defineStage } from '../core/stage.ts';
import { buildEntities } from './entities/build-entities.ts';
import { detectNames } from './entities/detect-names.ts';
import { Words } from './entities/words.ts';

const OptionsSchema = z.strictObject({});

/** Who is meant: the people, organisations and places of the article, each with all its mentions. */
export const entities = defineStage({
  name: 'entities',
  requires: ['sentences', 'tokens'],
  provides: 'entities',
  options: OptionsSchema,
  run(doc): readonly Entity[] {
    const words = new Words(doc.text, layerOf(doc, 'sentences'), layerOf(doc, 'tokens'));
    return buildEntities(words, detectNames(words));
  },
});
