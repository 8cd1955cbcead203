import { describe, expect, it } from 'vitest';
import { claimsIn, type Given } from './claim-document.ts';

const named = (text: string, given: Given = {}) =>
  claimsIn(text, given).claims.filter(({ derivation }) => derivation === 'nominal');
const texts = (text: string, given: Given = {}) => named(text, given).map((claim) => claim.text);

describe('events that nouns tell', () => {
  it('are claims where the words around them take them for granted', () => {
    expect(texts('Aid groups left after the collapse of the Harlow Bridge.')).toEqual([
      'The Harlow Bridge collapsed.',
    ]);
    expect(texts('The killing of Ana Ruiz by two soldiers sparked outrage.')).toEqual([
      'Two soldiers killed Ana Ruiz.',
    ]);
    expect(texts("Ms. Okafor took over following Tom Reed's resignation.")).toEqual(['Tom Reed resigned.']);
    expect(texts("The market fell after Brightwater's acquisition of Northline.")).toEqual([
      'Brightwater acquired Northline.',
    ]);
    expect(texts('A second man was charged in the murder of Judge Paul Stone.')).toEqual([
      'Judge Paul Stone was murdered.',
    ]);
  });

  it('take their date, and the name that a pronoun stands for', () => {
    const [arrest] = named('Protests broke out after the January arrest of Marco Vidal.', {
      published: '2025-03-04',
      dates: { January: '2025-01' },
    });
    expect(arrest!.text).toBe('Marco Vidal was arrested in January 2025.');
    expect(arrest!.time).toEqual([{ timex: 0, role: 'event' }]);
    const given: Given = { names: { 'Ana Ruiz': { type: 'PERSON', also: ['Her'] } } };
    const [death] = named('Ana Ruiz wrote for the paper. Her death shocked the town.', given);
    expect(death).toMatchObject({
      text: 'Ana Ruiz died.',
      subject: { text: 'Ana Ruiz', implicit: true, entity: 0 },
      predicate: { text: 'died', implicit: true, lemma: 'die' },
    });
  });

  it('carry the source of the words that they stand in', () => {
    const [claim] = named('Officials said the fighting followed the invasion of the valley by Norland.', {
      sources: [
        {
          content: 'the fighting followed the invasion of the valley by Norland',
          source: 'Officials',
          cue: 'said',
          lemma: 'say',
        },
      ],
    });
    expect(claim!.text).toBe('Norland invaded the valley.');
    expect(claim!.attribution).toEqual([0]);
  });

  it.each([
    'Aid groups warned that the arrest of Marco Vidal could lead to unrest.',
    'The strike will begin after the departure of the minister.',
    'Lawmakers called for the resignation of the governor.',
    'If the sale follows the death of the owner, taxes fall.',
    'Police did not confirm the death of the pilot.',
    'Workers feared the closure of the plant.',
    'The board announced the closure of the plant.',
    'The firm grew after the planned acquisition of Northline.',
    'The council left before the arrival of the ferry.',
    'Shares rose after an arrest.',
    'The arrest warrant for Marco Vidal came late.',
    'The acquisition of Northline faced delays.',
    'The acquisition of Northline made sense.',
    'The extradition of Marco Vidal drew objections.',
    'Did the firm grow after the acquisition of Northline?',
  ])('are none where they are doubtful, ahead, denied, asked or nameless: %s', (text) => {
    expect(texts(text)).toEqual([]);
  });

  it('are none where a verb tells the same of the same', () => {
    expect(texts('The bridge collapsed. Experts met after the collapse of the bridge.')).toEqual([]);
    expect(texts('Experts met after the collapse of the bridge. The bridge collapsed.')).toEqual([]);
    expect(
      texts('Experts met after the collapse of the bridge. They left after the collapse of the bridge.'),
    ).toHaveLength(1);
    expect(texts('The bridge collapsed after the collapse of the dam.')).toEqual([]);
    expect(texts('The mill collapsed. Experts met after the collapse of the bridge.')).toEqual([
      'The bridge collapsed.',
    ]);
  });
});
