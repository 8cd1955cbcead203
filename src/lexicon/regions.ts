// Continents, world regions, seas, and first-level regions that English-language news names often; US states, Canadian
// provinces and Australian states with the abbreviations of news style (AP) and post. Facts of general knowledge,
// written for this project.

const lines = (text: string): readonly string[] => text.trim().split('\n');
const names = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim().replace(/\s+/g, ' '))
    .filter((name) => name !== '');

/** Name; news abbreviations; postal abbreviation. */
const STATE_ROWS = `
Alabama;Ala.;AL
Alaska;;AK
Alberta;Alta.;AB
Arizona;Ariz.;AZ
Arkansas;Ark.;AR
British Columbia;B.C.;BC
California;Calif.;CA
Colorado;Colo.;CO
Connecticut;Conn.;CT
Delaware;Del.;DE
District of Columbia;D.C.;DC
Florida;Fla.;FL
Georgia;Ga.;GA
Hawaii;;HI
Idaho;;ID
Illinois;Ill.;IL
Indiana;Ind.;IN
Iowa;;IA
Kansas;Kan.;KS
Kentucky;Ky.;KY
Louisiana;La.;LA
Maine;;ME
Manitoba;Man.;MB
Maryland;Md.;MD
Massachusetts;Mass.;MA
Michigan;Mich.;MI
Minnesota;Minn.;MN
Mississippi;Miss.;MS
Missouri;Mo.;MO
Montana;Mont.;MT
Nebraska;Neb.;NE
Nevada;Nev.;NV
New Brunswick;N.B.;NB
New Hampshire;N.H.;NH
New Jersey;N.J.;NJ
New Mexico;N.M.;NM
New South Wales;NSW,N.S.W.;
New York;N.Y.;NY
Newfoundland;;NL
North Carolina;N.C.;NC
North Dakota;N.D.;ND
Nova Scotia;N.S.;NS
Ohio;;OH
Oklahoma;Okla.;OK
Ontario;Ont.;ON
Oregon;Ore.;OR
Pennsylvania;Pa.;PA
Prince Edward Island;P.E.I.;PE
Quebec;Que.;QC
Queensland;;QLD
Rhode Island;R.I.;RI
Saskatchewan;Sask.;SK
South Australia;;
South Carolina;S.C.;SC
South Dakota;S.D.;SD
Tasmania;;
Tennessee;Tenn.;TN
Texas;;TX
Utah;;UT
Vermont;Vt.;VT
Virginia;Va.;VA
Washington;Wash.;WA
West Virginia;W.Va.,W. Va.;WV
Western Australia;;
Wisconsin;Wis.;WI
Wyoming;Wyo.;WY
Yukon;;YT
`;

export interface State {
  readonly name: string;
  readonly abbreviations: readonly string[];
}

export const STATES: readonly State[] = lines(STATE_ROWS).map((row) => {
  const [name = '', news = '', postal = ''] = row.split(';');
  return { name, abbreviations: [...names(news), ...names(postal)] };
});

export const REGIONS: readonly string[] = names(`
  Abkhazia, Africa, Aleppo, Americas, Anatolia, Andalusia, Andes, Antarctica, Arabian Peninsula, Arabian Sea,
  Arctic, Arctic Ocean, Asia, Asia-Pacific, Atlantic, Atlantic Ocean, Balkans, Balochistan, Baltic, Baltic Sea,
  Baltics, Bavaria, Bay Area, Bay of Bengal, Bosphorus, Brittany, Capitol Hill, Caribbean, Caribbean Sea,
  Caspian Sea, Catalonia, Caucasus, Central America, Central Asia, Chechnya, Corsica, Crimea, Dagestan, Darfur,
  Deep South, Donbas, Donetsk, East Africa, East Asia, East China Sea, East Coast, East Jerusalem, Eastern Europe,
  English Channel, Eurasia, Europe, Far East, Flanders, Galilee, Gaza, Gaza Strip, Gibraltar, Golan Heights,
  Great Lakes, Guam, Guantanamo Bay, Gulf Coast, Gulf of Aden, Gulf of Mexico, Helmand, Himalayas, Horn of Africa,
  Iberia, Indian Ocean, Indochina, Jalisco, Kashmir, Korean Peninsula, Kurdistan, Lapland, Latin America, Levant,
  Luhansk, Maghreb, Manhattan, Mediterranean, Mediterranean Sea, Mesopotamia, Middle East, Midlands, Midwest,
  Mindanao, New England, Niger Delta, Nile, Normandy, North Africa, North America, North Atlantic, North Pole,
  North Sea, Northern Europe, Oceania, Okinawa, Pacific, Pacific Northwest, Pacific Ocean, Patagonia,
  Persian Gulf, Punjab, Red Sea, Sahara, Sahel, Sarawak, Sardinia, Scandinavia, Siberia, Sicily, Silicon Valley,
  Sinai, Sinaloa, Sindh, South America, South Asia, South China Sea, South Ossetia, South Pacific, South Pole,
  Southeast Asia, Southern Europe, Sub-Saharan Africa, Suez Canal, Sumatra, Taiwan Strait, Tigray, Transnistria,
  Tuscany, Ulster, West Africa, West Asia, West Bank, West Coast, Western Europe, Xinjiang, Yorkshire, Zanzibar
`);

/** Adjectives and people of regions, cities and faiths that are not those of one country. */
export const REGION_DEMONYMS: readonly string[] = names(`
  African, African American, African Americans, African-American, African-Americans, Africans, Andean,
  Anglo-Saxon, Arab, Arabic, Arabs, Asian, Asian American, Asian-American, Asians, Basque, Bavarian, Bengali,
  Berliner, Buddhist, Buddhists, Californian, Californians, Catalan, Catalans, Catholic, Catholics, Caucasian,
  Chechen, Chechens, Christian, Christians, Cossack, Crimean, Druze, Eurasian, European, Europeans, Evangelical,
  Floridian, Hindu, Hindus, Hispanic, Hispanics, Hutu, Islamic, Islamist, Islamists, Jew, Jewish, Jews, Kashmiri,
  Kurd, Kurdish, Kurds, Latin American, Latin Americans, Latina, Latinas, Latino, Latinos, Londoner, Londoners,
  Maori, Middle Eastern, Mormon, Mormons, Muslim, Muslims, Native American, Native Americans, New Yorker,
  New Yorkers, Nordic, North African, North American, Orthodox, Pashtun, Protestant, Protestants, Punjabi,
  Rohingya, Roma, Scandinavian, Shia, Shiite, Shiites, Sikh, Sikhs, Slavic, South American, Southeast Asian,
  Sunni, Sunnis, Tamil, Tamils, Texan, Texans, Tutsi, Uighur, Uighurs, Uyghur, Uyghurs, Western, Westerner,
  Westerners, Yazidi, Zionist, Zulu
`);
