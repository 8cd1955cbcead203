import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenOffsets } from '../src/language/tokenise.ts';
import { splitSentences } from '../src/stages/sentences.ts';

/** Page texts under open licences: Apache-2.0, MIT, CC BY 4.0. */
const SETS = ['newspaper4k-ds', 'fundus-parsers', 'wcxb-article'];
const SHORTEST = 4;
const LONGEST = 60;
const ENGLISH: ReadonlySet<string> = new Set([
  'a',
  'and',
  'for',
  'in',
  'is',
  'of',
  'that',
  'the',
  'to',
  'was',
]);

/**
 * Words of sentences of English pages, each sentence once, page by page in the order of the sets' index files.
 * @param dir the folder of the sets; [] where they are not
 * @param most how many words at most
 * @param taken texts of sentences that must not be among them
 */
export function readRawPages(dir: string, most: number, taken: ReadonlySet<string>): string[][][] {
  const seen = new Set(taken);
  const pages: string[][][] = [];
  let words = 0;
  for (const text of pageTexts(dir)) {
    const page: string[][] = [];
    pages.push(page);
    for (const line of text.split('\n')) {
      for (const { start, end } of splitSentences(line, { start: 0, end: line.length })) {
        const sentence = line.slice(start, end);
        if (seen.has(sentence)) continue;
        seen.add(sentence);
        const forms = tokenOffsets(sentence).flatMap(([from, to]) => asLearnt(sentence, from, to));
        if (forms.length < SHORTEST || forms.length > LONGEST) continue;
        words += forms.length;
        if (words > most) return pages;
        page.push(forms);
      }
    }
  }
  return pages;
}

/**
 * A clitic behind white space in two, as the tokeniser had it when the shipped language model was trained: so that its bytes can be
 * made again. To go with the next training of that model.
 */
function asLearnt(sentence: string, from: number, to: number): string[] {
  const form = sentence.slice(from, to);
  const apart = /^['’`]\p{L}/u.test(form) && (from === 0 || /\s/.test(sentence[from - 1]!));
  return apart ? [form.slice(0, 1), form.slice(1)] : [form];
}

function* pageTexts(dir: string): Generator<string> {
  for (const set of SETS) {
    const path = join(dir, set, 'index.jsonl');
    if (!existsSync(path)) continue;
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      if (line === '') continue;
      const text = (JSON.parse(line) as { gold_text?: string }).gold_text ?? '';
      const words = text.toLowerCase().split(/\s+/);
      if (words.filter((word) => ENGLISH.has(word)).length > 0.1 * words.length) yield text;
    }
  }
}
