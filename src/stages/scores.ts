import { z } from 'zod';
import { layerOf } from '../core/doc.ts';
import type { ClaimScore } from '../core/layers.ts';
import { defineStage } from '../core/stage.ts';
import type { TokenTable } from '../core/tokens.ts';
import { LANGUAGE_MODEL, loadLanguageModel } from '../language/language-model.ts';
import { confidenceOf, evidenceOf } from './scores/confidence.ts';
import { probability } from './scores/linear-model.ts';
import { loadScoreModels, SCORES_MODEL } from './scores/model-file.ts';
import { opinionFeatures } from './scores/opinion-features.ts';
import { opinionProbability } from './scores/opinion-model.ts';
import { sentenceFeatures } from './scores/sentence-features.ts';
import { verifiability } from './scores/verifiability.ts';
import { wordScalesOf } from './scores/word-scales.ts';

/** How worth checking, how checkable, how opinionated and how sure each claim is; one row per claim, 0 to 1 each. */
export const scores = defineStage({
  name: 'scores',
  requires: ['claims', 'tokens'],
  provides: 'scores',
  options: z.strictObject({}),
  run(doc, _options, { models }) {
    const { checkWorthiness, subjectivity, confidence, slots } = models.get(SCORES_MODEL, loadScoreModels);
    const words = wordScalesOf(models.get(LANGUAGE_MODEL, loadLanguageModel), subjectivity.scales);
    const tokens = layerOf(doc, 'tokens');
    const opinions = new Map<number, number>();
    const opinionOf = (sentence: number): number => {
      const known = opinions.get(sentence);
      if (known !== undefined) return known;
      const found = opinionProbability(subjectivity, opinionFeatures(doc.text, tokens, sentence, words));
      opinions.set(sentence, found);
      return found;
    };
    return layerOf(doc, 'claims').map((claim): ClaimScore => {
      const opinion = opinionOf(claim.sentence);
      const evidence = evidenceOf(
        claim,
        tokens.end(claim.sentence) - tokens.first(claim.sentence),
        clausesIn(tokens, claim.sentence),
      );
      return {
        checkWorthiness: round(probability(checkWorthiness, sentenceFeatures(claim.text, checkWorthiness))),
        verifiable: verifiability(claim, opinion),
        subjectivity: round(opinion),
        confidence: confidenceOf(evidence, confidence),
        slotConfidence: {
          subject: confidenceOf(evidence, slots.subject),
          predicate: confidenceOf(evidence, slots.predicate),
          ...(claim.object !== null || claim.args.length > 0
            ? { object: confidenceOf(evidence, slots.object) }
            : {}),
        },
      };
    });
  },
});

function clausesIn(tokens: TokenTable, sentence: number): number {
  let count = 0;
  for (let at = tokens.first(sentence); at < tokens.end(sentence); at++)
    if (tokens.upos(at) === 'VERB') count++;
  return count;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
