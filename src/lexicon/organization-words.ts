import { wordTable } from './word-table.ts';

// Words that mark the name of an organisation. General knowledge; written for this project. Lower case, without dots.

const words = (text: string): readonly string[] =>
  text
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '');

/** Legal forms at the end of a company's name. */
export const COMPANY_SUFFIXES = words(
  `
  ab, ag, asa, berhad, bhd, bv, co, company, corp, corporation, gmbh, group, holding, holdings, inc, incorporated,
  international, kg, kk, limited, llc, llp, lp, ltd, nv, oy, oyj, plc, pty, pvt, sa, sab, sae, spa, srl
`,
);

/** Nouns that head the name of an organisation: as its last word, or before "of" or "for". */
export const ORGANIZATION_HEADS = words(`
  academy, administration, advisers, advisors, aerospace, agency, airlift, airline, airlines, airways,
  alliance, analytics, army, assembly, associates, association, athletic, authority, aviation, bakery, bank,
  bar, battalion, beverages, biosciences, biotech, board, brewery, brewing, brigade, brigades, broadcasting,
  brotherhood, brothers, builders, bureau, cabinet, capital, cartel, cathedral, cement, center, centre,
  chamber, chemicals, chronicle, church, cinema, clinic, club, coalition, college, command, commission,
  committee, communications, community, companies, company, confederation, conference, congress, consortium,
  constabulary, construction, consulting, cooperative, corporation, corps, council, court, courts, dairy,
  democrats, department, dept, directorate, division, electric, electronics, embassy, energy, engineering,
  enterprise, enterprises, entertainment, exchange, faction, faculty, farms, fc, federation, financial, fleet,
  foods, force, forces, forum, foundation, fox, front, fund, gang, gazette, genetics, group, guard, guards,
  guild, headquarters, herald, hospital, house, household, industries, initiative, inquirer, inspectorate,
  institute, institution, insurance, intelligence, jihad, journal, laboratories, laboratory, labs, league,
  legion, legislature, liberals, library, logistics, mafia, magazine, media, metals, militia, mining, ministry,
  mission, monitor, mosque, motor, motors, movement, museum, navy, network, networks, news, observatory,
  observer, office, orchestra, organisation, organization, panel, parliament, partners, partnership, party,
  patrol, petroleum, pharma, pharmaceuticals, pictures, police, post, press, prison, productions, program,
  programme, properties, publishing, railway, railways, realty, records, red cross, regiment, registry,
  republicans, resistance, resources, restaurant, robotics, rovers, savings, school, schools, scouts,
  secretariat, securities, semiconductor, semiconductors, senate, service, services, shipping, society,
  software, solutions, squad, squadron, standard, star, state department, steel, store, stores, studio,
  studios, symphony, syndicate, systems, taskforce, team, technologies, technology, telecom, telegraph,
  television, theater, theatre, therapeutics, times, tribunal, tribune, trust, tv, unicef, union, united,
  university, utilities, ventures, wanderers, weekly, workers, works
`);

/**
 * Acronyms and one-word names of bodies that a general gazetteer holds: United Nations bodies, governments' agencies, armed groups,
 * parties, leagues, broadcasters and agencies of news, companies known worldwide.
 */
export const KNOWN_ORGANIZATIONS = words(`
  ABC, ABC News, ACLU, AFP, AIPAC, ANC, AP, ASEAN, Air Force, Airbus, Al Jazeera, Al-Shabaab, Alibaba, Alphabet,
  Amazon, Amnesty International, Apple, Associated Press, AstraZeneca, BBC, BBC News, BJP, BMW, BNP Paribas, BP,
  Barclays, Berkshire Hathaway, BlackRock, Bloomberg, Boeing, Boko Haram, Breitbart, BuzzFeed, C-SPAN, CBP, CBS,
  CBS News, CDC, CDU, CIA, CNBC, CNN, Chevron, Citigroup, Coca-Cola, Congress, Costco, DEA, DHS, DOJ, Daily Mail,
  Democratic Party, Democrats, Deutsche Bank, Disney, ECB, ECOWAS, EPA, ESPN, ETA, EU, European Commission,
  European Parliament, European Union, Europol, Exxon, ExxonMobil, FAO, FARC, FBI, FCC, FDA, FEMA, FIFA, FTC,
  Facebook, Farc, Fatah, Fed, Federal Reserve, Financial Times, Fox News, G20, G7, G8, GOP, Gazprom,
  General Electric, General Motors, Goldman Sachs, Google, Greenpeace, Guardian, HSBC, Hamas, Harvard, Hezbollah,
  Honda, House of Commons, House of Lords, House of Representatives, Houthis, Huawei, IAEA, IBM, ICC, ICE, IMF,
  IOC, IRA, IRS, ISIL, ISIS, Instagram, Intel, Interpol, Islamic State, JPMorgan, JPMorgan Chase, KGB, Knesset,
  Kremlin, Ku Klux Klan, Labour, Labour Party, Lehman Brothers, Likud, LinkedIn, Lockheed Martin, Lufthansa, MI5,
  MI6, MSNBC, MTV, McDonald's, McKinsey, Mercosur, Meta, Microsoft, Mossad, Muslim Brotherhood,
  Médecins Sans Frontières, NAACP, NASA, NASCAR, NATO, NBA, NBC, NBC News, NCAA, NFL, NGO, NHL, NHS, NPR, NRA,
  NSA, NTSB, NYPD, Nasdaq, Nestle, Netflix, New York Times, New Yorker, Newsweek, Nike, Nissan, Nokia, OAS, OECD,
  OPEC, OSCE, OpenAI, Oxfam, PBS, PKK, PLO, Pentagon, PepsiCo, Pfizer, Politico, RT, Red Crescent, Red Cross,
  Republican Party, Republicans, Reuters, Ryanair, SEC, SNP, Samsung, Senate, Shell, Siemens, Snapchat, Sony,
  SpaceX, Starbucks, State Department, Supreme Court, TMZ, Taliban, Telegram, Tencent, Tesco, Tesla, TikTok,
  Tories, Toyota, Treasury, Twitter, U.N., UBS, UEFA, UKIP, UN, UNESCO, UNHCR, UNICEF, USAID, USDA, Uber,
  United Nations, Vatican, Verizon, Viacom, Visa, Volkswagen, Volvo, WHO, WTO, WWF, Wagner Group,
  Wall Street Journal, Walmart, Washington Post, WeChat, Wells Fargo, WhatsApp, White House, WikiLeaks, Wikipedia,
  World Bank, World Health Organization, X, Xiaomi, Xinhua, Yahoo, Yale, YouTube, ZANU-PF, al-Qaeda, al-Shabab
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
export const ROMANCE_INITIALS = wordTable<string>({
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
});
