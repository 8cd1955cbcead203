// Honorifics, ranks and offices that stand before a person's name in English-language news, lower case, without dots.
// General knowledge and the AP style of titles; written for this project.

const words = (text: string): readonly string[] =>
  text
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '');

/** Honorifics of men, of women, and of either. */
export const MALE_HONORIFICS = words(
  `
  baron, brother, count, czar, don, duke, earl, emir, emperor, father, fr, herr, king, lord, messrs, mister,
  monsieur, mr, pope, prince, senor, sheik, sheikh, signor, sir, sultan, tsar
`,
);
export const FEMALE_HONORIFICS = words(
  `
  baroness, countess, dame, dona, duchess, empress, frau, lady, madam, madame, mademoiselle, miss, mlle, mme,
  mother, mrs, ms, princess, queen, senora, senorita, signora, sister, tsarina
`,
);
export const NEUTRAL_HONORIFICS = words(
  `
  cllr, dr, esq, hon, honorable, mx, prof, professor, rev, reverend, right honorable, saint, st
`,
);

/** Words of ranks and offices; a run of them before a name is its title ("former deputy prime minister"). */
export const OFFICES = words(`
  adm, admiral, agent, aide, air marshal, ambassador, analyst, archbishop, assemblyman, assemblywoman, assistant,
  assoc, associate, asst, attorney, attorney general, atty, ayatollah, bishop, brig, brigadier, brigadier general,
  bro, capt, captain, cardinal, ceo, cfo, chair, chairman, chairperson, chairwoman, chancellor, chief,
  chief executive, chief executive officer, chief justice, chief minister, chief of staff, cleric, cmdr, co-founder,
  coach, col, colonel, commandant, commander, commissioner, comptroller, congressman, congresswoman, consul,
  consul general, controller, coo, coordinator, coroner, corporal, councillor, councilman, councilor, councilwoman,
  counsel, counsellor, cpl, crown prince, crown princess, cto, dean, defence minister, defence secretary,
  defense minister, defense secretary, delegate, deputy, det, detective, dictator, diplomat, director,
  director general, district attorney, doctor, economist, editor, envoy, executive, executive director,
  field marshal, finance minister, fire chief, fire marshal, firefighter, first lady, first minister,
  foreign minister, foreign secretary, founder, gen, general, general secretary, goalkeeper, gov, governor,
  governor general, grand ayatollah, guitarist, head, health minister, health secretary, home secretary, imam,
  inspector, interior minister, judge, justice, justice minister, lance corporal, lawmaker, lawyer, leader,
  lieutenant, lieutenant colonel, lieutenant general, lieutenant governor, lt, lt col, lt gen, lt gov, maj, maj gen,
  major, major general, manager, managing director, marshal, mayor, member, midfielder, minister, minister of state,
  monsignor, mp, officer, ombudsman, opposition leader, owner, parliamentarian, partner, party leader, pastor, pfc,
  pilot, police chief, premier, president, president elect, president-elect, press secretary, prime minister,
  principal, private, producer, prophet, prosecutor, provost, psychologist, pvt, quarterback, rabbi, rear admiral,
  rep, representative, reps, researcher, scientist, sec, secretary, secretary general, secretary of defense,
  secretary of homeland security, secretary of labor, secretary of security, secretary of state,
  secretary of the interior, secretary of the treasury, sen, senator, senators, sens, sergeant, sgt, sheriff,
  singer, solicitor general, speaker, special agent, special envoy, spokesman, spokesperson, spokeswoman,
  state fire marshal, state secretary, striker, superintendent, supreme leader, supt, surgeon general, treasurer,
  treasury secretary, trooper, under secretary, undersecretary, vice admiral, vice chair, vice chairman,
  vice chancellor, vice premier, vice president, warden, witness
`);

/** Words that modify a title without being one. */
export const TITLE_MODIFIERS = words(`
  acting, assistant, associate, chief, co, current, deputy, designate, elect, emeritus, ex, executive, first,
  former, general, incoming, interim, junior, late, longtime, new, outgoing, principal, retd, retired, senior,
  special, then, veteran, vice
`);

/** Suffixes of a person's name. */
export const NAME_SUFFIXES = words(`
  esq, ii, iii, iv, jr, junior, md, phd, sr
`);

/** Small words inside names of people (Dutch, German, Spanish, Arabic and other particles). */
export const NAME_PARTICLES = words(
  `
  't, abu, al, ap, bin, bint, da, dal, das, de, degli, dei, del, della, den, der, di, do, dos, du, e, el, ibn, la,
  las, le, los, ten, ter, van, vom, von, y, zu, zum, zur
`,
);
