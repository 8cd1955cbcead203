import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/core/layers.ts';
import { claimsIn, type Given } from './claim-document.ts';

/** The claim whose predicate holds the word. */
function claimOf(text: string, word: string, given: Given = {}): Claim {
  const found = claimsIn(text, given).claims.find(({ predicate }) => predicate.text.includes(word));
  if (found === undefined) throw new Error(`no claim with "${word}" in: ${text}`);
  return found;
}

describe('polarity', () => {
  for (const [text, word, polarity] of [
    ['The council approved the plan.', 'approved', 'positive'],
    ['The council did not approve the plan.', 'approve', 'negative'],
    ['The council never approved the plan.', 'approved', 'negative'],
    ['No councillor approved the plan.', 'approved', 'negative'],
    ['The council failed to approve the plan.', 'approve', 'negative'],
    ['The council did not fail to approve the plan.', 'approve', 'positive'],
    ['The town has no hospital.', 'has', 'negative'],
    ['The council approved not only the plan but also the budget.', 'approved', 'positive'],
  ] as const) {
    it(`${polarity}: ${text}`, () => expect(claimOf(text, word).polarity).toBe(polarity));
  }
});

describe('modality', () => {
  for (const [text, word, modality, cue] of [
    ['The driver left the scene.', 'left', 'asserted', undefined],
    ['The driver allegedly left the scene.', 'left', 'alleged', 'allegedly'],
    ['The driver reportedly left the scene.', 'left', 'hedged', 'reportedly'],
    ['The driver appears to have left the scene.', 'left', 'hedged', 'appears'],
    ['The driver may have left the scene.', 'left', 'hedged', 'may'],
    ['The city intends to close the road.', 'close', 'planned', 'intends'],
    ['The city will close the road if the river rises.', 'close', 'conditional', 'if'],
    ['The city would have closed the road.', 'closed', 'hypothetical', 'would'],
    ['The tests did not show that the water was dirty.', 'was', 'denied', 'show'],
    ['Nobody said that the dam was safe.', 'was', 'denied', 'said'],
    ['The firm admitted the leak and denied that it had hidden the report.', 'hidden', 'denied', 'denied'],
    ['The tests showed that the water was dirty.', 'was', 'asserted', undefined],
    ['The mayor did not deny that the dam was old.', 'was', 'asserted', undefined],
    ['The mayor did not know that the dam was old.', 'was', 'asserted', undefined],
  ] as const) {
    it(`${modality}: ${text}`, () => {
      const claim = claimOf(text, word);
      expect(claim.modality).toBe(modality);
      expect(claim.modalityCue?.text).toBe(cue);
    });
  }

  it('takes a denial from its source and turns its factuality', () => {
    const text = 'The minister denied that the ministry paid the firm.';
    const claim = claimOf(text, 'paid', {
      sources: [
        {
          content: 'the ministry paid the firm',
          source: 'The minister',
          cue: 'denied',
          lemma: 'deny',
          stance: 'denies',
        },
      ],
    });
    expect(claim.modality).toBe('denied');
    expect(claim.factuality).toBeLessThan(0);
  });
});

describe('kind', () => {
  for (const [text, word, kind] of [
    ['The army crossed the river.', 'crossed', 'event'],
    ['The mayor is a member of the party.', 'is', 'state'],
    ['The firm owns a quarry.', 'owns', 'state'],
    ['Unemployment fell by 3 percent.', 'fell', 'statistic'],
    ['The tower has 52 floors.', 'has', 'statistic'],
    ['The rescuers saved 52 miners.', 'saved', 'event'],
    ['The decision was a terrible mistake.', 'was', 'evaluation'],
    ['The law is unfair.', 'is', 'evaluation'],
    ['The court will hear the case.', 'hear', 'prediction'],
  ] as const) {
    it(`${kind}: ${text}`, () => expect(claimOf(text, word).kind).toBe(kind));
  }

  it('reads the present of a timetable as a prediction', () => {
    const given = { published: '2026-03-01', dates: { 'on May 4': '2026-05-04' } };
    expect(claimOf('The bridge opens on May 4.', 'opens', given).kind).toBe('prediction');
    const past = { published: '2026-06-01', dates: { 'on May 4': '2026-05-04' } };
    expect(claimOf('The bridge opened on May 4.', 'opened', past).kind).toBe('event');
  });
});

