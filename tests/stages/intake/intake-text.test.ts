import { describe, expect, it } from 'vitest';
import { runIntake } from './run-intake.ts';

const PARAGRAPHS = [
  'The harbor board voted on Tuesday to close the old ferry pier for two years while engineers replace the rotten piles under it.',
  'Ferries to the islands will leave from the fish market instead, the board said, and the fare will stay at four dollars until the spring.',
  'Islanders told the meeting that the longer walk from the tram would cost them a quarter of an hour on every trip to town.',
];

const MORE = [
  'Engineers found the damage in January, when a diver sent down for a lost anchor could push a knife into the wood as far as the handle.',
  'The state will pay for two thirds of the work, which the board puts at nine million dollars, and the city for the rest.',
];

function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

describe('intakeText', () => {
  it('keeps a text with one block a line as it is', () => {
    const raw = `Ferry pier closes\r\n\r\n  ${PARAGRAPHS[0]}\r\n${PARAGRAPHS[1]}\r\n`;
    const { doc } = runIntake(raw);
    expect(doc.text).toBe(raw);
    expect(doc.layers.rawBlocks!.map(({ start, end }) => doc.text.slice(start, end))).toEqual([
      'Ferry pier closes',
      PARAGRAPHS[0],
      PARAGRAPHS[1],
    ]);
    for (const block of doc.layers.rawBlocks!)
      expect(doc.map.toRaw(block)).toEqual({ start: block.start, end: block.end });
  });

  it.each([60, 72, 80])('joins lines that were wrapped at %i columns', (width) => {
    const raw = PARAGRAPHS.map((paragraph) => wrap(paragraph, width)).join('\n\n');
    const { doc } = runIntake(raw);
    const texts = doc.layers.rawBlocks!.map(({ start, end }) => doc.text.slice(start, end));
    expect(texts).toEqual(PARAGRAPHS);
    for (const [i, block] of doc.layers.rawBlocks!.entries()) {
      const span = doc.map.toRaw(block);
      expect(raw.slice(span.start, span.end)).toBe(wrap(PARAGRAPHS[i]!, width));
    }
  });

  it('joins wrapped lines that are indented, with the break as one blank', () => {
    const raw = PARAGRAPHS.map((paragraph) => wrap(paragraph, 64).replace(/\n/g, '\n    ')).join('\n\n');
    const { doc } = runIntake(raw);
    const first = doc.layers.rawBlocks![0]!;
    expect(doc.text.slice(first.start, first.end)).toBe(PARAGRAPHS[0]);
    const at = doc.text.indexOf('close the old');
    const span = doc.map.toRaw({ start: at, end: at + 5 });
    expect(raw.slice(span.start, span.end)).toBe('close');
  });

  it('joins a word that was broken behind its hyphen', () => {
    const lines = wrap(PARAGRAPHS.join(' '), 70).split('\n');
    const raw = [
      ...lines,
      'and so the long-',
      'awaited vote on the pier came to its end after midnight, as the last',
    ].join('\n');
    expect(runIntake(raw).doc.text).not.toContain('long- awaited');
  });

  it('cuts a text on one line into pieces that blocks joins again', () => {
    const raw = `Home | News | Sport Friday, March 14, 2031 ${[...PARAGRAPHS, ...MORE].join(' ')} Copyright © 2031 The Harbor Post. All rights reserved.`;
    const { doc } = runIntake(raw);
    expect(doc.text).toBe(raw);
    const article = doc.layers.blocks!.filter((block) => block.label === 'article');
    const joined = article.map(({ start, end }) => doc.text.slice(start, end)).join(' ');
    expect(joined).toContain([...PARAGRAPHS, ...MORE].join(' '));
    expect(joined).not.toContain('All rights reserved');
    expect(joined).not.toContain('Home |');
  });

  it('takes empty and blank input', () => {
    for (const raw of ['', '  \n\n ', '\ufeff']) {
      const { doc } = runIntake(raw);
      expect(doc.layers.rawBlocks).toEqual([]);
      expect(doc.layers.blocks).toEqual([]);
      expect(doc.layers.metadata!.published).toBeNull();
    }
  });
});
