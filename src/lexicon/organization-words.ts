// Words that mark the name of an organisation. General knowledge; written for this project. Lower case, without dots.

const words = (text: string): readonly string[] =>
  text
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '');

/** Legal forms at the end of a company's name. */
export const COMPANY_SUFFIXES = words(
  'ab, ag, asa, berhad, bhd, bv, co, company, corp, corporation, gmbh, group, holding, holdings, inc, incorporated, international, kg, kk, limited, llc, llp, lp, ltd, nv, oy, oyj, plc, pty, pvt, sa, sab, sae, spa, srl',
);

/** Nouns that head the name of an organisation: as its last word, or before "of" or "for". */
export const ORGANIZATION_HEADS = words(`
  academy, administration, agency, airline, airlines, airways, alliance, army, assembly, associates, association, authority, bank, bar, battalion, board, bridgade, brigade, brigades, broadcasting, brotherhood, brothers, bureau, cabinet, capital, cartel, cathedral, center, centre, chamber,
  chronicle, church, cinema, clinic, club, coalition, college, command, commission, committee, communications, community, companies, company, conference, confederation, congress, consortium, constabulary, cooperative, corporation, corps, council, court, courts, democrats, department, dept, directorate, division, electric,
  electronics, embassy, energy, enterprise, enterprises, entertainment, exchange, faction, faculty, federation, financial, fleet, force, forces, forum, foundation, fox, front, fund, gang, gazette, group, guard, guards, guild, headquarters, herald, hospital, house, household, industries, initiative, inquirer, inspectorate,
  institute, institution, insurance, intelligence, jihad, journal, laboratories, laboratory, labs, league, legion, legislature, liberals, library, magazine, mafia, media, militia, ministry, mission, monitor, mosque, motor, motors, movement, museum, navy, network, networks, news, observatory, observer, office, orchestra,
  organisation, organization, panel, parliament, partners, partnership, party, patrol, petroleum, pharmaceuticals, pictures, police, post, press, productions, program, programme, prison, records, red cross, regiment, registry, republicans, resistance, resources, restaurant, savings, school, schools, scouts, secretariat, securities, senate, service,
  services, society, software, solutions, squad, squadron, standard, star, state department, states steel, steel, store, stores, studio, studios, symphony, syndicate, systems, taskforce, team, technologies, technology, telecom, telegraph, television, theater, theatre, times, tribunal, tribune, trust, tv, unicef, union, united,
  university, utilities, weekly, workers, works
`);

/**
 * Acronyms and one-word names of bodies that a general gazetteer holds: United Nations bodies, governments' agencies, armed groups,
 * parties, leagues, broadcasters and agencies of news, companies known worldwide.
 */
export const KNOWN_ORGANIZATIONS = words(`
  ABC, ABC News, ACLU, AFP, AIPAC, Air Force, Airbus, Al Jazeera, al-Qaeda, al-Shabab, Al-Shabaab, Alibaba, Alphabet, Amazon, Amnesty International, ANC, AP, Apple, ASEAN, Associated Press, AstraZeneca, Barclays, BBC, BBC News, Berkshire Hathaway, BJP, BlackRock, Bloomberg,
  BMW, BNP Paribas, Boeing, Boko Haram, BP, Breitbart, BuzzFeed, CBP, CBS, CBS News, CDC, CDU, Chevron, CIA, Citigroup, CNBC, CNN, Coca-Cola, Congress, Costco, C-SPAN, Daily Mail, DEA, Democratic Party, Democrats, Deutsche Bank, DHS, Disney, DOJ, ECB, ECOWAS, EPA, ESPN, ETA, EU, European Commission, European Parliament,
  European Union, Europol, Exxon, ExxonMobil, Facebook, FAO, Farc, FARC, Fatah, FBI, FCC, FDA, Fed, Federal Reserve, FEMA, FIFA, Financial Times, Fox News, FTC, G20, G7, G8, Gazprom, General Electric, General Motors, GOP, Goldman Sachs, Google, Greenpeace, Guardian, Hamas, Harvard, Hezbollah, Honda, House of Commons, House of Lords, House of Representatives, Houthis, HSBC, Huawei, IAEA,
  IBM, ICC, ICE, IMF, Instagram, Intel, Interpol, IOC, IRA, IRS, ISIL, ISIS, Islamic State, JPMorgan, JPMorgan Chase, KGB, Knesset, Kremlin, Ku Klux Klan, Labour, Labour Party, Lehman Brothers, Likud, LinkedIn, Lockheed Martin, Lufthansa, McDonald's, McKinsey, Médecins Sans Frontières, Mercosur, Meta, MI5, MI6, Microsoft, Mossad, MSNBC, MTV, Muslim Brotherhood, NAACP, NASA, NASCAR, Nasdaq, NATO, NBA,
  NBC, NBC News, NCAA, Nestle, Netflix, New York Times, New Yorker, Newsweek, NFL, NGO, NHL, NHS, Nike, Nissan, Nokia, NPR, NRA, NSA, NTSB, NYPD, OAS, OECD, OPEC, OpenAI, OSCE, Oxfam, PBS, Pentagon, PepsiCo, Pfizer, PKK, PLO, Politico, Red Cross, Red Crescent, Republican Party, Republicans, Reuters, RT, Ryanair, Samsung, SEC, Senate, Shell, Siemens, SNP, Snapchat, Sony, SpaceX, Starbucks, State Department, Supreme Court,
  Taliban, Telegram, Tencent, Tesco, Tesla, TikTok, TMZ, Tories, Toyota, Treasury, Twitter, Uber, UBS, UEFA, UKIP, UN, U.N., UNESCO, UNHCR, UNICEF, United Nations, USAID, USDA, Vatican, Verizon, Viacom, Visa, Volkswagen, Volvo, Wagner Group, Wall Street Journal, Walmart, Washington Post, WeChat, Wells Fargo, WhatsApp, X, White House, WHO, WikiLeaks, Wikipedia, World Bank, World Health Organization,
  WTO, WWF, Xiaomi, Xinhua, Yahoo, Yale, YouTube, ZANU-PF
`);

/** Spellings of one body that neither initials nor a shared word join. */
export const ORGANIZATION_EQUIVALENTS: readonly (readonly [string, string])[] = [
  ['dea', 'drug enforcement agency'],
  ['doctors without borders', 'medecins sans frontieres'],
  ['fed', 'federal reserve'],
  ['gop', 'republican party'],
  ['isis', 'islamic state'],
  ['isil', 'islamic state'],
  ['tories', 'conservative party'],
];

/** Initials that words of organisations have in Romance languages: acronyms of translated names are made of these. */
export const ROMANCE_INITIALS: Readonly<Record<string, string>> = {
  armed: 'a',
  army: 'e',
  assembly: 'a',
  bank: 'b',
  brigade: 'b',
  committee: 'c',
  council: 'c',
  court: 't',
  education: 'e',
  electoral: 'e',
  federation: 'f',
  fire: 'f',
  force: 'f',
  forces: 'f',
  government: 'g',
  guard: 'g',
  health: 's',
  labor: 't',
  labour: 't',
  law: 'd',
  league: 'l',
  liberation: 'l',
  movement: 'm',
  network: 'r',
  new: 'n',
  office: 'o',
  party: 'p',
  police: 'p',
  popular: 'p',
  power: 'p',
  "people's": 'p',
  rights: 'd',
  security: 's',
  society: 's',
  unified: 'u',
  union: 'u',
  united: 'u',
  women: 'm',
  workers: 't',
  "workers'": 't',
  world: 'm',
};
