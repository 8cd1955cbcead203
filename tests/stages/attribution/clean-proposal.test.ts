import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';

const contents = (text: string) => {
  const doc = analyse(text);
  return doc.layers.attributions!.map(({ content }) =>
    content.map(({ start, end }) => doc.text.slice(start, end)).join(' '),
  );
};

describe('what a proposal needs', () => {
  it.each([
    'Two barns, which the parish repaired in May, burned down.',
    'Two kilns that the flood reached in May burned down.',
  ])('no statement in: %s', (text) => expect(contents(text)).toEqual([]));

  it.each([
    ['Ada Holm warned him that the ice was thin.', /^that the ice|^the ice/],
    ['Ada Holm told the skaters that the ice was thin.', /^that the ice|^the ice/],
    ['Ada Holm informed the city council that the ice was thin.', /^that the ice|^the ice/],
  ])('the hearer is not content: %s', (text, content) => {
    expect(contents(text)[0]).toMatch(content);
  });
});
