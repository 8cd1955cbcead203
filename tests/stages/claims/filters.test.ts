import { describe, expect, it } from 'vitest';
import { CLAIM_FILTERS } from '../../../src/stages/claims/filters.ts';
import { claimsIn } from './claim-document.ts';

describe('CLAIM_FILTERS', () => {
  it('has unique ids and examples in every row', () => {
    expect(new Set(CLAIM_FILTERS.map(({ id }) => id)).size).toBe(CLAIM_FILTERS.length);
    for (const { id, matches, rejects } of CLAIM_FILTERS) {
      expect(matches.length, id).toBeGreaterThan(0);
      expect(rejects.length, id).toBeGreaterThan(0);
    }
  });

  for (const { id, matches, rejects } of CLAIM_FILTERS) {
    for (const sentence of matches) {
      it(`${id} drops something of: ${sentence}`, () => {
        expect(claimsIn(sentence).dropped).toContain(id);
      });
    }
    for (const sentence of rejects) {
      it(`${id} lets pass: ${sentence}`, () => {
        const { claims, dropped } = claimsIn(sentence);
        expect(dropped).not.toContain(id);
        expect(claims.length).toBeGreaterThan(0);
      });
    }
  }
});
