import { describe, expect, it } from 'vitest';
import { entitiesOf, mentionsOf, named } from './helper.ts';

describe('names', () => {
  it('cuts titles, possessives and demonyms off, and joins a news-style state', () => {
    const text =
      "Peruvian President Rosa Quispe flew to Dayton, Ohio, and Dover, Del., with FBI Director Mark Bell. Quispe's plane was late.";
    const entities = entitiesOf(text);
    expect(mentionsOf(text, named(entities, 'Rosa Quispe'))).toEqual(['Rosa Quispe', 'Quispe']);
    expect(named(entities, 'Rosa Quispe').roles.map((role) => role.text)).toContain('Peruvian President');
    expect(named(entities, 'Mark Bell').roles.map((role) => role.text)).toEqual(['FBI Director']);
    expect(named(entities, 'FBI').type).toBe('ORGANIZATION');
    expect(named(entities, 'Dayton').type).toBe('PLACE');
    expect(named(entities, 'Dover, Del.').type).toBe('PLACE');
    expect(named(entities, 'Peruvian').type).toBe('NORP');
  });

  it('finds names inside compounds: after a prefix and before a participle', () => {
    const text = 'Analysts warned of a post-Brexit slump in London and of the NATO-led force in Kosovo.';
    const names = entitiesOf(text).map((entity) => entity.name);
    expect(names).toEqual(expect.arrayContaining(['London', 'NATO', 'Kosovo']));
  });

  it('reads headlines by what the text below says', () => {
    const text =
      'Tanaka Wins Seat After Recount\nYuki Tanaka won a seat in the city council of Osaka on Monday. Tanaka thanked voters.';
    expect(mentionsOf(text, named(entitiesOf(text), 'Yuki Tanaka'), 'name')).toEqual([
      'Tanaka',
      'Yuki Tanaka',
      'Tanaka',
    ]);
  });

  it('finds nothing where nothing is named, and survives odd text', () => {
    expect(entitiesOf('the rain fell all night and the river rose.')).toEqual([]);
    expect(entitiesOf('')).toEqual([]);
    expect(() => entitiesOf('"""((( ??? \u2019s \u2019s -- & & A. B. C. \u{1F600} \u0301')).not.toThrow();
  });

  it('is deterministic', () => {
    const text = 'Elena Marsh of Greenpeace met Omar Haddad in Cairo. She praised him.';
    expect(entitiesOf(text)).toEqual(entitiesOf(text));
  });

  it('keys entities by type and normalised name, countries by their main name', () => {
    expect(named(entitiesOf('Officials of the U.S. met in Lima.'), 'U.S.').key).toBe('place:united states');
    expect(named(entitiesOf('José Arango spoke in Lima.'), 'José Arango').key).toBe('person:jose arango');
  });

  it('takes time linear in odd input', () => {
    const many = `${'Alpha Beta Gamma Delta Epsilon '.repeat(400)}. ${'He saw him. '.repeat(200)}`;
    expect(() => entitiesOf(many)).not.toThrow();
  });
});