describe('quantities', () => {
  for (const [text, expected] of [
    [
      'The fire destroyed 40 houses in the valley.',
      { value: 40, unit: 'count', comparator: '=', of: 'houses' },
    ],
    ['The fire destroyed at least forty-two homes.', { value: 42, unit: 'count', comparator: '>=' }],
    ['The state paid $1.5 million.', { value: 1_500_000, unit: 'USD', comparator: '=' }],
    ['Rents rose by more than 8 percent.', { value: 8, unit: 'percent', comparator: '>' }],
    ['The clinic treated two dozen patients.', { value: 24, unit: 'count', of: 'patients' }],
    ['The ministry hired 1,200 nurses.', { value: 1200, unit: 'count', of: 'nurses' }],
    ['The firm lost 1.34 billion Swedish crowns.', { value: 1_340_000_000, unit: 'SEK' }],
    ['The project will cost Sh3.8 billion.', { value: 3_800_000_000, unit: 'shilling' }],
    ['The fund bought A$30 million of bonds.', { value: 30_000_000, unit: 'AUD' }],
    ['Repairs will cost $7-9 billion.', { value: 7e9, max: 9e9, unit: 'USD' }],
    ['Two thirds of voters backed the plan.', { value: 2 / 3, unit: 'share', of: 'voters' }],
    ['Dozens of homes were destroyed.', { value: 12, unit: 'count', comparator: '>=', of: 'homes' }],
    ['Five or six men fled.', { value: 5, max: 6, unit: 'count', of: 'men' }],
    ['The village has 1,500 or more residents.', { value: 1500, comparator: '>=', of: 'residents' }],
    ['The tunnel is about 12 kilometres long.', { value: 12, unit: 'kilometre', comparator: '~' }],
  ] as const) {
    it(text, () => {
      const quantity = claimsIn(text).claims.flatMap(({ quantities }) => quantities)[0];
      expect(quantity).toMatchObject(expected);
      expect(text.slice(quantity!.start, quantity!.end)).toBe(quantity!.text);
    });
  }

  it.each([
    'The ship sank at 1015 GMT.',
    'A bug in version 4.2 caused the crash.',
    'The firm filed for Chapter 11 protection.',
    'The game was lost at half-time.',
    'The fly-half was sent off.',
    'The firm made a one-off gesture.',
  ])('counts nothing in: %s', (text) =>
    expect(claimsIn(text).claims.flatMap(({ quantities }) => quantities)).toEqual([]),
  );

  it('takes the growth and the level apart', () => {
    const [growth, level] = claimsIn('Sales rose 12% to 3.1 billion euros.').claims.flatMap(
      ({ quantities }) => quantities,
    );
    expect(growth).toMatchObject({ value: 12, unit: 'percent' });
    expect(growth!.of).toBeUndefined();
    expect(level).toMatchObject({ value: 3_100_000_000, unit: 'EUR' });
  });

  it('counts neither dates nor scores', () => {
    const text = 'The court upheld the law in a 5-4 ruling on 3 May 2024.';
    const { claims } = claimsIn(text, { dates: { '3 May 2024': '2024-05-03' } });
    expect(claims.flatMap(({ quantities }) => quantities)).toEqual([]);
  });
});

describe('phrases in whole', () => {
  it('keeps an amount behind its bound as the object', () => {
    const [claim] = claimsIn('The firm would buy back as much as $500 million of its stock.').claims;
    expect(claim!.object?.text).toContain('$500 million');
    expect(claim!.quantities[0]).toMatchObject({ value: 500_000_000, unit: 'USD', comparator: '<=' });
  });

  it('denies what somebody has yet to do', () => {
    const [claim] = claimsIn('The regulator has yet to comment on the deal.').claims;
    expect(claim!.polarity).toBe('negative');
  });

  it('names no second half of a place', () => {
    const { claims } = claimsIn('The county runs a mill in Elyria, Ohio, a project of the state.');
    expect(claims.filter(({ predicate }) => predicate.implicit)).toEqual([]);
  });

  it('keeps a clause that says which are meant with its noun', () => {
    const { claims } = claimsIn('Drivers over 80 who skip the test will lose their licence.');
    expect(claims.map(({ subject }) => subject.text)).toEqual(['Drivers over 80 who skip the test']);
  });
});

