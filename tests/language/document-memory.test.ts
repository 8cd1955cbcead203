import { describe, expect, it } from 'vitest';
import { NO_CLUSTERS } from '../../src/language/cluster-table.ts';
import { labelMemory } from '../../src/language/document-memory.ts';
import { Lexemes } from '../../src/language/lexeme.ts';

const lexemes = new Lexemes(NO_CLUSTERS);
const words = (text: string) => text.split(' ').map((form) => lexemes.get(form));

describe('label memory', () => {
  it('tells each capitalised word what its other occurrences were', () => {
    // 4 is a person of one word, 12 a place of one word, 0 outside
    const memory = labelMemory(
      words('Lund spoke . Lund left . Lund won Oslo the'),
      Uint8Array.of(0, 0, 0, 4, 0, 0, 4, 0, 12, 0),
    );
    // the first sees a person twice; the others a person and an outside word, of which the first met wins
    expect(memory[0]).toBe(3);
    expect(memory[8]).toBe(0);
    expect(memory[9]).toBe(0);
    expect(memory[1]).toBe(0);
  });
});
