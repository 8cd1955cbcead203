import { describe, expect, it } from 'vitest';
import { BOUNDARY_RULES, firstWord, lastWord } from '../../src/stages/sentences.rules.ts';

function decide(rule: (typeof BOUNDARY_RULES)[number], example: string) {
  const [rawBefore, rawAfter] = example.split('|') as [string, string];
  const before = rawBefore.trimEnd();
  const after = rawAfter.trim();
  return rule.decide({
    before,
    after,
    word: lastWord(before),
    next: firstWord(after),
    lineBreak: /\n/.test(rawBefore.slice(before.length)),
    opensSentence: false,
  });
}

describe('sentence boundary rules', () => {
  it('have unique ids and examples on both sides', () => {
    expect(new Set(BOUNDARY_RULES.map((rule) => rule.id)).size).toBe(BOUNDARY_RULES.length);
    for (const rule of BOUNDARY_RULES) {
      expect(rule.matches.length + (rule.splits?.length ?? 0), rule.id).toBeGreaterThan(0);
      expect(rule.rejects.length, rule.id).toBeGreaterThan(0);
    }
  });

  const joins = BOUNDARY_RULES.flatMap((rule) =>
    rule.matches.map((example) => [rule.id, example, rule] as const),
  );
  it.each(joins)('%s joins %j', (_id, example, rule) => expect(decide(rule, example)).toBe('join'));

  const breaks = BOUNDARY_RULES.flatMap((rule) =>
    (rule.splits ?? []).map((example) => [rule.id, example, rule] as const),
  );
  it.each(breaks)('%s splits %j', (_id, example, rule) => expect(decide(rule, example)).toBe('split'));

  const splits = BOUNDARY_RULES.flatMap((rule) =>
    rule.rejects.map((example) => [rule.id, example, rule] as const),
  );
  it.each(splits)('%s does not join %j', (_id, example, rule) =>
    expect(decide(rule, example)).not.toBe('join'),
  );
});
