import { describe, expect, it } from 'vitest';
import { withLayer } from '../../../src/core/doc.ts';
import { ClaimlineError } from '../../../src/core/errors.ts';
import { packagedModelStore } from '../../../src/io/model-store.ts';
import { probability } from '../../../src/stages/scores/linear-model.ts';
import { encodeScoreModels, loadScoreModels, SCORES_MODEL } from '../../../src/stages/scores/model-file.ts';
import { sentenceFeatures } from '../../../src/stages/scores/sentence-features.ts';
import { verifiability } from '../../../src/stages/scores/verifiability.ts';
import { scores } from '../../../src/stages/scores.ts';
import { claimsIn } from '../claims/claim-document.ts';

const models = packagedModelStore().get(SCORES_MODEL, loadScoreModels);
const worth = (text: string) =>
  probability(models.checkWorthiness, sentenceFeatures(text, models.checkWorthiness));
const opinion = (text: string) =>
  probability(models.subjectivity, sentenceFeatures(text, models.subjectivity));

describe('scores', () => {
  it('gives one row per claim, every score from 0 to 1', () => {
    const { doc, claims } = claimsIn('The state cut 4,000 jobs in 2024. I love this town.');
    const rows = scores.run(
      withLayer(doc, 'claims', claims),
      {},
      { models: packagedModelStore(), diagnose: () => {} },
    );
    expect(rows).toHaveLength(claims.length);
    for (const row of rows) {
      for (const value of Object.values(row)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
  });

  it('finds a figure more worth checking than small talk', () => {
    expect(worth('Unemployment doubled to 11 percent in the four years since 2008.')).toBeGreaterThan(0.7);
    expect(worth('Thank you, it is good to be here tonight.')).toBeLessThan(0.3);
  });

  it('finds a judgement more subjective than a report', () => {
    expect(
      opinion('This is surely the most shameful and stupid decision we have ever had to endure!'),
    ).toBeGreaterThan(opinion('The ministry said on Monday that 1,200 people had registered.'));
  });

  it('holds events for more verifiable than evaluations', () => {
    const [event, evaluation] = ['The army killed 12 men.', 'The plan is a terrible mistake.'].map(
      (text) => claimsIn(text).claims[0]!,
    );
    expect(verifiability(event!, 0.2)).toBeGreaterThan(verifiability(evaluation!, 0.2));
  });

  it('reads back the models that it writes, and refuses a damaged file', () => {
    const bytes = encodeScoreModels(models);
    const again = loadScoreModels(bytes);
    expect(again.confidence).toEqual(models.confidence);
    expect([...again.checkWorthiness.weights.slice(0, 500)]).toEqual([
      ...models.checkWorthiness.weights.slice(0, 500),
    ]);
    for (const damaged of [bytes.slice(0, 3), bytes.slice(0, -1), new Uint8Array(40)]) {
      expect(() => loadScoreModels(damaged)).toThrow(ClaimlineError);
    }
  });
});
