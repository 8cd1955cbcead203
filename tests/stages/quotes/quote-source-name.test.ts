import { describe, expect, it } from 'vitest';
import { namesHead } from '../../../src/language/quote-source-name.ts';

function heads(phrase: string, name: string): boolean {
  const start = phrase.indexOf(name);
  return namesHead(phrase, { start: 0, end: phrase.length }, { start, end: start + name.length });
}

describe('namesHead', () => {
  it.each([
    ["Norway's fisheries minister Tuva Berg", 'Tuva Berg'],
    ['Former Army Sgt. Cal Reed', 'Cal Reed'],
    ['the head of the port, Tuva Berg', 'Tuva Berg'],
    ['Tuva Berg, head of the port', 'Tuva Berg'],
    ['Tuva Berg of the port union', 'Tuva Berg'],
    ['Tuva Berg', 'Tuva Berg'],
  ])('%s is %s', (phrase, name) => expect(heads(phrase, name)).toBe(true));

  it.each([
    ["Norway's fisheries minister Tuva Berg", 'Norway'],
    ['Former Army Sgt. Cal Reed', 'Army'],
    ['the Berg campaign', 'Berg'],
    ['a lawyer for Tuva Berg', 'Tuva Berg'],
    ["Tuva Berg's brother", 'Tuva Berg'],
    ['people who know Tuva Berg', 'Tuva Berg'],
    ['the Oslo-based union', 'Oslo'],
  ])('%s is not %s', (phrase, name) => expect(heads(phrase, name)).toBe(false));
});
