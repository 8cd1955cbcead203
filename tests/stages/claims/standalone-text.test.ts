import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/core/layers.ts';
import { claimsIn, type Given } from './claim-document.ts';

function claimOf(text: string, word: string, given: Given = {}): Claim {
  const found = claimsIn(text, given).claims.find(({ predicate }) =>
    predicate.text.split(' ').includes(word),
  );
  if (found === undefined) throw new Error(`no claim with "${word}" in: ${text}`);
  return found;
}

const ANA = { 'Ana Ruiz': { type: 'PERSON' } } as const;

describe('the first person', () => {
  const said = (content: string, source = 'Ana Ruiz'): Given => ({
    names: source === 'Ana Ruiz' ? ANA : {},
    sources: [{ content, source, cue: 'said', lemma: 'say', quoteType: 'direct' }],
  });

  it.each([
    ['I am sorry', 'am', 'Ana Ruiz is sorry.'],
    ['I sold my house', 'sold', "Ana Ruiz sold Ana Ruiz's house."],
    ['I live in Lima', 'live', 'Ana Ruiz lives in Lima.'],
    ['I have paid the fine', 'paid', 'Ana Ruiz has paid the fine.'],
    ["I don't trust the council", "don't", "Ana Ruiz doesn't trust the council."],
    ['The mayor called me', 'called', 'The mayor called Ana Ruiz.'],
    ['My brother paid the fine', 'paid', "Ana Ruiz's brother paid the fine."],
    ['We paid the fine', 'paid', 'We paid the fine.'],
  ])('of "%s" is the speaker', (quote, word, text) => {
    expect(claimOf(`"${quote}," Ana Ruiz said.`, word, said(quote)).text).toBe(text);
  });

  it('lists the change', () => {
    const { edits } = claimOf('"I am sorry," Ana Ruiz said.', 'am', said('I am sorry'));
    expect(edits).toEqual([
      { from: 'I', to: 'Ana Ruiz', reason: 'speaker' },
      { from: 'am', to: 'is', reason: 'agreement' },
    ]);
  });

  it('of an organisation is `we`', () => {
    const given: Given = {
      names: { Northline: { type: 'ORGANIZATION' } },
      sources: [
        {
          content: 'We have paid our drivers',
          source: 'Northline',
          cue: 'said',
          lemma: 'say',
          quoteType: 'direct',
        },
      ],
    };
    const text = '"We have paid our drivers," Northline said.';
    expect(claimOf(text, 'paid', given).text).toBe('Northline has paid its drivers.');
  });

  it('stays where nobody is known to speak', () => {
    expect(claimOf('I sold the house.', 'sold').text).toBe('I sold the house.');
  });
});

describe('dates', () => {
  it.each([
    ['on Monday night', 'Monday night', '2023-05-01TNI', 'on the night of May 1, 2023'],
    ['yesterday morning', 'yesterday morning', '2023-05-01TMO', 'on the morning of May 1, 2023'],
    ['at 3.20am on Sunday', '3.20am on Sunday', '2023-05-07T03:20', 'at 3.20am on May 7, 2023'],
    ['at 5 a.m. Tuesday', '5 a.m. Tuesday', '2023-05-02T05:00', 'at 5 a.m. on May 2, 2023'],
    ['at 2 a.m. on Feb. 3', '2 a.m. on Feb. 3', '2023-02-03T02:00', 'at 2 a.m. on February 3, 2023'],
    ['last summer', 'last summer', '2022-SU', 'in the summer of 2022'],
    ['in the spring', 'the spring', '2023-SP', 'in the spring of 2023'],
    ['early on Sunday', 'early on Sunday', '2023-05-07', 'early on May 7, 2023'],
    ['by the end of the month', 'the end of the month', '2023-05', 'by the end of May 2023'],
    ['last week', 'last week', '2023-W18', 'in the week of May 1, 2023'],
  ])('%s', (written, words, value, absolute) => {
    const text = `The firm closed a bank ${written}.`;
    expect(claimOf(text, 'closed', { dates: { [words]: value } }).text).toBe(
      `The firm closed a bank ${absolute}.`,
    );
  });

  it('before a noun', () => {
    const given: Given = { dates: { Friday: '2023-05-05' } };
    expect(claimOf("The mayor lost Friday's vote.", 'lost', given).text).toBe(
      'The mayor lost the May 5, 2023 vote.',
    );
  });
});

