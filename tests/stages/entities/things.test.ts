import { describe, expect, it } from 'vitest';
import { entitiesOf, mentionsOf, named } from './helper.ts';

describe('it and they', () => {
  it.each([
    ['Norvia Bank said it would close its oldest branch.', 'Norvia Bank', ['it', 'its']],
    ['Norvia Bank lost money after it cut its fees.', 'Norvia Bank', ['it', 'its']],
    ['The Treasury Department rejected the plan. It announced new rules.', 'Treasury Department', ['It']],
    ['The Democrats said they would defend their bill.', 'Democrats', ['they', 'their']],
    ['Norvia Foods Inc. bought a mill. It was founded in 1950.', 'Norvia Foods Inc.', ['It']],
    ['Norvia Bank cut its forecast. It has 40 branches.', 'Norvia Bank', ['its', 'It']],
    ["The brewer Norrebry posted a loss. It is the country's oldest brewery.", 'Norrebry', ['It']],
    ['Hurricane Ezra weakened as it crossed Florida.', 'Hurricane Ezra', ['it']],
  ])('binds what the grammar makes plain: %s', (text, name, pronouns) => {
    expect(mentionsOf(text, named(entitiesOf(text), name), 'pronoun')).toEqual(pronouns);
  });

  it.each([
    'Norvia Bank said it was unlikely that rates would fall.',
    'Norvia Bank met investors. It was raining in London.',
    'Norvia Bank met on Friday. It was founded on fear, the motion said, and it is a pity.',
    'Norvia Bank met on Friday. It is the second time this year.',
    'Norvia Bank published the papers themselves.',
    'The plan that Norvia Bank drew up had its critics.',
  ])('leaves open what may be a matter, the weather or nothing: %s', (text) => {
    for (const entity of entitiesOf(text)) expect(mentionsOf(text, entity, 'pronoun')).toEqual([]);
  });
});

describe('demonyms', () => {
  it('belong to their country, and to its entity where that is named', () => {
    const entities = entitiesOf('British and Kenyan officials met in Kenya. The Kenyans left first.');
    expect(named(entities, 'British').place).toEqual({
      name: 'United Kingdom',
      key: 'place:united kingdom',
    });
    const kenya = entities.findIndex((entity) => entity.name === 'Kenya');
    expect(named(entities, 'Kenyans').place).toEqual({ name: 'Kenya', key: 'place:kenya', entity: kenya });
    expect(named(entities, 'Kenyans').aliases).toEqual(['Kenyan']);
    expect(named(entities, 'Kenyans').key).toBe('norp:kenyan');
  });
});
