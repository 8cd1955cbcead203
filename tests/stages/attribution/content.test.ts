import { describe, expect, it } from 'vitest';
import { attributionsIn } from './analyse.ts';

const by = (text: string, cue: string) => attributionsIn(text).find((one) => one.cue === cue);

describe('how far the content reaches', () => {
  it.each([
    [
      'Marten Hale said the ferry was "a floating coffin" because its hull had never been inspected.',
      'said',
      'the ferry was "a floating coffin" because its hull had never been inspected',
    ],
    [
      'The port warned of "a lost summer" unless the crane was mended by June.',
      'warned',
      'of "a lost summer" unless the crane was mended by June',
    ],
  ])('to the end of the sentence: %s', (text, cue, content) => expect(by(text, cue)?.content).toBe(content));

  it('stops before what the speaker did besides', () => {
    const text = 'Marten Hale vowed to sell the ferry and said that the port was rich.';
    expect(by(text, 'vowed')?.content).toBe('to sell the ferry');
    expect(by(text, 'said')?.content).toBe('that the port was rich');
  });

  it('is not what was found or who was named', () => {
    expect(attributionsIn('Divers found 40 gold coins near the wreck.')).toEqual([]);
    expect(attributionsIn('The pilot cannot be named for legal reasons.')).toEqual([]);
  });
});

describe('what a court or inquiry hears', () => {
  it.each([
    ['The inquest heard that the pump had been switched off.', 'heard', 'The inquest'],
    ['Jurors were told that the pump had been switched off.', 'told', 'Jurors'],
    ['The pump had been switched off, the court heard.', 'heard', 'the court'],
  ])('%s', (text, cue, source) => {
    const found = by(text, cue);
    expect(found?.source).toBe(source);
    expect(found?.content).toMatch(/the pump had been switched off$/i);
  });

  it('is none of those who merely heard something', () => {
    expect(by('Neighbours heard the pump being switched off.', 'heard')?.source).not.toBe('the pump');
    expect(attributionsIn('The court heard two witnesses on Monday.')).toEqual([]);
  });
});
