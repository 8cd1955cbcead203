import { describe, expect, it } from 'vitest';
import { SPECIAL_NAME_RULES } from '../../../src/stages/entities/special-names.rules.ts';
import { specialNamesOf } from '../../../src/stages/entities/special-names.ts';
import { entitiesOf, mentionsOf, named } from './helper.ts';

/** An example without the brackets around its name, and the name. */
function read(example: string): { readonly text: string; readonly name: string } {
  const name = /\[(.*?)\]/.exec(example)?.[1] ?? '';
  return { text: example.replace(/[[\]]/g, ''), name };
}

describe('special name rules', () => {
  it('have unique ids and examples on both sides', () => {
    expect(new Set(SPECIAL_NAME_RULES.map((rule) => rule.id)).size).toBe(SPECIAL_NAME_RULES.length);
    for (const rule of SPECIAL_NAME_RULES) {
      expect(rule.matches.length, rule.id).toBeGreaterThan(0);
      expect(rule.rejects.length, rule.id).toBeGreaterThan(0);
    }
  });

  const rows = (side: 'matches' | 'rejects') =>
    SPECIAL_NAME_RULES.flatMap((rule) => rule[side].map((example) => [rule.id, example] as const));

  it.each(rows('matches'))('%s finds the name in %s', (id, example) => {
    const { text, name } = read(example);
    const found = specialNamesOf(text).filter(({ rule }) => rule === `entities/${id}`);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([name]);
  });

  it.each(rows('rejects'))('%s finds nothing in %s', (id, example) => {
    expect(specialNamesOf(example).filter(({ rule }) => rule === `entities/${id}`)).toEqual([]);
  });

  it('survives long runs of capitals and marks', () => {
    expect(specialNamesOf(`${'The '.repeat(20)}${'Alpha Beta of the '.repeat(3000)}`)).toEqual([]);
    expect(specialNamesOf('"Alpha '.repeat(5000))).toEqual([]);
  });
});

describe('special names in a text', () => {
  it('finds a storm again by its own name', () => {
    const text = 'Tropical Storm Nadia hit Luzon on Sunday. Nadia weakened later.';
    const storm = named(entitiesOf(text), 'Tropical Storm Nadia');
    expect(storm.type).toBe('EVENT');
    expect(mentionsOf(text, storm)).toEqual(['Tropical Storm Nadia', 'Nadia']);
  });

  it('finds a title again, and no names inside it', () => {
    const text = 'Her novel "The Road to Lisbon" won a prize. Critics loved "The Road to Lisbon."';
    const entities = entitiesOf(text);
    expect(mentionsOf(text, named(entities, 'The Road to Lisbon'))).toHaveLength(2);
    expect(named(entities, 'The Road to Lisbon').type).toBe('WORK');
    expect(entities.map((entity) => entity.name)).not.toContain('Lisbon');
  });
});
