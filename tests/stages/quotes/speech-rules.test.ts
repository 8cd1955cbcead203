import { describe, expect, it } from 'vitest';
import { type QuotedContext, SPEECH_RULES } from '../../../src/stages/quotes/speech-rules.ts';

/** The context of the first pair of straight marks of an example. */
function contextOf(example: string): QuotedContext {
  const [before, inner, ...rest] = example.split('"');
  if (inner === undefined || rest.length === 0) throw new Error(`no quoted words in: ${example}`);
  return { before: before!, inner, after: rest.join('"') };
}

describe('speech rules', () => {
  it('have unique ids and examples on both sides', () => {
    expect(new Set(SPEECH_RULES.map((rule) => rule.id)).size).toBe(SPEECH_RULES.length);
    for (const rule of SPEECH_RULES) {
      expect(rule.matches.length, rule.id).toBeGreaterThan(0);
      expect(rule.rejects.length, rule.id).toBeGreaterThan(0);
    }
  });

  const rows = (side: 'matches' | 'rejects') =>
    SPEECH_RULES.flatMap((rule) => rule[side].map((example) => [rule.id, example, rule] as const));

  it.each(rows('matches'))('%s matches %s', (_id, example, rule) => {
    expect(rule.test(contextOf(example))).toBe(true);
  });

  it.each(rows('rejects'))('%s rejects %s', (_id, example, rule) => {
    expect(rule.test(contextOf(example))).toBe(false);
  });
});
