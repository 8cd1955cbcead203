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
    ['The chipmaker Sandovar cut its forecast on Monday.', 'Sandovar', 'ORGANIZATION'],
    ['Shares of Ostrava Lines fell. Shares of Lirida rose in Oslo.', 'Lirida', 'ORGANIZATION'],
    ['Mirvane fell 4.2% on Tuesday. Mirvane plans to sell two mines.', 'Mirvane', 'ORGANIZATION'],
    ['Mirvane posted a quarterly loss. Mirvane blamed the weather.', 'Mirvane', 'ORGANIZATION'],
    ['Mirvane employs 900 people in Helm.', 'Mirvane', 'ORGANIZATION'],
    ['He signed the deal with Carrow Mining in March.', 'Carrow Mining', 'ORGANIZATION'],
    ['Nine people were hurt in Skarvold harbour in August.', 'Skarvold', 'PLACE'],
    ['The two men were from Tarvik, said police.', 'Tarvik', 'PLACE'],
    ['Rival Lumesk fell 2% in Seoul.', 'Lumesk', 'ORGANIZATION'],
    ['The vote was a farce, the Tarn Echo reported.', 'Tarn Echo', 'ORGANIZATION'],
  ])('are told by the nouns beside them: %s', (text, name, type) => {
    expect(typeOf(text, name)).toBe(type);
  });

  it('is one type for one name in a document', () => {
    const text =
      'Quillar hired ten people. The startup Quillar is based in Oslo. Critics of Quillar were silent.';
    expect(mentionsOf(text, named(entitiesOf(text), 'Quillar'), 'name')).toHaveLength(3);
  });

  it('takes a town that wins or loses a match for its club', () => {
    expect(typeOf('Tarnwick beat Dundee 3-1 on Saturday.', 'Tarnwick')).toBe('ORGANIZATION');
    expect(typeOf('Rovers lost on penalties to Dundee.', 'Dundee')).toBe('ORGANIZATION');
    // an election, a country's team and two sets of tennis are none
    expect(typeOf('Anna Garvey beat Dolan by 312 votes. Dolan wept.', 'Dolan')).not.toBe('ORGANIZATION');
    expect(typeOf('Norway beat Sweden 2-1 in Oslo.', 'Sweden')).toBe('PLACE');
    const tennis = 'Ana Petrova beat Maria Lind 6-4 6-3. Lind said she was tired.';
    expect(typeOf(tennis, 'Maria Lind')).toBe('PERSON');
  });

  it('leaves people who make things, and prices of other things, as they are', () => {
    expect(typeOf('The filmmaker Tarkis said he was pleased.', 'Tarkis')).toBe('PERSON');
    expect(typeOf('Anna Reed fell on Monday. Reed said she was fine.', 'Anna Reed')).toBe('PERSON');
  });

  it('takes the first words of a full company name for the company', () => {
    const company = named(
      entitiesOf('Norvia Foods Inc. bought a mill. Norvia said it would reopen.'),
      'Norvia Foods Inc.',
    );
    expect(company.type).toBe('ORGANIZATION');
    expect(company.aliases).toEqual(['Norvia']);
    // a paper is named for its town
    const text = 'He spoke in Halden. The Halden Gazette reported it.';
    expect(typeOf(text, 'Halden')).toBe('PLACE');
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
