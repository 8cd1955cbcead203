import { describe, expect, it } from 'vitest';
import { LINE_RULES } from '../../../src/stages/blocks/line-rules.ts';

describe.each(LINE_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('matches its examples and none of its counterexamples', () => {
    expect(rule.matches.length).toBeGreaterThan(0);
    expect(rule.rejects.length).toBeGreaterThan(0);
    for (const text of rule.matches) expect(rule.pattern.test(text), text).toBe(true);
    for (const text of rule.rejects) expect(rule.pattern.test(text), text).toBe(false);
    expect(rule.pattern.flags).not.toContain('g');
  });
});