describe('time and place', () => {
  it('takes the date of its own clause, shares one that opens the sentence, and none from the saying', () => {
    const text =
      'In March 2024, the firm closed two mines and sold a third. The firm said on Friday that it fired ten men.';
    const given: Given = {
      dates: { 'March 2024': '2024-03', Friday: '2024-05-03' },
      sources: [{ content: 'it fired ten men', source: 'The firm', cue: 'said', lemma: 'say' }],
    };
    const valuesOf = (word: string) => {
      const claim = claimOf(text, word, given);
      return claim.time.map(({ timex }) => ['2024-03', '2024-05-03'][timex]);
    };
    expect(valuesOf('closed')).toEqual(['2024-03']);
    expect(valuesOf('sold')).toEqual(['2024-03']);
    expect(valuesOf('fired')).toEqual([]);
  });

  it('gives an undated event the date of the sentence before, marked as inherited', () => {
    const text = 'The dam collapsed on 2 May 2023. The water destroyed a village.';
    const claim = claimOf(text, 'destroyed', { dates: { '2 May 2023': '2023-05-02' } });
    expect(claim.time).toEqual([{ timex: 0, role: 'event', inherited: true }]);
  });

  const scene = { published: '2023-05-04', dates: { '2 May 2023': '2023-05-02' } };

  it.each([
    [
      'carries the day on through a paragraph',
      'The dam collapsed on 2 May 2023. Water filled a valley. Soldiers reached a village.',
      'reached',
    ],
    [
      'and into the next one of fresh news',
      'The dam collapsed on 2 May 2023.\n\nSoldiers reached a village.',
      'reached',
    ],
    [
      'to what followed from an event of the scene',
      'The dam collapsed on 2 May 2023. A wave hit a village, killing two farmers.',
      'killing',
    ],
  ])('%s', (_, text, predicate) => {
    expect(claimOf(text, predicate, scene).time).toEqual([{ timex: 0, role: 'event', inherited: true }]);
  });

  it.each([
    ['what did not happen', 'The dam collapsed on 2 May 2023. The siren did not sound.', 'did not sound'],
    [
      'what has happened since',
      'The dam collapsed on 2 May 2023. The minister has resigned.',
      'has resigned',
    ],
    [
      'what had happened before',
      'The dam collapsed on 2 May 2023. Inspectors had closed a gate.',
      'had closed',
    ],
    ['what is so', 'The dam collapsed on 2 May 2023. The firm owns a quarry.', 'owns'],
    [
      'what was at another time',
      'The dam collapsed on 2 May 2023. The firm built a tower before the war.',
      'built',
    ],
    [
      'what comes after a look back',
      'The dam collapsed on 2 May 2023. Ana Ruiz moved to Lima at 19. Ruiz met a painter.',
      'met',
    ],
    [
      'what comes after a year',
      'The dam collapsed on 2 May 2023. The firm opened an office in 2020. A cook bought a boat.',
      'bought',
    ],
  ])('does not carry it to %s', (_, text, predicate) => {
    expect(
      claimOf(text, predicate, {
        ...scene,
        dates: { ...scene.dates, ...(text.includes('2020') ? { '2020': '2020' } : {}) },
      }).time,
    ).toEqual([]);
  });

  it('shares a day between the clauses of one moment', () => {
    const dates = { 'on Friday': '2023-05-05' };
    expect(
      claimOf('Ten people were hurt when a tram derailed on Friday.', 'were hurt', { dates }).time,
    ).toHaveLength(1);
    expect(
      claimOf('Two guards died as robbers attacked a bank on Friday.', 'died', { dates }).time,
    ).toHaveLength(1);
    expect(
      claimOf('Two guards left after robbers attacked a bank on Friday.', 'left', { dates }).time,
    ).toEqual([]);
  });

  describe('of a report of a day', () => {
    const report = { published: '2023-05-03', dates: { 'on Tuesday': '2023-05-02' } };
    const market =
      'Stocks fell on Tuesday.\n\nThe mayor owns a school.\n\nThe bank has cut jobs.\n\nOil rose by 3%. Gold has risen by 1%. A bank hired a cook.';
    const match =
      'Rovers beat Ashby 3-2 on Tuesday.\n\nThe club sells beer.\n\nThe ground holds 900 people.\n\nRuiz scored twice. Ruiz has left the club.';

    it('prices move and matches are played on that day, however far down', () => {
      expect(claimOf(market, 'rose', report).time).toEqual([{ timex: 0, role: 'event', inherited: true }]);
      expect(claimOf(match, 'scored', report).time).toEqual([{ timex: 0, role: 'event', inherited: true }]);
    });

    it('other things do not happen on it', () => {
      expect(claimOf(market, 'risen', report).time).toEqual([]);
      expect(claimOf(market, 'hired', report).time).toEqual([]);
      expect(claimOf(match, 'left', report).time).toEqual([]);
      const plain = match.replace(' 3-2', '');
      expect(claimOf(plain, 'scored', report).time).toEqual([]);
    });
  });

  it('lets no stretch begin after its end', () => {
    const dates = { March: '2025-03', 'May last year': '2024-05' };
    const { time } = claimOf('The firm sold flats from March until May last year.', 'sold', { dates });
    expect(time).toEqual([{ timex: 1, role: 'validUntil' }]);
  });

  it('does not date a verb by what stands in an aside', () => {
    const dates = { '2019': '2019' };
    expect(claimOf('Ana Ruiz, its chair since 2019, resigned.', 'resigned', { dates }).time).toEqual([]);
  });

  it('does not date a verb by the year that names a thing', () => {
    const dates = { '2019': '2019' };
    expect(claimOf('The 2019 law bans smoking.', 'bans', { dates }).time).toEqual([]);
    expect(claimOf('She lost her seat in the 2019 election.', 'lost', { dates, names: {} }).time).toEqual([
      { timex: 0, role: 'event' },
    ]);
  });

  it('finds where it happened, not what the subject is from', () => {
    const names = { Lima: { type: 'PLACE' }, Peru: { type: 'PLACE' }, Cusco: { type: 'PLACE' } } as const;
    const text = 'Miners from Peru met in Lima. The convoy reached Cusco.';
    expect(claimOf(text, 'met', { names }).places.map(({ name }) => name)).toEqual(['Lima']);
    expect(claimOf(text, 'reached', { names }).places.map(({ name }) => name)).toEqual(['Cusco']);
  });
});

