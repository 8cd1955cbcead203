import { describe, expect, it } from 'vitest';
import { entitiesOf, mentionsOf, named } from './helper.ts';

describe('people who share a surname', () => {
  it('gives the surname alone to the one introduced first, not to the last named', () => {
    const text =
      'Roland Mercer, an accountant, was arrested on Tuesday. His wife, Joan Mercer, was not charged. Prosecutors say that Mercer hid the money.';
    const entities = entitiesOf(text);
    expect(mentionsOf(text, named(entities, 'Roland Mercer'), 'name')).toEqual(['Roland Mercer', 'Mercer']);
    expect(mentionsOf(text, named(entities, 'Joan Mercer'), 'name')).toEqual(['Joan Mercer']);
  });

  it('lets title and family noun speak for the gender', () => {
    const text =
      'The chemist Ida Crane died on Monday. A brother, Tom Crane, survives her. Ms. Crane never drove. Mr. Crane did.';
    const entities = entitiesOf(text);
    expect(mentionsOf(text, named(entities, 'Ida Crane'), 'name')).toEqual(['Ida Crane', 'Crane']);
    expect(mentionsOf(text, named(entities, 'Tom Crane'), 'name')).toEqual(['Tom Crane', 'Crane']);
  });

  it('keeps the surname with whom it named before', () => {
    const text =
      'Grace Okello runs the agency. Okello denied the claim. Her cousin, Paul Okello, owns a firm. Okello signed the contract.';
    expect(mentionsOf(text, named(entitiesOf(text), 'Grace Okello'), 'name')).toEqual([
      'Grace Okello',
      'Okello',
      'Okello',
    ]);
  });
});

describe('pronouns in quotations', () => {
  it('never resolves a third person to the speaker', () => {
    const text = 'Minister Laila Noor met Senator Ana Khan. Khan said: "Either she knew or she did not ask."';
    const entities = entitiesOf(text);
    expect(mentionsOf(text, named(entities, 'Ana Khan'), 'pronoun')).toEqual([]);
    expect(mentionsOf(text, named(entities, 'Laila Noor'), 'pronoun')).toEqual(['she', 'she']);
  });

  it('knows the speaker who is named behind the quotation, and in the sentence before', () => {
    const text =
      'Marta Ruiz hired Elena Paz. "She is the best," Ruiz said. "She works hard and I trust her."';
    const entities = entitiesOf(text);
    expect(mentionsOf(text, named(entities, 'Marta Ruiz'), 'pronoun')).toEqual(['I']);
    expect(mentionsOf(text, named(entities, 'Elena Paz'), 'pronoun')).toEqual(['She', 'She', 'her']);
  });
});
