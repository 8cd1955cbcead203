import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/language/analyse.ts';
import { languageModel, nameTagger } from './model.ts';

function names(...sentences: string[]): string[] {
  const text = sentences.join(' ');
  let at = 0;
  const spans = sentences.map((sentence) => {
    const start = at;
    at += sentence.length + 1;
    return { start, end: start + sentence.length };
  });
  const table = analyse(text, spans, languageModel, (document) => nameTagger.find(document));
  return table.columns.names.map(({ first, last, type, confidence }) => {
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(last).toBeGreaterThan(first);
    return `${text.slice(table.columns.start[first]!, table.columns.end[last - 1]!)}/${type}`;
  });
}

describe('names', () => {
  it('finds persons, organisations and places', () => {
    expect(
      names('Maria Gonzalez, who heads the World Health Organization, met officials in Nairobi on Friday.'),
    ).toEqual(['Maria Gonzalez/PERSON', 'World Health Organization/ORGANIZATION', 'Nairobi/PLACE']);
  });

  it('finds none where there is none', () => {
    expect(names('the prices of bread rose again last week, traders said.')).toEqual([]);
  });

  it('keeps names in order and apart', () => {
    const found = names('John Miller and Anna Weber flew from Berlin to Paris.', 'Miller then left France.');
    expect(found).toEqual([
      'John Miller/PERSON',
      'Anna Weber/PERSON',
      'Berlin/PLACE',
      'Paris/PLACE',
      'Miller/PERSON',
      'France/PLACE',
    ]);
  });
});