describe('attribution', () => {
  it('hangs the claims of a clause on its source and makes none of the saying', () => {
    const text = 'Police said that two men robbed the bank.';
    const { claims, dropped } = claimsIn(text, {
      sources: [{ content: 'two men robbed the bank', source: 'Police', cue: 'said', lemma: 'say' }],
    });
    expect(claims.map(({ predicate, attribution }) => [predicate.text, attribution])).toEqual([
      ['robbed', [0]],
    ]);
    expect(dropped).toHaveLength(1);
  });

  it.each([
    ['that somebody judges is what the article tells', 'describe', 'the law as a disaster', 'indirect', []],
    [
      'a judgement in quoted words is a claim of who judges',
      'describe',
      'the law as "a disaster"',
      'mixed',
      [0],
    ],
    ['what somebody holds to be so is a claim of theirs', 'view', 'the law as a disaster', 'indirect', [0]],
  ] as const)('%s', (_, lemma, content, quoteType, attributed) => {
    const { claims } = claimsIn(`Critics ${lemma} ${content}.`, {
      sources: [{ content, source: 'Critics', cue: lemma, lemma, quoteType }],
    });
    expect(claims.map(({ predicate, attribution, kind }) => [predicate.text, attribution, kind])).toEqual([
      [lemma, attributed, 'evaluation'],
    ]);
  });

  it.each([
    ['It is claimed that the guards fled.', 'that the guards fled', 'claimed', 'claim', 'fled', [0]],
    ['The bishop is said to own a yacht.', 'to own a yacht', 'said', 'say', 'own', [0]],
    ['The guards fled, it is understood.', 'The guards fled', 'understood', 'understand', 'fled', [0]],
    ['Rumours that the guards fled were false.', 'that the guards fled', 'Rumours', 'rumour', 'fled', [0]],
    [
      'The report that the guards fled was confirmed.',
      'The report that the guards fled',
      'confirmed',
      'confirm',
      'fled',
      [],
    ],
    ['The guards said they fled.', 'they fled', 'said', 'say', 'fled', []],
  ] as const)(
    'a report of nobody is hearsay all the same: %s',
    (text, content, cue, lemma, word, attributed) => {
      const { claims } = claimsIn(text, { sources: [{ content, source: null, cue, lemma }] });
      expect(claims.find(({ predicate }) => predicate.text.includes(word))?.attribution).toEqual(attributed);
    },
  );

  it('tells in its own voice what somebody promises to do', () => {
    const text = 'The mayor promised to repair the bridge.';
    const { claims } = claimsIn(text, {
      sources: [{ content: 'to repair the bridge', source: 'The mayor', cue: 'promised', lemma: 'promise' }],
    });
    expect(claims.map(({ predicate, attribution }) => [predicate.text, attribution])).toEqual([
      ['promised to repair', []],
    ]);
  });
});

