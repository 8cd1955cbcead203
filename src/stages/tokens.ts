import { z } from 'zod';
import { layerOf } from '../core/doc.ts';
import { defineStage } from '../core/stage.ts';
import { analyse } from '../language/analyse.ts';
import { LANGUAGE_MODEL, loadLanguageModel } from '../language/language-model.ts';
import { loadNamesModel, NAMES_MODEL } from '../language/names-model.ts';

/** Words with tags, lemmas, dependency trees and names, by the project's own models. */
export const tokens = defineStage({
  name: 'tokens',
  requires: ['sentences'],
  provides: 'tokens',
  options: z.strictObject({}),
  run(doc, _options, { models }) {
    const language = models.get(LANGUAGE_MODEL, loadLanguageModel);
    const names = models.get(NAMES_MODEL, (bytes) => loadNamesModel(bytes, language.vectors));
    return analyse(doc.text, layerOf(doc, 'sentences'), language, (document) => names.find(document));
  },
});
