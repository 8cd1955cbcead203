import { describe, expect, it } from 'vitest';
import { withLayer } from '../../../src/core/doc.ts';
import { ClaimlineError } from '../../../src/core/errors.ts';
import { TokenTable } from '../../../src/core/tokens.ts';
import { packagedModelStore } from '../../../src/io/model-store.ts';
import { analyse } from '../../../src/language/analyse.ts';
import { LANGUAGE_MODEL, loadLanguageModel } from '../../../src/language/language-model.ts';
import { probability } from '../../../src/stages/scores/linear-model.ts';
import { encodeScoreModels, loadScoreModels, SCORES_MODEL } from '../../../src/stages/scores/model-file.ts';
import { opinionFeatures } from '../../../src/stages/scores/opinion-features.ts';
import { opinionProbability } from '../../../src/stages/scores/opinion-model.ts';
import { quotedTokens } from '../../../src/stages/scores/quoted-tokens.ts';
import { sentenceFeatures } from '../../../src/stages/scores/sentence-features.ts';
import { verifiability } from '../../../src/stages/scores/verifiability.ts';
import { wordScalesOf } from '../../../src/stages/scores/word-scales.ts';
import { scores } from '../../../src/stages/scores.ts';
import { claimsIn } from '../claims/claim-document.ts';

const models = packagedModelStore().get(SCORES_MODEL, loadScoreModels);
const worth = (text: string) =>
  probability(models.checkWorthiness, sentenceFeatures(text, models.checkWorthiness));
const language = packagedModelStore().get(LANGUAGE_MODEL, loadLanguageModel);
const words = wordScalesOf(language, models.subjectivity.scales);
const opinion = (text: string) => {
  const tokens = analyse(text, [{ start: 0, end: text.length }], language);
  return opinionProbability(models.subjectivity, opinionFeatures(text, tokens, 0, words));
};

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
      const { slotConfidence, ...single } = row;
      expect(slotConfidence).toBeDefined();
      for (const value of [...Object.values(single), ...Object.values(slotConfidence ?? {})]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
  });

  it('gives no confidence to an object that is not there', () => {
    const { doc, claims } = claimsIn('The mayor resigned.');
    const [row] = scores.run(
      withLayer(doc, 'claims', claims),
      {},
      { models: packagedModelStore(), diagnose: () => {} },
    );
    expect(Object.keys(row!.slotConfidence!)).toEqual([
      'subject',
      'predicate',
      'time',
      'place',
      'source',
      'polarity',
      'modality',
    ]);
  });

  const scored = (text: string, given: Parameters<typeof claimsIn>[1] = {}) => {
    const { doc, claims } = claimsIn(text, given);
    const rows = scores.run(
      withLayer(doc, 'claims', claims),
      {},
      { models: packagedModelStore(), diagnose: () => {} },
    );
    return claims.map((claim, at) => ({ claim, score: rows[at]! }));
  };

  it('trusts a plain sentence more than one whose words could hang together in several ways', () => {
    const [plain] = scored('The council approved the budget.');
    const winding = scored(
      'Old men and women near banks that sour milk floods pour past, said to be ill, left homes empty, cold.',
    );
    for (const { score } of winding) expect(score.confidence).toBeLessThan(plain!.score.confidence);
    expect(winding.length).toBeGreaterThan(0);
  });

  it('trusts a slot less where the tree around it is less sure, all else being the same', () => {
    const { doc, claims } = claimsIn('The minister met the ambassador in the old palace.');
    const withMargins = (margin: number) => {
      const tokens = doc.layers.tokens!;
      const all = new Float32Array(tokens.length).fill(margin);
      const doubted = new TokenTable({ ...tokens.columns, margin: { head: all, tag: all, relation: all } });
      return scores.run(
        withLayer({ ...doc, layers: { ...doc.layers, tokens: doubted } }, 'claims', claims),
        {},
        { models: packagedModelStore(), diagnose: () => {} },
      )[0]!;
    };
    const [sure, guess] = [withMargins(8), withMargins(0.2)];
    expect(guess.confidence).toBeLessThan(sure.confidence - 0.1);
    expect(guess.slotConfidence!.subject).toBeLessThan(sure.slotConfidence!.subject);
  });

  it('trusts polarity and modality less where the claim holds words of negation and doubt that it made no use of', () => {
    const of = (text: string) => scored(text)[0]!.score.slotConfidence!;
    const plain = of('The firm that answered was closed.');
    expect(of('The firm that did not answer was closed.').polarity).toBeLessThan(plain.polarity);
    expect(of('The firm that could answer perhaps was closed.').modality).toBeLessThan(plain.modality);
  });

  it('trusts an inherited date less than one in the clause', () => {
    const rows = scored('The dam broke on 3 May 2024. Rescuers evacuated the valley.', {
      published: '2024-05-06',
      dates: { '3 May 2024': '2024-05-03' },
    });
    const [own, inherited] = rows;
    expect(inherited!.claim.time[0]!.inherited).toBe(true);
    expect(inherited!.score.slotConfidence!.time).toBeLessThan(own!.score.slotConfidence!.time);
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

  it('leaves an opinion in quotation marks to its speaker', () => {
    const plain = 'The plan is a reckless and shameful insult to decent people.';
    expect(opinion(`“${plain.slice(0, -1)},” the mayor said.`)).toBeLessThan(opinion(plain));
  });

  it('finds the quoted words of a sentence, also of one that began within a quotation', () => {
    const quotedIn = (text: string) => {
      const tokens = analyse(text, [{ start: 0, end: text.length }], language);
      return quotedTokens(text, tokens, 0)
        .map((quoted, at) => (quoted ? tokens.text(text, at) : ''))
        .filter((form) => form !== '')
        .join(' ');
    };
    expect(quotedIn('He called it “sheer madness” and left.')).toBe('“ sheer madness ”');
    expect(quotedIn('It ends here,” she said.')).toBe('It ends here , ”');
    expect(quotedIn('The "new" rule and the "old" one.')).toBe('" new " " old "');
    expect(quotedIn('Nothing is quoted.')).toBe('');
  });

  it('knows from word vectors which words judge', () => {
    const strength = (form: string) => words.of(form)!.scales[0]!;
    expect(strength('dreadful')).toBeGreaterThan(strength('wooden') + 0.2);
    expect(words.of('qzxvbn')).toBeNull();
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
    expect(again.slots).toEqual(models.slots);
    expect(again.circumstances).toEqual(models.circumstances);
    expect([...again.checkWorthiness.weights.slice(0, 500)]).toEqual([
      ...models.checkWorthiness.weights.slice(0, 500),
    ]);
    for (const damaged of [bytes.slice(0, 3), bytes.slice(0, -1), new Uint8Array(40)]) {
      expect(() => loadScoreModels(damaged)).toThrow(ClaimlineError);
    }
  });
});