describe('references', () => {
  it('binds he and she by gender, over sentences', () => {
    const text = 'Maria Lopez met John Carter in Boston. She thanked him. He later said he was tired.';
    const entities = entitiesOf(text);
    expect(mentionsOf(text, named(entities, 'Maria Lopez'), 'pronoun')).toEqual(['She']);
    expect(mentionsOf(text, named(entities, 'John Carter'), 'pronoun')).toEqual(['him', 'He', 'he']);
  });

  it('never binds an object pronoun to the subject of its clause', () => {
    const text = 'Peter Novak arrived on Friday. Robert Stone greeted him.';
    const entities = entitiesOf(text);
    expect(mentionsOf(text, named(entities, 'Peter Novak'), 'pronoun')).toEqual(['him']);
    expect(mentionsOf(text, named(entities, 'Robert Stone'), 'pronoun')).toEqual([]);
  });

  it('takes a surname for its bearer before the firm of that name, unless the text tells of the firm', () => {
    const person =
      'Lyle Bechtel, the former superintendent, was jailed for four years. Bechtel had stolen money. A lawyer for Bechtel said he would appeal.';
    expect(entitiesOf(person).map(({ name }) => name)).toEqual(['Lyle Bechtel']);
    const firm =
      'Henry Ford was born in 1863. Shares of Ford rose 3% after the carmaker Ford reported a profit.';
    expect(named(entitiesOf(firm), 'Ford').type).toBe('ORGANIZATION');
  });

  it('learns the gender of an unknown name from her first pronoun', () => {
    const text =
      'Oriel Tamsworth retired in May. The praise for her work pleased her. She had led the mine since 1990.';
    const oriel = named(entitiesOf(text), 'Oriel Tamsworth');
    expect(mentionsOf(text, oriel, 'pronoun')).toEqual(['her', 'her', 'She']);
  });

  it('counts people without a name among the candidates', () => {
    const text =
      'Milan Kost resigned in May. In June, the transport minister stepped down after it emerged that he had hidden a flat.';
    expect(mentionsOf(text, named(entitiesOf(text), 'Milan Kost'), 'pronoun')).toEqual([]);
    // Who speaks for another is mostly not the one told of.
    const client = 'Tom Reed was charged. A lawyer said he would plead not guilty.';
    expect(mentionsOf(client, named(entitiesOf(client), 'Tom Reed'), 'pronoun')).toEqual(['he']);
  });

  it('lets a speaker be I inside the quotation', () => {
    const text = '"I never signed the letter," Helen Ward said on Tuesday.';
    expect(mentionsOf(text, named(entitiesOf(text), 'Helen Ward'), 'pronoun')).toEqual(['I']);
  });

  it('binds a definite description to the one who holds the role', () => {
    const text =
      'Chilean President Ana Rojas met Health Minister Luis Soto in Santiago. The president praised the plan. The health minister was silent.';
    const entities = entitiesOf(text);
    expect(mentionsOf(text, named(entities, 'Ana Rojas'), 'nominal')).toEqual(['The president']);
    expect(mentionsOf(text, named(entities, 'Luis Soto'), 'nominal')).toEqual(['The health minister']);
  });

  it('leaves a description open that fits two, or none', () => {
    const text =
      'Chilean President Ana Rojas met Peruvian President Raul Vega in Lima. The president left early. The mayor stayed.';
    for (const entity of entitiesOf(text)) expect(mentionsOf(text, entity, 'nominal')).toEqual([]);
  });

  it('leaves relatives and the possessed alone', () => {
    const text = 'Nora Klein spoke of her husband. The husband said nothing.';
    const entities = entitiesOf(text);
    expect(mentionsOf(text, named(entities, 'Nora Klein'), 'pronoun')).toEqual(['her']);
    expect(mentionsOf(text, named(entities, 'Nora Klein'), 'nominal')).toEqual([]);
  });
});

describe("the user's gazetteer", () => {
  const entry = {
    name: 'Zeta Works',
    aliases: ['ZW', 'Old Mill'],
    type: 'ORGANIZATION',
    externalId: 'Q42',
  } as const;

  it('wins over guesses in span, type and identity', () => {
    const text = 'Old Mill hired Ana Gil. ZW is in Leeds, and Zeta Works is proud.';
    const found = entitiesOf(text, [{ ...entry, aliases: [...entry.aliases] }]).filter(
      (entity) => entity.key === 'Q42',
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.type).toBe('ORGANIZATION');
    expect(found[0]!.externalId).toBe('Q42');
    expect(mentionsOf(text, found[0]!, 'name')).toEqual(['Old Mill', 'ZW', 'Zeta Works']);
  });

  it('keeps two entries apart that the rules would join', () => {
    const text = 'Anna Moss spoke before Moss did.';
    const found = entitiesOf(text, [
      { name: 'Anna Moss', aliases: [], type: 'PERSON' },
      { name: 'Moss', aliases: [], type: 'ORGANIZATION' },
    ]);
    expect(found.map((entity) => [entity.name, entity.type])).toEqual(
      expect.arrayContaining([
        ['Anna Moss', 'PERSON'],
        ['Moss', 'ORGANIZATION'],
      ]),
    );
  });
});

describe('names that the text declares', () => {
  it('takes the whole name that an acronym in brackets explains', () => {
    const text = 'Buses for Karlsund (BfK) will stop on Sunday. BfK said it was sorry.';
    const entity = named(entitiesOf(text), 'Buses for Karlsund');
    expect(entity.type).toBe('ORGANIZATION');
    expect(mentionsOf(text, entity, 'name')).toEqual(['Buses for Karlsund', 'BfK', 'BfK']);
  });

  it('takes a nickname in quotation marks whole, and no name at birth for the name', () => {
    const text = 'Mayor Anna Hale, nicknamed "Iron Anna" by rivals, spoke first.';
    expect(mentionsOf(text, named(entitiesOf(text), 'Anna Hale'), 'name')).toContain('Iron Anna');
    const born = 'Singer Lena Vorst, born Magdalena Vorstova, died on Monday. She was 61.';
    const singer = named(entitiesOf(born), 'Lena Vorst');
    expect(singer.aliases).toEqual(['Magdalena Vorstova']);
    expect(mentionsOf(born, singer, 'pronoun')).toEqual(['She']);
  });
});
