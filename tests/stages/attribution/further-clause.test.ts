import { describe, expect, it } from 'vitest';
import { beforeFurther, FURTHER_CLAUSES } from '../../../src/stages/attribution/further-clause.ts';

describe.each(FURTHER_CLAUSES)('further clause: $id', ({ start, matches, rejects }) => {
  it.each(matches)('%s', (words) => expect(start.test(words)).toBe(true));
  it.each(rejects)('not: %s', (words) => expect(start.test(words)).toBe(false));
});

it('leaves the words before the comma', () => {
  expect(beforeFurther('on Friday, raising fears of a slump')).toBe('on Friday');
  expect(beforeFurther(', but no one was hurt')).toBe('');
  expect(beforeFurther('in a letter to Bo, the mayor')).toBe('in a letter to Bo, the mayor');
});
