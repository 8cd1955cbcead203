import { describe, expect, it } from 'vitest';
import { attributionsIn } from './analyse.ts';

const by = (text: string, cue: string) => attributionsIn(text).find((one) => one.cue === cue);

describe('participles carry a report on', () => {
  it.each([
    [
      'Orla Vance added that the ledger had been burnt, telling staff that the vault was empty.',
      'added',
      'that the ledger had been burnt',
      'telling',
      'that the vault was empty',
    ],
    [
      'The harbour board denied that the crane was unsafe, insisting that it had been tested in May.',
      'denied',
      'that the crane was unsafe',
      'insisting',
      'that it had been tested in May',
    ],
  ])('%s', (text, first, before, second, after) => {
    expect(by(text, first)?.content).toBe(before);
    expect(by(text, second)).toMatchObject({ content: after, source: by(text, first)!.source });
  });

  it('not where the person spoken of may be the one who speaks', () => {
    const text = 'Orla Vance said Bo Lind had left, saying that he was ill.';
    expect(by(text, 'said')?.content).toBe('Bo Lind had left, saying that he was ill');
  });
});

describe('a denied report', () => {
  it.each([
    ['Marten Hale, rejecting her claim that he had lied, left the room.', 'rejecting', 'Marten Hale'],
    ['The ministry dismissed rumours that the envoy had lied.', 'dismissed', 'The ministry'],
  ])('%s', (text, cue, source) => {
    expect(by(text, cue)?.name).toBe(source);
    expect(by(text, cue)?.content).toMatch(/(?:claim|rumours) that (?:he|the envoy) had lied$/);
  });
});

describe('hearsay', () => {
  it('by an adverb has no source', () => {
    expect(by('The brothers reportedly sold the yard in May.', 'reportedly')).toMatchObject({
      content: 'The brothers ## sold the yard in May',
      source: null,
    });
    expect(attributionsIn('The guard found the allegedly stolen lorry in May.')).toEqual([]);
  });

  it('by quotation has one', () => {
    expect(by('Orla Vance was quoted as saying that the yard was sold.', 'saying')).toMatchObject({
      content: 'that the yard was sold',
      source: 'Orla Vance',
    });
  });
});

describe('where the content ends', () => {
  it('goes on over words between dashes', () => {
    const text = 'Residents complained that the mill — run by Orla Foods — smelled of tar.';
    expect(by(text, 'complained')?.content).toBe('that the mill — run by Orla Foods — smelled of tar');
  });

  it('before what the source did besides, whichever verb the tree joins that to', () => {
    const text = 'The tribunal found that Hale had broken the lease and ordered him to leave.';
    expect(by(text, 'found')?.content).toBe('that Hale had broken the lease');
    const still = 'The tribunal found that Hale broke the lease and owed rent.';
    expect(by(still, 'found')?.content).toBe('that Hale broke the lease and owed rent');
  });
});

describe('who is named behind the noun', () => {
  it.each([
    ['The operator, Northline Ferries, denied that the ship was late.', 'denied', 'Northline Ferries'],
    ['The mayor, Ana Ruiz, said the quay would close.', 'said', 'Ana Ruiz'],
    [
      'The tour was cancelled because of illness, her label, Tidal Records, confirmed last week.',
      'confirmed',
      'Tidal Records',
    ],
  ])('%s', (text, cue, name) => expect(by(text, cue)?.name).toBe(name));
});

describe('deeds are no reports', () => {
  it.each([
    'The army recalled its envoy on Sunday.',
    'The club offered her a new contract.',
    'Members voted to strike in June.',
    'The panel dismissed two workers.',
  ])('%s', (text) => expect(attributionsIn(text)).toEqual([]));

  it('but what is recalled or dismissed in a clause or in quoted words is', () => {
    expect(by('The pilot recalled that the engine had failed.', 'recalled')?.source).toBe('The pilot');
    expect(by('The panel dismissed the workers as "idlers and thieves".', 'dismissed')?.source).toBe(
      'The panel',
    );
  });
});
