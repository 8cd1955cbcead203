import { describe, expect, it } from 'vitest';
import type { Gold } from '../../src/gold/gold.ts';
import { loadGold } from '../../src/gold/load-gold.ts';
import { sentenceOf, tokenF1 } from '../../src/gold/match-claims.ts';
import { scoreWords } from '../../src/gold/names.ts';
import { figureValue, type LayerScore } from '../../src/gold/score.ts';
import { scoreRecord } from '../../src/gold/score-record.ts';
import type { ArticleRecord, ClaimRecord } from '../../src/record/record.ts';
import { recordFromGold } from './record-from-gold.ts';
import { GOLD_FILE, PAGE, smallGold, smallRecord } from './small-article.ts';

const claimsScore = (gold: Gold, record: ArticleRecord) =>
  scoreRecord(gold, record).find((score) => score.layer === 'claims')!;

function spoilt(
  spoil: (claims: ClaimRecord[], record: ArticleRecord) => void,
  gold = smallGold(),
): LayerScore {
  const record = smallRecord();
  spoil(record.claims, record);
  return claimsScore(gold, record);
}

const value = (score: LayerScore, figure: string) => figureValue(score.figures[figure]!);
/** Another text in a slot; its place stays. */
const say = (claim: ClaimRecord, subject: string, predicate: string, object: string | null) => {
  claim.subject.text = subject;
  claim.predicate.text = predicate;
  claim.object = object === null ? null : { ...claim.subject, text: object };
};

describe('token F1', () => {
  it('counts words as a bag', () => {
    expect(tokenF1(['a', 'b'], ['b', 'a'])).toBe(1);
    expect(tokenF1(['a', 'a', 'b'], ['a', 'c'])).toBeCloseTo(0.4);
    expect(tokenF1([], ['a'])).toBe(0);
  });

  it('splits words at marks, not inside numbers, abbreviations and contractions', () => {
    expect(scoreWords("The U.S. spent $9,000; it didn't—“so”")).toEqual([
      'the',
      'u.s',
      'spent',
      '9,000',
      'it',
      "didn't",
      'so',
    ]);
  });
});

describe('matching claims', () => {
  it('matches from half of the words on when the predicates share one', () => {
    const near = spoilt(([claim]) => say(claim!, 'She', 'reopened', 'the pier'));
    expect(near.figures.claims).toMatchObject({ right: 4, missed: 0, spurious: 0 });
    const far = spoilt(([claim]) => say(claim!, 'She', 'reopened', 'it'));
    expect(far.figures.claims).toMatchObject({ right: 3, missed: 1, spurious: 1 });
  });

  it('wants a common word in the predicates below an F1 of 0.8', () => {
    // 5 of 6 words each: F1 0.83.
    expect(spoilt(([c]) => say(c!, 'Mayor Ada Finch', 'opened', 'the pier')).figures.claims).toMatchObject({
      right: 4,
    });
    // 4 of 6 and of 5 words: F1 0.73.
    expect(spoilt(([c]) => say(c!, 'Ada Finch', 'opened', 'the pier')).figures.claims).toMatchObject({
      right: 3,
    });
  });

  it('adds arguments where that is nearer', () => {
    const score = spoilt(([, , claim]) => {
      claim!.args = [{ ...claim!.object!, text: claim!.object!.text, prep: '', role: 'x' }];
      claim!.object = null;
    });
    expect(score.figures.claims).toMatchObject({ right: 4 });
  });

  it('stays in the sentence, by place and not by index', () => {
    const renumbered = spoilt((claims) => {
      for (const claim of claims) claim.sentence += 3;
    });
    expect(renumbered.figures.claims).toMatchObject({ right: 4 });
    const moved = spoilt(([first, second]) => {
      Object.assign(first!.predicate, { start: second!.predicate.start, end: second!.predicate.end });
    });
    expect(moved.figures.claims).toMatchObject({ right: 3 });
    expect(sentenceOf([{ start: 0, end: 5 }], { start: 7, end: 9 }, { start: 2, end: 3 })).toBe(0);
    expect(sentenceOf([{ start: 0, end: 5 }], { start: 7, end: 9 })).toBe(-1);
  });

  it('takes each claim once, the nearer first', () => {
    const score = spoilt((claims) => {
      claims.unshift({ ...structuredClone(claims[0]!), id: 'c9' });
      say(claims[0]!, 'She', 'reopened', 'the pier');
      claims[0]!.polarity = 'negative';
    });
    expect(score.figures.claims).toMatchObject({ right: 4, spurious: 1 });
    expect(value(score, 'polarity')).toBe(1);
    expect(score.items.find((item) => item.outcome === 'spurious')!.id).toBe('claims/+c9');
  });

  it('lets optional claims be', () => {
    for (const keep of [4, 5]) {
      const score = spoilt((claims) => claims.splice(keep));
      expect(score.figures.claims).toEqual({ kind: 'prf', right: 4, spurious: 0, missed: 0 });
    }
  });

  it('lets an optional longer form answer for the required one', () => {
    const long = {
      ...GOLD_FILE.claims[0],
      id: 'c1b',
      object: 'the pier on Friday',
      optional: true,
    };
    const gold = loadGold(
      { ...GOLD_FILE, claims: [...GOLD_FILE.claims, long] },
      { raw: PAGE, mediaType: 'text/plain' },
    );
    const faultless = recordFromGold(gold, PAGE);
    expect(claimsScore(gold, faultless).figures.claims).toMatchObject({ right: 4, missed: 0, spurious: 0 });
    const longAlone = { ...faultless, claims: faultless.claims.slice(1) };
    expect(claimsScore(gold, longAlone).figures.claims).toMatchObject({ right: 4, missed: 0, spurious: 0 });
  });
});

