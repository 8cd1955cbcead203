import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../src/core/layers.ts';
import { analyse } from './analyse.ts';

interface Read {
  readonly content: string[];
  readonly source: string | null;
  readonly cue: string | null;
  readonly one: Attribution;
}

function read(text: string): Read[] {
  const doc = analyse(text);
  const cut = ({ start, end }: { start: number; end: number }) => doc.text.slice(start, end);
  return doc.layers.attributions!.map((one) => ({
    content: one.content.map(cut),
    source: one.source && cut(one.source),
    cue: one.cue && cut(one.cue),
    one,
  }));
}

describe('attribution', () => {
  it('finds indirect speech with its source, cue and content', () => {
    const [only] = read('The harbour board said on Monday that the north pier will close in autumn.');
    expect(only).toMatchObject({ source: 'The harbour board', cue: 'said' });
    expect(only!.content.join(' ')).toContain('the north pier will close in autumn');
    expect(only!.one).toMatchObject({ quoteType: 'indirect', stance: 'affirms' });
    expect(only!.one.saidAt).toBe(0);
  });

  it.each([
    [
      'said after the quotation',
      '“We lost the whole harvest in one night,” said Marta Olsen.',
      'said',
      'Marta Olsen',
    ],
    [
      'the subject before the verb',
      '“We lost the whole harvest in one night,” Marta Olsen said.',
      'said',
      'Marta Olsen',
    ],
    ['a colon', 'Marta Olsen wrote: “We lost the whole harvest in one night.”', 'wrote', 'Marta Olsen'],
  ])('finds direct speech with %s', (_name, text, cue, source) => {
    const [only] = read(text);
    expect(only).toMatchObject({ cue, source });
    expect(only!.content[0]).toMatch(/^“We lost the whole harvest in one night[,.]”$/);
    expect(only!.one.quoteType).toBe('direct');
  });

  it('joins an interrupted quotation and what follows it in the paragraph', () => {
    const [only] = read(
      '"The bridge was safe," Ivo Brandt said, "until the flood came." "Nobody could have known it."',
    );
    expect(only!.content).toEqual([
      '"The bridge was safe,"',
      '"until the flood came."',
      '"Nobody could have known it."',
    ]);
    expect(only!.source).toBe('Ivo Brandt');
  });

  it('gives a quotation that a colon introduces in the line before to its speaker', () => {
    const found = read(
      'The minister, Paula Reyes, said in a letter:\n"We shall not sell the forest. It belongs to all of us."',
    );
    expect(found.some((one) => one.content.some((text) => text.startsWith('"We shall not sell')))).toBe(true);
    expect(found.every((one) => one.source === null || /Reyes|minister/.test(one.source))).toBe(true);
  });

  it('takes words in marks inside a clause as mixed speech', () => {
    const found = read('The auditor said the accounts were "a work of fiction" from start to end.');
    expect(found[0]).toMatchObject({ source: 'The auditor', cue: 'said' });
    expect(found[0]!.one.quoteType).toBe('mixed');
  });

  it('reads according to', () => {
    const [only] = read('According to the coast guard, the ferry had left the port without its captain.');
    expect(only!.source).toMatch(/coast guard/);
    expect(only!.one.cue!.lemma).toBe('according to');
    expect(only!.content.join(' ')).toContain('the ferry had left the port');
  });

  it('nests a source inside the content of another', () => {
    const found = read('Nora Lind said that the mayor had promised that the school would stay open.');
    const outer = found.findIndex((one) => one.source === 'Nora Lind');
    const inner = found.find((one) => one.cue === 'promised');
    expect(inner).toMatchObject({ source: 'the mayor' });
    expect(inner!.one.within).toBe(outer);
    expect(found[outer]!.one.within).toBeUndefined();
  });

  it('tells denial from affirmation, and to whom it was said', () => {
    const [denial] = read('The company denied that the tank had leaked.');
    expect(denial!.one.stance).toBe('denies');
    const [told] = read('Vera Novak told reporters that the talks had failed.');
    expect(told!.one.addressee).toBeDefined();
  });

  it('says what kind of source it is', () => {
    const types = [
      'Officials said the road was open again.',
      'The report said that the road was open again.',
      'Vera Novak said the road was open again.',
    ].map((text) => read(text)[0]!.one.source!.type);
    expect(types).toEqual(['unnamed', 'document', 'person']);
  });

  it('reads the turns of a transcript', () => {
    const found = read(
      'LEE: Why did you leave the board?\nGRANT: I had done what I came for. There was nothing left to do.',
    );
    expect(found.map(({ source, content }) => [source, content.join(' ')])).toContainEqual([
      'GRANT',
      'I had done what I came for. There was nothing left to do.',
    ]);
  });

  it('keeps spans in order, apart and inside the text', () => {
    const text =
      '"It is over," she said. The union said pay would rise, and that "no one" had been told.\n' +
      '“I never saw the plan.” — Tom Hale\nExperts believe the dam, which experts had called safe, may break.';
    for (const { one } of read(text)) {
      let last = -1;
      for (const { start, end } of one.content) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }
  });

  it('gives the same answer twice', () => {
    const text = 'Officials said the road, which police had closed, was open again. "Good," said Ann Poe.';
    expect(read(text)).toEqual(read(text));
  });

  it('finds nothing in a text that attributes nothing', () => {
    expect(
      read('The old mill has four floors and a red roof. A ferry crosses the river twice a day.'),
    ).toEqual([]);
  });
});
