import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse.ts';
import { languageModel } from './model.ts';

/** Relation and head of a word of a sentence. */
function at(text: string, word: string): string {
  const table = analyse(text, [{ start: 0, end: text.length }], languageModel);
  const i = Array.from({ length: table.length }, (_, j) => j).find((j) => table.text(text, j) === word)!;
  const head = table.head(i);
  return `${table.deprel(i)} ${head < 0 ? '-' : table.text(text, head)}`;
}

describe('parse in pieces', () => {
  it('keeps the subject of the verb behind an insertion', () => {
    const text = 'Shares in Norrland, down almost a third since January, closed lower on Friday.';
    expect(at(text, 'Shares')).toBe('nsubj closed');
    const mill = 'The mill, which has stood empty since 2008, burnt down on Friday.';
    expect(at(mill, 'mill')).toMatch(/^nsubj(:pass)? burnt$/);
    expect(at(mill, 'stood')).toBe('acl:relcl mill');
  });

  it('hangs a quotation on the verb of saying, brackets on the noun before, a dateline on the root', () => {
    expect(at('"Greed of this sort puts lives at risk," he added.', 'puts')).toBe('ccomp added');
    expect(at('The Office for Mines (OFM) closed the pit.', 'OFM')).toMatch(/^appos (Office|Mines)$/);
    const text = 'TURIN, Italy (Alpine Wire) — The court freed a pilot.';
    expect(at(text, 'court')).toBe('nsubj freed');
    expect(at(text, 'freed')).toBe('root -');
    expect(at(text, 'TURIN')).toBe('parataxis freed');
  });

  it('hangs an introduced quotation on the nearest verb of saying', () => {
    expect(at('Ruiz said a witness had told her: "Nobody was in the mill."', 'mill')).toBe('ccomp told');
  });
});