describe('claim slots', () => {
  it.each<[string, (claims: ClaimRecord[]) => void, Record<string, number>]>([
    ['polarity', ([c]) => (c!.polarity = 'negative'), { polarity: 0.75, four: 0.75 }],
    ['modality', ([c]) => (c!.modality = 'alleged'), { modality: 0.75, four: 0.75 }],
    ['kind', ([c]) => (c!.kind = 'state'), { kind: 0.75, four: 1 }],
    ['time', ([c]) => (c!.time[0]!.value = '2026'), { time: 0.75, dated: 0.5, four: 0.75 }],
    ['no time', ([c]) => (c!.time = []), { time: 0.75, dated: 0.5 }],
    ['a false time', ([c, d]) => (d!.time = c!.time), { time: 0.75, dated: 1 }],
    ['an inherited time', ([c, d]) => (d!.time = [{ ...c!.time[0]!, inherited: true }]), { time: 1 }],
    ['an end of validity', ([c, d]) => (d!.time = [{ ...c!.time[0]!, role: 'validUntil' }]), { time: 1 }],
    ['no source', ([, c]) => (c!.attribution = []), { source: 0.75, sourced: 0, noFalseSource: 1 }],
    ['a false source', ([c, d]) => (c!.attribution = d!.attribution), { source: 0.75, noFalseSource: 2 / 3 }],
    [
      'a false place',
      ([, , c]) => (c!.places = [{ ...c!.subject, name: 'Norwick' }]),
      { place: 0.75, placed: 1 },
    ],
    ['subject entity', ([c]) => (c!.subject.entity = 'e1'), { subjectEntity: 0.75, named: 2 / 3 }],
    ['no subject entity', ([c]) => delete c!.subject.entity, { subjectEntity: 0.75, named: 2 / 3 }],
    ['cue', ([, c]) => (c!.attribution[0]!.cue!.text = 'wrote'), { cue: 0, source: 1 }],
    ['quote type', ([, c]) => (c!.attribution[0]!.quoteType = 'indirect'), { quoteType: 0 }],
    ['quantities', ([, , c]) => (c!.quantities[0]!.value = 2), { quantities: 0 }],
  ])('%s', (_, spoil, figures) => {
    const score = spoilt(spoil);
    for (const [name, wanted] of Object.entries(figures))
      expect(value(score, name), name).toBeCloseTo(wanted);
    expect(score.figures.claims).toMatchObject({ right: 4 });
  });

  it('takes a source by entity, by name and with words before it', () => {
    const source = (change: object) =>
      value(
        spoilt(([, claim]) => Object.assign(claim!.attribution[0]!.source!, change)),
        'source',
      );
    expect(source({ name: 'she', text: 'she', entity: 'e0' })).toBe(1);
    expect(source({ name: 'Finch', text: 'Mayor Finch', entity: undefined })).toBe(1);
    expect(source({ name: 'Norwick', text: 'Norwick', entity: undefined })).toBe(0.75);
    expect(source({ name: 'Ada Finch', text: 'Ada Finch', entity: 'e1' })).toBe(0.75);
  });

  it('compares the innermost of nested sources', () => {
    const score = spoilt(([, claim]) => {
      claim!.attribution.unshift({
        ...claim!.attribution[0]!,
        source: { start: 0, end: 4, text: 'the paper', name: 'the paper', type: 'organization' },
      });
    });
    expect(value(score, 'source')).toBe(1);
  });
});
