import { describe, expect, it } from 'vitest';
import { XPOS } from '../../src/core/labels.ts';
import { DOUBT_RULES } from '../../src/language/doubt-rules.ts';
import { parse } from '../../src/language/parse.ts';
import { tokenOffsets } from '../../src/language/tokenise.ts';
import { languageModel } from './model.ts';

/** Which rules had a sentence read again, and of these the ones whose reading was kept; tags by word. */
function readings(text: string): { raised: string[]; kept: string[]; tags: Record<string, string> } {
  const forms = tokenOffsets(text).map(([start, end]) => text.slice(start, end));
  const words = forms.map((form) => languageModel.lexemes.get(form));
  const raised: string[] = [];
  const kept: string[] = [];
  const { xpos } = parse(forms, words, Int32Array.of(0, forms.length), languageModel, ({ rule }, settled) => {
    raised.push(rule);
    if (settled) kept.push(rule);
  });
  return { raised, kept, tags: Object.fromEntries(forms.map((form, at) => [form, XPOS[xpos[at]!]!])) };
}

describe('DOUBT_RULES', () => {
  it('have ids of their own and examples', () => {
    expect(new Set(DOUBT_RULES.map(({ id }) => id)).size).toBe(DOUBT_RULES.length);
    expect(DOUBT_RULES.every(({ matches, rejects }) => matches.length > 0 && rejects.length > 0)).toBe(true);
  });

  for (const { id, matches, rejects } of DOUBT_RULES) {
    it.each([...matches])(`${id} reads again: %s`, (text) => {
      expect(readings(text).kept).toContain(id);
    });
    it.each([...rejects])(`${id} lets stand: %s`, (text) => {
      expect(readings(text).kept).not.toContain(id);
    });
  }

  it('leaves the tags of the reading that was kept', () => {
    expect(readings('The lender plans to cut 2,500 jobs.').tags.plans).toBe('VBZ');
    expect(
      readings('A guard wanted over a theft in Essen was arrested at a farm in Spain.').tags.wanted,
    ).toBe('VBN');
  });

  it('asks no verb of a heading', () => {
    expect(readings('Plans of the lender for the next two years').raised).toEqual([]);
  });
});
