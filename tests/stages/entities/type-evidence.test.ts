import { describe, expect, it } from 'vitest';
import { entitiesOf, mentionsOf, named } from './helper.ts';

const typeOf = (text: string, name: string) => named(entitiesOf(text), name).type;

describe('types of unknown names', () => {
  it.each([
    [
      'Quillar, the Danish startup behind the software, said it raised $20 million.',
      'Quillar',
      'ORGANIZATION',
    ],
    ['The operator, Sundline, said it regretted the delay.', 'Sundline', 'ORGANIZATION'],
    ['Shares in the retailer Velmora rose. Velmora said it would hire.', 'Velmora', 'ORGANIZATION'],
    ['The town of Hemsby was flooded. Residents of Hemsby fled.', 'Hemsby', 'PLACE'],
    ['Shares of Voltane AB (VLT.ST) fell on Monday.', 'Voltane AB', 'ORGANIZATION'],
  ])('are told by the nouns beside them: %s', (text, name, type) => {
    expect(typeOf(text, name)).toBe(type);
  });

  it('is one type for one name in a document', () => {
    const text =
      'Quillar hired ten people. The startup Quillar is based in Oslo. Critics of Quillar were silent.';
    expect(mentionsOf(text, named(entitiesOf(text), 'Quillar'), 'name')).toHaveLength(3);
  });

  it('takes the capitals of a dateline for a place', () => {
    expect(typeOf('TARVOLD, Nov 12 (Agency) - The council voted to close the port.', 'TARVOLD')).toBe(
      'PLACE',
    );
  });
});

describe('where names begin and end', () => {
  const names = (text: string) => entitiesOf(text).map((entity) => entity.name);

  it('joins the halves of a double name, not of a pair', () => {
    expect(names('Maria Lind-Moreau resigned on Friday.')).toEqual(['Maria Lind-Moreau']);
    expect(names('Jae-min Kim resigned on Friday.')).toEqual(['Jae-min Kim']);
    expect(names('Talks on the Israel-Lebanon border went on.')).toEqual(
      expect.arrayContaining(['Israel', 'Lebanon']),
    );
  });

  it('leaves ranks, offices, codes and days out', () => {
    expect(names('Fiona Tait KC spoke for the defence.')).toEqual(['Fiona Tait']);
    expect(names("Mr Reed fell ill on New Year's Eve.")).toEqual(['Reed']);
    const text = 'Chief Financial Officer Sven Berg left the company.';
    expect(names(text)).toEqual(['Sven Berg']);
  });
});
