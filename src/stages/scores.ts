import { z } from 'zod';
import { layerOf } from '../core/doc.ts';
import type { Claim, ClaimScore } from '../core/layers.ts';
import { defineStage } from '../core/stage.ts';
import { LANGUAGE_MODEL, loadLanguageModel } from '../language/language-model.ts';
import { circumstanceFeatures, dateFeatures, type Surroundings } from './scores/circumstance-features.ts';
import { type Circumstance, confidenceOf } from './scores/confidence.ts';
import { confidenceFeatures } from './scores/confidence-features.ts';
import { probability } from './scores/linear-model.ts';
import { loadScoreModels, SCORES_MODEL } from './scores/model-file.ts';
import { opinionFeatures } from './scores/opinion-features.ts';
import { opinionProbability } from './scores/opinion-model.ts';
import { sentenceFeatures } from './scores/sentence-features.ts';
import { readSentence, type SentenceReading } from './scores/sentence-reading.ts';
import { verifiability } from './scores/verifiability.ts';
import { wordScalesOf } from './scores/word-scales.ts';

/** How worth checking, how checkable, how opinionated and how sure each claim is; one row per claim, 0 to 1 each. */
export const scores = defineStage({
  name: 'scores',
  requires: ['claims', 'tokens', 'timexes', 'entities', 'attributions'],
  provides: 'scores',
  options: z.strictObject({}),
  run(doc, _options, { models }) {
    const { checkWorthiness, subjectivity, confidence, slots, circumstances } = models.get(
      SCORES_MODEL,
      loadScoreModels,
    );
    const words = wordScalesOf(models.get(LANGUAGE_MODEL, loadLanguageModel), subjectivity.scales);
    const tokens = layerOf(doc, 'tokens');
    const claims = layerOf(doc, 'claims');
    const layers: Surroundings = {
      text: doc.text,
      tokens,
      timexes: layerOf(doc, 'timexes'),
      attributions: layerOf(doc, 'attributions'),
      entities: layerOf(doc, 'entities'),
    };
    const bySentence = new Map<number, Claim[]>();
    for (const claim of claims) {
      const own = bySentence.get(claim.sentence);
      if (own === undefined) bySentence.set(claim.sentence, [claim]);
      else own.push(claim);
    }
    const sentences = new Map<number, { readonly opinion: number; readonly reading: SentenceReading }>();
    for (const [sentence, own] of bySentence) {
      const signs = opinionFeatures(doc.text, tokens, sentence, words);
      sentences.set(sentence, {
        opinion: opinionProbability(subjectivity, signs),
        reading: readSentence(tokens, sentence, own),
      });
    }
    return claims.map((claim): ClaimScore => {
      const { opinion, reading } = sentences.get(claim.sentence)!;
      const features = confidenceFeatures(claim, tokens, reading);
      const circumstance = (of: Circumstance) =>
        confidenceOf(circumstanceFeatures(claim, of, layers, reading), circumstances[of]);
      const time = claim.time[0];
      const dates = time?.inherited === true ? INHERITED : circumstance('time');
      const value =
        time === undefined ? 1 : confidenceOf(dateFeatures(layers.timexes[time.timex]!), circumstances.date);
      return {
        checkWorthiness: round(probability(checkWorthiness, sentenceFeatures(claim.text, checkWorthiness))),
        verifiable: verifiability(claim, opinion),
        subjectivity: round(opinion),
        confidence: claim.derivation === 'nominal' ? NOMINAL : confidenceOf(features, confidence),
        slotConfidence: {
          subject: confidenceOf(features, slots.subject),
          predicate: confidenceOf(features, slots.predicate),
          ...(claim.object !== null || claim.args.length > 0
            ? { object: confidenceOf(features, slots.object) }
            : {}),
          time: round(dates * value),
          place: circumstance('place'),
          source: circumstance('source'),
          polarity: circumstance('polarity'),
          modality: circumstance('modality'),
        },
      };
    });
  },
});

/**
 * That a date of the sentence before dates the claim. No data at hand has any to learn from; of 16 in fresh articles read by hand
 * about a third were right.
 */
const INHERITED = 0.35;

/**
 * Of an event that a noun tells. The gold sets have none: of 21 in development articles 18 were right by reading, which is too
 * few to promise as much; verbal claims rank before them.
 */
const NOMINAL = 0.6;

const round = (value: number): number => Math.round(value * 1000) / 1000;