describe('contractions', () => {
  it.each([
    ["It's been a bad year.", 'been', 'It has been a bad year.'],
    ["She'd been promised a flat.", 'promised', 'She had been promised a flat.'],
    ["She'd have paid the fine.", 'paid', 'She would have paid the fine.'],
    ["They're closing the bank.", 'closing', 'They are closing the bank.'],
  ])('%s', (text, word, whole) => {
    const found = claimsIn(text).claims.find((claim) => claim.text.includes(word));
    expect(found?.text).toBe(whole);
  });
});

it('denies each half of neither and nor', () => {
  expect(claimOf('The mayor will neither resign nor call a vote.', 'resign').text).toBe(
    'The mayor will not resign.',
  );
});

describe('it and they at the head of a sentence', () => {
  it.each([
    [
      'The satellite was launched in June. It stopped after a week.',
      'stopped',
      'The satellite stopped after a week.',
    ],
    ['A tram derailed in Ghent. Its driver broke an arm.', 'broke', "The tram's driver broke an arm."],
    ['Divers searched the wreck. They found a phone.', 'found', 'Divers found a phone.'],
    [
      'The road floods. It was closed in May. It was widened in June.',
      'widened',
      'The road was widened in June.',
    ],
  ])('are the subject before: %s', (text, word, whole) => {
    expect(claimOf(text, word).text).toBe(whole);
  });

  it.each([
    [
      'after an object of the same number',
      'The committee rejected the scheme. It was revised in May.',
      'revised',
      'It was revised in May.',
    ],
    [
      'after a person',
      'The driver left in June. It rattled for a week.',
      'rattled',
      'It rattled for a week.',
    ],
    ['of an event', 'The river rose in May. It was a disaster.', 'was', 'It was a disaster.'],
    [
      'in another paragraph',
      'The satellite was launched.\n\nIt stopped after a week.',
      'stopped',
      'It stopped after a week.',
    ],
  ])('stay %s', (_, text, word, whole) => {
    expect(claimOf(text, word).text).toBe(whole);
  });
});

describe('the verb', () => {
  it.each([
    ['The satellite, called Lumen, was launched in June.', 'called', 'The satellite was called Lumen.'],
    [
      'The mayor was elected in 2014 and re-elected in 2018.',
      're-elected',
      'The mayor was re-elected in 2018.',
    ],
    ['The mayor was suspended and fled to Peru.', 'fled', 'The mayor fled to Peru.'],
  ])('%s', (text, word, whole) => {
    expect(claimOf(text, word).text).toBe(whole);
  });
});

it('keeps what denies the subject', () => {
  expect(claimOf('Hardly any shops opened.', 'opened').text).toBe('Hardly any shops opened.');
});

it.each([
  ['Pop singer Ana Ruiz left the hall.', 'Ana Ruiz is a pop singer.'],
  ['The hall was full. State Sen. Ana Ruiz left it.', 'Ana Ruiz is a State Sen.'],
  ['The hall was full. Finance Minister Ana Ruiz left it.', 'Ana Ruiz is Finance Minister.'],
])('gives a title its article, an office none: %s', (text, whole) => {
  const role = text.replace(/^The hall was full\. /, '').replace(/ Ana Ruiz.*/, '');
  const { claims } = claimsIn(text, { names: { 'Ana Ruiz': { type: 'PERSON', role } } });
  expect(claims.map((claim) => claim.text)).toContain(whole);
});

it('names the plural source that speaks of itself', () => {
  const text = 'Residents said they had no water.';
  const sources = [{ content: 'they had no water', source: 'Residents', cue: 'said', lemma: 'say' }];
  expect(claimOf(text, 'had', { sources }).text).toBe('Residents had no water.');
});

it('takes `her` before an adverb for no possessive', () => {
  const given: Given = { names: { 'Ana Ruiz': { type: 'PERSON', also: ['her'] } } };
  const text = 'Ana Ruiz left. The firm fired her twice.';
  expect(claimOf(text, 'fired', given).text).toBe('The firm fired Ana Ruiz twice.');
});

it.each([
  ['behind a short sentence', 'sold a mill', 'Robbers sold a mill on May 5, 2023.'],
  [
    'in front of a long last part',
    'sold a mill built for the widows of the miners who died in the great flood',
    'On May 5, 2023, robbers sold a mill built for the widows of the miners who died in the great flood.',
  ],
])('puts a date of the sentence %s', (_, words, whole) => {
  const text = `On Friday, robbers shot a guard and ${words}.`;
  expect(claimOf(text, 'sold', { dates: { Friday: '2023-05-05' } }).text).toBe(whole);
});
