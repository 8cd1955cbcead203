import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenTable } from '../../src/core/tokens.ts';
import { analyse } from '../../src/language/analyse.ts';
import { languageModel } from './model.ts';

const whole = (text: string): TokenTable => analyse(text, [{ start: 0, end: text.length }], languageModel);

function expectTrees(table: TokenTable): void {
  for (let s = 0; s < table.sentences; s++) {
    const first = table.first(s);
    const end = table.end(s);
    let roots = 0;
    for (let i = first; i < end; i++) {
      const head = table.head(i);
      if (head < 0) roots++;
      else expect(head >= first && head < end && head !== i).toBe(true);
      expect(table.deprel(i) === 'root').toBe(head < 0);
      let at = i;
      let steps = 0;
      while (at >= 0 && steps <= end - first) {
        at = table.head(at);
        steps++;
      }
      expect(at).toBe(-1);
    }
    expect(roots).toBe(first === end ? 0 : 1);
  }
}

const relation = (table: TokenTable, text: string, word: string): [string, string] => {
  const i = Array.from({ length: table.length }, (_, j) => j).find((j) => table.text(text, j) === word)!;
  const head = table.head(i);
  return [table.deprel(i), head < 0 ? '' : table.text(text, head)];
};

describe('analyse', () => {
  it('gives subjects, objects and complements of a plain news sentence', () => {
    const text = 'The council rejected the plan on Monday because residents opposed it.';
    const table = whole(text);
    expect(relation(table, text, 'council')).toEqual(['nsubj', 'rejected']);
    expect(relation(table, text, 'plan')).toEqual(['obj', 'rejected']);
    expect(relation(table, text, 'rejected')).toEqual(['root', '']);
    expect(relation(table, text, 'residents')).toEqual(['nsubj', 'opposed']);
    expect(relation(table, text, 'opposed')).toEqual(['advcl', 'rejected']);
  });

  it('tells passive subjects', () => {
    const text = 'Two bridges were closed by the storm.';
    const table = whole(text);
    expect(relation(table, text, 'bridges')).toEqual(['nsubj:pass', 'closed']);
    expect(relation(table, text, 'were')).toEqual(['aux:pass', 'closed']);
  });

  it('lemmatises by tag', () => {
    const text = 'She said the wolves had eaten three fishes and were leaving.';
    const table = whole(text);
    const lemmas = Array.from({ length: table.length }, (_, i) => table.lemma(i));
    expect(lemmas.join(' ')).toBe('she say the wolf have eat three fish and be leave .');
  });

  it('keeps sentences apart and offsets exact', () => {
    const text = 'Prices rose. Wages fell.';
    const table = analyse(
      text,
      [
        { start: 0, end: 12 },
        { start: 13, end: 24 },
      ],
      languageModel,
    );
    expect(table.sentences).toBe(2);
    expect([table.first(1), table.end(1)]).toEqual([3, 6]);
    expect(table.text(text, 3)).toBe('Wages');
    expectTrees(table);
  });

  it('makes a well-formed tree of any sentence', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom('the', 'said', 'MINISTER', 'of', ',', '"', '(', 'and', 'that', "didn't", '5%'),
            fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
          ),
          { maxLength: 60 },
        ),
        (parts) => expectTrees(whole(parts.join(' '))),
      ),
      { numRuns: 200 },
    );
  });

  it.each<[string, string]>([
    ['one word', 'Yes'],
    ['emoji', '🎉🎉 🔥 👩‍👩‍👧 ❤️'],
    ['another language', 'Ministrul a declarat că legea va intra în vigoare; 政府は発表した。'],
    ['capitals', 'SENATE PASSES BILL AFTER MARATHON DEBATE'],
    ['no spaces', 'x'.repeat(50_000)],
    ['white space only', ' \n\t '],
    ['nothing', ''],
  ])('takes %s', (_, text) => {
    expectTrees(whole(text));
  });

  it('takes a sentence of thousands of words', () => {
    const table = whole(`${'the minister of the town said that '.repeat(600)}it rained.`);
    expect(table.length).toBe(4203);
    expectTrees(table);
  });
});
