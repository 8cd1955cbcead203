import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/core/layers.ts';
import { claimsIn, type Given } from './claim-document.ts';

function claimOf(text: string, word: string, given: Given = {}): Claim {
  const found = claimsIn(text, given).claims.find(
    ({ predicate, object }) =>
      predicate.text.split(' ').includes(word) || object?.text.split(' ').at(-1) === word,
  );
  if (found === undefined) throw new Error(`no claim with "${word}" in: ${text}`);
  return found;
}

describe('polarity', () => {
  it.each([
    ['Not everyone in the town was surprised.', 'was', 'negative'],
    ['Not only the mayor left the hall.', 'left', 'positive'],
    ["Neither the captain's wife nor the crew has been found.", 'found', 'negative'],
    ['The animal is not a crab.', 'crab', 'negative'],
    ['The animal is a crab.', 'crab', 'positive'],
    ['The helicopter was unable to land.', 'unable', 'negative'],
    ['Work is yet to start on the bridge.', 'start', 'negative'],
    ['The council has yet to choose a mayor.', 'choose', 'negative'],
    ['The suspect was nowhere near the bank.', 'was', 'negative'],
  ])('%s', (text, word, polarity) => {
    expect(claimOf(text, word).polarity).toBe(polarity);
  });
});

describe('modality', () => {
  it.each([
    ['Neither man has been accused of violence.', 'accused', 'asserted'],
    ['The guard is not accused of theft.', 'accused', 'asserted'],
    ['A second man has been charged over the murder.', 'charged', 'asserted'],
    ['The guard is accused of stealing a van.', 'accused', 'alleged'],
    ['It is understood that the boat failed an inspection.', 'failed', 'hedged'],
    ['It is claimed that the crew ignored a call.', 'ignored', 'alleged'],
    ['He claimed that the ballot was stolen.', 'stolen', 'alleged'],
    ['The guard was reported missing.', 'reported', 'asserted'],
    ['The guard is reported to have fled.', 'fled', 'hedged'],
    ['Under the plan, the firm would close two mills.', 'close', 'planned'],
    ['The bill would raise the pension age.', 'raise', 'planned'],
    ['The firm would close two mills.', 'close', 'hypothetical'],
    ['A new factory is planned for Hanoi.', 'planned', 'planned'],
    ['A hearing is set for July 22.', 'is', 'planned'],
    ['The record was set in 2018.', 'set', 'asserted'],
    ['A decision is due before Christmas.', 'is', 'planned'],
    ['The losses could not be ruled out.', 'ruled', 'hedged'],
    ['The bank may shut a branch, putting jobs at risk.', 'putting', 'hedged'],
    ['The bank shut a branch, putting jobs at risk.', 'putting', 'asserted'],
    ['The militia denied carrying out the attack.', 'carrying', 'denied'],
  ])('%s', (text, word, modality) => {
    expect(claimOf(text, word).modality).toBe(modality);
  });

  it('makes what is denied a claim of its own', () => {
    const text = 'The militia denied carrying out the attack.';
    expect(claimOf(text, 'carrying').text).toBe('The militia carried out the attack.');
  });
});