describe('text', () => {
  it('replaces pronouns, short names and relative dates, and lists every change', () => {
    const text = 'Ana Ruiz leads the Water Board. Last year, she sued Ruiz Brothers.';
    const names = { 'Ana Ruiz': { type: 'PERSON', also: ['she'] } } as const;
    const claim = claimOf(text, 'sued', { names, dates: { 'Last year': '2023' } });
    expect(claim.text).toBe('Ana Ruiz sued Ruiz Brothers in 2023.');
    expect(claim.edits).toEqual([
      { from: 'she', to: 'Ana Ruiz', reason: 'pronoun' },
      { from: 'Last year', to: 'in 2023', reason: 'absolute-date' },
    ]);
  });

  it('writes out the verb of an apposition and the auxiliary of a participle', () => {
    const text = 'The mine, a former quarry, was closed by the state.';
    const apposition = claimsIn(text).claims.find(({ predicate }) => predicate.implicit);
    expect(apposition?.text).toBe('The mine is a former quarry.');
    const participle = claimOf('A plan drafted by lawyers was rejected.', 'drafted');
    expect(participle.text).toBe('A plan was drafted by lawyers.');
    expect(participle.edits).toEqual([{ from: '', to: 'was', reason: 'finite-verb' }]);
  });
});

describe('links', () => {
  it('joins a claim to the one that it repeats and to the one that it contradicts', () => {
    const text =
      'The port of Varna closed its northern terminal. Trucks waited for hours. The port of Varna closed its northern terminal.\n\nThe port of Varna did not close its northern terminal.';
    const { claims } = claimsIn(text);
    const links = claims
      .filter(({ predicate }) => /close/.test(predicate.text))
      .map((one) => one.links.map(({ type }) => type));
    expect(links).toEqual([[], ['repeats'], ['contradicts']]);
  });

  const linked = (text: string, given: Given = {}) =>
    claimsIn(text, given)
      .claims.at(-1)!
      .links.map(({ type }) => type);

  it('find a short claim and its denial', () => {
    expect(linked('The alarm rang. The alarm never rang.')).toEqual(['contradicts']);
    expect(linked('The alarm rang. The siren never rang.')).toEqual([]);
    const denied: Given = {
      sources: [
        {
          content: 'the alarm had failed',
          source: 'The owner',
          cue: 'denied',
          lemma: 'deny',
          stance: 'denies',
        },
      ],
    };
    expect(linked('The alarm failed. The owner denied that the alarm had failed.', denied)).toEqual([
      'contradicts',
    ]);
  });

  it('are none to another time, another number, or what is only planned', () => {
    const same = 'A fire at the Dunmore cannery killed three workers.';
    expect(linked(`${same} ${same}`)).toEqual(['repeats']);
    expect(linked(`${same} A fire at the Dunmore cannery killed five workers.`)).toEqual([]);
    expect(
      linked('The council plans to close the Dunmore cannery. The council closed the Dunmore cannery.'),
    ).toEqual([]);
    const dates = { 'in May': '2025-05', 'in June': '2025-06' };
    expect(
      linked('Prices at the Dunmore market rose in May. Prices at the Dunmore market rose in June.', {
        dates,
      }),
    ).toEqual([]);
  });
});

describe('standalone text', () => {
  for (const [text, word, expected] of [
    ['The firm moved abroad in the spring.', 'moved', 'The firm moved abroad in the spring.'],
    ['In Oslo the firm opened a shop.', 'opened', 'The firm opened a shop in Oslo.'],
    ['The law allows towns to set fees.', 'allows', 'The law allows towns to set fees.'],
  ] as const) {
    it(`keeps the order of the text and its adverbs: ${text}`, () =>
      expect(claimOf(text, word).text).toBe(expected));
  }
});

describe('text of clauses that cannot stand alone', () => {
  it.each([
    ['The storm struck the coast, killing 17 people.', 'The storm killed 17 people.'],
    ['The mill will close, leaving 300 people without work.', 'The mill will leave 300 people without work.'],
    ['TURIN, Italy (Alpine Wire) — The court freed a pilot.', 'The court freed a pilot.'],
    ['Ana Ruiz, 41, was jailed.', 'Ana Ruiz was jailed.'],
    ['"It was a mistake," the mayor said.', 'It was a mistake.'],
    ['More than 60 people joined the search.', 'More than 60 people joined the search.'],
    ['The court on Monday refused the appeal.', 'The court refused the appeal on Monday.'],
    ['The club, whose stadium burnt down, hired a new coach.', "The club's stadium burnt down."],
  ])('%s', (text, expected) => {
    expect(claimsIn(text).claims.map((claim) => claim.text)).toContain(expected);
  });

  it('leaves nothing of a dateline in any claim', () => {
    const { claims } = claimsIn('TURIN, Italy (Alpine Wire) — The court freed a pilot.');
    expect(claims.some(({ text }) => /turin|alpine/i.test(text))).toBe(false);
  });
});
